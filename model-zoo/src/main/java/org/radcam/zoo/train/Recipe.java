package org.radcam.zoo.train;

import java.util.Optional;
import org.radcam.UserException;
import org.radcam.image.Size;
import org.radcam.network.ArchitectureSpec;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.Resize;

/**
 * Everything that decides how a network is trained, apart from the images and the seed.
 *
 * @param card what the model's card will say
 * @param architecture key of the network
 * @param inputChannels of the network; the one grey image is all of them (weights that were trained
 *     on colour photographs need three)
 * @param width factor on its channels
 * @param dropout before its last layer
 * @param preparation of each image, the same as for inference; it ends in a known size
 * @param augmentation of training images
 * @param optimiser how weights follow gradients
 * @param schedule length and learning rate
 * @param labelSmoothing share of the target that is spread evenly over all classes (Szegedy et al.,
 *     CVPR 2016, section 7)
 * @param balance how much each case counts
 * @param stopping early stopping; empty where every training takes all epochs and keeps its last
 *     weights
 * @param seed of everything that is drawn
 * @param onlyFor SHA-256 of the one manifest that the card's text is true of; empty where it holds
 *     for any
 * @param text the recipe as it was written
 */
public record Recipe(
    CardText card,
    String architecture,
    int inputChannels,
    double width,
    double dropout,
    Preparation preparation,
    Augmentation augmentation,
    OptimiserSettings optimiser,
    Schedule schedule,
    double labelSmoothing,
    Balance balance,
    Optional<EarlyStopping> stopping,
    long seed,
    Optional<String> onlyFor,
    String text) {
  public Recipe {
    if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
      throw new IllegalArgumentException(
          "'labelSmoothing' must be at least 0 and below 1, not " + labelSmoothing);
    }
    if (preparation.needsRoi()) {
      throw new IllegalArgumentException("The trainer has no regions of interest to crop to");
    }
    size(preparation);
  }

  /**
   * Refuses data that the card's text is not about.
   *
   * @throws UserException if the recipe is for one manifest only, and this is another
   */
  void check(Manifest manifest) {
    if (onlyFor.isPresent() && !onlyFor.orElseThrow().equals(manifest.sha256())) {
      throw new UserException(
          "The text of the recipe '"
              + card.id()
              + "' is true of one set of images only, whose manifest has the SHA-256 "
              + onlyFor.orElseThrow()
              + "; that of "
              + manifest.name()
              + " is "
              + manifest.sha256()
              + ". Give --recipe chest-xray, or a copy with your own text and without 'for'.");
    }
  }

  /** The network for so many classes. */
  public ArchitectureSpec network(int classes) {
    return ArchitectureSpec.of(architecture, inputChannels, classes)
        .withWidth(width)
        .withDropout(dropout);
  }

  /** Size of the network's input. */
  public Size inputSize() {
    return size(preparation);
  }

  private static Size size(Preparation preparation) {
    Size size = null;
    for (var step : preparation.steps()) {
      if (step instanceof Resize resize) {
        size = Size.of(resize.columns(), resize.rows());
      }
    }
    if (size == null) {
      throw new IllegalArgumentException("The preparation has no resize step");
    }
    return size;
  }
}
