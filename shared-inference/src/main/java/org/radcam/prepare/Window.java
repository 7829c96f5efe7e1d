package org.radcam.prepare;

import java.util.Map;

/**
 * Clips to a fixed window in modality units and scales it to 0..1: (v - (centre - width / 2)) /
 * width.
 */
public record Window(double centre, double width) implements PreparationStep {
  static final String KEY = "window";

  public Window {
    if (!(width > 0)) {
      throw new IllegalArgumentException("A window needs a width above 0, got " + width);
    }
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Prepared apply(Prepared image) {
    return image.after(
        KEY,
        Values.toUnitRange(image.volume(), centre - width / 2, centre + width / 2),
        Map.of("centre", centre, "width", width));
  }
}
