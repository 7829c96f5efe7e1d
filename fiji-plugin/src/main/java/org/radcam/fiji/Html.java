package org.radcam.fiji;

/** Text for the messages of SciJava's dialogs, which are read as HTML. */
final class Html {
  private Html() {}

  /** A line whose beginning stands out. */
  static String line(String strong, String text) {
    return "<b>" + escaped(strong) + "</b>" + escaped(text);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
