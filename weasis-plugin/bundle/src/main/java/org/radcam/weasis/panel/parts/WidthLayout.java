package org.radcam.weasis.panel.parts;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;

/**
 * Lays out a container that is {@link HeightForWidth}: as wide as it is, or as a panel before it is
 * shown, and as high as it wants to be then. Nothing is kept of its components.
 */
abstract class WidthLayout implements LayoutManager {

  @Override
  public final void addLayoutComponent(String name, Component component) {
    // The container's own order is all that counts.
  }

  @Override
  public final void removeLayoutComponent(Component component) {
    // Nothing is kept of it.
  }

  @Override
  public final Dimension preferredLayoutSize(Container parent) {
    int width = parent.getWidth() > 0 ? parent.getWidth() : Metrics.panelWidth(parent);
    return new Dimension(width, HeightForWidth.of(parent, width));
  }

  @Override
  public final Dimension minimumLayoutSize(Container parent) {
    return new Dimension(0, preferredLayoutSize(parent).height);
  }
}
