package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.radcam.engine.ComputeDevice;
import org.radcam.model.Performance;
import org.radcam.model.Standing;
import org.radcam.stats.Interval;

/** Everything that a training measures, in sentences for people. */
final class TrainingReport {
  private final List<String> lines = new ArrayList<>();
  private final List<String> classes;
  private final long seed;

  TrainingReport(List<String> classes, long seed) {
    this.classes = classes;
    this.seed = seed;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  /** Says how long the final network is trained. */
  void epochs(int epochs) {
    lines.add("Epochs of the final network: " + epochs + ".");
  }

  /** Says that the package will not warn of images unlike those of the training. */
  void noDomain() {
    lines.add(
        "The training images are too few to tell what is typical: the model will not warn of"
            + " images unlike them.");
  }

  /** Says what is trained on, from what, and where. */
  void beginning(Provenance provenance, Standing standing, ComputeDevice device) {
    lines.addAll(provenance.lines());
    if (standing == Standing.DEMO) {
      lines.add("The model is a " + standing.sentence() + ".");
    }
    lines.add("Trained on " + device + ", seed " + seed + ".");
  }

  /** Fits the temperature, and tells what it does for the log loss. */
  double calibrate(List<Prediction> predictions) {
    double[][] logits = predictions.stream().map(Prediction::logits).toArray(double[][]::new);
    int[] labels = predictions.stream().mapToInt(p -> p.one().label()).toArray();
    double temperature = Temperature.fit(logits, labels);
    lines.add(
        String.format(
            Locale.ROOT,
            "Calibration temperature %.4f: out-of-fold log loss %.4f before, %.4f after.",
            temperature,
            Scores.logLoss(logits, labels, 1),
            Scores.logLoss(logits, labels, temperature)));
    return temperature;
  }

  /**
   * Measures predictions.
   *
   * @param how where they come from
   */
  List<Performance> measure(List<Prediction> predictions, String how) {
    Measurement measurement = new Measurement(classes, seed, how);
    List<Performance> figures = measurement.of(predictions);
    for (Performance figure : figures) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: %.4f (%.4f to %.4f), %s; %s.",
              figure.metric(),
              figure.value(),
              figure.low(),
              figure.high(),
              figure.data(),
              figure.method()));
    }
    for (int positive : Measurement.positives(classes)) {
      Interval other = measurement.deLong(predictions, positive);
      lines.add(
          String.format(
              Locale.ROOT,
              "For comparison, DeLong's interval for %s, taking images for independent: %.4f to"
                  + " %.4f.",
              classes.get(positive),
              other.low(),
              other.high()));
    }
    return figures;
  }

  /** What simple numbers tell of the classes; the strong ones become limits on the card. */
  List<String> shortcuts(List<TrainingCase> cases, CaseImages images) {
    List<String> limits = new ArrayList<>();
    for (int positive : Measurement.positives(classes)) {
      for (ShortcutCheck.Finding finding : ShortcutCheck.of(cases, images, positive)) {
        lines.add(
            String.format(
                Locale.ROOT,
                "Shortcut check for %s: the %s alone has AUC %.3f.",
                classes.get(positive),
                finding.name(),
                finding.auc()));
        if (finding.auc() >= ShortcutCheck.STRONG) {
          limits.add(
              String.format(
                  Locale.ROOT,
                  "In the training data the %s of an image alone tells %s from the rest with AUC"
                      + " %.2f, so part of the measured performance may come from how the images"
                      + " were made, not from what they show.",
                  finding.name(),
                  classes.get(positive),
                  finding.auc()));
        }
      }
    }
    return limits;
  }
}
