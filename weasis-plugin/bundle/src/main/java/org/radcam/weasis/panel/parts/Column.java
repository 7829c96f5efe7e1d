package org.radcam.weasis.panel.parts;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;

/**
 * Components below each other, each as wide as this and as high as it wants to be at that width.
 * Gaps scale with the font. In a scroll pane it is as wide as the view, so that nothing is cut.
 */
public class Column extends JPanel implements HeightForWidth, Scrollable {
  private static final long serialVersionUID = 1L;

  /** Gaps in parts of the font's size. */
  private final double gap;

  /** A column with small gaps. */
  public Column() {
    this(0.35);
  }

  /**
   * @param gap between components, in parts of the font's size
   */
  public Column(double gap) {
    this.gap = gap;
    setOpaque(false);
    setLayout(new Stack());
  }

  /** Adds components below each other. */
  public final Column with(Component... components) {
    for (Component component : components) {
      add(component);
    }
    return this;
  }

  private int gapPixels() {
    return (int) Math.round(gap * Metrics.em(this));
  }

  private List<Component> visible() {
    return Stream.of(getComponents()).filter(Component::isVisible).toList();
  }

  @Override
  public int heightFor(int width) {
    Insets insets = getInsets();
    int inside = HeightForWidth.inside(this, width);
    List<Component> visible = visible();
    int height = insets.top + insets.bottom + Math.max(0, visible.size() - 1) * gapPixels();
    for (Component component : visible) {
      height += HeightForWidth.of(component, inside);
    }
    return height;
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return 2 * Metrics.em(this);
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return orientation == SwingConstants.VERTICAL ? visible.height : visible.width;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return false;
  }

  private final class Stack extends WidthLayout {
    @Override
    public void layoutContainer(Container parent) {
      Insets insets = getInsets();
      int width = HeightForWidth.inside(Column.this, getWidth());
      int y = insets.top;
      for (Component component : visible()) {
        int height = HeightForWidth.of(component, width);
        component.setBounds(insets.left, y, width, height);
        y += height + gapPixels();
      }
    }
  }
}
