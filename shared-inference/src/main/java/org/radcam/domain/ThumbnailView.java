package org.radcam.domain;

import org.radcam.image.Size;
import org.radcam.image.Volume;

/**
 * What a thumbnail shows of an image.
 *
 * <p>Two views see different things: grey values tell a turned, inverted or foreign image; edges
 * tell a CT slice, whose grey values may be arranged much as those of a chest X-ray.
 */
public enum ThumbnailView {
  /** The values themselves. */
  GREY(0) {
    @Override
    float[] values(Volume image) {
      return image.voxels();
    }
  },
  /**
   * Square root of the gradient's magnitude (Sobel's operator; border pixels are repeated outward).
   * The root keeps a few hard edges from outweighing all others.
   */
  EDGES(Thumbnail.VALUES) {
    @Override
    float[] values(Volume image) {
      Size size = image.size();
      float[] edges = new float[size.voxels()];
      for (int j = 0; j < size.rows(); j++) {
        for (int i = 0; i < size.columns(); i++) {
          double across = 0;
          double down = 0;
          for (int n = -1; n <= 1; n++) {
            int weight = n == 0 ? 2 : 1;
            across += weight * (near(image, i + 1, j + n) - near(image, i - 1, j + n));
            down += weight * (near(image, i + n, j + 1) - near(image, i + n, j - 1));
          }
          edges[size.index(i, j, 0)] = (float) Math.sqrt(across * across + down * down);
        }
      }
      return edges;
    }

    @Override
    double afterResizing(double value) {
      return Math.sqrt(Math.max(0, value));
    }
  };

  private final int offset;

  ThumbnailView(int offset) {
    this.offset = offset;
  }

  /** Where this view begins in a thumbnail. */
  public int offset() {
    return offset;
  }

  abstract float[] values(Volume image);

  double afterResizing(double value) {
    return value;
  }

  private static double near(Volume image, int i, int j) {
    int column = Math.max(0, Math.min(image.size().columns() - 1, i));
    int row = Math.max(0, Math.min(image.size().rows() - 1, j));
    return image.at(column, row, 0);
  }
}
