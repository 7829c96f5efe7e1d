package org.radcam.zoo.train;

/**
 * How long a training runs and how large its steps are: the learning rate rises in a straight line
 * over the warm-up and then falls along half a cosine to 0 (Loshchilov and Hutter, SGDR, ICLR 2017,
 * equation 5, without restarts).
 *
 * @param epochs passes over the training cases
 * @param batchSize cases in one step, about: a pass is cut into batches of nearly equal size
 * @param learningRate the highest
 * @param warmUpEpochs length of the rise
 */
public record Schedule(int epochs, int batchSize, double learningRate, double warmUpEpochs) {
  public Schedule {
    if (epochs < 1 || epochs > 100_000) {
      throw new IllegalArgumentException("'epochs' must be between 1 and 100000, not " + epochs);
    }
    if (batchSize < 2 || batchSize > 4096) {
      throw new IllegalArgumentException(
          "'batchSize' must be between 2 and 4096, not " + batchSize);
    }
    if (!(learningRate > 0 && learningRate <= 10)) {
      throw new IllegalArgumentException(
          "'learningRate' must be above 0 and at most 10, not " + learningRate);
    }
    if (!(warmUpEpochs >= 0 && warmUpEpochs < epochs)) {
      throw new IllegalArgumentException(
          "'warmUpEpochs' must be at least 0 and less than the epochs, not " + warmUpEpochs);
    }
  }

  /** Number of batches in a pass over so many cases; a batch has two cases at least. */
  int batches(int cases) {
    return Math.max(1, Math.min((int) Math.round((double) cases / batchSize), cases / 2));
  }

  /** The learning rate of a step, counted from 0 over all epochs. */
  double learningRate(int step, int stepsPerEpoch) {
    double warmUp = warmUpEpochs * stepsPerEpoch;
    if (step < warmUp) {
      return learningRate * (step + 1) / (warmUp + 1);
    }
    double done = (step - warmUp) / ((double) epochs * stepsPerEpoch - warmUp);
    return learningRate * 0.5 * (1 + Math.cos(Math.PI * done));
  }
}
