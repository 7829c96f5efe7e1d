package org.radcam.radiomics;

import java.util.Arrays;

/** The surface of the morphological mask as a closed mesh of triangles (IBSI section 3.1, WRJH). */
final class SurfaceMesh {
  private final RoiGrid roi;
  private final boolean[] inside;
  private double area;
  private double volume;

  SurfaceMesh(RoiGrid roi) {
    this.roi = roi;
    this.inside = new boolean[roi.cells()];
    for (int voxel : roi.shape()) {
      inside[voxel] = true;
    }
    measure();
  }

  double area() {
    return area;
  }

  double volume() {
    return volume;
  }

  private void measure() {
    int row = roi.columns();
    int slice = roi.columns() * roi.rows();
    CellSurfaces surfaces = new CellSurfaces(roi.spacing());
    double[] s = roi.spacing();
    double sum = 0;
    for (int k = 0; k + 1 < roi.slices(); k++) {
      for (int j = 0; j + 1 < roi.rows(); j++) {
        int at = k * slice + j * row;
        int left = side(at, row, slice);
        for (int i = 0; i + 1 < roi.columns(); i++, at++) {
          int right = side(at + 1, row, slice);
          int cell = left | right << 1;
          left = right;
          if (cell != 0 && cell != 255) {
            area += surfaces.area(cell);
            sum += surfaces.volume(cell, i * s[0], j * s[1], k * s[2]);
          }
        }
      }
    }
    volume = Math.abs(sum);
  }

  /** The four corners with one column index, as the even bits of a configuration. */
  private int side(int at, int row, int slice) {
    return (inside[at] ? 1 : 0)
        | (inside[at + row] ? 4 : 0)
        | (inside[at + slice] ? 16 : 0)
        | (inside[at + slice + row] ? 64 : 0);
  }

  /**
   * The outermost vertices of the mesh in every line along i, which suffice for its convex hull: in
   * half voxels, so that they are whole numbers; 3 numbers a vertex.
   */
  int[] extremeVertices() {
    int rows = 2 * roi.rows();
    int[] low = new int[rows * 2 * roi.slices()];
    int[] high = new int[low.length];
    Arrays.fill(low, Integer.MAX_VALUE);
    Arrays.fill(high, Integer.MIN_VALUE);
    int[][] faces = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};
    for (int voxel : roi.shape()) {
      int i = 2 * roi.column(voxel);
      int j = 2 * roi.row(voxel);
      int k = 2 * roi.slice(voxel);
      for (int[] face : faces) {
        if (!inside[voxel + (face[2] * roi.rows() + face[1]) * roi.columns() + face[0]]) {
          int line = (k + face[2]) * rows + j + face[1];
          low[line] = Math.min(low[line], i + face[0]);
          high[line] = Math.max(high[line], i + face[0]);
        }
      }
    }
    int[] vertices = new int[6 * low.length];
    int count = 0;
    for (int line = 0; line < low.length; line++) {
      if (low[line] <= high[line]) {
        count = put(vertices, count, low[line], line % rows, line / rows);
        if (low[line] < high[line]) {
          count = put(vertices, count, high[line], line % rows, line / rows);
        }
      }
    }
    return Arrays.copyOf(vertices, count);
  }

  private static int put(int[] vertices, int count, int x, int y, int z) {
    vertices[count] = x;
    vertices[count + 1] = y;
    vertices[count + 2] = z;
    return count + 3;
  }
}
