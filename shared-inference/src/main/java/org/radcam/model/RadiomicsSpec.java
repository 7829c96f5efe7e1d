package org.radcam.model;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.PreparationStep;
import org.radcam.prepare.Resample;
import org.radcam.prepare.Resize;
import org.radcam.prepare.RoiBlock;
import org.radcam.prepare.RoiCrop;
import org.radcam.radiomics.Discretisation;
import org.radcam.radiomics.FeatureFamily;
import org.radcam.radiomics.IntensityRange;
import org.radcam.radiomics.RadiomicsSettings;
import org.radcam.radiomics.Resampling;
import org.radcam.radiomics.TextureApproach;
import org.radcam.radiomics.filter.ImageFilter;

/**
 * Which radiomics features of the region of interest a model takes from one image. Settings are
 * those of {@code ./radcam radiomics}, in the same words.
 *
 * <p>Refused, with an {@link IllegalArgumentException} or {@link org.radcam.UserException}, are
 *
 * <ul>
 *   <li>a preparation that crops or changes the size of voxels: the region is measured where it was
 *       drawn ({@code spacing} resamples by the IBSI's rules);
 *   <li>a filter named twice, dimensions other than 2 and 3;
 *   <li>a setting that {@link RadiomicsSettings} refuses: by {@link #check()}.
 * </ul>
 *
 * @param key told in the features' names where a model has several of these; empty for the only one
 * @param role the image
 * @param preparation steps that change intensities, bring the image to the reference image's grid,
 *     or choose a slice
 * @param dimensions 2: texture within slices; 3: in all directions
 * @param discretisation for histogram and texture, for example {@code fbn:32}
 * @param volumeHistogram that of the intensity-volume histogram; empty for the default
 * @param range intensities that count: low, or low and high; empty for all
 * @param outliers standard deviations from the mean beyond which intensities do not count
 * @param spacing voxel size in mm that is resampled to first, one or three; empty for none
 * @param cubic whether resampling is cubic
 * @param round whether resampled intensities are rounded
 * @param filters whose images are measured: {@link #UNFILTERED} or what {@link ImageFilter} reads
 * @param families what is measured; shape, which filters do not change, only once: of the image
 *     itself, where that is measured too
 */
public record RadiomicsSpec(
    String key,
    String role,
    Preparation preparation,
    int dimensions,
    String discretisation,
    Optional<String> volumeHistogram,
    List<Double> range,
    OptionalDouble outliers,
    List<Double> spacing,
    boolean cubic,
    boolean round,
    List<String> filters,
    Set<FeatureFamily> families) {
  /** The image itself. */
  public static final String UNFILTERED = "none";

  public RadiomicsSpec {
    range = List.copyOf(range);
    spacing = List.copyOf(spacing);
    filters = List.copyOf(filters);
    families = EnumSet.copyOf(families);
    check(
        key.matches("[a-z0-9-]{0,32}"),
        "'key' has up to 32 lower-case letters, digits and '-', not '" + key + "'");
    for (PreparationStep step : preparation.steps()) {
      check(
          !(step instanceof Resample
              || step instanceof RoiCrop
              || step instanceof RoiBlock
              || step instanceof Resize),
          "'preparation' has the step "
              + step.key()
              + ", but radiomics features are measured where the region was drawn; to resample by"
              + " the IBSI's rules give 'spacing'");
    }
    check(dimensions == 2 || dimensions == 3, "'dimensions' is 2 or 3, not " + dimensions);
    check(range.size() <= 2, "'range' has one bound or two");
    check(spacing.isEmpty() || spacing.size() == 1 || spacing.size() == 3, "'spacing' has 1 or 3");
    check(!spacing.isEmpty() || !(cubic || round), "'interpolation' and 'round' need 'spacing'");
    check(!filters.isEmpty(), "'filters' names nothing to measure");
    check(new HashSet<>(filters).size() == filters.size(), "'filters' names one twice");
  }

  /** What the command line calls a family. */
  public static String word(FeatureFamily family) {
    return family.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What stands before a feature's tag: {@code radiomics:}, with key and filter if there are. */
  public String prefix(String filter) {
    return "radiomics:"
        + (key.isEmpty() ? "" : key + ":")
        + (filter.equals(UNFILTERED) ? "" : filter + ":");
  }

  /**
   * Tries all settings.
   *
   * @throws org.radcam.UserException if one is refused
   */
  public void check() {
    filters.forEach(this::settings);
  }

  /** The settings with which one of the filtered images is measured. */
  public RadiomicsSettings settings(String filter) {
    RadiomicsSettings settings =
        RadiomicsSettings.of(Discretisation.parse(discretisation))
            .withFamilies(families)
            .withApproaches(
                EnumSet.of(dimensions == 2 ? TextureApproach.PLANAR : TextureApproach.VOLUMETRIC));
    if (volumeHistogram.isPresent()) {
      settings = settings.withVolumeHistogram(Discretisation.parse(volumeHistogram.get()));
    }
    if (!range.isEmpty()) {
      settings =
          settings.withRange(
              new IntensityRange(
                  range.get(0), range.size() == 2 ? range.get(1) : Double.POSITIVE_INFINITY));
    }
    if (outliers.isPresent()) {
      settings = settings.withOutlierSigmas(outliers.getAsDouble());
    }
    if (!spacing.isEmpty()) {
      int last = spacing.size() - 1;
      settings =
          settings.withResampling(
              new Resampling(
                  spacing.get(0),
                  spacing.get(last / 2),
                  spacing.get(last),
                  cubic ? Resampling.Interpolation.CUBIC : Resampling.Interpolation.LINEAR,
                  round,
                  0.5));
    }
    if (filter.equals(UNFILTERED)) {
      return settings;
    }
    Set<FeatureFamily> others = EnumSet.copyOf(families);
    if (filters.contains(UNFILTERED) && others.size() > 1) {
      others.remove(FeatureFamily.MORPHOLOGY);
    }
    return settings.withFilter(ImageFilter.parse(filter)).withFamilies(others);
  }

  /**
   * Whether values are measured in millimetres, so that an image without a scale has other ones.
   */
  public boolean needsMillimetres() {
    return families.contains(FeatureFamily.MORPHOLOGY)
        || families.contains(FeatureFamily.LOCAL_INTENSITY)
        || !spacing.isEmpty()
        || filters.stream().anyMatch(filter -> filter.startsWith("log:"));
  }

  private static void check(boolean good, String message) {
    if (!good) {
      throw new IllegalArgumentException(message);
    }
  }
}
