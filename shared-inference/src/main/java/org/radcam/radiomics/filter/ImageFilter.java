package org.radcam.radiomics.filter;

import java.util.Locale;
import java.util.Map;
import org.radcam.UserException;
import org.radcam.image.Volume;

/** Makes an image of which features are measured instead of the original. */
public sealed interface ImageFilter {
  /**
   * The filtered image, on the same grid.
   *
   * @throws UserException if the image or the filter's parameters do not allow it
   */
  Volume apply(Volume image);

  /**
   * Reads what users write: {@code log:2} (sigma in mm) or {@code wavelet:LLH}.
   *
   * @throws UserException if it is neither
   */
  static ImageFilter parse(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    if (upper.startsWith("LOG:")) {
      try {
        return new Log(Double.parseDouble(upper.substring(4)));
      } catch (NumberFormatException e) {
        // Answered below.
      }
    }
    if (upper.matches("WAVELET:[LH]{2,3}")) {
      return new WaveletPart(upper.substring(8));
    }
    throw new UserException(
        "The filter '"
            + text
            + "' is not understood; write log:SIGMA (the width of a Laplacian of Gaussian in mm,"
            + " such as log:2) or wavelet:NAME (L or H for every axis, such as wavelet:LLH).");
  }

  /**
   * {@link LaplacianOfGaussian}.
   *
   * @param sigma width of the Gaussian, in the units of the image's spacing
   */
  record Log(double sigma) implements ImageFilter {
    @Override
    public Volume apply(Volume image) {
      return LaplacianOfGaussian.filter(image, sigma);
    }
  }

  /**
   * One of the images of {@link Wavelet}.
   *
   * @param name L or H for every axis of the image
   */
  record WaveletPart(String name) implements ImageFilter {
    @Override
    public Volume apply(Volume image) {
      Map<String, Volume> parts = Wavelet.transform(image);
      Volume part = parts.get(name);
      if (part == null) {
        throw new UserException(
            "There is no wavelet image '"
                + name
                + "' of this image; there are "
                + String.join(", ", parts.keySet())
                + ".");
      }
      return part;
    }
  }
}
