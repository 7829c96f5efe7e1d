package org.radcam.fiji.image;

import ij.gui.Roi;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;

/**
 * ImageJ's regions as the library's: all of them as one, or each lesion by itself.
 *
 * <ul>
 *   <li>Regions of one group (Roi > Properties, or the ROI Manager) are one lesion, wherever they
 *       lie; a region of a group belongs to no other.
 *   <li>So are regions of one name.
 *   <li>So are regions that share a pixel on neighbouring slices, and all that hang together so.
 *   <li>Regions on the same slices are lesions of their own, even where they touch: the user drew
 *       them as two.
 * </ul>
 */
final class DrawnLesions {
  private DrawnLesions() {}

  /** All as one region. */
  static Region together(
      List<DrawnRegion> drawn, Geometry grid, RegionSource source, String otherwise) {
    String name = drawn.size() == 1 ? drawn.get(0).name().orElse(otherwise) : otherwise;
    return new Region(name, mask(drawn, grid), source);
  }

  /** Each lesion by itself, in the order of their first regions; no two have the same name. */
  static List<Region> each(List<DrawnRegion> drawn, Geometry grid, RegionSource source) {
    Set<String> names = new HashSet<>();
    List<Region> regions = new ArrayList<>();
    for (List<DrawnRegion> lesion : lesions(drawn)) {
      String wanted = name(lesion.get(0), regions.size() + 1);
      String name = wanted;
      for (int n = 2; !names.add(name); n++) {
        name = wanted + " (" + n + ")";
      }
      regions.add(new Region(name, mask(lesion, grid), source));
    }
    return regions;
  }

  private static String name(DrawnRegion first, int number) {
    if (first.group() != 0) {
      String name = Roi.getGroupName(first.group());
      return name == null || name.isBlank() ? "group " + first.group() : name;
    }
    return first.name().orElse("lesion " + number);
  }

  private static Mask mask(List<DrawnRegion> drawn, Geometry grid) {
    BitSet voxels = new BitSet(grid.size().voxels());
    drawn.forEach(region -> region.mark(voxels, grid.size()));
    return new Mask(grid, voxels);
  }

  /** Those that belong together, directly or through others. */
  private static Iterable<List<DrawnRegion>> lesions(List<DrawnRegion> drawn) {
    int[] first = new int[drawn.size()];
    for (int n = 0; n < first.length; n++) {
      first[n] = n;
      for (int before = 0; before < n; before++) {
        if (first[before] != first[n] && drawn.get(n).belongsTo(drawn.get(before))) {
          join(first, n, first[before]);
        }
      }
    }
    Map<Integer, List<DrawnRegion>> lesions = new LinkedHashMap<>();
    for (int n = 0; n < first.length; n++) {
      lesions.computeIfAbsent(first[n], key -> new ArrayList<>()).add(drawn.get(n));
    }
    return lesions.values();
  }

  /** Gives all of region n's lesion, and of the other one, the smaller number of both. */
  private static void join(int[] first, int n, int other) {
    int kept = Math.min(first[n], other);
    int gone = Math.max(first[n], other);
    for (int at = 0; at <= n; at++) {
      if (first[at] == gone) {
        first[at] = kept;
      }
    }
  }
}
