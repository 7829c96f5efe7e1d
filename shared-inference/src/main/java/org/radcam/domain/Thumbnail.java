package org.radcam.domain;

import org.radcam.image.Resizer;
import org.radcam.image.Size;
import org.radcam.image.Volume;

/**
 * A small picture of a prepared image, for telling its kind. Each view is {@value #SIDE} x {@value
 * #SIDE}, brought to mean 0 and standard deviation 1 so that brightness and contrast do not count;
 * a view without any variation is all 0.
 */
public final class Thumbnail {
  /** Smaller misses little; larger makes sharp images look strange beside small ones. */
  static final int SIDE = 24;

  /** Values of one view. */
  public static final int VALUES = SIDE * SIDE;

  private Thumbnail() {}

  /**
   * Makes a thumbnail.
   *
   * @param prepared one slice, as it goes into the network
   * @return all views, one after the other
   */
  public static float[] of(Volume prepared) {
    if (prepared.size().slices() != 1) {
      throw new IllegalArgumentException("A thumbnail is of one slice, not " + prepared.size());
    }
    ThumbnailView[] views = ThumbnailView.values();
    float[] all = new float[views.length * VALUES];
    for (ThumbnailView view : views) {
      Volume seen = new Volume(prepared.geometry(), view.values(prepared));
      float[] small = Resizer.resize(seen, Size.of(SIDE, SIDE)).voxels();
      standardise(view, small, all, view.offset());
    }
    return all;
  }

  private static void standardise(ThumbnailView view, float[] small, float[] all, int at) {
    double mean = 0;
    for (int n = 0; n < VALUES; n++) {
      small[n] = (float) view.afterResizing(small[n]);
      mean += small[n];
    }
    mean /= VALUES;
    double squares = 0;
    for (float value : small) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / VALUES);
    // Rounding leaves a little variation in a flat picture.
    if (deviation > 1e-6) {
      for (int n = 0; n < VALUES; n++) {
        all[at + n] = (float) ((small[n] - mean) / deviation);
      }
    }
  }
}
