package org.radcam.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.features.DeepFeatures;
import org.radcam.features.RadiomicsFeatures;
import org.radcam.image.Geometry;
import org.radcam.model.ModelCard;
import org.radcam.model.RadiomicsSpec;
import org.radcam.prepare.AppliedStep;
import org.radcam.tabular.LinearTerms;
import org.radcam.tabular.TabularModel;

/**
 * What a second level says of one case, and why.
 *
 * <p>The evidence for a class is its margin less the mean of the other classes' margins, for two
 * classes the log odds. Unlike a single margin of a softmax it does not change when the same number
 * is added to all of them. Of a linear model it is a sum with one term a feature; those of the deep
 * features are themselves means over all places, so that where they come from can be shown exactly:
 * the map at a place is the sum over the deep features k of v_k A_k / places, with the evidence's
 * weight v_k and the feature map A_k. Its sum is what the deep features add to the evidence, apart
 * from the constant sum of v_k times the mean of feature k. That is the convention of Grad-CAM
 * here, and what Grad-CAM and HiResCAM would show of such a head.
 */
final class FeatureAnswer {
  /** The methods whose map of a mean and a linear layer is the exact one. */
  private static final List<String> EXACT = List.of("grad-cam", "hires-cam");

  private final ModelCard card;
  private final TabularModel model;
  private final double[] values;
  private final double[] probabilities;
  private final Optional<StageAnswer> network;
  private final Notes notes;

  FeatureAnswer(
      ModelCard card,
      TabularModel model,
      double[] values,
      Optional<StageAnswer> network,
      Notes notes) {
    this.card = card;
    this.model = model;
    this.values = values;
    this.network = network;
    this.notes = notes;
    this.probabilities = model.probabilities(values);
  }

  /** What was noticed while features were measured. */
  static final class Notes {
    private final Map<String, List<AppliedStep>> steps = new LinkedHashMap<>();
    private final List<String> undefined = new ArrayList<>();
    private boolean uncalibrated;

    void measured(RadiomicsSpec spec, RadiomicsFeatures features) {
      steps.put(
          spec.role() + " (radiomics" + (spec.key().isEmpty() ? "" : " " + spec.key()) + ")",
          features.steps());
      uncalibrated |= spec.needsMillimetres() && !features.calibrated();
    }

    void undefined(String name) {
      undefined.add(name);
    }
  }

  /**
   * Refuses a method that a map of this model cannot be made by.
   *
   * @throws UserException naming those that it can
   */
  static void checkMethod(TabularModel model, String method) {
    if (model.linear().isPresent() && !EXACT.contains(method)) {
      throw new UserException(
          "The model's answer is linear in the features of its network, so its heat map is exact and"
              + " needs no approximation by "
              + method
              + ". Choose "
              + String.join(" or ", EXACT)
              + ".");
    }
  }

  /** How the images were prepared for radiomics, by role. */
  Map<String, List<AppliedStep>> steps() {
    return notes.steps;
  }

  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    if (!notes.undefined.isEmpty()) {
      warnings.add(
          new Warning(
              "feature-undefined",
              "These features have no value for this region, so the mean of the training cases was"
                  + " used: "
                  + String.join(", ", notes.undefined)
                  + "."));
    }
    if (notes.uncalibrated) {
      warnings.add(
          new Warning(
              "pixel-size",
              "The image does not tell the size of its pixels, so features of shape and size were"
                  + " measured in pixels, not in millimetres."));
    }
    return warnings;
  }

  /** Why there can be no heat map, if there cannot. */
  Optional<Warning> noMap() {
    if (network.isEmpty()) {
      return Optional.of(
          new Warning(
              "no-map",
              "The model answers from values, not from a network: there is no place to show."));
    }
    if (model.linear().isEmpty()) {
      return Optional.of(
          new Warning(
              "no-map",
              "The model's second level is not linear in the features of its network: what a place of"
                  + " the image adds to the answer is not defined."));
    }
    if (channels().isEmpty()) {
      return Optional.of(
          new Warning(
              "no-map",
              "The model selected no feature of its network, so no place of the image speaks for the"
                  + " answer."));
    }
    return Optional.empty();
  }

  /** In the task's order. The logit is the logarithm of the probability. */
  List<ClassScore> scores() {
    return card.task().classes().stream()
        .map(
            label -> {
              double p = probabilities[index(label.key())];
              return new ClassScore(label, p, Math.log(Math.max(p, Double.MIN_NORMAL)));
            })
        .toList();
  }

  private int index(String classKey) {
    return card.features().orElseThrow().classes().indexOf(classKey);
  }

  /** Index of each deep feature among the model's features, by its channel. */
  private Map<Integer, Integer> channels() {
    Map<Integer, Integer> channels = new LinkedHashMap<>();
    for (int j = 0; j < model.features().size(); j++) {
      int channel = DeepFeatures.channel(model.features().get(j));
      if (channel >= 0) {
        channels.put(channel, j);
      }
    }
    return channels;
  }

  /** The weight of each feature in the evidence for a class. */
  private static double[] evidence(LinearTerms terms, int label) {
    double[][] weights = terms.weights();
    double[] evidence = weights[label].clone();
    if (weights.length > 2) {
      for (int other = 0; other < weights.length; other++) {
        for (int j = 0; j < evidence.length && other != label; j++) {
          evidence[j] -= weights[other][j] / (weights.length - 1);
        }
      }
    }
    return evidence;
  }

  /**
   * The exact map of a linear model that selected deep features; see {@link #noMap}.
   *
   * @param source the grid that it is brought to
   */
  HeatMap heatMap(String classKey, String method, Geometry source) {
    checkMethod(model, method);
    double[] evidence = evidence(model.linear().orElseThrow(), index(classKey));
    Map<Integer, Double> weights = new LinkedHashMap<>();
    channels().forEach((channel, j) -> weights.put(channel, evidence[j]));
    return network.orElseThrow().heatMap(weights, classKey, method, source);
  }

  /** What each radiomics feature, each clinical value, and all deep features together add. */
  List<Contribution> contributions() {
    Map<Part, List<Integer>> parts = new LinkedHashMap<>();
    for (int j = 0; j < values.length; j++) {
      parts.computeIfAbsent(part(model.features().get(j)), part -> new ArrayList<>()).add(j);
    }
    List<Contribution> contributions = new ArrayList<>();
    card.task()
        .classes()
        .forEach(
            label ->
                parts.forEach(
                    (part, columns) ->
                        contributions.add(contribution(part, columns, label.key()))));
    return contributions;
  }

  private record Part(Contribution.Kind kind, String source) {}

  private Part part(String name) {
    if (DeepFeatures.channel(name) >= 0) {
      return new Part(Contribution.Kind.DEEP, "deep");
    }
    return SecondLevel.field(card, name)
        .map(field -> new Part(Contribution.Kind.CLINICAL, field.key()))
        .orElseGet(() -> new Part(Contribution.Kind.RADIOMICS, name));
  }

  private Contribution contribution(Part part, List<Integer> columns, String classKey) {
    int label = index(classKey);
    double[] without = values.clone();
    columns.forEach(j -> without[j] = model.standardiser().centres()[j]);
    double logOdds = Double.NaN;
    if (model.linear().isPresent()) {
      double[] evidence = evidence(model.linear().get(), label);
      logOdds = columns.stream().mapToDouble(j -> evidence[j] * (values[j] - without[j])).sum();
    }
    double probability = probabilities[label] - model.probabilities(without)[label];
    return new Contribution(part.kind(), part.source(), classKey, logOdds, probability);
  }

  /** The features, in the order of the model's. */
  double[] values() {
    return Arrays.copyOf(values, values.length);
  }
}
