package org.radcam.weasis.host;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.Icon;
import javax.swing.UIManager;

/**
 * An image frame with a warm spot in it, drawn as shapes: sharp at any scale, and the frame in the
 * theme's own colour.
 *
 * @param size edge length in the user's pixels
 */
record RadcamIcon(int size) implements Icon {
  private static final Color OUTER = new Color(0xf5, 0xc5, 0x3a);
  private static final Color MIDDLE = new Color(0xfe, 0xa1, 0x30);
  private static final Color INNER = new Color(0xe8, 0x4b, 0x0c);

  @Override
  public void paintIcon(Component component, Graphics graphics, int x, int y) {
    Graphics2D own = (Graphics2D) graphics.create();
    try {
      own.translate(x, y);
      own.scale(size / 16.0, size / 16.0);
      own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      own.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      own.setColor(ink(component));
      own.setStroke(new BasicStroke(1.4f));
      own.draw(new RoundRectangle2D.Double(1.2, 1.2, 13.6, 13.6, 3, 3));
      spot(own, component.isEnabled() ? OUTER : own.getColor(), 4.2);
      if (component.isEnabled()) {
        spot(own, MIDDLE, 3);
        spot(own, INNER, 1.6);
      }
    } finally {
      own.dispose();
    }
  }

  private static Color ink(Component component) {
    Color disabled = UIManager.getColor("Label.disabledForeground");
    return component.isEnabled() || disabled == null ? component.getForeground() : disabled;
  }

  private static void spot(Graphics2D graphics, Color colour, double radius) {
    graphics.setColor(colour);
    graphics.fill(new Ellipse2D.Double(9 - radius, 8.6 - radius, 2 * radius, 2 * radius));
  }

  @Override
  public int getIconWidth() {
    return size;
  }

  @Override
  public int getIconHeight() {
    return size;
  }
}
