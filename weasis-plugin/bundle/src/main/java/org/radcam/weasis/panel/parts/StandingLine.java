package org.radcam.weasis.panel.parts;

import java.awt.Container;
import java.awt.Dimension;
import javax.swing.JPanel;
import org.radcam.model.Standing;

/** The badge, and beside it the sentence that goes with every answer. */
public final class StandingLine extends JPanel implements HeightForWidth {
  private static final long serialVersionUID = 1L;

  private final Badge badge = new Badge();
  private final WrappedText sentence = new WrappedText("");

  public StandingLine() {
    setOpaque(false);
    setLayout(new Beside());
    add(badge);
    add(sentence);
  }

  public void show(Standing standing) {
    badge.show(standing);
    sentence.show(capital(standing.sentence()) + ".");
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  @Override
  public int heightFor(int width) {
    return Math.max(badge.getPreferredSize().height, HeightForWidth.of(sentence, textWidth(width)));
  }

  private int textWidth(int width) {
    return Math.max(1, width - badge.getPreferredSize().width - Metrics.em(this) / 2);
  }

  private final class Beside extends WidthLayout {
    @Override
    public void layoutContainer(Container parent) {
      Dimension size = badge.getPreferredSize();
      int text = textWidth(parent.getWidth());
      badge.setBounds(0, 0, size.width, size.height);
      sentence.setBounds(parent.getWidth() - text, 0, text, HeightForWidth.of(sentence, text));
    }
  }
}
