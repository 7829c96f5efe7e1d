package org.radcam.radiomics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The convex hull of points with whole coordinates, by Quickhull (Barber, Dobkin and Huhdanpaa, ACM
 * Trans Math Softw 1996;22:469). Whole numbers make every decision exact, so that the many points
 * of a voxel mesh that lie in one plane do no harm. The points must not all lie in one plane, which
 * those of a mesh never do.
 */
final class ConvexHull {
  private final int[] points;
  private final List<Face> faces = new ArrayList<>();

  /** A triangle, in turn as seen from outside; neighbour n is beyond the edge from vertex n. */
  private static final class Face {
    final int[] vertices;
    final Face[] neighbours = new Face[3];
    final long[] normal;
    final long level;
    int[] outside = new int[4];
    int count;
    boolean gone;

    Face(int[] points, int a, int b, int c) {
      vertices = new int[] {a, b, c};
      long[] ab = difference(points, b, a);
      long[] ac = difference(points, c, a);
      normal =
          new long[] {
            ab[1] * ac[2] - ab[2] * ac[1],
            ab[2] * ac[0] - ab[0] * ac[2],
            ab[0] * ac[1] - ab[1] * ac[0]
          };
      level = height(points, a);
    }

    private long height(int[] points, int p) {
      return normal[0] * points[3 * p]
          + normal[1] * points[3 * p + 1]
          + normal[2] * points[3 * p + 2];
    }

    /** How far outside a point lies, in units of the normal's length. */
    long above(int[] points, int p) {
      return height(points, p) - level;
    }

    void give(int p) {
      if (count == outside.length) {
        outside = Arrays.copyOf(outside, 2 * count);
      }
      outside[count++] = p;
    }

    int farthest(int[] points) {
      int best = outside[0];
      long most = above(points, best);
      for (int n = 1; n < count; n++) {
        long height = above(points, outside[n]);
        if (height > most) {
          most = height;
          best = outside[n];
        }
      }
      return best;
    }
  }

  /** The hull of points, 3 whole numbers a point. */
  ConvexHull(int[] points) {
    this.points = points;
    Deque<Face> open = new ArrayDeque<>(tetrahedron());
    while (!open.isEmpty()) {
      Face face = open.poll();
      if (!face.gone && face.count > 0) {
        open.addAll(extend(face, face.farthest(points)));
      }
    }
    faces.removeIf(face -> face.gone);
  }

  /** The triangles of the hull, as indices of their points, in turn as seen from outside. */
  List<int[]> triangles() {
    return faces.stream().map(face -> face.vertices).toList();
  }

  /** The indices of the hull's points, ascending. */
  int[] vertices() {
    return faces.stream()
        .flatMapToInt(face -> Arrays.stream(face.vertices))
        .distinct()
        .sorted()
        .toArray();
  }

  private static long[] difference(int[] points, int a, int b) {
    return new long[] {
      points[3 * a] - points[3 * b],
      points[3 * a + 1] - points[3 * b + 1],
      points[3 * a + 2] - points[3 * b + 2]
    };
  }

  private List<Face> tetrahedron() {
    int count = points.length / 3;
    int a = 0;
    int b = 0;
    for (int p = 0; p < count; p++) {
      a = points[3 * p] < points[3 * a] ? p : a;
      b = points[3 * p] > points[3 * b] ? p : b;
    }
    int c = a;
    double farthest = 0;
    for (int p = 0; p < count; p++) {
      long[] normal = new Face(points, a, b, p).normal;
      double size =
          (double) normal[0] * normal[0]
              + (double) normal[1] * normal[1]
              + (double) normal[2] * normal[2];
      if (size > farthest) {
        farthest = size;
        c = p;
      }
    }
    Face base = new Face(points, a, b, c);
    int d = a;
    for (int p = 0; p < count; p++) {
      if (Math.abs(base.above(points, p)) > Math.abs(base.above(points, d))) {
        d = p;
      }
    }
    if (base.above(points, d) > 0) {
      int swap = b;
      b = c;
      c = swap;
    }
    List<Face> first =
        List.of(
            new Face(points, a, b, c),
            new Face(points, a, d, b),
            new Face(points, b, d, c),
            new Face(points, c, d, a));
    for (Face face : first) {
      link(face, first);
    }
    for (int p = 0; p < count; p++) {
      hand(p, first);
    }
    faces.addAll(first);
    return first;
  }

  private static void link(Face face, List<Face> others) {
    for (int n = 0; n < 3; n++) {
      int from = face.vertices[n];
      int to = face.vertices[(n + 1) % 3];
      for (Face other : others) {
        if (edge(other, to, from) >= 0) {
          face.neighbours[n] = other;
        }
      }
    }
  }

  private static int edge(Face face, int from, int to) {
    for (int n = 0; n < 3; n++) {
      if (face.vertices[n] == from && face.vertices[(n + 1) % 3] == to) {
        return n;
      }
    }
    return -1;
  }

  private void hand(int p, List<Face> candidates) {
    for (Face face : candidates) {
      if (face.above(points, p) > 0) {
        face.give(p);
        return;
      }
    }
  }

  /** Replaces the faces that a point sees by faces from the rim of these to the point. */
  private List<Face> extend(Face seed, int point) {
    List<Face> seen = new ArrayList<>();
    Map<Integer, Face> byStart = new HashMap<>();
    seed.gone = true;
    seen.add(seed);
    for (int at = 0; at < seen.size(); at++) {
      Face face = seen.get(at);
      for (int n = 0; n < 3; n++) {
        Face neighbour = face.neighbours[n];
        if (neighbour.gone) {
          continue;
        }
        if (neighbour.above(points, point) > 0) {
          neighbour.gone = true;
          seen.add(neighbour);
        }
      }
    }
    for (Face face : seen) {
      for (int n = 0; n < 3; n++) {
        Face neighbour = face.neighbours[n];
        if (!neighbour.gone) {
          int from = face.vertices[n];
          int to = face.vertices[(n + 1) % 3];
          Face fresh = new Face(points, from, to, point);
          fresh.neighbours[0] = neighbour;
          neighbour.neighbours[edge(neighbour, to, from)] = fresh;
          byStart.put(from, fresh);
        }
      }
    }
    List<Face> fresh = new ArrayList<>(byStart.values());
    for (Face face : fresh) {
      Face next = byStart.get(face.vertices[1]);
      face.neighbours[1] = next;
      next.neighbours[2] = face;
    }
    for (Face face : seen) {
      for (int n = 0; n < face.count; n++) {
        if (face.outside[n] != point) {
          hand(face.outside[n], fresh);
        }
      }
      face.outside = new int[0];
      face.count = 0;
    }
    faces.addAll(fresh);
    return fresh;
  }
}
