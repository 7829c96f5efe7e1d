package org.radcam.weasis.panel.parts;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import javax.swing.JComponent;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;

/** What the colours mean: from no heat on the left to the most on the right. */
public final class ColourScale extends JComponent {
  private static final long serialVersionUID = 1L;

  private ColourMap colours = HeatStyle.DEFAULT.colours();
  private double threshold = HeatStyle.DEFAULT.threshold();

  public void show(HeatStyle style, String name) {
    colours = style.colours();
    threshold = style.threshold();
    setToolTipText(name);
    getAccessibleContext().setAccessibleName(name);
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.panelWidth(this) / 2, Math.max(8, Metrics.em(this) * 3 / 4));
  }

  @Override
  public javax.accessibility.AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext =
          new AccessibleJComponent() {
            private static final long serialVersionUID = 1L;
          };
    }
    return accessibleContext;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    for (int x = 0; x < getWidth(); x++) {
      float heat = (float) x / Math.max(1, getWidth() - 1);
      graphics.setColor(heat < threshold ? Theme.track() : new Color(colours.rgb(heat)));
      graphics.fillRect(x, 0, 1, getHeight());
    }
  }
}
