package org.radcam.prepare;

import java.util.BitSet;
import java.util.Map;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

/**
 * Keeps the one slice in which the region of interest is largest (the first of those that tie), for
 * networks that look at a single slice. On an image whose slices are not those of the region, the
 * slice nearest to the region's centre in its largest slice.
 */
public record RoiSlice() implements PreparationStep {
  static final String KEY = "roi-slice";

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
    Volume volume = image.volume();
    Geometry from = volume.geometry();
    Mask roi = RoiCrop.required(image);
    Vector3 centre = from.toIndex(largestSliceCentre(roi));
    int k = (int) Math.round(centre.z());
    if (k < 0 || k >= from.size().slices()) {
      throw new UserException(
          "The region of interest lies outside '" + image.name() + "'. Draw it on this image.");
    }
    Size slice = Size.of(from.size().columns(), from.size().rows());
    float[] values = new float[slice.voxels()];
    System.arraycopy(volume.voxels(), from.size().index(0, 0, k), values, 0, slice.voxels());
    return image.after(KEY, new Volume(from.slice(k), values), Map.of("k", (double) k));
  }

  /** In patient space. */
  private static Vector3 largestSliceCentre(Mask roi) {
    Size size = roi.geometry().size();
    int area = size.columns() * size.rows();
    int most = -1;
    int slice = 0;
    for (int k = 0; k < size.slices(); k++) {
      int count = roi.voxels().get(k * area, (k + 1) * area).cardinality();
      if (count > most) {
        most = count;
        slice = k;
      }
    }
    BitSet inside = roi.voxels().get(slice * area, (slice + 1) * area);
    double i = 0;
    double j = 0;
    for (int at = inside.nextSetBit(0); at >= 0; at = inside.nextSetBit(at + 1)) {
      int row = at / size.columns();
      i += at - row * size.columns();
      j += row;
    }
    return roi.geometry().toPatient(i / most, j / most, slice);
  }
}
