package org.radcam.stats;

import java.util.List;
import org.radcam.UserException;

/**
 * What a model said of cases whose class is known.
 *
 * @param classes names, in the order of the columns of the probabilities
 * @param patients whom each case belongs to; several cases may share a patient
 * @param labels the true class of each case, from 0
 * @param probabilities case by class; each case's sum to 1 within {@link #sumTolerance}
 */
public record Predictions(
    List<String> classes, List<String> patients, int[] labels, double[][] probabilities) {
  /**
   * Checks the values.
   *
   * @throws UserException if a case's probabilities are none, with the case's number from 1
   */
  public Predictions {
    classes = List.copyOf(classes);
    patients = List.copyOf(patients);
    if (classes.size() < 2 || classes.stream().distinct().count() < classes.size()) {
      throw new IllegalArgumentException("Two or more different classes are needed");
    }
    if (labels.length == 0
        || labels.length != probabilities.length
        || labels.length != patients.size()) {
      throw new IllegalArgumentException(
          "There are "
              + labels.length
              + " labels, "
              + probabilities.length
              + " predictions and "
              + patients.size()
              + " patients");
    }
    labels = labels.clone();
    probabilities = probabilities.clone();
    for (int n = 0; n < labels.length; n++) {
      if (labels[n] < 0 || labels[n] >= classes.size()) {
        throw new IllegalArgumentException("Case " + (n + 1) + " has no class " + labels[n]);
      }
      probabilities[n] = checked(probabilities[n].clone(), classes.size(), n + 1);
    }
  }

  private static double[] checked(double[] row, int classes, int number) {
    if (row.length != classes) {
      throw new IllegalArgumentException(
          "Case " + number + " has " + row.length + " probabilities for " + classes + " classes");
    }
    double sum = 0;
    for (double p : row) {
      if (!(p >= 0 && p <= 1)) {
        throw new UserException("Case " + number + ": " + p + " is no probability from 0 to 1");
      }
      sum += p;
    }
    if (Math.abs(sum - 1) > sumTolerance(classes)) {
      throw new UserException(
          "Case " + number + ": the probabilities sum to " + (float) sum + ", not to 1");
    }
    return row;
  }

  /** How far a sum may be from 1: probabilities may have been rounded to two decimals. */
  public static double sumTolerance(int classes) {
    return 0.005 * classes + 1e-9;
  }

  /** How many cases there are. */
  public int size() {
    return labels.length;
  }

  /** How many cases belong to each class. */
  public int[] support() {
    int[] support = new int[classes.size()];
    for (int label : labels) {
      support[label]++;
    }
    return support;
  }

  /** The class with the largest probability of each case; of equal ones the first. */
  public int[] predicted() {
    int[] predicted = new int[labels.length];
    for (int n = 0; n < labels.length; n++) {
      for (int k = 1; k < classes.size(); k++) {
        if (probabilities[n][k] > probabilities[n][predicted[n]]) {
          predicted[n] = k;
        }
      }
    }
    return predicted;
  }

  /** One class against all others: its probability as score. */
  public BinaryCases oneVsRest(int positiveClass) {
    double[] scores = new double[labels.length];
    boolean[] positive = new boolean[labels.length];
    for (int n = 0; n < labels.length; n++) {
      scores[n] = probabilities[n][positiveClass];
      positive[n] = labels[n] == positiveClass;
    }
    return new BinaryCases(scores, positive);
  }

  /** Every case with every class: "is it this class?", with the class's probability as score. */
  public BinaryCases pooled() {
    int count = classes.size();
    double[] scores = new double[labels.length * count];
    boolean[] positive = new boolean[scores.length];
    for (int n = 0; n < labels.length; n++) {
      for (int k = 0; k < count; k++) {
        scores[n * count + k] = probabilities[n][k];
        positive[n * count + k] = labels[n] == k;
      }
    }
    return new BinaryCases(scores, positive);
  }

  /** The same cases with other probabilities, as after a calibration. */
  public Predictions with(double[][] others) {
    return new Predictions(classes, patients, labels, others);
  }
}
