package org.radcam.zoo.train;

import ai.djl.ndarray.types.Shape;
import org.radcam.image.Size;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;
import org.radcam.network.Architectures;

/** Sees to it that the networks of a card take what its preparation makes. */
final class InputCheck {
  private InputCheck() {}

  /**
   * Checks.
   *
   * @throws IllegalArgumentException naming the network that does not fit
   */
  static void check(ModelCard card) {
    if (!card.hasNetwork()) {
      return;
    }
    Size size = card.inputSize();
    for (Stage stage : card.stages()) {
      int channels = stage.architecture().inputChannels();
      Shape shape =
          size.slices() == 1
              ? new Shape(1, channels, size.rows(), size.columns())
              : new Shape(1, channels, size.slices(), size.rows(), size.columns());
      Architectures.create(stage.architecture()).featureShape(shape);
    }
  }
}
