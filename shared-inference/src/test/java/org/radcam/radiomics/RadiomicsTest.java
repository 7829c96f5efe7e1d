package org.radcam.radiomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.Progress;
import org.radcam.TestData;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.io.MaskFiles;
import org.radcam.radiomics.filter.ImageFilter;

class RadiomicsTest {
  private static final RadiomicsSettings BINS = RadiomicsSettings.of(Discretisation.parse("fbn:8"));

  @Test
  void thePhantomOfTheTestsIsThatOfTheIbsi() throws IOException {
    Path folder = TestData.require("ibsi/digital_phantom/nifti");
    Volume image = ImageFiles.read(folder.resolve("image/phantom.nii.gz")).volume();
    Mask mask = MaskFiles.read(folder.resolve("mask/mask.nii.gz"), image.geometry());
    assertThat(image.voxels()).containsExactly(DigitalPhantom.image().voxels());
    assertThat(mask.voxels()).isEqualTo(DigitalPhantom.mask().voxels());
    assertThat(image.geometry().spacing()).isEqualTo(DigitalPhantom.GEOMETRY.spacing());
  }

  @Test
  void aSingleVoxelHasAValueOrNaNForEveryFeature() {
    Map<String, Double> features = extract(ramp(6, 5, 4), voxels(43), BINS);
    assertThat(features).hasSize(487);
    assertThat(features)
        .containsEntry("stat_mean", 43.0)
        .containsEntry("stat_skew", 0.0)
        .containsEntry("ih_mode", 1.0)
        .containsEntry("morph_pca_elongation", Double.NaN)
        .containsEntry("morph_moran_i", Double.NaN)
        .containsEntry("cm_joint_avg_3D_comb", Double.NaN)
        .containsEntry("rlm_sre_3D_avg", 1.0)
        .containsEntry("szm_z_perc_3D", 1.0);
    assertThat(features.values()).noneMatch(value -> value.isInfinite());
  }

  @Test
  void cancellingStopsBeforeTheNextFamily() {
    List<String> begun = new ArrayList<>();
    Progress afterTwo =
        new Progress() {
          @Override
          public void report(double fraction, String message) {
            begun.add(message);
          }

          @Override
          public boolean isCancelled() {
            return begun.size() == 2;
          }
        };
    SourceImage image = new SourceImage("ramp", ramp(6, 5, 4), ImageTraits.UNKNOWN);
    Mask roi = new Mask(image.geometry(), voxels(43));

    assertThatThrownBy(() -> Radiomics.extract(image, roi, BINS, afterTwo))
        .isInstanceOf(CancellationException.class);
    assertThat(begun).containsExactly("morphology", "local intensity");
  }

  @Test
  void aRegionOfOneIntensityHasNoCorrelationButAUniformTexture() {
    Volume flat = Volume.filled(Geometry.millimetres(new Size(6, 5, 4), 1, 1, 3), 7);
    Map<String, Double> features = extract(flat, voxels(30, 31, 32, 60, 61, 62), BINS);
    assertThat(features)
        .containsEntry("cm_corr_3D_comb", Double.NaN)
        .containsEntry("cm_info_corr1_2D_avg", Double.NaN)
        .containsEntry("cm_energy_3D_avg", 1.0)
        .containsEntry("ngt_coarseness_3D", 1e6)
        .containsEntry("ngt_contrast_2_5D", 0.0)
        .containsEntry("ih_max_grad", Double.NaN)
        .containsEntry("ivh_i90", 2.0)
        .containsEntry("szm_lze_3D", 36.0);
  }

  @Test
  void aPictureOfOneSliceIsMeasuredToo() {
    Map<String, Double> features = extract(ramp(9, 9, 1), voxels(20, 21, 22, 29, 30, 31, 40), BINS);
    assertThat(features.get("morph_pca_flatness")).isZero();
    assertThat(features.get("morph_vol_dens_aee")).isNaN();
    assertThat(features.get("cm_contrast_3D_comb")).isEqualTo(features.get("cm_contrast_2D_comb"));
  }

  @Test
  void voxelsWithoutIntensityBelongToTheShapeOnly() {
    Volume image = ramp(6, 5, 4);
    image.voxels()[31] = Float.NaN;
    Map<String, Double> features = extract(image, voxels(30, 31, 32), BINS);
    assertThat(features)
        .containsEntry("morph_vol_approx", 3.0)
        .containsEntry("stat_mean", 31.0)
        .containsEntry("szm_z_perc_3D", 1.0)
        .containsEntry("cm_contrast_3D_comb", Double.NaN);
  }

  @Test
  void theSameInputGivesTheSameBits() {
    assertThat(extract(DigitalPhantom.image(), DigitalPhantom.mask().voxels(), BINS))
        .isEqualTo(extract(DigitalPhantom.image(), DigitalPhantom.mask().voxels(), BINS));
  }

  @Test
  void onlyTheFamiliesAndApproachesThatAreAskedForAreMeasured() {
    RadiomicsSettings few =
        BINS.withFamilies(Set.of(FeatureFamily.SIZE_ZONE, FeatureFamily.VOLUME_HISTOGRAM))
            .withApproaches(Set.of(TextureApproach.VOLUMETRIC));
    assertThat(extract(DigitalPhantom.image(), DigitalPhantom.mask().voxels(), few).keySet())
        .hasSize(7 + 16)
        .allMatch(tag -> tag.startsWith("ivh_") || tag.matches("szm_.*_3D"));
    // Without texture, intensities need not be grey levels.
    assertThat(
            extract(
                ramp(3, 3, 3),
                voxels(0, 1),
                RadiomicsSettings.of(new Discretisation.None())
                    .withFamilies(Set.of(FeatureFamily.STATISTICS))))
        .hasSize(18);
  }

  @Test
  void aFilteredImageIsMeasuredInItsOwnUnitsAndReSegmentedInTheOriginals() {
    Volume image = ramp(6, 6, 6);
    BitSet region = voxels(43, 44, 49, 50, 79, 80, 85, 86);
    RadiomicsSettings bright = BINS.withRange(new IntensityRange(45, 300));
    Map<String, Double> filtered =
        extract(image, region, bright.withFilter(ImageFilter.parse("wavelet:LLL")));
    // A low-pass filter along each of three axes multiplies by the root of 8.
    assertThat(filtered.get("stat_mean")).isGreaterThan(2 * 70);
    // Two of the eight voxels are too dark in the original.
    double rootMeanSquare = filtered.get("stat_rms");
    assertThat(filtered.get("stat_energy") / (rootMeanSquare * rootMeanSquare))
        .isCloseTo(6, within(1e-9));
    assertThat(extract(image, region, bright).get("stat_min")).isEqualTo(49);
    assertThat(filtered.get("morph_vol_approx")).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"log", "log:", "log:x", "wavelet:LLX", "wavelet:L", "gabor:1", ""})
  void aFilterThatIsNotUnderstoodIsRefused(String text) {
    assertThatThrownBy(() -> ImageFilter.parse(text))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("is not understood");
  }

  @Test
  void emptyRegionsAndOtherGridsAreRefusedInWords() {
    Volume image = ramp(6, 5, 4);
    assertRefused(image, new Mask(image.geometry(), new BitSet()), BINS, "is empty");
    Mask elsewhere = new Mask(Geometry.millimetres(new Size(6, 5, 4), 1, 1, 2), voxels(3));
    assertRefused(image, elsewhere, BINS, "6 x 5 x 4 voxels of 1.0 x 1.0 x 2.0 mm");
    Mask one = new Mask(image.geometry(), voxels(43));
    assertRefused(
        image, one, BINS.withRange(new IntensityRange(100, 200)), "between 100.0 and 200.0");
    assertRefused(
        image, one, BINS.withResampling(Resampling.isotropic(4)), "Choose smaller voxels");
    assertRefused(
        image, one, BINS.withResampling(Resampling.isotropic(0.001)), "Choose larger voxels");
    Volume nothing = Volume.filled(image.geometry(), Float.NaN);
    assertRefused(nothing, one, BINS, "all are NaN");
  }

  @Test
  void intensitiesThatAreNoGreyLevelsAreRefusedWithAdvice() {
    Volume image = ramp(6, 5, 4);
    Mask mask = new Mask(image.geometry(), voxels(0, 1));
    assertRefused(
        image, mask, RadiomicsSettings.of(new Discretisation.None()), "whole numbers from 1");
    assertRefused(
        image,
        mask,
        RadiomicsSettings.of(new Discretisation.FixedBinSize(1e-7)),
        "more than 1048576 grey levels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fbn", "fbn:0", "fbn:x", "fbs:0", "fbs:-1", "fbs:NaN", "bins:3", ""})
  void aDiscretisationThatIsNotUnderstoodIsRefused(String text) {
    assertThatThrownBy(() -> Discretisation.parse(text)).isInstanceOf(UserException.class);
  }

  @Test
  void binsOfOneSizeBeginWhereTheirOriginSays() {
    Discretisation ibsi = new Discretisation.FixedBinSize(25);
    Discretisation multiple =
        new Discretisation.FixedBinSize(25, Discretisation.BinOrigin.MULTIPLE_OF_WIDTH);
    Optional<IntensityRange> none = Optional.empty();
    assertThat(ibsi.scale(-30, 90, none).level(-6)).isEqualTo(1);
    assertThat(multiple.scale(-30, 90, none).level(-6)).isEqualTo(2);
    assertThat(ibsi.scale(-30, 90, Optional.of(new IntensityRange(-100, 100))).level(-6))
        .isEqualTo(4);
  }

  private static void assertRefused(
      Volume image, Mask mask, RadiomicsSettings settings, String words) {
    assertThatThrownBy(() -> Radiomics.extract(image, mask, settings))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(words);
  }

  private static Map<String, Double> extract(
      Volume image, BitSet voxels, RadiomicsSettings settings) {
    List<FeatureValue> features =
        Radiomics.extract(image, new Mask(image.geometry(), voxels), settings);
    return features.stream().collect(Collectors.toMap(FeatureValue::tag, FeatureValue::value));
  }

  /** Every voxel's intensity is its index. */
  private static Volume ramp(int columns, int rows, int slices) {
    Volume volume =
        Volume.filled(Geometry.millimetres(new Size(columns, rows, slices), 1, 1, 1), 0);
    for (int n = 0; n < volume.voxels().length; n++) {
      volume.voxels()[n] = n;
    }
    return volume;
  }

  private static BitSet voxels(int... set) {
    BitSet voxels = new BitSet();
    for (int voxel : set) {
      voxels.set(voxel);
    }
    return voxels;
  }
}
