package org.radcam.weasis.panel.parts;

import java.awt.Component;
import java.awt.Font;
import javax.swing.UIManager;

/** Lengths that follow the font, so that the panel is readable at every scale. */
public final class Metrics {
  /** A line of the panel is about that many letters. */
  private static final int PANEL_EMS = 26;

  private static final int USUAL_SIZE = 13;

  private Metrics() {}

  /** The size of the font. */
  public static int em(Component component) {
    Font font = component.getFont() == null ? UIManager.getFont("Label.font") : component.getFont();
    return font == null ? USUAL_SIZE : font.getSize();
  }

  /** How wide the panel wants to be. */
  public static int panelWidth(Component component) {
    return PANEL_EMS * em(component);
  }
}
