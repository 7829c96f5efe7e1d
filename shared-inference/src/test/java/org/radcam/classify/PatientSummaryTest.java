package org.radcam.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.classify.PatientSummary.BranchMean;
import org.radcam.classify.PatientSummary.ClassMean;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.TestCards;
import org.radcam.task.Tasks;

/** Lesions of one patient, answered by a cascade of three small networks with random weights. */
class PatientSummaryTest {
  private static final Offset<Double> EXACT = within(1e-15);

  @TempDir Path folder;
  private List<Result> lesions;

  @BeforeEach
  void classify() throws IOException {
    TinyModel model = TinyModel.of(TestCards.cascade().build(), folder, 3);
    try (Classifier classifier = Classifier.open(model, DeviceChoice.CPU)) {
      lesions =
          List.of(10L, 40L, 70L).stream()
              .map(
                  seed ->
                      classifier.classify(
                          Lesions.subject(Map.of(), seed, "CE-T1WI", "T1WI", "DWI"),
                          ClassifyOptions.DEFAULT))
              .toList();
    }
  }

  @Test
  void everyLesionCountsAlikeInAClassAndInAStage() {
    PatientSummary summary = PatientSummary.of(lesions);
    for (int c = 0; c < summary.classes().size(); c++) {
      int at = c;
      assertThat(summary.classes().get(c).probability())
          .isCloseTo(
              lesions.stream()
                  .mapToDouble(lesion -> lesion.scores().get(at).probability())
                  .average()
                  .orElseThrow(),
              EXACT);
    }
    assertThat(summary.classes().stream().mapToDouble(ClassMean::probability).sum())
        .isCloseTo(1, within(1e-6));
    assertThat(summary.stages()).hasSize(3);
    BranchMean lung = summary.stages().get(0).branches().get(0);
    assertThat(lung.probability())
        .isCloseTo(
            lesions.stream()
                .mapToDouble(lesion -> lesion.stages().get(0).branches().get(0).probability())
                .average()
                .orElseThrow(),
            EXACT);
  }

  @Test
  void aNetworkThatDidNotAnswerForEveryLesionHasTheMeanOfThoseItAnsweredFor() {
    List<LesionAnswer> all = lesions.stream().map(LesionAnswer::of).toList();
    List<StageResult> stages = all.get(0).stages();
    PatientSummary summary =
        PatientSummary.ofAnswers(
            List.of(
                with(all.get(0), List.of(stages.get(0), stages.get(2))),
                with(all.get(1), List.of(all.get(1).stages().get(2))),
                with(all.get(2), all.get(2).stages())));
    assertThat(summary.stages())
        .extracting(PatientSummary.StageMean::key)
        .containsExactlyInAnyOrderElementsOf(stages.stream().map(StageResult::key).toList());
    for (PatientSummary.StageMean stage : summary.stages()) {
      int at = stages.stream().map(StageResult::key).toList().indexOf(stage.key());
      List<Integer> answered = List.of(List.of(0, 2), List.of(2), List.of(0, 1, 2)).get(at);
      assertThat(stage.branches().get(0).probability())
          .isCloseTo(
              answered.stream()
                  .mapToDouble(n -> all.get(n).stages().get(at).branches().get(0).probability())
                  .average()
                  .orElseThrow(),
              EXACT);
      assertThat(stage.branches().stream().mapToInt(BranchMean::votes).sum())
          .isEqualTo(answered.size());
    }
  }

  private static LesionAnswer with(LesionAnswer one, List<StageResult> stages) {
    return new LesionAnswer(
        one.caseId(), one.taskKey(), one.modelId(), one.standing(), one.scores(), stages);
  }

  @Test
  void votesAreTheLesionsOwnAnswersAndAgreementIsTheShareForThePredictedClass() {
    PatientSummary summary = PatientSummary.of(lesions);
    for (ClassMean mean : summary.classes()) {
      assertThat(mean.votes())
          .isEqualTo(
              (int)
                  lesions.stream()
                      .filter(one -> one.predicted().label().equals(mean.label()))
                      .count());
    }
    assertThat(summary.classes().stream().mapToInt(ClassMean::votes).sum()).isEqualTo(3);
    assertThat(summary.agreement()).isEqualTo(summary.predicted().votes() / 3.0);
  }

  @Test
  void oneLesionIsItsOwnSummary() {
    PatientSummary summary = PatientSummary.of(lesions.subList(0, 1));
    assertThat(summary.predicted().label()).isEqualTo(lesions.get(0).predicted().label());
    assertThat(summary.predicted().probability())
        .isEqualTo(lesions.get(0).predicted().probability());
    assertThat(summary.agreement()).isEqualTo(1);
  }

  @Test
  void theJsonNamesLesionsVotesAndStages() {
    JsonObject json = PatientSummaryJson.toJson(PatientSummary.of(lesions));
    assertThat(json.getAsJsonArray("lesions")).hasSize(3);
    assertThat(json.getAsJsonArray("classes")).hasSize(4);
    assertThat(json.getAsJsonArray("stages")).hasSize(3);
    assertThat(json.get("predicted").getAsString())
        .isEqualTo(PatientSummary.of(lesions).predicted().label().key());
    assertThat(json.get("standing").getAsString()).isNotEmpty();
  }

  @Test
  void aSummaryOfResultsReadBackFromJsonIsTheSameToTheLastBit() {
    List<LesionAnswer> read =
        lesions.stream()
            .map(lesion -> ResultJson.text(ResultJson.toJson(lesion)))
            .map(text -> JsonParser.parseString(text).getAsJsonObject())
            .map(json -> AnswerJson.read(json, TestCards.cascade().build().task()))
            .toList();
    assertThat(PatientSummary.ofAnswers(read)).isEqualTo(PatientSummary.of(lesions));
  }

  @Test
  void jsonOfSomethingElseIsNoAnswer() {
    JsonObject json = ResultJson.toJson(lesions.get(0));
    assertThatThrownBy(() -> AnswerJson.read(json, Tasks.get("chest-xray")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AnswerJson.read(new JsonObject(), Tasks.get("brain-metastasis")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noLesionAndLesionsOfDifferentModelsHaveNoSummary() {
    assertThatThrownBy(() -> PatientSummary.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    Result one = lesions.get(0);
    Result other =
        new Result(
            one.caseId(),
            one.taskKey(),
            "other",
            one.standing(),
            one.scores(),
            one.stages(),
            one.heatMap(),
            one.grids(),
            one.roiScores(),
            one.contributions(),
            one.warnings(),
            one.audit());
    assertThatThrownBy(() -> PatientSummary.of(List.of(one, other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one model");
  }
}
