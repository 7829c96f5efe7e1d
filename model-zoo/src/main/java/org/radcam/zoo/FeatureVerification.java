package org.radcam.zoo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.cam.ExplainedForward;
import org.radcam.classify.SecondLevel;
import org.radcam.engine.DeviceChoice;
import org.radcam.features.DeepFeatures;
import org.radcam.model.FeatureModelSpec;
import org.radcam.model.ModelPackage;
import org.radcam.model.NpyArray;
import org.radcam.tabular.TabularModel;

/**
 * Whether a package's second level still answers what it answered when it was made.
 *
 * <ul>
 *   <li>Its file is sound and takes what the card provides.
 *   <li>Its test case has the features and classes that it has.
 *   <li>The deep features of the network's test input are those of the test case.
 *   <li>From those and the other features of the test case come the expected probabilities.
 * </ul>
 *
 * <p>Differences are at most {@link Verification#TOLERANCE}: of the largest magnitude of the deep
 * features, and of probabilities as they are.
 */
final class FeatureVerification {
  private final ModelPackage source;
  private final FeatureModelSpec.Test test;
  private final TabularModel model;

  private FeatureVerification(ModelPackage source, FeatureModelSpec.Test test) {
    this.source = source;
    this.test = test;
    this.model = SecondLevel.of(source).orElseThrow().model();
  }

  /**
   * Verifies; a second level without a test case fails.
   *
   * @throws UserException if something cannot be read, or does not fit the card
   */
  static Verification of(ModelPackage source, DeviceChoice choice) {
    Optional<FeatureModelSpec.Test> test = source.card().features().flatMap(FeatureModelSpec::test);
    if (test.isEmpty()) {
      return failed(source, "the second level has no test case, so nothing can be compared");
    }
    return new FeatureVerification(source, test.get()).run(choice);
  }

  private static Verification failed(ModelPackage source, String why) {
    return new Verification(source.card().id(), Verification.Outcome.FAILED, why);
  }

  private Verification run(DeviceChoice choice) {
    NpyArray features = source.read(test.features(), NpyArray::read);
    NpyArray expected = source.read(test.probabilities(), NpyArray::read);
    int width = model.features().size();
    if (features.shape().size() != 2 || features.shape().get(1) != width) {
      return failed(
          source,
          "the second level takes "
              + width
              + " features, but the shape of "
              + test.features().name()
              + " is "
              + features.shape());
    }
    int cases = features.shape().get(0);
    if (!expected.shape().equals(List.of(cases, model.classes()))) {
      return failed(
          source,
          "the second level gives probabilities of shape "
              + List.of(cases, model.classes())
              + ", but the test case expects "
              + expected.shape());
    }
    float[] values = features.values().clone();
    double deep = 0;
    if (source.card().hasNetwork()) {
      Optional<Double> apart = replaceDeep(values, cases, choice);
      if (apart.isEmpty()) {
        return failed(source, "the network's test input has another number of cases");
      }
      deep = apart.get();
    }
    double difference = 0;
    for (int n = 0; n < cases; n++) {
      double[] row = new double[width];
      for (int j = 0; j < width; j++) {
        row[j] = values[n * width + j];
      }
      double[] found = model.probabilities(row);
      for (int c = 0; c < found.length; c++) {
        double apart = Math.abs(found[c] - expected.values()[n * found.length + c]);
        difference = Math.max(difference, Double.isNaN(apart) ? 1 : apart);
      }
    }
    boolean passed = difference <= Verification.TOLERANCE && deep <= Verification.TOLERANCE;
    return new Verification(
        source.card().id(),
        passed ? Verification.Outcome.PASSED : Verification.Outcome.FAILED,
        String.format(
            Locale.ROOT,
            "probabilities differ by %.1e%s (at most %.0e is allowed)",
            difference,
            source.card().hasNetwork()
                ? String.format(Locale.ROOT, ", deep features by %.1e of their magnitude", deep)
                : "",
            Verification.TOLERANCE));
  }

  /**
   * Puts the network's own features into the rows.
   *
   * @return how far those of the test case are from them; empty where it has other cases
   */
  private Optional<Double> replaceDeep(float[] values, int cases, DeviceChoice choice) {
    NpyArray input = source.read(source.card().test().orElseThrow().input(), NpyArray::read);
    if (input.shape().get(0) != cases) {
      return Optional.empty();
    }
    double apart = 0;
    double magnitude = 0;
    int width = model.features().size();
    try (RawNetwork network = RawNetwork.open(source, choice);
        RawForward forward = network.forward(input, Optional.empty())) {
      ExplainedForward.Activations maps = forward.stages().get(0).activations();
      double[] pooled = DeepFeatures.pooled(maps.values(), cases * maps.shape()[1]);
      for (int j = 0; j < width; j++) {
        int channel = DeepFeatures.channel(model.features().get(j));
        for (int n = 0; n < cases && channel >= 0; n++) {
          double own = pooled[n * maps.shape()[1] + channel];
          double difference = Math.abs(own - values[n * width + j]);
          apart = Math.max(apart, Double.isNaN(difference) ? Double.MAX_VALUE : difference);
          magnitude = Math.max(magnitude, Math.abs(own));
          values[n * width + j] = (float) own;
        }
      }
    }
    return Optional.of(apart == 0 ? 0 : apart / magnitude);
  }
}
