package org.radcam.zoo.tabular;

import org.radcam.tabular.GaussianNaiveBayes;
import org.radcam.tabular.TabularClassifier;

/**
 * Means and variances of each class, by maximum likelihood; to every variance a billionth of the
 * largest variance of a feature is added, as scikit-learn does, so that none is 0.
 */
final class NaiveBayesTrainer implements TabularTrainer {
  private static final double SMOOTHING = 1e-9;

  @Override
  public String key() {
    return "naive-bayes";
  }

  @Override
  public String title() {
    return "Naive Bayes";
  }

  @Override
  public String help() {
    return "Features taken for independent and normally distributed within each class";
  }

  @Override
  public String source() {
    return "RadCAM";
  }

  @Override
  public TabularClassifier train(TrainingTable table, long seed) {
    int features = table.features();
    int[] counts = table.counts();
    double[][] means = new double[table.classes()][features];
    double[][] squares = new double[table.classes()][features];
    for (int n = 0; n < table.rows().length; n++) {
      int c = table.labels()[n];
      for (int j = 0; j < features; j++) {
        means[c][j] += table.rows()[n][j] / (double) counts[c];
      }
    }
    for (int n = 0; n < table.rows().length; n++) {
      int c = table.labels()[n];
      for (int j = 0; j < features; j++) {
        double off = table.rows()[n][j] - means[c][j];
        squares[c][j] += off * off / counts[c];
      }
    }
    float[] logPriors = new float[table.classes()];
    float[][] centres = new float[table.classes()][features];
    float[][] variances = new float[table.classes()][features];
    double floor = SMOOTHING * largestVariance(table);
    for (int c = 0; c < table.classes(); c++) {
      logPriors[c] = (float) Math.log(counts[c] / (double) table.rows().length);
      for (int j = 0; j < features; j++) {
        centres[c][j] = (float) means[c][j];
        variances[c][j] = (float) (squares[c][j] + floor);
      }
    }
    return new GaussianNaiveBayes(logPriors, centres, variances);
  }

  /** Where no feature varies, any positive number will do. */
  private static double largestVariance(TrainingTable table) {
    double largest = 0;
    for (int j = 0; j < table.features(); j++) {
      double mean = 0;
      double square = 0;
      for (float[] row : table.rows()) {
        mean += row[j] / (double) table.rows().length;
      }
      for (float[] row : table.rows()) {
        square += (row[j] - mean) * (row[j] - mean) / table.rows().length;
      }
      largest = Math.max(largest, square);
    }
    return largest > 0 ? largest : 1;
  }
}
