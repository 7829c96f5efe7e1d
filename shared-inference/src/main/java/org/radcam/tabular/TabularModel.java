package org.radcam.tabular;

import java.util.List;
import java.util.Optional;
import org.radcam.UserException;

/**
 * A classifier of one row of a feature table, with the names of its features and their
 * standardisation.
 *
 * @param features names of the inputs, in order
 * @param standardiser of the inputs
 * @param classifier answers for standardised inputs
 */
public record TabularModel(
    List<String> features, Standardiser standardiser, TabularClassifier classifier) {
  public TabularModel {
    features = List.copyOf(features);
    if (features.size() != standardiser.size() || features.size() != classifier.inputs()) {
      throw new IllegalArgumentException(
          features.size()
              + " features, a standardiser of "
              + standardiser.size()
              + " and a classifier of "
              + classifier.inputs());
    }
    if (features.stream().distinct().count() != features.size()) {
      throw new IllegalArgumentException("Two features have the same name");
    }
  }

  /** Number of classes. */
  public int classes() {
    return classifier.classes();
  }

  /**
   * The probability of each class; they add up to 1.
   *
   * @param values of the features as they are, not standardised, in the order of {@link #features}
   * @throws UserException if a value is missing (NaN) or infinite, naming its feature
   */
  public double[] probabilities(double[] values) {
    float[] standardised = standardiser.apply(values);
    for (int j = 0; j < values.length; j++) {
      if (!Double.isFinite(values[j])) {
        throw new UserException(
            "The feature " + features.get(j) + " has no finite value, but the model needs it");
      }
    }
    return classifier.probabilities(standardised);
  }

  /** The model taken apart, where it is a linear one. */
  public Optional<LinearTerms> linear() {
    if (classifier instanceof LinearClassifier linear) {
      return Optional.of(linear.terms(standardiser));
    }
    return classifier instanceof SupportVectorMachine machine
        ? machine.linear().map(linear -> linear.terms(standardiser))
        : Optional.empty();
  }
}
