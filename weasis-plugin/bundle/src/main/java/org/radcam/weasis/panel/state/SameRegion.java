package org.radcam.weasis.panel.state;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.viewer.Drawing;

/**
 * Whether two choices mean the same voxels: drawings with the same outlines on the same images,
 * whatever they are called and whichever is selected, or the same stored region. A host may make
 * shapes anew whenever it is asked, so their outlines are compared.
 */
final class SameRegion {
  private SameRegion() {}

  static boolean of(RegionChoice one, RegionChoice other) {
    if (one instanceof RegionChoice.Stored && other instanceof RegionChoice.Stored) {
      return one.equals(other);
    }
    if (one instanceof RegionChoice.Drawn first && other instanceof RegionChoice.Drawn second) {
      return same(first.drawings(), second.drawings());
    }
    return one instanceof RegionChoice.Nothing && other instanceof RegionChoice.Nothing;
  }

  private static boolean same(List<Drawing> one, List<Drawing> other) {
    return one.size() == other.size()
        && IntStream.range(0, one.size())
            .allMatch(
                n ->
                    one.get(n).image() == other.get(n).image()
                        && same(one.get(n).outline(), other.get(n).outline()));
  }

  private static boolean same(Shape one, Shape other) {
    if (one.equals(other)) {
      return true;
    }
    PathIterator first = one.getPathIterator(null);
    PathIterator second = other.getPathIterator(null);
    while (!first.isDone() && !second.isDone()) {
      double[] a = new double[6];
      double[] b = new double[6];
      if (first.currentSegment(a) != second.currentSegment(b) || !Arrays.equals(a, b)) {
        return false;
      }
      first.next();
      second.next();
    }
    return first.isDone() && second.isDone();
  }
}
