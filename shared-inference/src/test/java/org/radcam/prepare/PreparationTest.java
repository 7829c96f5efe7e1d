package org.radcam.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.config.YamlSection;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

class PreparationTest {
  private static final ImageTraits DARK =
      ImageTraits.UNKNOWN.withBrightness(ImageTraits.Brightness.LARGE_IS_DARK).withRescale(2, -100);

  @Test
  void storedValuesBecomeModalityUnitsAndThenBright() {
    Prepared prepared =
        prepare(image(DARK, 10, 20, 40, 50), new ModalityUnits(), new Photometric());
    // Rescaled: -80, -60, -20, 0; mirrored at the middle of -80..0: 0, -20, -60, -80.
    assertThat(prepared.volume().voxels()).containsExactly(0, -20, -60, -80);
  }

  @Test
  void aTraitThatWasCarriedOutIsNotCarriedOutTwice() {
    Prepared prepared =
        prepare(
            image(DARK, 10, 20, 40, 50),
            new ModalityUnits(),
            new Photometric(),
            new ModalityUnits(),
            new Photometric());
    assertThat(prepared.volume().voxels()).containsExactly(0, -20, -60, -80);
  }

  @Test
  void aNegativeSlopeTurnsStoredValuesRoundWithOrWithoutModalityUnits() {
    // MONOCHROME2 with slope -1: the largest stored value is the darkest.
    ImageTraits turned = ImageTraits.UNKNOWN.withRescale(-1, 50);
    assertThat(prepare(image(turned, 10, 20, 40, 50), new Photometric()).volume().voxels())
        .containsExactly(50, 40, 20, 10);
    for (PreparationStep[] steps :
        new PreparationStep[][] {
          {new ModalityUnits(), new Photometric()}, {new Photometric(), new ModalityUnits()}
        }) {
      assertThat(prepare(image(turned, 10, 20, 40, 50), steps).volume().voxels())
          .containsExactly(40, 30, 10, 0);
    }
    // MONOCHROME1 with slope -1: both together leave stored values as they are.
    ImageTraits twice = turned.withBrightness(ImageTraits.Brightness.LARGE_IS_DARK);
    assertThat(prepare(image(twice, 10, 20, 40, 50), new Photometric()).volume().voxels())
        .containsExactly(10, 20, 40, 50);
  }

  @Test
  void everyStepIsRecordedWithWhatItMeasured() {
    Prepared prepared =
        prepare(image(DARK, 10, 20, 40, 50), new ModalityUnits(), new PercentileRange(0, 50));
    assertThat(prepared.steps())
        .extracting(AppliedStep::step)
        .containsExactly("modality-units", "percentile-range");
    assertThat(prepared.steps().get(1).values())
        .containsEntry("lowValue", -80.0)
        .containsEntry("highValue", -40.0);
    assertThat(prepared.volume().voxels()).containsExactly(0, 0.5f, 1, 1);
  }

  @Test
  void aWindowClipsAndScales() {
    assertThat(prepare(image(0, 50, 100, 300), new Window(100, 200)).volume().voxels())
        .containsExactly(0, 0.25f, 0.5f, 1);
  }

  @Test
  void zScoresHaveMeanZeroAndDeviationOne() {
    // (v - 2.5) / sqrt(1.25)
    assertThat(prepare(image(1, 2, 3, 4), new ZScore()).volume().voxels())
        .containsExactly(
            new float[] {-1.3416407f, -0.4472136f, 0.4472136f, 1.3416407f}, within(1e-6f));
  }

  @Test
  void anImageWithoutAnyRangeBecomesZeroRatherThanNothing() {
    assertThat(prepare(image(7, 7, 7, 7), new PercentileRange(1, 99)).volume().voxels())
        .containsOnly(0);
    assertThat(prepare(image(7, 7, 7, 7), new ZScore()).volume().voxels()).containsOnly(0);
  }

  @Test
  void aForegroundZScoreMeasuresBrightVoxelsOnlyAndChangesAll() {
    // 99th percentile 13.88, so the foreground begins at 1.388: 10 and 14, mean 12, deviation 2.
    assertThat(prepare(image(0, 1, 10, 14), new ZScore(0.1)).volume().voxels())
        .containsExactly(-6, -5.5f, -1, 1);
    assertThat(prepare(image(0, 0, 0, 0), new ZScore(0.1)).volume().voxels()).containsOnly(0);
  }

  @Test
  void theCropIsTheRegionAndItsMarginInMillimetresCutAtTheEdge() {
    Geometry grid = Geometry.millimetres(new Size(20, 30, 1), 0.5, 2, 1);
    Volume volume = Volume.filled(grid, 0);
    for (int n = 0; n < volume.voxels().length; n++) {
      volume.voxels()[n] = n;
    }
    Prepared prepared =
        new Preparation(List.of(new RoiCrop(2)))
            .apply(
                new SourceImage("x", volume, ImageTraits.UNKNOWN),
                Optional.of(box(grid, 2, 10, 4, 5)));
    // 2 mm are 4 columns and 1 row; on the left only 2 columns are there.
    assertThat(prepared.volume().size()).isEqualTo(Size.of(10, 7));
    assertThat(prepared.volume().at(0, 0, 0)).isEqualTo(9 * 20);
    assertThat(prepared.volume().geometry().toPatient(0, 0, 0)).isEqualTo(new Vector3(0, 18, 0));
  }

  @Test
  void aRegionDrawnOnAnotherGridCropsThroughPatientSpace() {
    Geometry coarse = Geometry.millimetres(new Size(10, 10, 1), 2, 2, 1);
    Geometry fine = coarse.withSize(Size.of(40, 40));
    Prepared prepared =
        new Preparation(List.of(new RoiCrop(0)))
            .apply(
                new SourceImage("x", Volume.filled(fine, 0), ImageTraits.UNKNOWN),
                Optional.of(box(coarse, 3, 4, 2, 1)));
    assertThat(prepared.volume().geometry().sameGridAs(fine.crop(12, 16, 0, Size.of(8, 4))))
        .isTrue();
  }

  @Test
  void aMarginInMillimetresOnAnImageWithoutPixelSizeIsRefused() {
    Geometry grid = Geometry.uncalibrated(Size.of(9, 9));
    assertThatThrownBy(
            () ->
                new Preparation(List.of(new RoiCrop(5)))
                    .apply(
                        new SourceImage("scan.png", Volume.filled(grid, 1), ImageTraits.UNKNOWN),
                        Optional.of(box(grid, 1, 1, 2, 2))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("scan.png")
        .hasMessageContaining("pixel size");
  }

  @Test
  void aCropWithoutARegionIsRefused() {
    assertThatThrownBy(() -> prepare(image(1, 2, 3, 4), new RoiCrop(0)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Draw one");
  }

  @Test
  void fittingKeepsThePhysicalShapeOfNonSquarePixelsAndPadsEvenly() {
    // 40 x 10 voxels of 0.5 x 2 mm are 20 x 20 mm: square, although four times as wide in pixels.
    Geometry square = Geometry.millimetres(new Size(40, 10, 1), 0.5, 2, 1);
    Resize fit = new Resize(8, 8, 0, Resize.Aspect.FIT);
    assertThat(apply(Volume.filled(square, 3), fit).voxels()).containsOnly(3);

    Geometry wide = Geometry.millimetres(new Size(40, 5, 1), 0.5, 2, 1);
    Volume fitted = apply(new Volume(wide, ramp(wide)), fit);
    assertThat(fitted.at(4, 1, 0)).isEqualTo(fitted.range().low());
    assertThat(fitted.at(4, 2, 0)).isGreaterThan(fitted.range().low());
    // The middle of the picture is the middle of the patient.
    assertThat(fitted.geometry().toPatient(3.5, 3.5, 0)).isEqualTo(wide.toPatient(19.5, 2, 0));
  }

  @Test
  void resamplingGivesTheWantedSpacing() {
    Geometry grid = Geometry.millimetres(new Size(100, 50, 1), 0.2, 0.4, 1);
    Volume result = apply(Volume.filled(grid, 1), new Resample(1, 1, 0));
    assertThat(result.geometry().spacing()).isEqualTo(new Vector3(1, 1, 1));
    assertThat(result.size()).isEqualTo(Size.of(20, 20));
  }

  @Test
  void valuesThatAreNoNumbersAreRefusedAndCounted() {
    assertThatThrownBy(() -> prepare(image(1, Float.NaN, 2, Float.POSITIVE_INFINITY), new ZScore()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("2 pixels");
  }

  @Test
  void anUnknownStepOrParameterInACardIsAnErrorWithItsLine() {
    assertThatThrownBy(() -> read("steps:\n  - step: modality-units\n  - step: sharpen\n"))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("rdf.yaml, line 3")
        .hasMessageContaining("sharpen");
    assertThatThrownBy(() -> read("steps:\n  - {step: window, centre: 1, width: 2, depth: 3}\n"))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("rdf.yaml, line 2")
        .hasMessageContaining("'depth'");
    assertThatThrownBy(() -> read("steps:\n  - {step: window, centre: 1, width: -2}\n"))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("rdf.yaml, line 2")
        .hasMessageContaining("width above 0");
  }

  private static Preparation read(String yaml) throws IOException {
    return PreparationReader.read(YamlSection.read("rdf.yaml", new StringReader(yaml)), "steps");
  }

  private static Volume apply(Volume volume, PreparationStep step) {
    return new Preparation(List.of(step))
        .apply(new SourceImage("x", volume, ImageTraits.UNKNOWN), Optional.empty())
        .volume();
  }

  private static float[] ramp(Geometry grid) {
    float[] values = new float[grid.size().voxels()];
    for (int n = 0; n < values.length; n++) {
      values[n] = n;
    }
    return values;
  }

  private static Prepared prepare(SourceImage image, PreparationStep... steps) {
    return new Preparation(List.of(steps)).apply(image, Optional.empty());
  }

  private static SourceImage image(float... values) {
    return image(ImageTraits.UNKNOWN, values);
  }

  private static SourceImage image(ImageTraits traits, float... values) {
    return new SourceImage(
        "x", new Volume(Geometry.uncalibrated(Size.of(values.length, 1)), values), traits);
  }

  private static Mask box(Geometry grid, int i, int j, int columns, int rows) {
    BitSet bits = new BitSet();
    for (int row = j; row < j + rows; row++) {
      bits.set(grid.size().index(i, row, 0), grid.size().index(i + columns, row, 0));
    }
    return new Mask(grid, bits);
  }
}
