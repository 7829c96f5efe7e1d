package org.radcam.prepare;

import java.util.Map;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

/**
 * Keeps the smallest box of whole voxels around the region of interest, widened on every side by a
 * margin, and cut at the image's edge. Slices are widened too where there is more than one.
 *
 * @param marginMm margin in millimetres
 */
public record RoiCrop(double marginMm) implements PreparationStep {
  static final String KEY = "roi-crop";

  public RoiCrop {
    if (!(marginMm >= 0)) {
      throw new IllegalArgumentException("A crop margin cannot be negative, got " + marginMm);
    }
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public boolean changesGrid() {
    return true;
  }

  @Override
  public Prepared apply(Prepared image) {
    Geometry from = image.volume().geometry();
    Mask roi = required(image);
    if (marginMm > 0 && from.unit() != LengthUnit.MILLIMETRE) {
      throw new UserException(
          "'"
              + image.name()
              + "' does not say how large its pixels are, but the margin around the region is "
              + marginMm
              + " mm. Set the pixel size first (in Fiji: Image > Properties...).");
    }
    // The region may be drawn on another grid (another sequence): its corners go through patient
    // space. Corners are outer edges, half a voxel beyond the centres.
    Mask.Box box = roi.bounds();
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    for (int corner = 0; corner < 8; corner++) {
      Vector3 at =
          from.toIndex(
              roi.geometry()
                  .toPatient(
                      box.i() - 0.5 + ((corner & 1) == 0 ? 0 : box.size().columns()),
                      box.j() - 0.5 + ((corner & 2) == 0 ? 0 : box.size().rows()),
                      box.k() - 0.5 + ((corner & 4) == 0 ? 0 : box.size().slices())));
      double[] index = {at.x(), at.y(), at.z()};
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis], index[axis]);
        high[axis] = Math.max(high[axis], index[axis]);
      }
    }
    int[] count = {from.size().columns(), from.size().rows(), from.size().slices()};
    double[] spacing = {from.spacing().x(), from.spacing().y(), from.spacing().z()};
    int[] first = new int[3];
    int[] size = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      double margin = axis == 2 && count[2] == 1 ? 0 : marginMm / spacing[axis];
      // 1e-6: a corner that rounding put just beyond a voxel's edge must not take in the next one.
      first[axis] = (int) Math.max(0, Math.floor(low[axis] - margin + 0.5 + 1e-6));
      int end = (int) Math.min(count[axis], Math.ceil(high[axis] + margin + 0.5 - 1e-6));
      size[axis] = end - first[axis];
      if (size[axis] < 1) {
        throw new UserException(
            "The region of interest lies outside '" + image.name() + "'. Draw it on this image.");
      }
    }
    Size cropped = new Size(size[0], size[1], size[2]);
    return image.after(
        KEY,
        crop(image.volume(), first, cropped),
        Map.of(
            "marginMm",
            marginMm,
            "i",
            (double) first[0],
            "j",
            (double) first[1],
            "k",
            (double) first[2]));
  }

  /** The region, for a step that needs one. */
  static Mask required(Prepared image) {
    return image
        .roi()
        .filter(mask -> !mask.isEmpty())
        .orElseThrow(
            () ->
                new UserException(
                    "This model looks at a region of interest, and '"
                        + image.name()
                        + "' has none. Draw one around the lesion first."));
  }

  private static Volume crop(Volume volume, int[] first, Size size) {
    float[] values = new float[size.voxels()];
    int at = 0;
    for (int k = 0; k < size.slices(); k++) {
      for (int j = 0; j < size.rows(); j++) {
        System.arraycopy(
            volume.voxels(),
            volume.size().index(first[0], first[1] + j, first[2] + k),
            values,
            at,
            size.columns());
        at += size.columns();
      }
    }
    return new Volume(volume.geometry().crop(first[0], first[1], first[2], size), values);
  }
}
