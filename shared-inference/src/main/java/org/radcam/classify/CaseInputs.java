package org.radcam.classify;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.model.ClinicalInput;
import org.radcam.model.Combine;
import org.radcam.model.InputSpec;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;
import org.radcam.prepare.AppliedStep;
import org.radcam.prepare.Prepared;
import org.radcam.prepare.ReferenceGrid;

/**
 * A case as a model's networks see it: images prepared, clinical values encoded. Images that the
 * case lacks (where the card allows it) are not there.
 */
final class CaseInputs {
  private final ModelCard card;
  private final List<Input> images;
  private final float[] clinical;
  private final Set<String> left;

  /**
   * One of the card's inputs.
   *
   * @param number its position on the card, from 1
   */
  private record Input(int number, String role, Prepared image) {}

  private CaseInputs(ModelCard card, List<Input> images, float[] clinical, Set<String> left) {
    this.card = card;
    this.images = images;
    this.clinical = clinical;
    this.left = Set.copyOf(left);
  }

  /**
   * Prepares a case.
   *
   * @throws UserException if an image or a value cannot be used
   */
  static CaseInputs of(ModelCard card, Case subject) {
    CaseRoles roles = CaseRoles.of(card, subject);
    List<Input> images = new ArrayList<>();
    for (int n = 0; n < card.inputs().size(); n++) {
      InputSpec spec = card.inputs().get(n);
      if (roles.takes(spec.role())) {
        Geometry reference = subject.images().get(roles.reference().key()).geometry();
        SourceImage image = subject.images().get(spec.role());
        Prepared prepared = spec.preparation().apply(image, subject.roi(), reference);
        check(card, image, prepared);
        images.add(new Input(n + 1, spec.role(), prepared));
      }
    }
    for (Stage stage : card.stages()) {
      checkGrids(stage, images);
    }
    float[] numbers = new float[card.clinicalNumbers()];
    int at = 0;
    for (ClinicalInput input : card.networkClinical()) {
      float[] encoded =
          input.encode(
              card.task().clinicalField(input.field()).orElseThrow(),
              Optional.ofNullable(subject.clinical().get(input.field())));
      System.arraycopy(encoded, 0, numbers, at, encoded.length);
      at += encoded.length;
    }
    return new CaseInputs(card, images, numbers, Set.of());
  }

  private static void check(ModelCard card, SourceImage image, Prepared prepared) {
    if (!prepared.volume().size().equals(card.inputSize())) {
      throw new UserException(
          "'"
              + image.name()
              + "' is "
              + prepared.volume().size()
              + " after preparation, but the model takes "
              + card.inputSize()
              + ". Give it one slice at a time.");
    }
    for (float value : prepared.volume().voxels()) {
      if (!Float.isFinite(value)) {
        throw new UserException(
            "The values of '"
                + image.name()
                + "' are too large to be prepared; its rescale slope is probably wrong.");
      }
    }
  }

  /** Images that enter one network must show the same place in the same voxel. */
  private static void checkGrids(Stage stage, List<Input> images) {
    Prepared first = null;
    for (Input input : images) {
      if (!stage.roles().contains(input.role())) {
        continue;
      }
      Prepared image = input.image();
      first = first == null ? image : first;
      if (!image.volume().geometry().sameGridAs(first.volume().geometry())) {
        throw new UserException(
            "'"
                + first.name()
                + "' and '"
                + image.name()
                + "' enter one network, but after preparation they do not show the same place. The"
                + " model's card lacks the step "
                + ReferenceGrid.KEY
                + ".");
      }
    }
  }

  /**
   * The same inputs without the image of one role: it has no part in a mean, and as a channel it is
   * 0 everywhere. That is the mean of an image after {@code z-score}, so that it says nothing;
   * after a preparation that ends otherwise it is as dark as 0 is there.
   */
  CaseInputs without(String role) {
    return new CaseInputs(card, images, clinical, Set.of(role));
  }

  /** The card's first image, prepared; empty where the case lacks it. */
  Optional<Prepared> first() {
    return images.stream().filter(input -> input.number() == 1).map(Input::image).findFirst();
  }

  /** Whether a network has an image to look at. */
  boolean has(Stage stage) {
    return images.stream().anyMatch(input -> stage.roles().contains(input.role()));
  }

  /** The grid of a network's input. */
  Geometry grid(Stage stage) {
    return images.stream()
        .filter(input -> stage.roles().contains(input.role()))
        .findFirst()
        .orElseThrow()
        .image()
        .volume()
        .geometry();
  }

  /** A network's images: (1, C, H, W), or (1, C, D, H, W) where there is more than one slice. */
  NDArray tensor(NDManager scope, Stage stage) {
    List<float[]> values = new ArrayList<>();
    for (Input input : images) {
      if (stage.roles().contains(input.role())) {
        float[] voxels = input.image().volume().voxels();
        if (!left.contains(input.role())) {
          values.add(voxels);
        } else if (stage.combine() == Combine.CHANNELS) {
          values.add(new float[voxels.length]);
        }
      }
    }
    int channels = stage.architecture().inputChannels();
    Size size = card.inputSize();
    Shape shape =
        size.slices() == 1
            ? new Shape(1, channels, size.rows(), size.columns())
            : new Shape(1, channels, size.slices(), size.rows(), size.columns());
    return scope.create(stage.combine().assemble(values, channels), shape);
  }

  /** All encoded clinical numbers. */
  float[] clinical() {
    return clinical.clone();
  }

  /** A network's clinical numbers, (1, F), if it takes any. */
  Optional<NDArray> clinical(NDManager scope, Stage stage) {
    return stage.architecture().clinical() == 0
        ? Optional.empty()
        : Optional.of(scope.create(clinical, new Shape(1, clinical.length)));
  }

  /** Which values are not known. */
  List<Warning> doubts(Case subject) {
    List<Warning> warnings = new ArrayList<>();
    for (ClinicalInput input : card.clinical()) {
      if (ClinicalInput.isUnknown(Optional.ofNullable(subject.clinical().get(input.field())))) {
        warnings.add(
            new Warning(
                "unknown-value",
                card.task().clinicalField(input.field()).orElseThrow().title()
                    + " is not known; that of the typical patient was used."));
      }
    }
    return warnings;
  }

  /** What was done to each image, by its role. */
  Map<String, List<AppliedStep>> steps() {
    Map<String, List<AppliedStep>> steps = new LinkedHashMap<>();
    for (Input input : images) {
      String role = input.role();
      steps.put(
          steps.containsKey(role) ? role + " (" + input.number() + ")" : role,
          input.image().steps());
    }
    return steps;
  }
}
