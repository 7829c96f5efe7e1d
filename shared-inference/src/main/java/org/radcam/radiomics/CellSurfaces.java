package org.radcam.radiomics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Marching cubes at level 0.5 on a binary mask (Lorensen and Cline, SIGGRAPH Comput Graph
 * 1987;21:163): for each of the 256 ways in which the 8 corners of a cell can lie inside, the piece
 * of surface in the cell. Its vertices are the midpoints of the cell's edges that leave the mask.
 *
 * <p>The pieces are derived, not tabulated:
 *
 * <ul>
 *   <li>On each face of the cell, lines cut off the outside corners from the inside ones. Where two
 *       inside corners lie across from each other they stay joined, as in the 26-connected zones of
 *       the IBSI. Neighbour cells share a face and so its lines, hence the surface has no holes.
 *   <li>The lines around a cell form closed polygons, which need not be flat. Each is cut into
 *       triangles as a fan from one of its vertices: the fan of the largest area, and of equal ones
 *       that of the first vertex. This choice gives the reference volume and surface of the IBSI's
 *       digital phantom.
 * </ul>
 *
 * <p>Bit b of a configuration is the corner at (b &amp; 1, b &gt;&gt; 1 &amp; 1, b &gt;&gt; 2).
 */
final class CellSurfaces {
  /** The corners of the cell's faces, in turn as seen from outside (counter-clockwise). */
  private static final int[][] FACES = {
    {0, 4, 6, 2}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 2, 3, 1}, {4, 5, 7, 6}
  };

  private static final double[][][][] TRIANGLES = allTriangles();

  private final double[] areas = new double[256];
  private final double[] volumes = new double[256];
  private final double[][] vectorAreas = new double[256][3];

  /** The pieces for cells of a size. */
  CellSurfaces(double[] spacing) {
    for (int cell = 0; cell < 256; cell++) {
      for (double[][] triangle : TRIANGLES[cell]) {
        double[] a = scale(triangle[0], spacing);
        double[] b = scale(triangle[1], spacing);
        double[] c = scale(triangle[2], spacing);
        double[] normal = Vectors.cross(Vectors.minus(b, a), Vectors.minus(c, a));
        areas[cell] += Vectors.length(normal) / 2;
        volumes[cell] += Vectors.dot(a, Vectors.cross(b, c)) / 6;
        for (int axis = 0; axis < 3; axis++) {
          vectorAreas[cell][axis] += normal[axis] / 2;
        }
      }
    }
  }

  /** Area of the surface in a cell. */
  double area(int configuration) {
    return areas[configuration];
  }

  /**
   * What a cell's triangles add to the volume of a closed mesh: the tetrahedra that they form with
   * the origin (IBSI RNU0).
   *
   * @param x position of the cell's corner 0, with y and z
   */
  double volume(int configuration, double x, double y, double z) {
    double[] vectorArea = vectorAreas[configuration];
    return volumes[configuration] + (x * vectorArea[0] + y * vectorArea[1] + z * vectorArea[2]) / 3;
  }

  private static double[] scale(double[] point, double[] spacing) {
    return new double[] {point[0] * spacing[0], point[1] * spacing[1], point[2] * spacing[2]};
  }

  private static double[][][][] allTriangles() {
    double[][][][] all = new double[256][][][];
    for (int cell = 0; cell < 256; cell++) {
      all[cell] = triangles(cell);
    }
    return all;
  }

  private static double[][][] triangles(int cell) {
    int[] next = new int[64];
    Arrays.fill(next, -1);
    for (int[] face : FACES) {
      lines(cell, face, next);
    }
    List<double[][]> triangles = new ArrayList<>();
    for (int start = 0; start < next.length; start++) {
      List<double[]> polygon = new ArrayList<>();
      int edge = start;
      while (next[edge] >= 0) {
        polygon.add(midpoint(edge));
        int following = next[edge];
        next[edge] = -1;
        edge = following;
      }
      triangles.addAll(largestFan(polygon));
    }
    return triangles.toArray(double[][][]::new);
  }

  private static List<double[][]> largestFan(List<double[]> polygon) {
    List<double[][]> best = List.of();
    double most = 0;
    int corners = polygon.size();
    for (int first = 0; first < corners; first++) {
      List<double[][]> fan = new ArrayList<>();
      double area = 0;
      for (int n = 2; n < corners; n++) {
        double[] a = polygon.get(first);
        double[] b = polygon.get((first + n - 1) % corners);
        double[] c = polygon.get((first + n) % corners);
        fan.add(new double[][] {a, b, c});
        area += Vectors.length(Vectors.cross(Vectors.minus(b, a), Vectors.minus(c, a))) / 2;
      }
      // Equal areas must not be told apart by rounding.
      if (area > most + 1e-9) {
        most = area;
        best = fan;
      }
    }
    return best;
  }

  /**
   * The lines on a face, from the edge where its outline leaves the mask to the edge where it
   * enters it again. The neighbouring face runs along each edge the other way round, so there a
   * line begins where one ends here.
   */
  private static void lines(int cell, int[] face, int[] next) {
    for (int n = 0; n < 4; n++) {
      if (inside(cell, face[n]) && !inside(cell, face[(n + 1) % 4])) {
        int entry = (n + 1) % 4;
        while (!inside(cell, face[(entry + 1) % 4])) {
          entry = (entry + 1) % 4;
        }
        next[edge(face[n], face[(n + 1) % 4])] = edge(face[entry], face[(entry + 1) % 4]);
      }
    }
  }

  private static boolean inside(int cell, int corner) {
    return (cell >> corner & 1) != 0;
  }

  private static int edge(int corner, int other) {
    return Math.min(corner, other) * 8 + Math.max(corner, other);
  }

  private static double[] midpoint(int edge) {
    int a = edge / 8;
    int b = edge % 8;
    return new double[] {
      ((a & 1) + (b & 1)) / 2.0, ((a >> 1 & 1) + (b >> 1 & 1)) / 2.0, ((a >> 2) + (b >> 2)) / 2.0
    };
  }
}
