package org.radcam.zoo.train;

import org.radcam.image.Size;
import org.radcam.image.Vector3;

/**
 * A drawn affine map of a volume about its centre: rotation about an axis of any direction, scale,
 * shift, mirror images. Voxels are taken for cubes. The same map moves every channel of a case, by
 * linear interpolation; what comes in from outside is the channel's smallest value.
 */
final class SpaceMap implements GridMap {
  private final Size size;
  private final double[][] matrix;
  private final Vector3 shift;

  /**
   * @param axis of the rotation, of length 1, in voxels (i, j, k)
   * @param angle in radians
   * @param zoom more than 1 makes things smaller
   * @param shift in voxels
   * @param mirror -1 for an axis that is mirrored, else 1
   */
  SpaceMap(Size size, Vector3 axis, double angle, double zoom, Vector3 shift, Vector3 mirror) {
    this.size = size;
    this.shift = shift;
    this.matrix = rotation(axis, angle);
    double[] signs = {mirror.x(), mirror.y(), mirror.z()};
    for (double[] row : matrix) {
      for (int n = 0; n < 3; n++) {
        row[n] *= zoom * signs[n];
      }
    }
  }

  /** Rodrigues' formula: R = cos a I + sin a [u]x + (1 - cos a) u u'. */
  private static double[][] rotation(Vector3 u, double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double rest = 1 - cos;
    return new double[][] {
      {
        cos + rest * u.x() * u.x(),
        rest * u.x() * u.y() - sin * u.z(),
        rest * u.x() * u.z() + sin * u.y()
      },
      {
        rest * u.y() * u.x() + sin * u.z(),
        cos + rest * u.y() * u.y(),
        rest * u.y() * u.z() - sin * u.x()
      },
      {
        rest * u.z() * u.x() - sin * u.y(),
        rest * u.z() * u.y() + sin * u.x(),
        cos + rest * u.z() * u.z()
      }
    };
  }

  @Override
  public float[] move(float[] image, float outside) {
    double ci = (size.columns() - 1) / 2.0;
    double cj = (size.rows() - 1) / 2.0;
    double ck = (size.slices() - 1) / 2.0;
    float[] moved = new float[image.length];
    int at = 0;
    for (int k = 0; k < size.slices(); k++) {
      for (int j = 0; j < size.rows(); j++) {
        for (int i = 0; i < size.columns(); i++) {
          double x = i - ci;
          double y = j - cj;
          double z = k - ck;
          moved[at++] =
              at(
                  image,
                  ci + along(0, x, y, z) + shift.x(),
                  cj + along(1, x, y, z) + shift.y(),
                  ck + along(2, x, y, z) + shift.z(),
                  outside);
        }
      }
    }
    return moved;
  }

  private double along(int axis, double x, double y, double z) {
    double[] row = matrix[axis];
    return row[0] * x + row[1] * y + row[2] * z;
  }

  /** Linear interpolation; voxels beyond the edge have the value {@code outside}. */
  private float at(float[] image, double x, double y, double z, float outside) {
    if (x <= -1
        || y <= -1
        || z <= -1
        || x >= size.columns()
        || y >= size.rows()
        || z >= size.slices()) {
      return outside;
    }
    int i = (int) Math.floor(x);
    int j = (int) Math.floor(y);
    int k = (int) Math.floor(z);
    double fx = x - i;
    double fy = y - j;
    double fz = z - k;
    double near = plane(image, i, j, k, fx, fy, outside);
    double far = plane(image, i, j, k + 1, fx, fy, outside);
    return (float) ((1 - fz) * near + fz * far);
  }

  private double plane(float[] image, int i, int j, int k, double fx, double fy, float outside) {
    double upper = (1 - fx) * voxel(image, i, j, k, outside);
    upper += fx * voxel(image, i + 1, j, k, outside);
    double lower = (1 - fx) * voxel(image, i, j + 1, k, outside);
    lower += fx * voxel(image, i + 1, j + 1, k, outside);
    return (1 - fy) * upper + fy * lower;
  }

  private float voxel(float[] image, int i, int j, int k, float outside) {
    boolean inside =
        i >= 0 && j >= 0 && k >= 0 && i < size.columns() && j < size.rows() && k < size.slices();
    return inside ? image[size.index(i, j, k)] : outside;
  }
}
