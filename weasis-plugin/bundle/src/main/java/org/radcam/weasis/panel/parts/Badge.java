package org.radcam.weasis.panel.parts;

import java.awt.Font;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import org.radcam.model.Standing;

/** How far a model may be trusted, as a word that cannot be overlooked. */
public final class Badge extends JLabel {
  private static final long serialVersionUID = 1L;

  public Badge() {
    setOpaque(true);
    setHorizontalAlignment(CENTER);
    setVisible(false);
    dress();
  }

  public void show(Standing standing) {
    setText(standing.key().toUpperCase(Locale.ROOT));
    setToolTipText(standing.sentence());
    getAccessibleContext().setAccessibleName(standing.sentence());
    setBackground(standing == Standing.DEMO ? Theme.demo() : Theme.research());
    setVisible(true);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    dress();
  }

  private void dress() {
    int em = Metrics.em(this);
    setFont(getFont().deriveFont(Font.BOLD));
    setForeground(Theme.onBadge());
    setBorder(BorderFactory.createEmptyBorder(em / 6, em / 2, em / 6, em / 2));
  }
}
