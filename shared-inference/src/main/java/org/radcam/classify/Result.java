package org.radcam.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.image.Geometry;
import org.radcam.model.Standing;

/**
 * The answer for one case.
 *
 * @param caseId the case
 * @param taskKey the question
 * @param modelId the model that answered
 * @param standing how far that model may be trusted
 * @param scores one for each class, in the task's order
 * @param stages what each stage of a cascade, or each network of several that answer the same
 *     question, says; empty for a model of one network
 * @param heatMap where the evidence lies, if asked for; of a cascade, that of the last stage that
 *     is about the explained class; of several networks that answer the same question, the mean of
 *     their maps
 * @param grids the grid of each image of the case by its role, in the reference image's space: a
 *     heat map can be laid on any of them ({@link HeatMap#on}). An image that does not know its
 *     place has the reference image's grid; one that the model does not take is there only if its
 *     place is known
 * @param roiScores heat inside the user's region, if there is one
 * @param contributions what the parts of the input add to the answer; empty where the model cannot
 *     tell
 * @param warnings why the answer may be wrong
 * @param audit how it came about
 */
public record Result(
    String caseId,
    String taskKey,
    String modelId,
    Standing standing,
    List<ClassScore> scores,
    List<StageResult> stages,
    Optional<HeatMap> heatMap,
    Map<String, Geometry> grids,
    Optional<RoiScores> roiScores,
    List<Contribution> contributions,
    List<Warning> warnings,
    AuditRecord audit) {
  public Result {
    scores = List.copyOf(scores);
    stages = List.copyOf(stages);
    grids = Map.copyOf(grids);
    contributions = List.copyOf(contributions);
    warnings = List.copyOf(warnings);
  }

  /** This with further warnings behind its own. */
  public Result withWarnings(List<Warning> more) {
    List<Warning> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new Result(
        caseId,
        taskKey,
        modelId,
        standing,
        scores,
        stages,
        heatMap,
        grids,
        roiScores,
        contributions,
        all,
        audit);
  }

  /** The class of highest probability; see {@link #highest}. */
  public ClassScore predicted() {
    return highest(scores);
  }

  /**
   * The class of highest logit, which is that of highest probability, but tells apart probabilities
   * that round to the same number; the first of those that tie.
   */
  static ClassScore highest(List<ClassScore> scores) {
    return scores.stream().max(Comparator.comparingDouble(ClassScore::logit)).orElseThrow();
  }
}
