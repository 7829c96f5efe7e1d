package org.radcam.radiomics;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.radcam.Progress;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;

/**
 * Measures the features of a region of interest by the definitions of the Image Biomarker
 * Standardisation Initiative (IBSI): the reference manual, arXiv:1612.07003, and Zwanenburg et al.,
 * Radiology 2020;295:328. Sections and four-letter codes in this package's comments are the
 * manual's.
 *
 * <pre>{@code
 * List<FeatureValue> features =
 *     Radiomics.extract(image, roi, RadiomicsSettings.of(Discretisation.parse("fbn:32")));
 * }</pre>
 */
public final class Radiomics {
  private Radiomics() {}

  /**
   * The features of a region, in the order of the manual. A feature without a value for this region
   * is NaN; features that nothing can be said about never stop the others.
   *
   * @param image intensities in the units that features are to have
   * @param roi the region, on the image's grid
   * @param settings see there
   * @throws org.radcam.UserException if there is nothing to measure: see {@code RoiPreparation} and
   *     {@code GreyLevels} for the rules
   */
  public static List<FeatureValue> extract(Volume image, Mask roi, RadiomicsSettings settings) {
    return extract(image, roi, settings, Progress.NONE);
  }

  private static List<FeatureValue> extract(
      Volume image, Mask roi, RadiomicsSettings settings, Progress progress) {
    progress.checkCancelled();
    RoiGrid grid = RoiPreparation.prepare(image, roi, settings);
    FeatureList out = new FeatureList();
    Families families = new Families(settings.families(), progress);
    families.measure(FeatureFamily.MORPHOLOGY, () -> MorphologyFeatures.measure(grid, out));
    families.measure(
        FeatureFamily.LOCAL_INTENSITY, () -> LocalIntensityFeatures.measure(grid, out));
    families.measure(FeatureFamily.STATISTICS, () -> StatisticsFeatures.measure(grid, out));
    Runnable ivh =
        () ->
            VolumeHistogramFeatures.measure(
                grid, settings.volumeHistogram(), settings.rangeOfMeasured(), out);
    if (settings.families().stream().anyMatch(Radiomics::needsGreyLevels)) {
      GreyLevels grey = new GreyLevels(grid, settings.discretisation(), settings.rangeOfMeasured());
      families.measure(FeatureFamily.HISTOGRAM, () -> HistogramFeatures.measure(grey, out));
      families.measure(FeatureFamily.VOLUME_HISTOGRAM, ivh);
      texture(grey, families, settings.approaches(), out);
    } else {
      families.measure(FeatureFamily.VOLUME_HISTOGRAM, ivh);
    }
    return out.values();
  }

  /**
   * The same of an image as it came from its file or host: its stored values become modality units
   * (Hounsfield units on CT) first.
   */
  public static List<FeatureValue> extract(
      SourceImage image, Mask roi, RadiomicsSettings settings) {
    return extract(image, roi, settings, Progress.NONE);
  }

  /**
   * The same; between the families it tells which is next, and asks whether to go on.
   *
   * @throws java.util.concurrent.CancellationException if the user cancelled
   */
  public static List<FeatureValue> extract(
      SourceImage image, Mask roi, RadiomicsSettings settings, Progress progress) {
    return extract(modalityUnits(image), roi, settings, progress);
  }

  /** Those that are wanted. */
  private record Families(Set<FeatureFamily> wanted, Progress progress) {
    void measure(FeatureFamily family, Runnable measurement) {
      if (wanted.contains(family)) {
        progress.checkCancelled();
        String name = family.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        progress.report(Double.NaN, name);
        measurement.run();
      }
    }
  }

  private static Volume modalityUnits(SourceImage image) {
    double slope = image.traits().rescaleSlope();
    double intercept = image.traits().rescaleIntercept();
    if (slope == 1 && intercept == 0) {
      return image.volume();
    }
    float[] values = image.volume().voxels();
    float[] rescaled = new float[values.length];
    for (int n = 0; n < values.length; n++) {
      rescaled[n] = (float) (slope * values[n] + intercept);
    }
    return new Volume(image.geometry(), rescaled);
  }

  private static boolean needsGreyLevels(FeatureFamily family) {
    return switch (family) {
      case MORPHOLOGY, LOCAL_INTENSITY, STATISTICS, VOLUME_HISTOGRAM -> false;
      default -> true;
    };
  }

  private static void texture(
      GreyLevels grey, Families families, Set<TextureApproach> approaches, FeatureList out) {
    families.measure(
        FeatureFamily.COOCCURRENCE, () -> new CooccurrenceFeatures(grey).measure(approaches, out));
    families.measure(
        FeatureFamily.RUN_LENGTH, () -> new RunLengthFeatures(grey).measure(approaches, out));
    families.measure(
        FeatureFamily.SIZE_ZONE, () -> new SizeZoneFeatures(grey).measure(approaches, out));
    families.measure(
        FeatureFamily.DISTANCE_ZONE, () -> new DistanceZoneFeatures(grey).measure(approaches, out));
    families.measure(
        FeatureFamily.TONE_DIFFERENCE,
        () -> new ToneDifferenceFeatures(grey).measure(approaches, out));
    families.measure(
        FeatureFamily.DEPENDENCE, () -> new DependenceFeatures(grey).measure(approaches, out));
  }
}
