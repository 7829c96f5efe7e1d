package org.radcam.classify;

import java.util.List;
import org.radcam.model.Activation;
import org.radcam.model.ModelCard;
import org.radcam.task.ClassLabel;

/**
 * How what a model's networks say becomes the scores of the task's classes.
 *
 * <ul>
 *   <li>One network: its calibrated probabilities and its logits.
 *   <li>A cascade: the probability of a class is the product of those of the branches that lead to
 *       it; its logit is the logarithm of that.
 *   <li>Several networks that answer the same question: the mean of their calibrated probabilities;
 *       the logit is the logarithm of that.
 * </ul>
 */
final class ClassScores {
  private final ModelCard card;
  private final List<StageLogits> networks;

  /**
   * @param networks what the networks say, in the order of the card's stages
   */
  ClassScores(ModelCard card, List<StageLogits> networks) {
    this.card = card;
    this.networks = List.copyOf(networks);
  }

  /** In the task's order, which need not be that of the logits. */
  List<ClassScore> all() {
    return card.task().classes().stream().map(this::of).toList();
  }

  private ClassScore of(ClassLabel label) {
    double probability = probability(label.key());
    double logit =
        card.stages().size() > 1 ? Math.log(probability) : networks.get(0).logit(label.key());
    return new ClassScore(label, probability, logit);
  }

  /** Calibrated probability of a class. */
  double probability(String classKey) {
    if (card.isFusion()) {
      return networks.stream()
          .mapToDouble(one -> one.probability(classKey))
          .average()
          .orElseThrow();
    }
    double joint = 1;
    for (StageLogits network : networks) {
      if (network.isAbout(classKey)) {
        joint *= network.probability(classKey);
      }
    }
    return joint;
  }

  /**
   * The evidence for a class against the others: its logit, divided by the temperature, less the
   * mean of the other classes' logits, which for two classes is the logarithm of the odds. Where
   * probabilities come from several networks, their logarithms stand for the logits. With sigmoid
   * every class is a question of its own, and its calibrated logit is the logarithm of the odds.
   */
  double logOdds(String classKey) {
    if (card.activation() == Activation.SIGMOID) {
      return networks.get(0).calibrated(classKey);
    }
    double others = 0;
    List<ClassLabel> classes = card.task().classes();
    for (ClassLabel label : classes) {
      if (!label.key().equals(classKey)) {
        others += evidence(label.key());
      }
    }
    return evidence(classKey) - others / (classes.size() - 1);
  }

  /** Up to a term that is the same for all classes. */
  private double evidence(String classKey) {
    if (card.isFusion()) {
      return StageLogits.logOfSum(
          networks.stream().mapToDouble(one -> one.logProbability(classKey)).toArray());
    }
    if (networks.size() == 1) {
      return networks.get(0).calibrated(classKey);
    }
    double sum = 0;
    for (StageLogits network : networks) {
      if (network.isAbout(classKey)) {
        sum += network.logProbability(classKey);
      }
    }
    return sum;
  }
}
