package org.radcam.io.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.io.format.ImageFormatException;

/** Contours drawn in indices of an oblique grid of non-square pixels, written in millimetres. */
class RtStructuresTest {
  private static final Geometry GRID =
      new Geometry(
          new Size(12, 10, 4),
          new Vector3(0.5, 0.8, 3),
          new Vector3(-20, 31, 7),
          new Direction(new Vector3(0.8, 0.6, 0), new Vector3(0, 0, -1), new Vector3(-0.6, 0.8, 0)),
          LengthUnit.MILLIMETRE);

  @Test
  void voxelsWithTheirCentreInAContourAreInsideAndAContourInAnotherIsAHole()
      throws ImageFormatException {
    byte[] file =
        set(
            region(
                1,
                contour(2, 1.5, 1.5, 8.5, 1.5, 8.5, 7.5, 1.5, 7.5),
                contour(2, 3.5, 3.5, 5.5, 3.5, 5.5, 5.5, 3.5, 5.5)));
    Mask mask = read(file, GRID, Placement.KNOWN, OptionalInt.empty());
    assertThat(mask.count()).isEqualTo(7 * 6 - 2 * 2);
    assertThat(mask.contains(2, 2, 2)).isTrue();
    assertThat(mask.contains(8, 7, 2)).isTrue();
    assertThat(mask.contains(4, 4, 2)).isFalse();
    assertThat(mask.contains(2, 2, 1)).isFalse();
  }

  @Test
  void aCornerOnARowOfCentresCountsOnce() throws ImageFormatException {
    // A diamond whose corners are voxel centres: rows 2 to 6, of which the corners' have one or
    // two.
    byte[] file = set(region(1, contour(0, 5, 2, 7, 4, 5, 6, 3, 4)));
    Mask mask = read(file, GRID, Placement.KNOWN, OptionalInt.empty());
    assertThat(mask.contains(5, 4, 0)).isTrue();
    assertThat(mask.contains(5, 3, 0)).isTrue();
    assertThat(mask.contains(9, 4, 0)).isFalse();
    assertThat(mask.contains(0, 2, 0)).isFalse();
    assertThat(mask.contains(11, 6, 0)).isFalse();
    assertThat(mask.count()).isBetween(5, 13);
  }

  @Test
  void aContourOfManyPointsIsReadToItsEnd() throws ImageFormatException {
    double[] circle = new double[800];
    for (int n = 0; n < 400; n++) {
      circle[2 * n] = 5.2 + 4 * Math.cos(Math.PI * n / 200);
      circle[2 * n + 1] = 4.9 + 4 * Math.sin(Math.PI * n / 200);
    }
    Mask mask =
        read(set(region(1, contour(3, circle))), GRID, Placement.KNOWN, OptionalInt.empty());
    int expected = 0;
    for (int j = 0; j < 10; j++) {
      for (int i = 0; i < 12; i++) {
        boolean inside = Math.hypot(i - 5.2, j - 4.9) < 4;
        assertThat(mask.contains(i, j, 3)).isEqualTo(inside);
        expected += inside ? 1 : 0;
      }
    }
    assertThat(mask.count()).isEqualTo(expected);
  }

  @Test
  void aRegionIsChosenByItsNumberAmongSeveral() throws ImageFormatException {
    byte[] file =
        set(
            region(3, contour(0, 0.5, 0.5, 2.5, 0.5, 2.5, 2.5, 0.5, 2.5)),
            region(7, contour(1, 0.5, 0.5, 3.5, 0.5, 3.5, 2.5, 0.5, 2.5)));
    assertThat(read(file, GRID, Placement.KNOWN, OptionalInt.of(7)).count()).isEqualTo(6);
    assertThatThrownBy(() -> read(file, GRID, Placement.KNOWN, OptionalInt.empty()))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("several regions, with the numbers 3, 7");
    assertThatThrownBy(() -> read(file, GRID, Placement.KNOWN, OptionalInt.of(5)))
        .hasMessageContaining("no region of the number 5; it holds 3, 7.");
  }

  @Test
  void regionsAreListedByTheirNumbersAndNames() throws ImageFormatException {
    byte[] file =
        new DicomBytes(DicomBytes.EXPLICIT)
            .text(0x0008_0005, "CS", "ISO_IR 192")
            .text(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.481.3")
            .sequence(0x3006_0020, true, named(3, "Tumour "), named(9, "no contours"))
            .sequence(
                0x3006_0039,
                true,
                region(7, contour(0, 1, 1, 3, 1, 3, 3)),
                region(3, contour(0, 1, 1, 3, 1, 3, 3)))
            .file();
    RegionFile regions = RegionFile.of(file).orElseThrow();
    assertThat(regions.kind()).isEqualTo("RTSTRUCT");
    assertThat(regions.regions())
        .containsExactly(new NumberedRegion(7, ""), new NumberedRegion(3, "Tumour"));
    assertThatThrownBy(() -> read(file, GRID, Placement.KNOWN, OptionalInt.empty()))
        .hasMessageContaining("with the numbers 7, 3 (Tumour): say");
    assertThatThrownBy(() -> read(file, GRID, Placement.UNKNOWN, OptionalInt.of(3)))
        .hasMessageContaining("the image does not know where in the patient it lies");
  }

  @Test
  void aRegionWithoutItsNumberIsMalformedWhereOneMustBeChosen() throws ImageFormatException {
    DicomBytes contours = contour(0, 0.5, 0.5, 2.5, 0.5, 2.5, 2.5, 0.5, 2.5);
    DicomBytes unnumbered =
        new DicomBytes(DicomBytes.EXPLICIT).sequence(0x3006_0040, false, contours);
    byte[] two = set(unnumbered, region(7, contours));
    assertThatThrownBy(() -> RegionFile.of(two).orElseThrow().regions())
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("Referenced ROI Number");
    assertThatThrownBy(() -> read(two, GRID, Placement.KNOWN, OptionalInt.empty()))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("Referenced ROI Number");
    assertThat(read(two, GRID, Placement.KNOWN, OptionalInt.of(7)).count()).isEqualTo(4);
    assertThat(read(set(unnumbered), GRID, Placement.KNOWN, OptionalInt.empty()).count())
        .isEqualTo(4);
  }

  private static DicomBytes named(int number, String name) {
    return new DicomBytes(DicomBytes.EXPLICIT)
        .text(0x3006_0022, "IS", String.valueOf(number))
        .text(0x3006_0026, "LO", name);
  }

  @Test
  void contoursOfAnotherImageArePlainlyRefused() {
    byte[] between = set(region(1, contour(1.4, 1, 1, 3, 1, 3, 3)));
    assertThatThrownBy(() -> read(between, GRID, Placement.KNOWN, OptionalInt.empty()))
        .hasMessageContaining("does not lie in a slice");
    byte[] outside = set(region(1, contour(9, 1, 1, 3, 1, 3, 3)));
    assertThatThrownBy(() -> read(outside, GRID, Placement.KNOWN, OptionalInt.empty()))
        .hasMessageContaining("outside the image's slices");
    byte[] torn =
        set(
            region(
                1,
                new DicomBytes(DicomBytes.EXPLICIT)
                    .text(0x3006_0042, "CS", "CLOSED_PLANAR")
                    .text(0x3006_0050, "DS", "1\\2\\3\\4")));
    assertThatThrownBy(() -> read(torn, GRID, Placement.KNOWN, OptionalInt.empty()))
        .hasMessageContaining("three points");
    byte[] far =
        set(
            region(
                1,
                new DicomBytes(DicomBytes.EXPLICIT)
                    .text(0x3006_0042, "CS", "CLOSED_PLANAR")
                    .text(0x3006_0050, "DS", "1e308\\2\\3\\-1e308\\2\\3\\1\\5\\3")));
    assertThatThrownBy(() -> read(far, GRID, Placement.KNOWN, OptionalInt.empty()))
        .hasMessageContaining("Contour Data");
    byte[] nothing = set();
    assertThatThrownBy(() -> read(nothing, GRID, Placement.KNOWN, OptionalInt.empty()))
        .hasMessageContaining("no contours");
  }

  @Test
  void aSetInAnotherFrameOfReferenceThanTheImageIsRefused() throws ImageFormatException {
    DicomBytes region = region(4, contour(0, 0.5, 0.5, 2.5, 0.5, 2.5, 2.5, 0.5, 2.5));
    byte[] own =
        new DicomBytes(DicomBytes.EXPLICIT)
            .text(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.481.3")
            .sequence(0x3006_0010, true, frame("1.2.3"), frame("1.2.7"))
            .sequence(0x3006_0020, true, roi(3, "1.2.3"), roi(4, "1.2.7"))
            .sequence(0x3006_0039, true, region)
            .file();
    byte[] ofSet =
        new DicomBytes(DicomBytes.EXPLICIT)
            .text(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.481.3")
            .sequence(0x3006_0010, true, frame("1.2.7"))
            .sequence(0x3006_0039, true, region)
            .file();
    for (byte[] file : List.of(own, ofSet)) {
      assertThatThrownBy(() -> read(file, GRID, Placement.in("1.2.3"), OptionalInt.empty()))
          .isInstanceOf(ImageFormatException.class)
          .hasMessageContaining("another frame of reference")
          .hasMessageNotContaining("1.2.");
      for (Placement fits : List.of(Placement.in("1.2.7"), Placement.KNOWN)) {
        assertThat(read(file, GRID, fits, OptionalInt.empty()).count()).isEqualTo(4);
      }
    }
  }

  @Test
  void aRegionBesideTheImageOrBetweenItsVoxelsIsRefusedAndOneAcrossItsEdgeIsCut()
      throws ImageFormatException {
    for (DicomBytes none :
        List.of(
            contour(0, 20, 2, 25, 2, 25, 6, 20, 6),
            contour(0, 2, -9, 5, -9, 5, -3),
            contour(0, 2, 1e9, 5, 1e9, 5, 2e9),
            contour(0, 2.2, 2.2, 2.8, 2.2, 2.8, 2.8))) {
      assertThatThrownBy(
              () -> read(set(region(1, none)), GRID, Placement.KNOWN, OptionalInt.empty()))
          .isInstanceOf(ImageFormatException.class)
          .hasMessageContaining("No voxel of the image");
    }
    byte[] across = set(region(1, contour(0, -5, -5, 1.5, -5, 1.5, 1.5, -5, 1.5)));
    assertThat(read(across, GRID, Placement.KNOWN, OptionalInt.empty()).count()).isEqualTo(4);
  }

  private static Mask read(byte[] file, Geometry grid, Placement placement, OptionalInt number)
      throws ImageFormatException {
    return RegionFile.of(file).orElseThrow().read(grid, placement, number);
  }

  private static DicomBytes frame(String uid) {
    return new DicomBytes(DicomBytes.EXPLICIT).text(0x0020_0052, "UI", uid);
  }

  private static DicomBytes roi(int number, String frame) {
    return new DicomBytes(DicomBytes.EXPLICIT)
        .text(0x3006_0022, "IS", String.valueOf(number))
        .text(0x3006_0024, "UI", frame);
  }

  private static byte[] set(DicomBytes... regions) {
    DicomBytes bytes =
        new DicomBytes(DicomBytes.EXPLICIT)
            .text(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.481.3");
    return (regions.length == 0 ? bytes : bytes.sequence(0x3006_0039, true, regions)).file();
  }

  private static DicomBytes region(int number, DicomBytes... contours) {
    return new DicomBytes(DicomBytes.EXPLICIT)
        .sequence(0x3006_0040, false, contours)
        .text(0x3006_0084, "IS", String.valueOf(number));
  }

  /** A closed contour through index points (i, j) of a slice. */
  private static DicomBytes contour(double k, double... points) {
    Vector3[] places = new Vector3[points.length / 2];
    for (int n = 0; n < places.length; n++) {
      places[n] = GRID.toPatient(points[2 * n], points[2 * n + 1], k);
    }
    String data =
        Arrays.stream(places)
            .map(p -> String.format(Locale.ROOT, "%.8f\\%.8f\\%.8f", p.x(), p.y(), p.z()))
            .collect(Collectors.joining("\\"));
    return new DicomBytes(DicomBytes.EXPLICIT)
        .text(0x3006_0042, "CS", "CLOSED_PLANAR")
        .text(0x3006_0050, "DS", data);
  }
}
