package org.radcam.io.dicom;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.Vector3;

/** Writes small DICOM segmentations for tests, attribute by attribute as PS3.3 A.51 has them. */
final class SegmentationBytes {
  private static final String BINARY = "1.2.840.10008.5.1.4.1.1.66.4";
  private static final String LABEL_MAP = "1.2.840.10008.5.1.4.1.1.66.7";

  private final String type;
  private final Geometry grid;
  private final List<DicomBytes> segments = new ArrayList<>();
  private final List<DicomBytes> groups = new ArrayList<>();
  private final List<int[]> frames = new ArrayList<>();
  private Optional<String> frameOfReference = Optional.empty();
  private Optional<Double> between = Optional.empty();
  private Optional<Double> thickness = Optional.empty();
  private boolean placed = true;
  private int most = 255;

  /**
   * A segmentation without frames.
   *
   * @param type BINARY, FRACTIONAL or LABELMAP
   * @param grid on which its frames are slices
   */
  SegmentationBytes(String type, Geometry grid) {
    this.type = type;
    this.grid = grid;
  }

  SegmentationBytes in(String frame) {
    frameOfReference = Optional.of(frame);
    return this;
  }

  SegmentationBytes spacingBetweenSlices(double millimetres) {
    between = Optional.of(millimetres);
    return this;
  }

  SegmentationBytes thickness(double millimetres) {
    thickness = Optional.of(millimetres);
    return this;
  }

  SegmentationBytes unplaced() {
    placed = false;
    return this;
  }

  SegmentationBytes maximum(int value) {
    most = value;
    return this;
  }

  SegmentationBytes segment(int number, String label) {
    segments.add(
        new DicomBytes(DicomBytes.EXPLICIT).us(0x0062_0004, number).text(0x0062_0005, "LO", label));
    return this;
  }

  /**
   * A frame.
   *
   * @param segment its segment's number
   * @param k the slice of the grid that it is
   * @param values stored values, row by row
   */
  SegmentationBytes frame(int segment, int k, int... values) {
    return frame(segment, grid.toPatient(0, 0, k), values);
  }

  /** A frame whose first pixel is at a place of the patient. */
  SegmentationBytes frame(int segment, Vector3 at, int... values) {
    DicomBytes group =
        new DicomBytes(DicomBytes.EXPLICIT)
            .sequence(
                0x0062_000A, true, new DicomBytes(DicomBytes.EXPLICIT).us(0x0062_000B, segment));
    if (placed) {
      group.sequence(
          0x0020_9113,
          true,
          new DicomBytes(DicomBytes.EXPLICIT).text(0x0020_0032, "DS", decimals(at)));
    }
    groups.add(group);
    frames.add(values);
    return this;
  }

  /** A frame for every slice of a mask on the grid that has voxels inside. */
  SegmentationBytes mask(int segment, Mask mask) {
    Size size = grid.size();
    int area = size.columns() * size.rows();
    for (int k = 0; k < size.slices(); k++) {
      BitSet slice = mask.voxels().get(k * area, (k + 1) * area);
      if (!slice.isEmpty()) {
        int[] values = new int[area];
        slice.stream().forEach(p -> values[p] = 1);
        frame(segment, k, values);
      }
    }
    return this;
  }

  byte[] file() {
    return file(frames.size());
  }

  /**
   * The file.
   *
   * @param announced how many frames it says that it has
   */
  byte[] file(long announced) {
    boolean bits = type.equals("BINARY");
    DicomBytes bytes =
        new DicomBytes(DicomBytes.EXPLICIT)
            .text(0x0008_0016, "UI", type.equals("LABELMAP") ? LABEL_MAP : BINARY)
            .text(0x0008_0060, "CS", "SEG");
    frameOfReference.ifPresent(uid -> bytes.text(0x0020_0052, "UI", uid));
    bytes
        .us(0x0028_0002, 1)
        .text(0x0028_0004, "CS", "MONOCHROME2")
        .text(0x0028_0008, "IS", String.valueOf(announced))
        .us(0x0028_0010, grid.size().rows())
        .us(0x0028_0011, grid.size().columns())
        .us(0x0028_0100, bits ? 1 : 8)
        .us(0x0028_0101, bits ? 1 : 8)
        .us(0x0028_0102, bits ? 0 : 7)
        .us(0x0028_0103, 0)
        .text(0x0062_0001, "CS", type)
        .sequence(0x0062_0002, false, segments.toArray(DicomBytes[]::new));
    if (type.equals("FRACTIONAL")) {
      bytes.text(0x0062_0010, "CS", "PROBABILITY").us(0x0062_000E, most);
    }
    return bytes
        .sequence(0x5200_9229, false, shared())
        .sequence(0x5200_9230, true, groups.toArray(DicomBytes[]::new))
        .element(0x7FE0_0010, "OB", bits ? packed() : bytes())
        .file();
  }

  private DicomBytes shared() {
    DicomBytes measures = new DicomBytes(DicomBytes.EXPLICIT);
    thickness.ifPresent(t -> measures.text(0x0018_0050, "DS", String.valueOf(t)));
    between.ifPresent(b -> measures.text(0x0018_0088, "DS", String.valueOf(b)));
    measures.text(0x0028_0030, "DS", grid.spacing().y() + "\\" + grid.spacing().x());
    DicomBytes shared =
        new DicomBytes(DicomBytes.EXPLICIT)
            .sequence(
                0x0020_9116,
                false,
                new DicomBytes(DicomBytes.EXPLICIT)
                    .text(
                        0x0020_0037,
                        "DS",
                        decimals(grid.direction().i()) + "\\" + decimals(grid.direction().j())));
    return shared.sequence(0x0028_9110, false, measures);
  }

  private static String decimals(Vector3 at) {
    return String.format(Locale.ROOT, "%.10f\\%.10f\\%.10f", at.x(), at.y(), at.z());
  }

  /** Pixels of all frames one behind the other, the first in the lowest bit (PS3.5 8.1.1). */
  private byte[] packed() {
    BitSet bits = new BitSet();
    int at = 0;
    for (int[] frame : frames) {
      for (int value : frame) {
        bits.set(at++, value != 0);
      }
    }
    byte[] packed = new byte[(at + 7) / 8];
    System.arraycopy(bits.toByteArray(), 0, packed, 0, bits.toByteArray().length);
    return packed;
  }

  private byte[] bytes() {
    byte[] all = new byte[frames.stream().mapToInt(frame -> frame.length).sum()];
    int at = 0;
    for (int[] frame : frames) {
      for (int value : frame) {
        all[at++] = (byte) value;
      }
    }
    return all;
  }
}
