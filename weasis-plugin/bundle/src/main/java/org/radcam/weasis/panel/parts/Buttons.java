package org.radcam.weasis.panel.parts;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JPanel;

/** Buttons beside each other, in as many rows as their words need. */
public final class Buttons extends JPanel implements HeightForWidth {
  private static final long serialVersionUID = 1L;

  public Buttons(JButton... buttons) {
    setOpaque(false);
    setLayout(new Flow());
    Stream.of(buttons).forEach(this::add);
  }

  @Override
  public int heightFor(int width) {
    return place(width, false);
  }

  private int place(int width, boolean move) {
    int gap = Metrics.em(this) / 3;
    int x = 0;
    int y = 0;
    int row = 0;
    for (Component button : getComponents()) {
      Dimension size = button.getPreferredSize();
      if (x > 0 && x + size.width > width) {
        x = 0;
        y += row + gap;
        row = 0;
      }
      if (move) {
        button.setBounds(x, y, Math.min(width, size.width), size.height);
      }
      x += size.width + gap;
      row = Math.max(row, size.height);
    }
    return y + row;
  }

  private final class Flow extends WidthLayout {
    @Override
    public void layoutContainer(Container parent) {
      place(parent.getWidth(), true);
    }
  }
}
