package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.radcam.model.Activation;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;

/**
 * What the networks of a model that never saw a case's patient answer for it.
 *
 * @param one the case, labelled with the task's classes
 * @param network which training, for example {@code fold-1}
 * @param logits of each stage, whether or not it is about the case's class; of a second level, the
 *     logarithms of its probabilities
 */
record Answer(TrainingCase one, String network, List<double[]> logits) {
  Answer {
    logits = List.copyOf(logits);
  }

  /** What a stage answers for the cases that it is about. */
  static List<Prediction> ofStage(List<Answer> answers, ModelCard card, int number) {
    Stage stage = card.stages().get(number);
    List<Prediction> own = new ArrayList<>();
    for (Answer answer : answers) {
      StageCases.inStage(answer.one(), card.task(), stage)
          .ifPresent(
              one -> own.add(new Prediction(one, answer.network(), answer.logits().get(number))));
    }
    return own;
  }

  /**
   * What all stages together answer: the only network's logits in the order of the task's classes,
   * or the logarithms of the classes' probabilities: joint ones of a cascade, means of networks
   * that answer the same question.
   *
   * @param temperatures of the stages
   */
  static List<Prediction> joint(List<Answer> answers, ModelCard card, double[] temperatures) {
    return answers.stream()
        .map(
            answer ->
                new Prediction(
                    answer.one(),
                    answer.network(),
                    answer.joint(card, temperatures),
                    card.features().isPresent()))
        .toList();
  }

  private double[] joint(ModelCard card, double[] temperatures) {
    if (card.features().isPresent()) {
      // Of a recipe's second level the order is the task's.
      return logits.get(0).clone();
    }
    double[] joint = new double[card.task().classes().size()];
    for (int c = 0; c < joint.length; c++) {
      String key = card.task().classes().get(c).key();
      if (card.isFusion()) {
        double sum = 0;
        for (int s = 0; s < logits.size(); s++) {
          int branch = card.stages().get(s).logitOf(key);
          sum += Math.exp(logShare(logits.get(s), temperatures[s], branch));
        }
        joint[c] = Math.log(sum / logits.size());
        continue;
      }
      for (int s = 0; s < logits.size(); s++) {
        int branch = card.stages().get(s).logitOf(key);
        if (branch >= 0) {
          joint[c] +=
              card.isCascade()
                  ? logShare(logits.get(s), temperatures[s], branch)
                  : logits.get(s)[branch];
        }
      }
    }
    return joint;
  }

  /** The probability of each branch of each stage. */
  List<double[]> probabilities(double[] temperatures) {
    List<double[]> stages = new ArrayList<>();
    for (int s = 0; s < logits.size(); s++) {
      double temperature = temperatures[s];
      stages.add(
          Activation.SOFTMAX.apply(
              Arrays.stream(logits.get(s)).map(logit -> logit / temperature).toArray()));
    }
    return stages;
  }

  /** log softmax(logits / temperature) of one branch. */
  private static double logShare(double[] logits, double temperature, int branch) {
    double highest = Arrays.stream(logits).max().orElseThrow() / temperature;
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit / temperature - highest);
    }
    return logits[branch] / temperature - highest - Math.log(sum);
  }
}
