package org.radcam.weasis.panel.parts;

import java.awt.BorderLayout;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.SwingConstants;

/** A part of the panel under a heading. */
public class Section extends Column {
  private static final long serialVersionUID = 1L;

  private final Heading heading;

  public Section(String title) {
    heading = new Heading(title);
    with(heading);
    getAccessibleContext().setAccessibleName(title);
  }

  /** Takes away everything but the heading. */
  public final void reset() {
    removeAll();
    with(heading);
  }

  private static final class Heading extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JLabel label;

    Heading(String title) {
      super(new BorderLayout());
      label = new JLabel(title);
      setOpaque(false);
      JPanel line = new JPanel(new BorderLayout());
      line.setOpaque(false);
      line.add(new JSeparator(SwingConstants.HORIZONTAL), BorderLayout.SOUTH);
      add(label, BorderLayout.CENTER);
      add(line, BorderLayout.SOUTH);
      dress();
    }

    @Override
    public void updateUI() {
      super.updateUI();
      if (label != null) {
        dress();
      }
    }

    private void dress() {
      int em = Metrics.em(label);
      label.setFont(label.getFont().deriveFont(Font.BOLD));
      setBorder(BorderFactory.createEmptyBorder(em / 2, 0, em / 6, 0));
    }
  }
}
