package org.radcam.weasis.panel.state;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the panel, in the bundle {@code org.radcam.weasis.panel.messages}. */
public final class Messages {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle(
          "org.radcam.weasis.panel.messages", Locale.ROOT, Messages.class.getClassLoader());

  private Messages() {}

  /**
   * A text with its parts filled in, as {@link String#format} does.
   *
   * @throws java.util.MissingResourceException if there is no such key
   */
  public static String text(String key, Object... parts) {
    String text = BUNDLE.getString(key);
    return parts.length == 0 ? text : String.format(Locale.ROOT, text, parts);
  }
}
