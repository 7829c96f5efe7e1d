package org.radcam.image;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The separate parts of a region, such as the lesions of one patient in one mask. Voxels that touch
 * by a face, an edge or a corner (26 neighbours; 8 in a single slice) are of one part.
 *
 * <p>Works on runs of voxels along rows, joined by union-find: one pass over the mask, and memory
 * for its runs only. The masks of the parts are made one by one as they are asked for, since each
 * takes a bit for every voxel of the grid.
 */
public final class ConnectedComponents extends AbstractList<Mask> {
  private final Geometry geometry;
  private final Runs runs;
  private final int[] roots;
  private final int[] first;
  private final int[] ordered;

  private ConnectedComponents(Geometry geometry, Runs runs, int[] roots, int[] counts) {
    this.geometry = geometry;
    this.runs = runs;
    this.roots = roots;
    this.first = new int[roots.length + 1];
    for (int n = 0; n < roots.length; n++) {
      first[n + 1] = first[n] + counts[roots[n]];
    }
    this.ordered = new int[first[roots.length]];
  }

  /**
   * Takes a region apart.
   *
   * @param minVoxels smaller parts are left out
   * @return the parts on the mask's grid, the largest first; of two that are as large, the one
   *     whose first voxel (by {@link Size#index}) comes first. An unmodifiable list, empty for an
   *     empty mask; every {@code get} makes the mask anew.
   */
  public static List<Mask> of(Mask mask, int minVoxels) {
    if (minVoxels < 1) {
      throw new IllegalArgumentException("A part has at least one voxel, not " + minVoxels);
    }
    Runs runs = Runs.of(mask);
    joinTouching(runs, mask.geometry().size());
    int[] root = new int[runs.count()];
    int[] counts = new int[runs.count()];
    int[] voxels = new int[runs.count()];
    for (int n = 0; n < root.length; n++) {
      root[n] = runs.root(n);
      counts[root[n]]++;
      voxels[root[n]] += runs.end(n) - runs.start(n);
    }
    // A root is the first run of its part, so that a stable sort leaves ties as they should be.
    int[] roots =
        IntStream.range(0, voxels.length)
            .filter(n -> voxels[n] >= minVoxels)
            .boxed()
            .sorted(Comparator.comparingInt(n -> -voxels[n]))
            .mapToInt(Integer::intValue)
            .toArray();
    ConnectedComponents parts = new ConnectedComponents(mask.geometry(), runs, roots, counts);
    parts.assign(root);
    return parts;
  }

  /** Groups the runs by the part that they are of. */
  private void assign(int[] root) {
    int[] place = new int[root.length];
    Arrays.fill(place, -1);
    for (int n = 0; n < roots.length; n++) {
      place[roots[n]] = first[n];
    }
    for (int n = 0; n < root.length; n++) {
      if (place[root[n]] >= 0) {
        ordered[place[root[n]]++] = n;
      }
    }
  }

  private static void joinTouching(Runs runs, Size size) {
    for (int k = 0; k < size.slices(); k++) {
      for (int j = 0; j < size.rows(); j++) {
        int row = k * size.rows() + j;
        if (runs.isEmptyRow(row)) {
          continue;
        }
        if (j > 0) {
          runs.join(row, row - 1);
        }
        if (k > 0) {
          int below = row - size.rows();
          runs.join(row, below);
          if (j > 0) {
            runs.join(row, below - 1);
          }
          if (j + 1 < size.rows()) {
            runs.join(row, below + 1);
          }
        }
      }
    }
  }

  @Override
  public Mask get(int index) {
    BitSet voxels = new BitSet();
    for (int n = first[index]; n < first[index + 1]; n++) {
      voxels.set(runs.start(ordered[n]), runs.end(ordered[n]));
    }
    return new Mask(geometry, voxels);
  }

  @Override
  public int size() {
    return roots.length;
  }
}
