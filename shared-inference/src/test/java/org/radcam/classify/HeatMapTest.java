package org.radcam.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.network.FeatureGrid;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.PreparationStep;
import org.radcam.prepare.Prepared;
import org.radcam.prepare.Resize;
import org.radcam.prepare.RoiCrop;

class HeatMapTest {
  /**
   * The whole way there and back: a bright spot in the source image is prepared (cropped, fitted or
   * stretched), seen by a network that does nothing but average its input over each cell, and comes
   * back as heat. Its centre of gravity must be where the spot was. The source is not square, nor
   * are its pixels.
   */
  @ParameterizedTest
  @CsvSource({"STRETCH, 61, 47", "STRETCH, 20, 90", "FIT, 61, 47", "FIT, 33, 40"})
  void anImpulseComesBackToWhereItWasPlanted(Resize.Aspect aspect, int spotI, int spotJ) {
    Geometry source =
        new Geometry(
            Size.of(120, 130),
            new Vector3(0.6, 0.35, 1),
            new Vector3(-31, 12, 5),
            Direction.IDENTITY,
            LengthUnit.MILLIMETRE);
    Volume image = Volume.filled(source, 0);
    for (int j = 0; j < 130; j++) {
      for (int i = 0; i < 120; i++) {
        // A few pixels wide, so that cells can tell where between them it lies.
        double distance = Math.hypot(i - spotI, j - spotJ);
        image.voxels()[source.size().index(i, j, 0)] = (float) Math.exp(-distance * distance / 50);
      }
    }
    Mask whole = box(source, 4, 6, 110, 120);
    List<PreparationStep> steps = List.of(new RoiCrop(1), new Resize(96, 96, 0, aspect));
    Prepared prepared =
        new Preparation(steps)
            .apply(new SourceImage("x", image, ImageTraits.UNKNOWN), Optional.of(whole));

    Size cells = Size.of(24, 24);
    float[] features = averages(prepared.volume(), 4);
    Geometry grid = prepared.volume().geometry().withSize(cells);
    HeatMap map = evenly(new Volume(grid, features), source);

    // A shift of half a source pixel anywhere on the way would not pass.
    Vector3 centre = centreOfGravity(map.onSource());
    assertThat(centre.x()).isCloseTo(spotI, within(0.05));
    assertThat(centre.y()).isCloseTo(spotJ, within(0.05));
  }

  @Test
  void aCellInTheMiddleIsWarmestInTheMiddleOfItsOwnPixels() {
    // One cell of 3 x 3 over 12 x 6 pixels: it covers columns 4 to 7 and rows 2 to 3.
    Geometry source = Geometry.uncalibrated(Size.of(12, 6));
    float[] raw = new float[9];
    raw[4] = 2;
    HeatMap map = evenly(new Volume(source.withSize(Size.of(3, 3)), raw), source);
    Vector3 centre = centreOfGravity(map.onSource());
    assertThat(centre.x()).isCloseTo(5.5, within(1e-6));
    assertThat(centre.y()).isCloseTo(2.5, within(1e-6));
  }

  @Test
  void pixelsThatTheNetworkDidNotSeeHaveNoHeatRatherThanZero() {
    Geometry source = Geometry.uncalibrated(Size.of(10, 10));
    Geometry seen = source.crop(2, 3, 0, Size.of(4, 4));
    HeatMap map = evenly(Volume.filled(seen.withSize(Size.of(2, 2)), 1.5f), source);
    assertThat(map.onSource().at(1, 3, 0)).isNaN();
    assertThat(map.onSource().at(2, 3, 0)).isEqualTo(1.5f);
    assertThat(map.onSource().at(5, 6, 0)).isEqualTo(1.5f);
    assertThat(map.onSource().at(6, 6, 0)).isNaN();
  }

  @Test
  void whatIsShownIsEvidenceForTheClassAsAShareOfItsMaximum() {
    Geometry grid = Geometry.uncalibrated(Size.of(4, 1));
    HeatMap map = evenly(new Volume(grid, new float[] {-3, 0, 1, 4}), grid);
    assertThat(map.displayed().voxels()).containsExactly(0, 0, 0.25f, 1);
    assertThat(map.raw().voxels()).containsExactly(-3, 0, 1, 4);
  }

  @Test
  void whereNothingSpeaksForTheClassNothingIsShown() {
    Geometry grid = Geometry.uncalibrated(Size.of(2, 1));
    HeatMap map = evenly(new Volume(grid, new float[] {-3, -1}), grid);
    assertThat(map.displayed().voxels()).containsOnly(0);
  }

  @Test
  void heatInsideTheRegionIsItsShareOfAllHeatAndItsMean() {
    Geometry grid = Geometry.uncalibrated(Size.of(5, 1));
    HeatMap map = evenly(new Volume(grid, new float[] {-9, 1, 3, 0, Float.NaN}), grid);
    RoiScores scores = RoiScores.of(map, box(grid, 2, 0, 3, 1));
    assertThat(scores.share()).isEqualTo(0.75);
    assertThat(scores.areaShare()).isEqualTo(0.5);
    assertThat(scores.mean()).isEqualTo(1.5);
  }

  /** The features of a residual network on 224 pixels are centred at 0, 32 to 192. */
  @Test
  void heatLiesWhereTheFeaturesOfTheNetworkAreCentredAndReachesTheEdge() {
    Geometry seen = Geometry.millimetres(Size.of(224, 224), 0.8, 1.5, 1);
    Geometry source = seen.withSize(Size.of(448, 224));
    float[] values = new float[49];
    values[2 * 7 + 3] = 1;
    values[6 * 7 + 6] = 0.5f;
    Volume raw = new Volume(new FeatureGrid(0, 32).on(seen, 7, 7), values);
    HeatMap map = HeatMap.of("c", "grad-cam", raw, seen, source);
    // Source pixel 2i + 0.5 is input pixel i: symmetrical about 192.5, so 192 and 193 are equal.
    assertThat(map.onSource().at(192, 64, 0)).isEqualTo(map.peak()).isCloseTo(1, within(0.01f));
    assertThat(map.onSource().at(193, 64, 0)).isCloseTo(map.peak(), within(1e-6f));
    assertThat(map.onSource().at(447, 223, 0)).isEqualTo(0.5f);
    assertThat(map.onSource().at(0, 0, 0)).isZero();
  }

  private static HeatMap evenly(Volume raw, Geometry source) {
    return HeatMap.of("c", "grad-cam", raw, raw.geometry(), source);
  }

  private static float[] averages(Volume volume, int factor) {
    int columns = volume.size().columns() / factor;
    int rows = volume.size().rows() / factor;
    float[] out = new float[columns * rows];
    for (int j = 0; j < rows * factor; j++) {
      for (int i = 0; i < columns * factor; i++) {
        out[j / factor * columns + i / factor] += volume.at(i, j, 0) / (factor * factor);
      }
    }
    return out;
  }

  private static Vector3 centreOfGravity(Volume volume) {
    double sum = 0;
    double x = 0;
    double y = 0;
    for (int j = 0; j < volume.size().rows(); j++) {
      for (int i = 0; i < volume.size().columns(); i++) {
        double value = volume.at(i, j, 0);
        if (!Double.isNaN(value)) {
          sum += value;
          x += i * value;
          y += j * value;
        }
      }
    }
    return new Vector3(x / sum, y / sum, 0);
  }

  private static Mask box(Geometry grid, int i, int j, int columns, int rows) {
    BitSet bits = new BitSet();
    for (int row = j; row < j + rows; row++) {
      bits.set(grid.size().index(i, row, 0), grid.size().index(i + columns, row, 0));
    }
    return new Mask(grid, bits);
  }
}
