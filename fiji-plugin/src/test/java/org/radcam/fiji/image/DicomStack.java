package org.radcam.fiji.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ShortProcessor;
import java.util.ArrayList;
import java.util.List;
import org.radcam.image.Direction;
import org.radcam.image.Vector3;

/** A stack as ImageJ imports it from DICOM: the header of every slice is its label. */
final class DicomStack {
  static final int COLUMNS = 5;
  static final int ROWS = 4;

  /** Tilted round two axes, as an angulated MR scan is; not square pixels. */
  static final Direction OBLIQUE =
      Direction.ofPlane(new Vector3(0.96, 0.28, 0), new Vector3(-0.168, 0.576, -0.8));

  private final List<String> headers = new ArrayList<>();
  private final Direction direction;

  DicomStack(Direction direction) {
    this.direction = direction;
  }

  /** Adds a slice whose first pixel lies at a place in the patient. */
  DicomStack slice(Vector3 at, String... more) {
    Vector3 i = direction.i();
    Vector3 j = direction.j();
    headers.add(
        "slice%d.dcm\n".formatted(headers.size())
            + "0008,0018  SOP Instance UID: 1.2.%d\n".formatted(headers.size())
            + "0008,0060  Modality: MR\n"
            + "0020,000E  Series Instance UID: 1.2.3\n"
            + "0020,0032  Image Position (Patient): "
            + words(at)
            + "0020,0037  Image Orientation (Patient): "
            + words(i).strip()
            + "\\"
            + words(j)
            + "0020,0052  Frame of Reference UID: 1.2.3.4\n"
            + "0028,0010  Rows: "
            + ROWS
            + "\n"
            + "0028,0011  Columns: "
            + COLUMNS
            + "\n"
            + "0028,0030  Pixel Spacing: 0.7\\0.5\n"
            + String.join("\n", more)
            + "\n");
    return this;
  }

  /** Adds slices at depths along the normal. */
  DicomStack depths(double... depths) {
    for (double depth : depths) {
      slice(new Vector3(-10, 20, 30).plus(direction.k().times(depth)));
    }
    return this;
  }

  private static String words(Vector3 v) {
    return v.x() + "\\" + v.y() + "\\" + v.z() + "\n";
  }

  /** Slice n has the value 100 n + pixel. */
  ImagePlus open() {
    ImageStack stack = new ImageStack(COLUMNS, ROWS);
    for (int n = 0; n < headers.size(); n++) {
      short[] pixels = new short[COLUMNS * ROWS];
      for (int at = 0; at < pixels.length; at++) {
        pixels[at] = (short) (100 * n + at);
      }
      stack.addSlice(headers.get(n), new ShortProcessor(COLUMNS, ROWS, pixels, null));
    }
    ImagePlus image = new ImagePlus("series", stack);
    image.getCalibration().setUnit("mm");
    image.getCalibration().pixelWidth = 0.5;
    image.getCalibration().pixelHeight = 0.7;
    return image;
  }
}
