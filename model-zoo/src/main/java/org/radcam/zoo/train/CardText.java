package org.radcam.zoo.train;

import java.util.List;
import org.radcam.model.Credits;
import org.radcam.model.Standing;

/**
 * What the card of the trained model says, apart from what the training finds out by itself.
 *
 * @param id short name of the model, for macros and folders
 * @param name for people
 * @param version of the package
 * @param description one paragraph
 * @param intendedUse what it is for
 * @param standing what the model may claim at most; phantoms among the data make it a demo anyway
 * @param limits what it is not for, and where it fails
 * @param trainingData what it is trained on, with attribution; the training adds the counts and
 *     what it began from
 * @param obtainingWeights the command that trains it again
 * @param credits whose work it is
 */
public record CardText(
    String id,
    String name,
    String version,
    String description,
    String intendedUse,
    Standing standing,
    List<String> limits,
    String trainingData,
    String obtainingWeights,
    Credits credits) {
  public CardText {
    limits = List.copyOf(limits);
  }

  CardText called(String otherName, List<String> otherLimits) {
    return new CardText(
        id,
        otherName,
        version,
        description,
        intendedUse,
        standing,
        otherLimits,
        trainingData,
        obtainingWeights,
        credits);
  }

  CardText withTrainingData(String other) {
    return new CardText(
        id,
        name,
        version,
        description,
        intendedUse,
        standing,
        limits,
        other,
        obtainingWeights,
        credits);
  }
}
