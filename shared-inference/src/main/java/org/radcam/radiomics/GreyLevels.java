package org.radcam.radiomics;

import java.util.Arrays;
import java.util.Optional;
import org.radcam.UserException;

/**
 * A region's grey levels. Matrices are made of the levels that occur only: a level's <em>rank</em>
 * is its place among them, from 1, and 0 stands for outside the intensity mask. Refused are:
 *
 * <ul>
 *   <li>intensities that are no grey levels where the settings say that they are,
 *   <li>levels above {@link #MAX_LEVEL},
 *   <li>more than {@link #MAX_PRESENT} different levels.
 * </ul>
 */
final class GreyLevels {
  /** Levels index arrays; more of them than this are a mistake in the settings. */
  static final int MAX_LEVEL = 1 << 20;

  /** A co-occurrence matrix of so many levels takes 16 MB, and several are held at a time. */
  static final int MAX_PRESENT = 2048;

  private static final String ADVICE =
      " Choose a fixed number of bins (such as fbn:32) or wider bins.";

  private final RoiGrid roi;
  private final int[] levels;
  private final int[] present;
  private final int[] ranks;
  private final int[] sliceStarts;

  GreyLevels(RoiGrid roi, Discretisation discretisation, Optional<IntensityRange> range) {
    this.roi = roi;
    this.levels = discretise(roi.intensities(), discretisation, range);
    this.present = Arrays.stream(levels).distinct().sorted().toArray();
    if (present.length > MAX_PRESENT) {
      throw new UserException(
          "The region of interest has "
              + present.length
              + " different grey levels; texture can be measured with at most "
              + MAX_PRESENT
              + "."
              + ADVICE);
    }
    int[] rankOf = new int[present[present.length - 1] + 1];
    for (int n = 0; n < present.length; n++) {
      rankOf[present[n]] = n + 1;
    }
    this.ranks = new int[roi.cells()];
    for (int n = 0; n < levels.length; n++) {
      ranks[roi.voxels()[n]] = rankOf[levels[n]];
    }
    this.sliceStarts = slices(roi);
  }

  private static int[] discretise(
      float[] intensities, Discretisation discretisation, Optional<IntensityRange> range) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (float intensity : intensities) {
      low = Math.min(low, intensity);
      high = Math.max(high, intensity);
    }
    GreyScale scale = discretisation.scale(low, high, range);
    int[] levels = new int[intensities.length];
    for (int n = 0; n < levels.length; n++) {
      double level = scale.level(intensities[n]);
      if (Double.isNaN(level)) {
        throw new UserException(
            "Without discretisation the intensities must be whole numbers from 1, but one is "
                + intensities[n]
                + "."
                + ADVICE);
      }
      if (level > MAX_LEVEL) {
        throw new UserException(
            "The intensities from "
                + low
                + " to "
                + high
                + " give more than "
                + MAX_LEVEL
                + " grey levels."
                + ADVICE);
      }
      levels[n] = (int) level;
    }
    return levels;
  }

  private static int[] slices(RoiGrid roi) {
    int[] voxels = roi.voxels();
    int[] starts = new int[roi.slices() + 1];
    int count = 0;
    for (int n = 0; n < voxels.length; n++) {
      if (n == 0 || roi.slice(voxels[n]) != roi.slice(voxels[n - 1])) {
        starts[count++] = n;
      }
    }
    starts[count] = voxels.length;
    return Arrays.copyOf(starts, count + 1);
  }

  RoiGrid roi() {
    return roi;
  }

  /** The levels of the intensity mask's voxels, in their order. */
  int[] levels() {
    return levels;
  }

  /** The levels that occur, ascending; rank r is {@code present()[r - 1]}. */
  int[] present() {
    return present;
  }

  /** Ng: the largest level, since levels count from 1 (IBSI 3NCY). */
  int levelCount() {
    return present[present.length - 1];
  }

  /** The rank of every cell of the padded box. */
  int[] ranks() {
    return ranks;
  }

  /** The voxels in which the non-empty slices begin, and at the end the number of voxels. */
  int[] sliceStarts() {
    return sliceStarts;
  }

  /** How far apart two cells are in the padded box's arrays. */
  int offset(int[] direction) {
    return (direction[2] * roi.rows() + direction[1]) * roi.columns() + direction[0];
  }

  int[] offsets(int[][] directions) {
    return Arrays.stream(directions).mapToInt(this::offset).toArray();
  }
}
