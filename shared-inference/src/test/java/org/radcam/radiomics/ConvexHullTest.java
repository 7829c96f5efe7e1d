package org.radcam.radiomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConvexHullTest {
  /** A small range makes many points lie in one plane or on one line. */
  @Property(tries = 200)
  void everyPointLiesInsideAndTheSurfaceIsClosed(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int range) {
    Random random = new Random(seed);
    int[] points = new int[3 * 60 + 12];
    for (int n = 0; n < 3 * 60; n++) {
      points[n] = random.nextInt(range + 1);
    }
    // Four points that are not in one plane.
    int[] corners = {0, 0, 0, range, 0, 0, 0, range, 0, 0, 0, range};
    System.arraycopy(corners, 0, points, 180, 12);
    ConvexHull hull = new ConvexHull(points);
    List<int[]> triangles = hull.triangles();
    // Euler: a closed surface of triangles without handles.
    assertThat(triangles).hasSize(2 * hull.vertices().length - 4);
    for (int[] t : triangles) {
      double[] a = point(points, t[0]);
      double[] normal =
          Vectors.cross(
              Vectors.minus(point(points, t[1]), a), Vectors.minus(point(points, t[2]), a));
      for (int p = 0; p < points.length / 3; p++) {
        assertThat(Vectors.dot(normal, Vectors.minus(point(points, p), a))).isNotPositive();
      }
    }
  }

  private static double[] point(int[] points, int p) {
    return new double[] {points[3 * p], points[3 * p + 1], points[3 * p + 2]};
  }

  @Test
  void theHullOfABoxOfVoxelsIsTheBoxWithItsEdgesCutOff() {
    RoiGrid box = Regions.box(4, 3, 2, 1, 1, 2);
    Hull hull = Hull.of(new SurfaceMesh(box), box.spacing());
    assertThat(hull.extent()).containsExactly(4, 3, 4);
    // The mesh of a convex mask is its own hull.
    assertThat(hull.volume()).isCloseTo(new SurfaceMesh(box).volume(), within(0.6));
    assertThat(hull.volume()).isGreaterThan(new SurfaceMesh(box).volume() - 1e-9);
  }

  @Test
  void aTiltedRodFitsAnOrientedBoxMuchBetterThanAnAlignedOne() {
    RoiGrid rod =
        Regions.of(
            42, 42, 6, (i, j, k) -> Math.abs(i - j) <= 2 && i > 2 && i < 39 && k > 1 && k < 4);
    Hull hull = Hull.of(new SurfaceMesh(rod), rod.spacing());
    double[] aligned = hull.extent();
    double[] oriented = OrientedBox.extents(hull);
    assertThat(oriented[0] * oriented[1] * oriented[2])
        .isLessThan(0.3 * aligned[0] * aligned[1] * aligned[2])
        .isGreaterThanOrEqualTo(hull.volume());
  }

  @Test
  void theSmallestEllipsoidAroundTheCornersOfABoxIsKnown() {
    double[][] corners = new double[8][];
    for (int n = 0; n < 8; n++) {
      corners[n] = new double[] {(n & 1) * 2 + 5, (n >> 1 & 1) * 4, (n >> 2) * 6 - 9};
    }
    Ellipsoid smallest = Ellipsoid.around(corners);
    // Semi-axes are the box's half sides times the root of 3.
    assertThat(smallest.a()).isCloseTo(3 * Math.sqrt(3), within(0.01));
    assertThat(smallest.b()).isCloseTo(2 * Math.sqrt(3), within(0.01));
    assertThat(smallest.c()).isCloseTo(Math.sqrt(3), within(0.01));
  }

  @Test
  void theSurfaceOfAnEllipsoidIsTheSumOfTheSeriesOfTheIbsi() {
    assertThat(new Ellipsoid(2, 2, 2).area()).isCloseTo(16 * Math.PI, within(1e-12));
    // For a = b the series sums up to (root(1 - e^2) + asin(e) / e) / 2.
    double e = Math.sqrt(1 - 0.25);
    double sum = (Math.sqrt(1 - e * e) + Math.asin(e) / e) / 2;
    assertThat(new Ellipsoid(2, 2, 1).area()).isCloseTo(16 * Math.PI * sum, within(1e-3));
    // For b = c it sums up to (1 + (1 - e^2) artanh(e) / e) / 2.
    sum = (1 + (1 - e * e) / e * Math.log((1 + e) / (1 - e)) / 2) / 2;
    assertThat(new Ellipsoid(2, 1, 1).area()).isCloseTo(8 * Math.PI * sum, within(1e-3));
  }
}
