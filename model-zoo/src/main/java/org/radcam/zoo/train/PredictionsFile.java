package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.radcam.model.Activation;
import org.radcam.model.ModelCard;
import org.radcam.task.ClassLabel;

/**
 * Predictions as a CSV file for any statistics program, sorted by case, with all digits.
 *
 * <p>{@code p_<class>} are the probabilities; of a cascade, or of a network for each image, there
 * are also {@code p_<stage>.<branch>}, for every case whether or not the stage is about it.
 */
final class PredictionsFile {
  private PredictionsFile() {}

  /**
   * {@code case, patient, fold, label} and the probabilities before calibration.
   *
   * @param answers of any networks
   */
  static void write(Path file, List<Answer> answers, ModelCard card) throws IOException {
    double[] uncalibrated = IntStream.range(0, card.stages().size()).mapToDouble(n -> 1).toArray();
    List<List<Object>> rows = new ArrayList<>();
    for (Answer answer : sorted(answers)) {
      TrainingCase one = answer.one();
      List<Object> row =
          new ArrayList<>(
              List.of(
                  one.id(), one.patient(), answer.network(), label(one, card.task().classes())));
      row.addAll(probabilities(answer, card, uncalibrated));
      rows.add(row);
    }
    TableFile.write(file, header(List.of("case", "patient", "fold", "label"), card), rows);
  }

  /**
   * {@code case, patient, split, model, label} and the probabilities that a package answers with.
   *
   * @param answers by the name of the model
   * @param temperatures of the stages
   */
  static void writeCalibrated(
      Path file, Map<String, List<Answer>> answers, ModelCard card, double[] temperatures)
      throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    answers.forEach(
        (model, own) -> {
          for (Answer answer : sorted(own)) {
            TrainingCase one = answer.one();
            List<Object> row =
                new ArrayList<>(
                    List.of(
                        one.id(),
                        one.patient(),
                        one.split().key(),
                        model,
                        label(one, card.task().classes())));
            row.addAll(probabilities(answer, card, temperatures));
            rows.add(row);
          }
        });
    TableFile.write(
        file, header(List.of("case", "patient", "split", "model", "label"), card), rows);
  }

  private static List<Answer> sorted(List<Answer> answers) {
    return answers.stream().sorted(Comparator.comparing(answer -> answer.one().id())).toList();
  }

  private static String label(TrainingCase one, List<ClassLabel> classes) {
    return classes.get(one.label()).key();
  }

  private static List<String> header(List<String> first, ModelCard card) {
    List<String> header = new ArrayList<>(first);
    card.task().classes().forEach(one -> header.add("p_" + one.key()));
    if (card.stages().size() > 1) {
      card.logitNames().forEach(name -> header.add("p_" + name));
    }
    return header;
  }

  private static List<Double> probabilities(Answer answer, ModelCard card, double[] temperatures) {
    Prediction joint = Answer.joint(List.of(answer), card, temperatures).get(0);
    // Of a classifier they are known, and equal ones must stay equal.
    double[] classes =
        joint.logarithms()
            ? DoubleStream.of(joint.logits()).map(Math::exp).toArray()
            : Activation.SOFTMAX.apply(joint.logits());
    List<Double> all = new ArrayList<>(DoubleStream.of(classes).boxed().toList());
    if (card.stages().size() > 1) {
      for (double[] stage : answer.probabilities(temperatures)) {
        DoubleStream.of(stage).forEach(all::add);
      }
    }
    return all;
  }
}
