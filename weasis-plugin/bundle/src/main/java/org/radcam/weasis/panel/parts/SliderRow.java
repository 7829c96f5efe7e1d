package org.radcam.weasis.panel.parts;

import java.awt.BorderLayout;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.SwingConstants;

/** A share from 0 to 1 as a slider, with its number as a percentage. */
public final class SliderRow {
  private static final int STEPS = 100;

  private final JSlider slider = new JSlider(0, STEPS);
  private final JLabel number = new JLabel("100 %", SwingConstants.RIGHT);
  private final JPanel row = new JPanel(new BorderLayout());
  private boolean showing;

  /**
   * @param moved is told the share while the user moves the slider
   */
  public SliderRow(DoubleConsumer moved) {
    row.setOpaque(false);
    slider.setOpaque(false);
    number.setPreferredSize(number.getPreferredSize());
    row.add(slider, BorderLayout.CENTER);
    row.add(number, BorderLayout.EAST);
    slider.addChangeListener(
        event -> {
          name();
          if (!showing) {
            moved.accept((double) slider.getValue() / STEPS);
          }
        });
    name();
  }

  private void name() {
    number.setText(String.format(Locale.ROOT, "%d %%", slider.getValue()));
  }

  public void show(double share) {
    showing = true;
    try {
      slider.setValue((int) Math.round(share * STEPS));
    } finally {
      showing = false;
    }
  }

  /** Whether the user is still moving it. */
  public boolean isMoving() {
    return slider.getValueIsAdjusting();
  }

  public JPanel row() {
    return row;
  }

  public JSlider slider() {
    return slider;
  }
}
