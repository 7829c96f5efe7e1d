package org.radcam.weasis.panel.parts;

import java.awt.Color;
import java.awt.Graphics;
import javax.swing.BorderFactory;

/** A sentence that must be seen: on a coloured ground, with an edge. */
public final class Strip extends Column {
  private static final long serialVersionUID = 1L;

  private final WrappedText text = new WrappedText("");

  public Strip() {
    int em = Metrics.em(this);
    setBorder(BorderFactory.createEmptyBorder(em / 3, em * 2 / 3, em / 3, em / 3));
    with(text);
    setVisible(false);
  }

  /** Shows a sentence; nothing where it is empty. */
  public void show(String sentence) {
    text.show(sentence);
    setVisible(!sentence.isEmpty());
  }

  /** What it says. */
  public String text() {
    return text.getText();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Color ground = Theme.attention();
    graphics.setColor(ground);
    graphics.fillRect(0, 0, getWidth(), getHeight());
    graphics.setColor(Theme.attentionEdge());
    graphics.fillRect(0, 0, Math.max(2, Metrics.em(this) / 4), getHeight());
  }
}
