package org.radcam.zoo.train;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.radcam.stats.Auc;

/** Figures of merit of logits. */
final class Scores {
  private Scores() {}

  static Validation of(List<TrainingCase> cases, double[][] logits) {
    int[] labels = cases.stream().mapToInt(TrainingCase::label).toArray();
    return new Validation(logLoss(logits, labels, 1), auc(logits, labels));
  }

  /** Mean of -log p of the true class, p = softmax(logits / temperature). */
  static double logLoss(double[][] logits, int[] labels, double temperature) {
    double sum = 0;
    for (int n = 0; n < labels.length; n++) {
      double[] own = logits[n];
      double highest = Double.NEGATIVE_INFINITY;
      for (double logit : own) {
        highest = Math.max(highest, logit / temperature);
      }
      double total = 0;
      for (double logit : own) {
        total += Math.exp(logit / temperature - highest);
      }
      sum += Math.log(total) + highest - own[labels[n]] / temperature;
    }
    return sum / labels.length;
  }

  /** Two classes: the area for the second; more: the mean area of one against the rest. */
  static double auc(double[][] logits, int[] labels) {
    return auc(logits, labels, Scores::margin);
  }

  /** The same of logarithms of probabilities, of which equal ones stay equal. */
  static double aucOfLogarithms(double[][] logarithms, int[] labels) {
    return auc(logarithms, labels, (own, positive) -> own[positive]);
  }

  private static double auc(
      double[][] logits, int[] labels, ToDoubleBiFunction<double[], Integer> score) {
    int classes = logits[0].length;
    double sum = 0;
    for (int c = classes == 2 ? 1 : 0; c < classes; c++) {
      int positive = c;
      double[] scores = new double[labels.length];
      boolean[] truth = new boolean[labels.length];
      for (int n = 0; n < labels.length; n++) {
        scores[n] = score.applyAsDouble(logits[n], positive);
        truth[n] = labels[n] == positive;
      }
      sum += Auc.of(scores, truth);
    }
    return classes == 2 ? sum : sum / classes;
  }

  /** log(p / (1 - p)) of a class: orders cases as its probability does, without rounding to 1. */
  static double margin(double[] logits, int positive) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < logits.length; c++) {
      if (c != positive) {
        highest = Math.max(highest, logits[c]);
      }
    }
    double others = 0;
    for (int c = 0; c < logits.length; c++) {
      if (c != positive) {
        others += Math.exp(logits[c] - highest);
      }
    }
    return logits[positive] - highest - Math.log(others);
  }
}
