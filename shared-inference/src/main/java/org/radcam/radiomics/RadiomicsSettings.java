package org.radcam.radiomics;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.radcam.UserException;
import org.radcam.radiomics.filter.ImageFilter;

/**
 * Everything that changes a feature's value, beside image and region. Texture is measured at
 * (Chebyshev) distance 1 and dependence with coarseness 0, the IBSI's defaults.
 *
 * @param resampling done first, if at all
 * @param filter applied to the (resampled) image, if at all; re-segmentation still goes by the
 *     unfiltered intensities
 * @param range intensities outside are taken out of the intensity mask
 * @param outlierSigmas if present, intensities further than so many standard deviations from the
 *     region's mean are taken out of the intensity mask (IBSI 7ACA, with 3)
 * @param discretisation for the intensity histogram and for texture
 * @param volumeHistogram for the intensity-volume histogram
 * @param families what to measure
 * @param approaches of the texture families
 */
public record RadiomicsSettings(
    Optional<Resampling> resampling,
    Optional<ImageFilter> filter,
    Optional<IntensityRange> range,
    OptionalDouble outlierSigmas,
    Discretisation discretisation,
    Discretisation volumeHistogram,
    Set<FeatureFamily> families,
    Set<TextureApproach> approaches) {

  public RadiomicsSettings {
    Objects.requireNonNull(resampling, "resampling");
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(discretisation, "discretisation");
    Objects.requireNonNull(volumeHistogram, "volumeHistogram");
    if (outlierSigmas.isPresent() && !(outlierSigmas.getAsDouble() > 0)) {
      throw new UserException(
          "Outliers must be more than 0 standard deviations from the mean, not "
              + outlierSigmas.getAsDouble());
    }
    families = Set.copyOf(families);
    approaches = Set.copyOf(approaches);
  }

  /**
   * All families and approaches with a discretisation, neither resampled nor re-segmented. The
   * intensity-volume histogram is made of 1000 bins, as the IBSI recommends for arbitrary units
   * (section 3.5), or of the intensities themselves where these are not discretised either.
   */
  public static RadiomicsSettings of(Discretisation discretisation) {
    return new RadiomicsSettings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        discretisation,
        discretisation instanceof Discretisation.None
            ? discretisation
            : new Discretisation.FixedBinNumber(1000),
        EnumSet.allOf(FeatureFamily.class),
        EnumSet.allOf(TextureApproach.class));
  }

  public RadiomicsSettings withResampling(Resampling other) {
    return new RadiomicsSettings(
        Optional.of(other),
        filter,
        range,
        outlierSigmas,
        discretisation,
        volumeHistogram,
        families,
        approaches);
  }

  public RadiomicsSettings withFilter(ImageFilter other) {
    return new RadiomicsSettings(
        resampling,
        Optional.of(other),
        range,
        outlierSigmas,
        discretisation,
        volumeHistogram,
        families,
        approaches);
  }

  public RadiomicsSettings withRange(IntensityRange other) {
    return new RadiomicsSettings(
        resampling,
        filter,
        Optional.of(other),
        outlierSigmas,
        discretisation,
        volumeHistogram,
        families,
        approaches);
  }

  public RadiomicsSettings withOutlierSigmas(double other) {
    return new RadiomicsSettings(
        resampling,
        filter,
        range,
        OptionalDouble.of(other),
        discretisation,
        volumeHistogram,
        families,
        approaches);
  }

  public RadiomicsSettings withVolumeHistogram(Discretisation other) {
    return new RadiomicsSettings(
        resampling, filter, range, outlierSigmas, discretisation, other, families, approaches);
  }

  public RadiomicsSettings withFamilies(Set<FeatureFamily> other) {
    return new RadiomicsSettings(
        resampling,
        filter,
        range,
        outlierSigmas,
        discretisation,
        volumeHistogram,
        other,
        approaches);
  }

  public RadiomicsSettings withApproaches(Set<TextureApproach> other) {
    return new RadiomicsSettings(
        resampling, filter, range, outlierSigmas, discretisation, volumeHistogram, families, other);
  }

  /** The range where it holds for what is measured: filtered intensities are none of its units. */
  Optional<IntensityRange> rangeOfMeasured() {
    return filter.isPresent() ? Optional.empty() : range;
  }
}
