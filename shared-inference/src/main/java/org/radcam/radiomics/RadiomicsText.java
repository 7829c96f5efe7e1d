package org.radcam.radiomics;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcam.UserException;
import org.radcam.radiomics.filter.ImageFilter;

/**
 * Settings as people write them, on the command line as in a macro or a dialog. Every text may be
 * blank: then the default holds.
 *
 * @param discretisation {@code none}, {@code fbn:N} or {@code fbs:W}; default {@value
 *     #DISCRETISATION}
 * @param ivh the same for the intensity-volume histogram; default see {@link RadiomicsSettings#of}
 * @param range {@code LOW:HIGH} or {@code LOW:}; intensities outside do not count
 * @param outliers a number of standard deviations; intensities further from the mean do not count
 * @param spacing voxel size in mm to resample to: one number, or three separated by commas, of
 *     which 0 leaves an axis as it is
 * @param interpolation {@code linear} (default) or {@code cubic}; with a spacing only
 * @param round whether resampled intensities are rounded; with a spacing only
 * @param filter {@code log:SIGMA} or {@code wavelet:NAME}
 * @param families names of {@link FeatureFamily}, separated by commas; default all
 * @param aggregations of texture: {@code 2D}, {@code 2.5D}, {@code 3D}, separated by commas;
 *     default all
 */
public record RadiomicsText(
    String discretisation,
    String ivh,
    String range,
    String outliers,
    String spacing,
    String interpolation,
    boolean round,
    String filter,
    String families,
    String aggregations) {
  /** The discretisation where none is asked for. */
  public static final String DISCRETISATION = "fbn:32";

  /** Words for {@link #families}. */
  public static List<String> familyNames() {
    return Stream.of(FeatureFamily.values()).map(RadiomicsText::word).toList();
  }

  /** Words for {@link #aggregations}. */
  public static List<String> aggregationNames() {
    return Stream.of(TextureApproach.values()).map(TextureApproach::label).toList();
  }

  /** Words for {@link #interpolation}, the default first. */
  public static List<String> interpolationNames() {
    return Stream.of(Resampling.Interpolation.values()).map(RadiomicsText::word).toList();
  }

  /**
   * What the texts mean.
   *
   * @throws UserException naming the text that is not understood
   */
  public RadiomicsSettings settings() {
    RadiomicsSettings settings =
        RadiomicsSettings.of(
            Discretisation.parse(discretisation.isBlank() ? DISCRETISATION : discretisation));
    if (!ivh.isBlank()) {
      settings = settings.withVolumeHistogram(Discretisation.parse(ivh));
    }
    if (!range.isBlank()) {
      settings = settings.withRange(intensityRange());
    }
    if (!outliers.isBlank()) {
      settings = settings.withOutlierSigmas(sigmas());
    }
    if (!spacing.isBlank()) {
      double[] s = spacings();
      settings =
          settings.withResampling(new Resampling(s[0], s[1], s[2], interpolated(), round, 0.5));
    } else if (round || interpolated() != Resampling.Interpolation.LINEAR) {
      throw new UserException(
          "The options round and interpolation need spacing: without it nothing is resampled.");
    }
    if (!filter.isBlank()) {
      settings = settings.withFilter(ImageFilter.parse(filter));
    }
    if (!families.isBlank()) {
      settings =
          settings.withFamilies(
              some("families", families, FeatureFamily.class, RadiomicsText::word));
    }
    if (!aggregations.isBlank()) {
      settings =
          settings.withApproaches(
              some("aggregations", aggregations, TextureApproach.class, TextureApproach::label));
    }
    return settings;
  }

  private IntensityRange intensityRange() {
    String[] bounds = range.strip().split(":", -1);
    if (bounds.length == 2) {
      try {
        return new IntensityRange(
            Double.parseDouble(bounds[0]),
            bounds[1].isBlank() ? Double.POSITIVE_INFINITY : Double.parseDouble(bounds[1]));
      } catch (NumberFormatException e) {
        // Answered below.
      }
    }
    throw new UserException(
        "The range must be LOW:HIGH or LOW:, such as -500:400, not '" + range + "'.");
  }

  private double sigmas() {
    try {
      return Double.parseDouble(outliers.strip());
    } catch (NumberFormatException e) {
      throw new UserException(
          "The option outliers must be a number of standard deviations, such as 3, not '"
              + outliers
              + "'.",
          e);
    }
  }

  private double[] spacings() {
    String[] parts = spacing.strip().split(",", -1);
    if (parts.length == 1 || parts.length == 3) {
      try {
        double first = Double.parseDouble(parts[0]);
        return parts.length == 1
            ? new double[] {first, first, first}
            : new double[] {first, Double.parseDouble(parts[1]), Double.parseDouble(parts[2])};
      } catch (NumberFormatException e) {
        // Answered below.
      }
    }
    throw new UserException(
        "The spacing must be one size in mm or three, such as 2 or 1,1,0, not '" + spacing + "'.");
  }

  private Resampling.Interpolation interpolated() {
    if (interpolation.isBlank()) {
      return Resampling.Interpolation.LINEAR;
    }
    return one("interpolation", interpolation, Resampling.Interpolation.class, RadiomicsText::word);
  }

  private static <E extends Enum<E>> Set<E> some(
      String option, String text, Class<E> type, Function<E, String> word) {
    Set<E> chosen = EnumSet.noneOf(type);
    for (String part : text.split(",", -1)) {
      chosen.add(one(option, part, type, word));
    }
    return chosen;
  }

  private static <E extends Enum<E>> E one(
      String option, String text, Class<E> type, Function<E, String> word) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> word.apply(value).equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "The option "
                        + option
                        + " knows "
                        + Arrays.stream(type.getEnumConstants())
                            .map(word)
                            .collect(Collectors.joining(", "))
                        + ", not '"
                        + text.strip()
                        + "'."));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
