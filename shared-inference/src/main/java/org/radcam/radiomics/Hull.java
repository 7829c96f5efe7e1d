package org.radcam.radiomics;

import java.util.List;

/**
 * The convex hull of the surface mesh, in units of the spacing, and what is measured on it.
 *
 * @param vertices x, y, z of its vertices
 * @param triangles indices of vertices
 */
record Hull(double[][] vertices, List<int[]> triangles) {
  static Hull of(SurfaceMesh mesh, double[] spacing) {
    int[] points = mesh.extremeVertices();
    ConvexHull hull = new ConvexHull(points);
    int[] used = hull.vertices();
    int[] place = new int[points.length / 3];
    double[][] vertices = new double[used.length][3];
    for (int n = 0; n < used.length; n++) {
      place[used[n]] = n;
      for (int axis = 0; axis < 3; axis++) {
        // Points are in half voxels.
        vertices[n][axis] = points[3 * used[n] + axis] * spacing[axis] / 2;
      }
    }
    List<int[]> triangles =
        hull.triangles().stream()
            .map(t -> new int[] {place[t[0]], place[t[1]], place[t[2]]})
            .toList();
    return new Hull(vertices, triangles);
  }

  double area() {
    double area = 0;
    for (int[] t : triangles) {
      area += Vectors.length(normal(t)) / 2;
    }
    return area;
  }

  double volume() {
    double volume = 0;
    for (int[] t : triangles) {
      volume += Vectors.dot(vertices[t[0]], Vectors.cross(vertices[t[1]], vertices[t[2]])) / 6;
    }
    return Math.abs(volume);
  }

  /** The greatest distance between two vertices: the maximum 3D diameter (L0JK). */
  double diameter() {
    double most = 0;
    for (int a = 0; a < vertices.length; a++) {
      for (int b = 0; b < a; b++) {
        double[] d = Vectors.minus(vertices[a], vertices[b]);
        most = Math.max(most, Vectors.dot(d, d));
      }
    }
    return Math.sqrt(most);
  }

  /** Extent along x, y and z: the axis-aligned bounding box (PBX1). */
  double[] extent() {
    double[] extent = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double[] vertex : vertices) {
        low = Math.min(low, vertex[axis]);
        high = Math.max(high, vertex[axis]);
      }
      extent[axis] = high - low;
    }
    return extent;
  }

  /** A triangle's normal, twice as long as its area. */
  double[] normal(int[] t) {
    return Vectors.cross(
        Vectors.minus(vertices[t[1]], vertices[t[0]]),
        Vectors.minus(vertices[t[2]], vertices[t[0]]));
  }
}
