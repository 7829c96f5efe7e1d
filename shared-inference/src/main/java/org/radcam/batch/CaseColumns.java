package org.radcam.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.radcam.classify.BranchScore;
import org.radcam.classify.Contribution;
import org.radcam.classify.Result;
import org.radcam.classify.RoiScores;
import org.radcam.classify.StageResult;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;
import org.radcam.task.Branch;

/**
 * The columns of a batch of cases.
 *
 * <ul>
 *   <li>{@code patient}, {@code lesion}, {@code label};
 *   <li>{@code p_STAGE.BRANCH} for every branch of every stage, where the model has several
 *       networks; empty where a network's images are missing;
 *   <li>{@code contributions_log_odds} and {@code contributions_probability}: what the parts of the
 *       input add to the predicted class, as {@code source=value} separated by {@code " | "};
 *   <li>{@code roi_heat_share}, {@code roi_area_share}, {@code roi_heat_mean}.
 * </ul>
 */
final class CaseColumns implements BatchColumns {
  private static final int PATIENT = 0;
  private static final int LESION = 1;
  private static final int LABEL = 2;

  private final List<String> names = new ArrayList<>(List.of("patient", "lesion", "label"));
  private final List<String> stages;

  CaseColumns(ModelCard card) {
    stages = stageNames(card);
    names.addAll(stages);
    names.addAll(
        List.of(
            "contributions_log_odds",
            "contributions_probability",
            "roi_heat_share",
            "roi_area_share",
            "roi_heat_mean"));
  }

  /** Columns for the probabilities of all stages; none for a model of one network. */
  static List<String> stageNames(ModelCard card) {
    List<String> names = new ArrayList<>();
    if (card.stages().size() > 1) {
      for (Stage stage : card.stages()) {
        for (Branch branch : stage.branches()) {
          names.add(stageName(stage.key(), branch.key()));
        }
      }
    }
    return names;
  }

  static String stageName(String stage, String branch) {
    return "p_" + stage + "." + branch;
  }

  @Override
  public List<String> names() {
    return Collections.unmodifiableList(names);
  }

  @Override
  public List<String> cells(CaseOrigin origin, String lesion, Optional<Result> result) {
    List<String> cells = new ArrayList<>(List.of(origin.patient(), lesion, origin.label()));
    if (result.isEmpty()) {
      cells.addAll(Collections.nCopies(names.size() - cells.size(), ""));
      return cells;
    }
    Map<String, String> answered = stages(result.get());
    stages.forEach(name -> cells.add(answered.getOrDefault(name, "")));
    cells.add(contributions(result.get(), Contribution::logOdds));
    cells.add(contributions(result.get(), Contribution::probability));
    Optional<RoiScores> roi = result.get().roiScores();
    cells.add(roi.map(scores -> number(scores.share())).orElse(""));
    cells.add(roi.map(scores -> number(scores.areaShare())).orElse(""));
    cells.add(roi.map(scores -> number(scores.mean())).orElse(""));
    return cells;
  }

  /** By column; a network whose images are missing has not answered. */
  private static Map<String, String> stages(Result result) {
    Map<String, String> cells = new HashMap<>();
    for (StageResult stage : result.stages()) {
      for (BranchScore branch : stage.branches()) {
        cells.put(stageName(stage.key(), branch.branch().key()), number(branch.probability()));
      }
    }
    return cells;
  }

  private static String contributions(Result result, ToDoubleFunction<Contribution> value) {
    String predicted = result.predicted().label().key();
    return result.contributions().stream()
        .filter(one -> one.classKey().equals(predicted))
        .filter(one -> Double.isFinite(value.applyAsDouble(one)))
        .map(one -> one.source() + "=" + number(value.applyAsDouble(one)))
        .collect(Collectors.joining(" | "));
  }

  /** A number that does not exist (heat share without heat) is an empty cell. */
  private static String number(double value) {
    return Double.isFinite(value) ? BatchTable.number(value, 6) : "";
  }

  @Override
  public String folder(String name, List<String> cells) {
    String own = FolderNames.of(name);
    // In a table that someone wrote, a lesion may be "../../x". What is coded already stays.
    String lesion = FolderNames.of(cells.get(LESION)).replace("%25", "%");
    return lesion.isEmpty() ? own : own + "/" + lesion;
  }

  static String patient(BatchRow row) {
    return row.more().get(PATIENT);
  }

  static String label(BatchRow row) {
    return row.more().get(LABEL);
  }
}
