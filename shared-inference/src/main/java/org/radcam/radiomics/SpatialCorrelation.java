package org.radcam.radiomics;

import java.util.Arrays;

/**
 * Moran's I and Geary's C of the intensity mask (IBSI N365 and NPT7), with inverse distances as
 * weights.
 *
 * <p>The sums over all pairs of voxels are taken pair by pair or by Fourier transforms, whichever
 * is less work. A region whose box is too large for the transforms is split into every second (or
 * third ...) voxel along each axis, and the mean over these parts is given: the repeated
 * subsampling that the IBSI suggests for large regions.
 */
final class SpatialCorrelation {
  /** Two transforms of so many cells take 268 MB. */
  static final int MAX_CELLS = 1 << 23;

  /** Pair by pair, so many take about half a second. */
  private static final double MAX_PAIRS = 2e8;

  /** What a cell and power of two of a transform takes, in pairs; measured. */
  private static final double PAIRS_PER_CELL = 5;

  private final RoiGrid roi;
  private final int stride;
  private final double moran;
  private final double geary;

  SpatialCorrelation(RoiGrid roi) {
    this(roi, MAX_CELLS);
  }

  SpatialCorrelation(RoiGrid roi, int maxCells) {
    this.roi = roi;
    int split = 1;
    boolean fewPairs = pairs(roi.voxels().length) <= MAX_PAIRS;
    while (cells(fewPairs ? box(split) : Fft3.doubled(box(split))) > maxCells) {
      split++;
    }
    this.stride = split;
    MeanFeatures mean = new MeanFeatures(2);
    for (int part = 0; part < split * split * split; part++) {
      mean.add(correlate(part % split, part / split % split, part / (split * split)));
    }
    moran = mean.means()[0];
    geary = mean.means()[1];
  }

  /** Moran's I; NaN for a region of one voxel or of one intensity. */
  double moran() {
    return moran;
  }

  /** Geary's C; NaN for a region of one voxel or of one intensity. */
  double geary() {
    return geary;
  }

  private static double cells(int[] sides) {
    return (double) sides[0] * sides[1] * sides[2];
  }

  private static double pairs(int count) {
    return 0.5 * count * count;
  }

  private int[] box(int split) {
    return new int[] {
      (roi.columns() - 3 + split) / split,
      (roi.rows() - 3 + split) / split,
      (roi.slices() - 3 + split) / split
    };
  }

  /** I and C of the voxels whose place in the box leaves a remainder by the stride. */
  private double[] correlate(int i0, int j0, int k0) {
    int[] chosen = new int[roi.voxels().length];
    int count = 0;
    double mean = 0;
    for (int n = 0; n < chosen.length; n++) {
      int voxel = roi.voxels()[n];
      if ((roi.column(voxel) - 1) % stride == i0
          && (roi.row(voxel) - 1) % stride == j0
          && (roi.slice(voxel) - 1) % stride == k0) {
        chosen[count++] = n;
        mean += roi.intensities()[n];
      }
    }
    if (count < 2) {
      return new double[] {Double.NaN, Double.NaN};
    }
    Part part = new Part(roi, stride, Arrays.copyOf(chosen, count), mean / count);
    int[] box = box(stride);
    double[] spacing = Arrays.stream(roi.spacing()).map(s -> s * stride).toArray();
    double cells = cells(Fft3.doubled(box));
    PairSums sums =
        pairs(count) <= PAIRS_PER_CELL * cells * Math.log(cells) || cells > MAX_CELLS
            ? PairSums.direct(part, box, spacing)
            : PairSums.spectral(part, box, spacing);
    double squares = 0;
    for (int n = 0; n < count; n++) {
      squares += part.value(n) * part.value(n);
    }
    double gaps = 2 * (sums.squares() - sums.products());
    return new double[] {
      count / sums.weights() * sums.products() / squares,
      (count - 1) / (2 * sums.weights()) * gaps / squares
    };
  }

  /** Some of a region's voxels, with their intensities' difference from the mean. */
  private record Part(RoiGrid roi, int stride, int[] chosen, double mean)
      implements PairSums.Points {
    @Override
    public int count() {
      return chosen.length;
    }

    @Override
    public int place(int point, int axis) {
      int voxel = roi.voxels()[chosen[point]];
      int padded =
          switch (axis) {
            case 0 -> roi.column(voxel);
            case 1 -> roi.row(voxel);
            default -> roi.slice(voxel);
          };
      return (padded - 1) / stride;
    }

    @Override
    public double value(int point) {
      return roi.intensities()[chosen[point]] - mean;
    }
  }
}
