package org.radcam.zoo.evaluate;

import java.util.List;
import java.util.Optional;
import org.radcam.stats.Predictions;

/**
 * What one model or reader said of the cases of one split.
 *
 * @param model its name; of a reader with the condition, if there is one
 * @param split for example {@code test}
 * @param classes their keys, in the order of the columns
 * @param cases at least one of two classes or more, sorted by id
 * @param unanswered how many cases of the table have no answer, because the model failed on them
 * @param thresholded how many cases are answered by another class than the most probable one
 * @param reading empty where nothing says that a person answered
 */
public record ModelPredictions(
    String model,
    String split,
    List<String> classes,
    List<PredictedCase> cases,
    int unanswered,
    int thresholded,
    Optional<Reading> reading) {
  public ModelPredictions {
    classes = List.copyOf(classes);
    cases = List.copyOf(cases);
  }

  /** Of a model. */
  public ModelPredictions(
      String model,
      String split,
      List<String> classes,
      List<PredictedCase> cases,
      int unanswered,
      int thresholded) {
    this(model, split, classes, cases, unanswered, thresholded, Optional.empty());
  }

  /** Some of the same answers. */
  ModelPredictions with(List<PredictedCase> some) {
    return new ModelPredictions(model, split, classes, some, 0, 0, reading);
  }

  /** Whether a person answered: who is said to be one, or names classes without probabilities. */
  public boolean isReader() {
    return reading.isPresent() || cases.get(0).probabilities().isEmpty();
  }

  /** The name, whatever the condition. */
  public String who() {
    return reading.map(Reading::reader).orElse(model);
  }

  public List<String> patients() {
    return cases.stream().map(PredictedCase::patient).toList();
  }

  /** The true classes. */
  public int[] labels() {
    return cases.stream().mapToInt(PredictedCase::label).toArray();
  }

  /** The classes that were named. */
  public int[] predicted() {
    return cases.stream().mapToInt(PredictedCase::predicted).toArray();
  }

  /** Labels and probabilities; empty where only classes were named, as by a reader. */
  public Optional<Predictions> probabilities() {
    if (cases.get(0).probabilities().isEmpty()) {
      return Optional.empty();
    }
    double[][] rows =
        cases.stream().map(one -> one.probabilities().orElseThrow()).toArray(double[][]::new);
    return Optional.of(new Predictions(classes, patients(), labels(), rows));
  }
}
