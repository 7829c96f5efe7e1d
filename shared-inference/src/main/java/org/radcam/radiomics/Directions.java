package org.radcam.radiomics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Steps (i, j, k) to the neighbours of a voxel at Chebyshev distance 1 (IBSI section 3.6). */
final class Directions {
  /** The 4 directions within a slice. */
  static final int[][] IN_PLANE = {{1, 0, 0}, {1, 1, 0}, {0, 1, 0}, {-1, 1, 0}};

  /** The 9 directions to the next slice; with {@link #IN_PLANE} the 13 directions in space. */
  static final int[][] TO_NEXT_SLICE = toNextSlice();

  /** The 8 neighbours within a slice. */
  static final int[][] NEIGHBOURS_2D = bothWays(IN_PLANE);

  /** The 26 neighbours in space. */
  static final int[][] NEIGHBOURS_3D = bothWays(IN_PLANE, TO_NEXT_SLICE);

  private Directions() {}

  private static int[][] toNextSlice() {
    List<int[]> directions = new ArrayList<>();
    for (int j = -1; j <= 1; j++) {
      for (int i = -1; i <= 1; i++) {
        directions.add(new int[] {i, j, 1});
      }
    }
    return directions.toArray(int[][]::new);
  }

  private static int[][] bothWays(int[][]... parts) {
    List<int[]> directions = new ArrayList<>();
    for (int[][] part : parts) {
      Collections.addAll(directions, part);
      for (int[] d : part) {
        directions.add(new int[] {-d[0], -d[1], -d[2]});
      }
    }
    return directions.toArray(int[][]::new);
  }
}
