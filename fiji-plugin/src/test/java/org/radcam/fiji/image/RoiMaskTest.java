package org.radcam.fiji.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import ij.process.ImageStatistics;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Size;

class RoiMaskTest {
  private static final Geometry GRID = Geometry.millimetres(Size.of(60, 40), 0.5, 0.7, 1);

  static Stream<Roi> areas() {
    ShapeRoi ring =
        new ShapeRoi(new OvalRoi(10, 5, 30, 30)).not(new ShapeRoi(new Roi(20, 10, 5, 9)));
    ShapeRoi islands =
        new ShapeRoi(new Roi(2, 3, 7, 9)).or(new ShapeRoi(new OvalRoi(30, 20, 11, 13)));
    return Stream.of(
        new Roi(3, 4, 10, 11),
        new Roi(2.3, 4.6, 9.7, 5.2),
        new OvalRoi(5, 6, 21, 13),
        new PolygonRoi(new float[] {1.5f, 50, 33}, new float[] {2, 8.5f, 39}, Roi.POLYGON),
        new PolygonRoi(new int[] {4, 40, 22, 9}, new int[] {2, 12, 35, 20}, 4, Roi.FREEROI),
        ring,
        islands,
        new Roi(50, 30, 40, 40),
        new OvalRoi(-10, -8, 30, 30));
  }

  @ParameterizedTest
  @MethodSource("areas")
  void theMaskHoldsThePixelsThatImageJMeasures(Roi roi) {
    ImagePlus image = new ImagePlus("x", new ByteProcessor(60, 40));
    image.setRoi(roi);
    ImageStatistics measured = image.getStatistics();

    Mask mask = RoiMask.of(image, GRID).orElseThrow();

    assertThat(mask.count()).isEqualTo(measured.pixelCount);
    assertThat(mask.geometry()).isEqualTo(GRID);
  }

  @Test
  void pixelsLieWhereTheyWereDrawn() {
    ImagePlus image = new ImagePlus("x", new ByteProcessor(60, 40));
    image.setRoi(new Roi(3, 4, 2, 1));

    Mask mask = RoiMask.of(image, GRID).orElseThrow();

    assertThat(mask.contains(3, 4, 0)).isTrue();
    assertThat(mask.contains(4, 4, 0)).isTrue();
    assertThat(mask.count()).isEqualTo(2);
  }

  @Test
  void noSelectionMeansNoMask() {
    assertThat(RoiMask.of(new ImagePlus("x", new ByteProcessor(60, 40)), GRID)).isEmpty();
  }

  static Stream<Roi> withoutInside() {
    return Stream.of(
        new Line(1, 1, 20, 20),
        new PointRoi(4, 4),
        new PolygonRoi(new float[] {1, 5, 9}, new float[] {1, 9, 1}, Roi.POLYLINE));
  }

  @ParameterizedTest
  @MethodSource("withoutInside")
  void selectionsWithoutInsideAreRefusedWithAWayOut(Roi roi) {
    ImagePlus image = new ImagePlus("x", new ByteProcessor(60, 40));
    image.setRoi(roi);

    assertThatThrownBy(() -> RoiMask.of(image, GRID))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no inside")
        .hasMessageContaining("Select None");
  }

  @Test
  void aSelectionOutsideTheImageIsRefused() {
    ImagePlus image = new ImagePlus("x", new ByteProcessor(60, 40));
    Roi roi = new Roi(100, 100, 5, 5);
    image.setRoi(roi, false);

    // ImageJ itself may drop such a selection; either way there is no empty mask.
    if (image.getRoi() != null) {
      assertThatThrownBy(() -> RoiMask.of(image, GRID)).hasMessageContaining("no pixel");
    } else {
      assertThat(RoiMask.of(image, GRID)).isEmpty();
    }
  }

  @Test
  void aTextIsNoRegion() {
    ImagePlus image = new ImagePlus("x", new ByteProcessor(60, 40));
    image.setRoi(new TextRoi(2, 2, "L"));

    assertThatThrownBy(() -> RoiMask.of(image, GRID)).isInstanceOf(UserException.class);
  }
}
