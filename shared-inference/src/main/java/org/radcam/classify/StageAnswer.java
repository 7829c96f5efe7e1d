package org.radcam.classify;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.cam.Cam;
import org.radcam.cam.CamMethods;
import org.radcam.cam.ExplainedForward;
import org.radcam.cam.RawMap;
import org.radcam.image.Geometry;
import org.radcam.image.Volume;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;
import org.radcam.network.FeatureNetwork;

/** One network's answer to a case, ready to be explained; holds native memory until closed. */
final class StageAnswer implements AutoCloseable {
  private final Stage stage;
  private final Geometry seen;
  private final ExplainedForward forward;
  private final StageLogits logits;

  private StageAnswer(Stage stage, Geometry seen, ExplainedForward forward, StageLogits logits) {
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
        stage, inputs.grid(stage), forward, new StageLogits(stage, card.activation(), logits));
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

  StageResult result(String question, Optional<HeatMap> heatMap) {
    return new StageResult(stage.key(), question, scores(), heatMap);
  }

  @Override
  public void close() {
    forward.close();
  }
}
