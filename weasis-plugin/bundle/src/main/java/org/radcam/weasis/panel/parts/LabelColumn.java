package org.radcam.weasis.panel.parts;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;

/** The labels of several rows, all as wide as the widest, but never half of the panel. */
public final class LabelColumn {
  private final List<JLabel> labels = new ArrayList<>();

  void add(JLabel label) {
    labels.add(label);
  }

  void remove(JLabel label) {
    labels.remove(label);
  }

  int width(int of) {
    int widest = labels.stream().mapToInt(label -> label.getPreferredSize().width).max().orElse(0);
    return Math.min(widest, of * 2 / 5);
  }
}
