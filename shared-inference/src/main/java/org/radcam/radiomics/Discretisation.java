package org.radcam.radiomics;

import java.util.Locale;
import java.util.Optional;
import org.radcam.UserException;

/**
 * How intensities become grey levels 1, 2, 3 ... (IBSI reference manual, section 2.8).
 *
 * <ul>
 *   <li>{@link None}: intensities are grey levels already.
 *   <li>{@link FixedBinNumber}: so many bins between the smallest and the largest intensity.
 *   <li>{@link FixedBinSize}: bins of one width.
 * </ul>
 */
public sealed interface Discretisation {
  /**
   * Reads what users write: {@code none}, {@code fbn:32} or {@code fbs:25}.
   *
   * @throws UserException if it is none of them
   */
  static Discretisation parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    try {
      if (lower.equals("none")) {
        return new None();
      }
      if (lower.startsWith("fbn:")) {
        return new FixedBinNumber(Integer.parseInt(lower.substring(4)));
      }
      if (lower.startsWith("fbs:")) {
        return new FixedBinSize(Double.parseDouble(lower.substring(4)));
      }
    } catch (NumberFormatException e) {
      // Answered below, with the others that are not understood.
    }
    throw new UserException(
        "The discretisation '"
            + text
            + "' is not understood; write none, fbn:N (a number of bins, such as fbn:32) or fbs:W"
            + " (the width of a bin, such as fbs:25).");
  }

  /**
   * The scale for a region.
   *
   * @param low smallest intensity in the region
   * @param high largest intensity in the region
   * @param range the re-segmentation range, if any
   */
  GreyScale scale(double low, double high, Optional<IntensityRange> range);

  /** Intensities are whole numbers from 1 and stand for themselves. */
  record None() implements Discretisation {
    @Override
    public GreyScale scale(double low, double high, Optional<IntensityRange> range) {
      return new GreyScale.Identity();
    }
  }

  /**
   * Fixed bin number (K15C): level = floor(N (x - min) / (max - min)) + 1, and N for the maximum.
   *
   * @param bins N
   */
  record FixedBinNumber(int bins) implements Discretisation {
    public FixedBinNumber {
      if (bins < 1 || bins > GreyLevels.MAX_LEVEL) {
        throw new UserException(
            "The number of bins must be between 1 and " + GreyLevels.MAX_LEVEL + ", not " + bins);
      }
    }

    @Override
    public GreyScale scale(double low, double high, Optional<IntensityRange> range) {
      return new GreyScale.EqualBins(low, high, bins);
    }
  }

  /**
   * Fixed bin size (Q3RU): level = floor((x - min) / w) + 1.
   *
   * @param width w
   * @param origin what min is
   */
  record FixedBinSize(double width, BinOrigin origin) implements Discretisation {
    public FixedBinSize {
      if (!(width > 0) || Double.isInfinite(width)) {
        throw new UserException("The width of a bin must be a positive number, not " + width + ".");
      }
    }

    /** With the origin that the IBSI asks for. */
    public FixedBinSize(double width) {
      this(width, BinOrigin.RANGE_OR_MINIMUM);
    }

    @Override
    public GreyScale scale(double low, double high, Optional<IntensityRange> range) {
      double first =
          switch (origin) {
            case RANGE_OR_MINIMUM -> range.map(IntensityRange::low).orElse(low);
            case MULTIPLE_OF_WIDTH -> width * Math.floor(low / width);
          };
      return new GreyScale.FixedWidth(first, width);
    }
  }

  /** Where the bins of a fixed size begin. */
  enum BinOrigin {
    /** At the re-segmentation range's lower bound, or else at the smallest intensity (IBSI). */
    RANGE_OR_MINIMUM,
    /** At the multiple of the width at or below the smallest intensity (pyradiomics). */
    MULTIPLE_OF_WIDTH
  }
}
