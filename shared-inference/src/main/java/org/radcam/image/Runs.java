package org.radcam.image;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The voxels of a mask as runs along its rows, with a union-find forest over them. A tree's root is
 * always its first run.
 */
final class Runs {
  private final int columns;
  private final int[] firstOfRow;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int[] parents;
  private int count;

  private Runs(Size size) {
    columns = size.columns();
    firstOfRow = new int[size.rows() * size.slices() + 1];
  }

  static Runs of(Mask mask) {
    Size size = mask.geometry().size();
    Runs runs = new Runs(size);
    BitSet voxels = mask.voxels();
    int row = 0;
    int at = voxels.nextSetBit(0);
    while (at >= 0) {
      // Set bits may go on over many rows; asking for their end in each would take squared time.
      int clear = voxels.nextClearBit(at);
      while (at < clear) {
        for (int own = at / runs.columns; row < own; ) {
          runs.firstOfRow[++row] = runs.count;
        }
        int end = Math.min(clear, (row + 1) * runs.columns);
        runs.add(at, end);
        at = end;
      }
      at = voxels.nextSetBit(clear);
    }
    Arrays.fill(runs.firstOfRow, row + 1, runs.firstOfRow.length, runs.count);
    runs.parents = new int[runs.count];
    Arrays.setAll(runs.parents, n -> n);
    return runs;
  }

  private void add(int start, int end) {
    if (count == starts.length) {
      int longer = count + (count >> 1);
      starts = Arrays.copyOf(starts, longer);
      ends = Arrays.copyOf(ends, longer);
    }
    starts[count] = start;
    ends[count++] = end;
  }

  int count() {
    return count;
  }

  /** Index of a run's first voxel. */
  int start(int run) {
    return starts[run];
  }

  /** Index after a run's last voxel. */
  int end(int run) {
    return ends[run];
  }

  boolean isEmptyRow(int row) {
    return firstOfRow[row] == firstOfRow[row + 1];
  }

  /** The first run of the tree that a run is in. */
  int root(int run) {
    int at = run;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** Joins the runs of two rows that touch: overlap in columns, or miss each other by none. */
  void join(int row, int other) {
    int shift = (row - other) * columns;
    int a = firstOfRow[row];
    int b = firstOfRow[other];
    while (a < firstOfRow[row + 1] && b < firstOfRow[other + 1]) {
      int start = starts[b] + shift;
      int end = ends[b] + shift;
      if (starts[a] <= end && start <= ends[a]) {
        int one = root(a);
        int two = root(b);
        parents[Math.max(one, two)] = Math.min(one, two);
      }
      if (ends[a] < end) {
        a++;
      } else {
        b++;
      }
    }
  }
}
