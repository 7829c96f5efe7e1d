package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.radcam.engine.ComputeDevice;
import org.radcam.model.ModelCard;
import org.radcam.model.Performance;
import org.radcam.model.Stage;
import org.radcam.model.Standing;
import org.radcam.stats.Interval;
import org.radcam.task.ClassLabel;
import org.radcam.task.ClinicalField;
import org.radcam.zoo.screening.Screening;
import org.radcam.zoo.screening.ScreeningWords;

/** Everything that a training measures, in sentences for people. */
final class TrainingReport {
  /** Of cases; the rest is only counted. */
  private static final int MOST_NAMED = 40;

  private final List<String> lines = new ArrayList<>();
  private final ModelCard card;
  private final long seed;

  TrainingReport(ModelCard card, long seed) {
    this.card = card;
    this.seed = seed;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }

  /** Says how long the final networks are trained. */
  void epochs(int[] epochs) {
    for (int n = 0; n < epochs.length; n++) {
      lines.add("Epochs of the final network" + of(card.stages().get(n)) + ": " + epochs[n] + ".");
    }
  }

  /** Says which clinical values were kept in each training, and why in the last, the final one. */
  void screened(Map<String, Screening> screenings) {
    List<String> names = List.copyOf(screenings.keySet());
    for (String name : names) {
      List<String> kept = screenings.get(name).kept().stream().map(ClinicalField::key).toList();
      lines.add(
          "Clinical values kept in "
              + name
              + ": "
              + (kept.isEmpty() ? "none; it learnt from the image alone" : String.join(", ", kept))
              + ".");
    }
    lines.addAll(ScreeningWords.lines(screenings.get(names.get(names.size() - 1))));
  }

  /** Says something as it is. */
  void say(String sentence) {
    lines.add(sentence);
  }

  /** Says what is trained on, from what, and where. */
  void beginning(Provenance provenance, Standing standing, ComputeDevice device) {
    lines.addAll(provenance.lines());
    if (standing == Standing.DEMO) {
      lines.add("The model is a " + standing.sentence() + ".");
    }
    lines.add("Trained on " + device + ", seed " + seed + ".");
  }

  /**
   * Says which cases' images were taken to be on one grid.
   *
   * @param assumed those
   * @param count of all cases
   * @return limits for the card, without the cases' names
   */
  List<String> grids(List<TrainingCase> assumed, int count) {
    if (assumed.isEmpty()) {
      return List.of();
    }
    String which = "In " + assumed.size() + " of " + count + " cases of the manifest ";
    String taken =
        "nothing tells how the images lie to each other: they were taken to be on one grid, as they"
            + " have as many voxels";
    String names =
        assumed.stream()
            .limit(MOST_NAMED)
            .map(TrainingCase::id)
            .collect(Collectors.joining(", ", ": ", assumed.size() > MOST_NAMED ? ", ..." : "."));
    lines.add(which + taken + names);
    return List.of(which + taken + ".");
  }

  /**
   * Fits a temperature for each stage, and tells what they do for the log loss.
   *
   * @param how where the answers come from, for example {@code out-of-fold}
   */
  double[] calibrate(List<Answer> answers, String how) {
    double[] temperatures = new double[card.stages().size()];
    for (int n = 0; n < temperatures.length; n++) {
      List<Prediction> own = Answer.ofStage(answers, card, n);
      double[][] logits = own.stream().map(Prediction::logits).toArray(double[][]::new);
      int[] labels = own.stream().mapToInt(p -> p.one().label()).toArray();
      OptionalDouble fitted = Temperature.fit(logits, labels);
      temperatures[n] = fitted.orElse(1);
      if (fitted.isEmpty()) {
        lines.add(
            "Not calibrated"
                + of(card.stages().get(n))
                + ": the "
                + how
                + " answers ("
                + labels.length
                + ") tell no temperature.");
        continue;
      }
      lines.add(
          String.format(
              Locale.ROOT,
              "Calibration temperature%s %.4f: %s log loss %.4f before, %.4f after.",
              of(card.stages().get(n)),
              temperatures[n],
              how,
              Scores.logLoss(logits, labels, 1),
              Scores.logLoss(logits, labels, temperatures[n])));
    }
    return temperatures;
  }

  /**
   * Measures answers: of several networks each by itself, and what they answer together.
   *
   * @param how where they come from
   */
  List<Performance> measure(List<Answer> answers, double[] temperatures, String how) {
    List<Performance> figures = new ArrayList<>();
    if (card.stages().size() > 1) {
      for (int n = 0; n < card.stages().size(); n++) {
        Stage stage = card.stages().get(n);
        figures.addAll(
            measure(Answer.ofStage(answers, card, n), stage.branchKeys(), prefix(stage), how));
      }
    }
    figures.addAll(measure(Answer.joint(answers, card, temperatures), classes(), "", how));
    return figures;
  }

  private List<Performance> measure(
      List<Prediction> predictions, List<String> classes, String prefix, String how) {
    Measurement measurement = new Measurement(classes, prefix, seed, how);
    List<Performance> figures = measurement.of(predictions);
    figures.forEach(this::tell);
    for (int positive : Measurement.positives(classes)) {
      Interval other = measurement.deLong(predictions, positive);
      if (Double.isNaN(other.low())) {
        continue;
      }
      lines.add(
          String.format(
              Locale.ROOT,
              "For comparison, DeLong's interval for %s%s, taking cases for independent: %.4f to"
                  + " %.4f.",
              prefix,
              classes.get(positive),
              other.low(),
              other.high()));
    }
    return figures;
  }

  /** A figure as a line. */
  void tell(Performance figure) {
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

  private List<String> classes() {
    return card.task().classes().stream().map(ClassLabel::key).toList();
  }

  private String of(Stage stage) {
    return stage.key().isEmpty()
        ? ""
        : (card.isFusion() ? " of network " : " of stage ") + stage.key();
  }

  /** What stands before the figures of one of several networks. */
  private String prefix(Stage stage) {
    return (card.isFusion() ? "Network " : "Stage ") + stage.key() + ": ";
  }

  /** What simple numbers tell of the classes; the strong ones become limits on the card. */
  List<String> shortcuts(List<TrainingCase> cases, CaseImages images) {
    List<String> limits = new ArrayList<>();
    if (card.inputs().stream().anyMatch(input -> input.preparation().needsRoi())) {
      lines.add(
          "Shortcut check: not made, for the brightness of a region of interest may well be part of"
              + " the disease.");
      return limits;
    }
    List<String> classes = classes();
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
