package org.radcam.prepare;

import java.util.Map;
import org.radcam.image.ImageTraits;
import org.radcam.image.Volume;

/**
 * Makes large values bright: an image whose large values are shown dark (MONOCHROME1, or a negative
 * rescale slope that was not carried out) is mirrored at the middle of its own range, v to low +
 * high - v.
 */
public record Photometric() implements PreparationStep {
  static final String KEY = "photometric";

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Prepared apply(Prepared image) {
    ImageTraits traits = image.traits();
    if (traits.storedBrightness() == ImageTraits.Brightness.LARGE_IS_BRIGHT) {
      return image.after(KEY, image.volume(), Map.of("inverted", 0.0));
    }
    Volume.Range range = image.volume().range();
    double sum = (double) range.low() + range.high();
    double slope = traits.rescaleSlope();
    return image
        .after(
            KEY,
            Values.map(image.volume(), v -> (float) (sum - v)),
            Map.of("inverted", 1.0, "sum", sum))
        .withTraits(
            slope < 0
                // The same modality units from the mirrored values: b + s v = (b + s sum) - s v'.
                ? traits.withRescale(-slope, traits.rescaleIntercept() + slope * sum)
                : traits.withBrightness(ImageTraits.Brightness.LARGE_IS_BRIGHT));
  }
}
