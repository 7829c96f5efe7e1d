package org.radcam.classify;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.cam.Cam;
import org.radcam.cam.CamMethods;
import org.radcam.cam.ExplainedForward;
import org.radcam.cam.RawMap;
import org.radcam.features.DeepFeatures;
import org.radcam.image.Geometry;
import org.radcam.image.Volume;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;
import org.radcam.network.FeatureGrid;
import org.radcam.network.FeatureNetwork;

/** One network's answer to a case, ready to be explained; holds native memory until closed. */
final class StageAnswer implements AutoCloseable {
  private final Stage stage;
  private final Geometry seen;
  private final ExplainedForward forward;
  private final FeatureGrid features;
  private final StageLogits logits;

  private StageAnswer(
      Stage stage,
      Geometry seen,
      ExplainedForward forward,
      FeatureGrid features,
      StageLogits logits) {
    this.features = features;
    this.stage = stage;
    this.seen = seen;
    this.forward = forward;
    this.logits = logits;
  }

  /**
   * Runs a network.
   *
   * @throws UserException if it has no finite answer
   */
  static StageAnswer of(
      ModelCard card, Stage stage, FeatureNetwork network, CaseInputs inputs, NDManager scope) {
    NDArray tensor = inputs.tensor(scope, stage);
    ExplainedForward forward = new Cam(network).forward(tensor, inputs.clinical(scope, stage));
    float[] logits = forward.logits();
    for (float logit : logits) {
      if (!Float.isFinite(logit)) {
        forward.close();
        throw new UserException("The model '" + card.id() + "' has no finite answer to this case.");
      }
    }
    return new StageAnswer(
        stage,
        inputs.grid(stage),
        forward,
        network.featureGrid(),
        new StageLogits(stage, card.activation(), logits));
  }

  /** Whether there can be a heat map. */
  boolean isExplainable() {
    return forward.explainable();
  }

  Stage stage() {
    return stage;
  }

  /** What the network says. */
  StageLogits logits() {
    return logits;
  }

  /** What it would say with other clinical values, for a network that takes any. */
  StageLogits withClinical(float[] values) {
    return new StageLogits(stage, logits.activation(), forward.logitsWith(values));
  }

  private List<BranchScore> scores() {
    double[] probabilities = logits.probabilities();
    List<BranchScore> scores = new ArrayList<>();
    for (int n = 0; n < probabilities.length; n++) {
      scores.add(new BranchScore(stage.branches().get(n), probabilities[n], logits.logits()[n]));
    }
    return scores;
  }

  /** The map for the branch that has the class, on its own grid and on the source's. */
  HeatMap heatMap(String classKey, String method, Geometry source) {
    int logit = stage.logitOf(classKey);
    RawMap map = forward.map(CamMethods.get(method), logit);
    Volume raw = new Volume(map.grid().on(seen, map.shape()), map.values());
    return HeatMap.of(stage.branches().get(logit).key(), method, raw, seen, source);
  }

  /** The mean of each of the last feature maps. */
  double[] pooled() {
    ExplainedForward.Activations activations = forward.activations();
    return DeepFeatures.pooled(activations.values(), activations.shape()[1]);
  }

  /**
   * The sum of feature maps, divided by the number of places, on its own grid and on the source's.
   *
   * @param weights of the maps, by channel
   */
  HeatMap heatMap(Map<Integer, Double> weights, String classKey, String method, Geometry source) {
    ExplainedForward.Activations activations = forward.activations();
    int[] shape = activations.shape();
    int places = activations.values().length / shape[1];
    float[] values = new float[places];
    for (int at = 0; at < places; at++) {
      double sum = 0;
      for (Map.Entry<Integer, Double> weight : weights.entrySet()) {
        sum += weight.getValue() * activations.values()[weight.getKey() * places + at];
      }
      values[at] = (float) (sum / places);
    }
    Volume raw = new Volume(features.on(seen, Arrays.copyOfRange(shape, 2, shape.length)), values);
    return HeatMap.of(classKey, method, raw, seen, source);
  }

  StageResult result(String question, Optional<HeatMap> heatMap) {
    return new StageResult(stage.key(), question, scores(), heatMap);
  }

  @Override
  public void close() {
    forward.close();
  }
}
