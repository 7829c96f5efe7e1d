package org.radcam.weasis.panel.parts;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import javax.swing.text.JTextComponent;

/**
 * A component whose height depends on how wide it is: text that wraps, and what holds such text.
 */
interface HeightForWidth {
  int heightFor(int width);

  /** How high a component wants to be at a width. */
  static int of(Component component, int width) {
    if (component instanceof HeightForWidth flexible) {
      return flexible.heightFor(width);
    }
    if (component instanceof JTextComponent text) {
      // A text area knows its lines only once it has a width.
      text.setSize(new Dimension(Math.max(1, width), Short.MAX_VALUE));
    }
    return component.getPreferredSize().height;
  }

  /** The width inside a container's border. */
  static int inside(Container container, int width) {
    return width - container.getInsets().left - container.getInsets().right;
  }
}
