package org.radcam.zoo;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.domain.DomainModel;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Size;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.model.NpyArray;
import org.radcam.model.PackageFile;

/**
 * Whether a package is whole and its network still answers what it answered when it was made.
 *
 * <ul>
 *   <li>Every file that the card names is there and has the card's SHA-256.
 *   <li>The description of typical images, if there is one, can be read.
 *   <li>The weights fit the network, tensor for tensor.
 *   <li>The test input has the axes and the shape that the card describes.
 *   <li>The test input gives the expected logits: the largest difference is at most {@link
 *       #TOLERANCE} of the largest expected magnitude.
 *   <li>A second level, if there is one, gives the expected probabilities ({@link
 *       FeatureVerification}).
 * </ul>
 *
 * @param id the package
 * @param outcome what came out
 * @param message what was found, for the user
 */
public record Verification(String id, Outcome outcome, String message) {
  /** Between devices and versions of an engine, float32 sums differ in their last digits. */
  public static final double TOLERANCE = 1e-4;

  /** What a verification found. */
  public enum Outcome {
    /** All is as it should be. */
    PASSED,
    /** A definition without weights: there is nothing to verify. */
    NEEDS_WEIGHTS,
    /** Something is wrong. */
    FAILED
  }

  /** Verifies one package; whatever is wrong with it is in the outcome, never an exception. */
  public static Verification of(ModelPackage model, DeviceChoice choice) {
    ModelCard card = model.card();
    try {
      for (PackageFile file : card.attachments()) {
        model.read(file, in -> Optional.empty());
      }
      card.domain().ifPresent(file -> model.read(file, in -> DomainModel.read(in, file.name())));
      if (card.weights().isEmpty()) {
        return new Verification(
            card.id(), Outcome.NEEDS_WEIGHTS, "needs weights; there is nothing to run");
      }
      if (!card.hasNetwork()) {
        return FeatureVerification.of(model, choice);
      }
      if (card.test().isEmpty()) {
        return new Verification(
            card.id(), Outcome.FAILED, "the package has no test case, so nothing can be compared");
      }
      Verification network = run(model, card.test().get(), choice);
      if (card.features().isEmpty() || network.outcome() != Outcome.PASSED) {
        return network;
      }
      Verification second = FeatureVerification.of(model, choice);
      return new Verification(
          card.id(), second.outcome(), network.message() + "; " + second.message());
    } catch (UserException e) {
      return new Verification(card.id(), Outcome.FAILED, e.getMessage());
    } catch (RuntimeException e) {
      // A hostile or broken package must not end the verification of the others.
      return new Verification(
          card.id(),
          Outcome.FAILED,
          "its network cannot be run on its test case ("
              + Objects.toString(e.getMessage(), e.getClass().getSimpleName())
                  .lines()
                  .findFirst()
                  .orElse("no reason given")
              + ")");
    }
  }

  /** Of one case: channels, and slices for volumes, rows and columns. */
  private static List<Integer> expectedShape(ModelCard card) {
    Size size = card.inputSize();
    int channels =
        card.stages().stream().mapToInt(stage -> stage.architecture().inputChannels()).sum();
    return size.slices() > 1
        ? List.of(channels, size.slices(), size.rows(), size.columns())
        : List.of(channels, size.rows(), size.columns());
  }

  private static Verification run(
      ModelPackage model, ModelCard.TestCase test, DeviceChoice choice) {
    String id = model.card().id();
    NpyArray input = model.read(test.input(), NpyArray::read);
    Optional<NpyArray> clinical = test.clinical().map(file -> model.read(file, NpyArray::read));
    NpyArray expected = model.read(test.output(), NpyArray::read);
    List<Integer> shape = expectedShape(model.card());
    if (input.shape().size() != shape.size() + 1) {
      return new Verification(
          id,
          Outcome.FAILED,
          test.input().name()
              + " has the shape "
              + input.shape()
              + ", but needs "
              + (shape.size() + 1)
              + " axes: the cases, then those of the card's inputs "
              + shape);
    }
    if (!input.shape().subList(1, input.shape().size()).equals(shape)) {
      return new Verification(
          id,
          Outcome.FAILED,
          "the card describes inputs of shape "
              + shape
              + ", but the cases of "
              + test.input().name()
              + " are "
              + input.shape().subList(1, input.shape().size()));
    }
    NpyArray found;
    String device;
    try (RawNetwork network = RawNetwork.open(model, choice)) {
      found = network.logits(input, clinical);
      device = network.device();
    }
    if (!found.shape().equals(expected.shape())) {
      return new Verification(
          id,
          Outcome.FAILED,
          "the network gives logits of shape "
              + found.shape()
              + ", but the test case expects "
              + expected.shape());
    }
    double difference = 0;
    double magnitude = 0;
    for (int n = 0; n < found.values().length; n++) {
      double apart = Math.abs((double) found.values()[n] - expected.values()[n]);
      // A NaN must not pass as small.
      difference = Math.max(difference, Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart);
      magnitude = Math.max(magnitude, Math.abs(expected.values()[n]));
    }
    // All logits may be 0 and right; then only 0 is near enough.
    double relative = difference == 0 ? 0 : difference / magnitude;
    String figures =
        String.format(
            Locale.ROOT,
            "logits differ by %.1e of their magnitude (at most %.0e is allowed) on %s",
            relative,
            TOLERANCE,
            device);
    return new Verification(
        id, difference <= TOLERANCE * magnitude ? Outcome.PASSED : Outcome.FAILED, figures);
  }
}
