package org.radcam.weasis.panel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.classify.AuditRecord;
import org.radcam.classify.AuditRecord.Timings;
import org.radcam.classify.Case;
import org.radcam.classify.ClassScore;
import org.radcam.classify.Contribution;
import org.radcam.classify.Result;
import org.radcam.classify.RoiScores;
import org.radcam.classify.StageResult;
import org.radcam.classify.Warning;
import org.radcam.model.Activation;
import org.radcam.model.ModelCard;
import org.radcam.task.ClassLabel;
import org.radcam.weasis.run.Answer;
import org.radcam.weasis.run.ClassifyRequest;
import org.radcam.weasis.run.ViewerCase;

/** Answers without a model. */
final class Answers {
  private final ClassifyRequest request;
  private final List<Double> probabilities;
  private List<StageResult> stages = List.of();
  private List<Contribution> contributions = List.of();
  private List<Warning> warnings = List.of();
  private Optional<RoiScores> roi = Optional.empty();
  private Map<String, ViewerCase.Layout> layouts = Map.of();

  private Answers(ClassifyRequest request, List<Double> probabilities) {
    this.request = request;
    this.probabilities = probabilities;
  }

  /** An answer whose classes have these probabilities, in the task's order. */
  static Answers to(ClassifyRequest request, Double... probabilities) {
    return new Answers(request, List.of(probabilities));
  }

  Answers stages(List<StageResult> these) {
    stages = these;
    return this;
  }

  Answers contributions(Contribution... these) {
    contributions = List.of(these);
    return this;
  }

  Answers warning(String message) {
    warnings = List.of(new Warning("test", message));
    return this;
  }

  Answers roi(RoiScores scores) {
    roi = Optional.of(scores);
    return this;
  }

  Answers layouts(Map<String, ViewerCase.Layout> these) {
    layouts = these;
    return this;
  }

  Answer make() {
    ModelCard card = request.model().card();
    List<ClassScore> scores = new ArrayList<>();
    for (int n = 0; n < probabilities.size(); n++) {
      ClassLabel label = card.task().classes().get(n);
      scores.add(new ClassScore(label, probabilities.get(n), Math.log(probabilities.get(n))));
    }
    AuditRecord audit =
        new AuditRecord(
            "test",
            "none",
            "CPU (test)",
            "",
            "",
            Activation.SOFTMAX,
            List.of(),
            Map.of(),
            Map.of(),
            new Timings(0, 0, 0));
    Result result =
        new Result(
            "case of the first patient",
            card.task().key(),
            card.id(),
            card.standing(),
            scores,
            stages,
            Optional.empty(),
            Map.of(),
            roi,
            contributions,
            warnings,
            audit);
    Case subject = new Case("case", Map.of(), Optional.empty(), request.clinical());
    return new Answer(request, new ViewerCase(subject, layouts), result, 1.25);
  }
}
