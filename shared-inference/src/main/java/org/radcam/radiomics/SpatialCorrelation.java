package org.radcam.radiomics;

/**
 * Moran's I and Geary's C of the intensity mask (IBSI N365 and NPT7): sums over all pairs of
 * voxels, weighted by their inverse distance.
 *
 * <p>The weight depends on the step from one voxel to the other only. So the sums are those of
 * weights times autocorrelations, and by Parseval's theorem they can be taken over the Fourier
 * transforms; n voxels then cost n log n instead of n squared. The result is that of the sum over
 * pairs but for rounding.
 *
 * <p>A region whose box would need more than {@link #MAX_CELLS} cells is split into every second
 * (or third ...) voxel along each axis, and the mean over these parts is given: the repeated
 * subsampling that the IBSI suggests for large regions.
 */
final class SpatialCorrelation {
  /** Two transforms of so many cells take 134 MB. */
  static final int MAX_CELLS = 1 << 22;

  private final RoiGrid roi;
  private final double[] centred;
  private final int stride;
  private double moran;
  private double geary;

  SpatialCorrelation(RoiGrid roi) {
    this(roi, MAX_CELLS);
  }

  SpatialCorrelation(RoiGrid roi, int maxCells) {
    this.roi = roi;
    this.centred = centre(roi.intensities());
    int split = 1;
    while (cells(sides(split)) > maxCells) {
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

  private static double[] centre(float[] intensities) {
    double mean = new Distribution(intensities).mean();
    double[] centred = new double[intensities.length];
    for (int n = 0; n < centred.length; n++) {
      centred[n] = intensities[n] - mean;
    }
    return centred;
  }

  private static long cells(int[] sides) {
    return (long) sides[0] * sides[1] * sides[2];
  }

  /** Twice the box, so that what leaves it on one side does not come in on the other. */
  private int[] sides(int split) {
    int[] box = {roi.columns() - 2, roi.rows() - 2, roi.slices() - 2};
    int[] sides = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      sides[axis] = Fft3.powerOfTwo(2 * ((box[axis] + split - 1) / split) - 1);
    }
    return sides;
  }

  /** I and C of the voxels whose place in the box leaves a remainder by the stride. */
  private double[] correlate(int i0, int j0, int k0) {
    int[] sides = sides(stride);
    Fft3 first = new Fft3(sides);
    Fft3 second = new Fft3(sides);
    int count = 0;
    double mean = 0;
    for (int n = 0; n < centred.length; n++) {
      int voxel = roi.voxels()[n];
      int i = roi.column(voxel) - 1;
      int j = roi.row(voxel) - 1;
      int k = roi.slice(voxel) - 1;
      if (i % stride == i0 && j % stride == j0 && k % stride == k0) {
        int cell = (k / stride * sides[1] + j / stride) * sides[0] + i / stride;
        first.real()[cell] = centred[n];
        first.imaginary()[cell] = 1;
        mean += centred[n];
        count++;
      }
    }
    if (count < 2) {
      return new double[] {Double.NaN, Double.NaN};
    }
    mean /= count;
    double squares = 0;
    for (int cell = 0; cell < first.real().length; cell++) {
      if (first.imaginary()[cell] != 0) {
        double x = first.real()[cell] - mean;
        first.real()[cell] = x;
        second.real()[cell] = x * x;
        squares += x * x;
      }
    }
    weights(second.imaginary(), sides);
    first.transform();
    second.transform();
    double[] sums = sums(first, second);
    double products = sums[0];
    double weights = sums[1];
    double gaps = 2 * (sums[2] - products);
    return new double[] {
      count / weights * products / squares, (count - 1) / (2 * weights) * gaps / squares
    };
  }

  /**
   * The inverse distance of every step, forwards from the box's begin and backwards from its end.
   */
  private void weights(double[] weights, int[] sides) {
    double[] s = roi.spacing();
    for (int cell = 1; cell < weights.length; cell++) {
      double x = step(cell % sides[0], sides[0]) * stride * s[0];
      double y = step(cell / sides[0] % sides[1], sides[1]) * stride * s[1];
      double z = step(cell / (sides[0] * sides[1]), sides[2]) * stride * s[2];
      weights[cell] = 1 / Math.sqrt(x * x + y * y + z * z);
    }
  }

  private static int step(int index, int side) {
    return Math.min(index, side - index);
  }

  /**
   * Sums over ordered pairs of weight times x1 x2, of the weights, and of weight times x1 squared.
   * Each transform holds two real boxes: values and mask, squares and weights; F(a + i b) is taken
   * apart by its mirror.
   */
  private static double[] sums(Fft3 first, Fft3 second) {
    double products = 0;
    double weights = 0;
    double squares = 0;
    int cells = first.real().length;
    for (int f = 0; f < cells; f++) {
      int m = first.mirror(f);
      double valueRe = (first.real()[f] + first.real()[m]) / 2;
      double valueIm = (first.imaginary()[f] - first.imaginary()[m]) / 2;
      double maskRe = (first.imaginary()[f] + first.imaginary()[m]) / 2;
      double maskIm = (first.real()[m] - first.real()[f]) / 2;
      double squareRe = (second.real()[f] + second.real()[m]) / 2;
      double squareIm = (second.imaginary()[f] - second.imaginary()[m]) / 2;
      double weight = (second.imaginary()[f] + second.imaginary()[m]) / 2;
      products += weight * (valueRe * valueRe + valueIm * valueIm);
      weights += weight * (maskRe * maskRe + maskIm * maskIm);
      squares += weight * (squareRe * maskRe + squareIm * maskIm);
    }
    return new double[] {products / cells, weights / cells, squares / cells};
  }
}
