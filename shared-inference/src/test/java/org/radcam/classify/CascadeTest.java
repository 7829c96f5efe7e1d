package org.radcam.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.classify.ClassifyOptions.Explain;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;
import org.radcam.model.TestCards;

/** A cascade of three small 3D networks with random weights. */
class CascadeTest {
  @TempDir Path folder;
  private TinyModel model;

  @BeforeEach
  void makeModel() throws IOException {
    model = TinyModel.of(TestCards.cascade().build(), folder, 3);
  }

  private static Case subject(long seed) {
    return Lesions.subject(Map.of(), seed, "CE-T1WI", "T1WI", "DWI");
  }

  private static double of(Result result, String classKey) {
    return result.scores().stream()
        .filter(score -> score.label().key().equals(classKey))
        .findFirst()
        .orElseThrow()
        .probability();
  }

  private static double branch(Result result, int stage, int branch) {
    return result.stages().get(stage).branches().get(branch).probability();
  }

  private Result classify(long seed, ClassifyOptions options) {
    try (Classifier classifier = Classifier.open(model, DeviceChoice.CPU)) {
      return classifier.classify(subject(seed), options);
    }
  }

  @Test
  void aClassHasTheProductOfTheProbabilitiesOnItsWayAndAllSumToOne() {
    Result result = classify(1, ClassifyOptions.DEFAULT);
    assertThat(result.stages())
        .extracting(StageResult::key)
        .containsExactly("origin", "lung", "non_lung");
    for (StageResult stage : result.stages()) {
      assertThat(stage.branches().stream().mapToDouble(BranchScore::probability).sum())
          .isCloseTo(1, within(1e-12));
    }
    assertThat(of(result, "sclc")).isCloseTo(branch(result, 0, 0) * branch(result, 1, 0), TINY);
    assertThat(of(result, "nsclc")).isCloseTo(branch(result, 0, 0) * branch(result, 1, 1), TINY);
    assertThat(of(result, "bc")).isCloseTo(branch(result, 0, 1) * branch(result, 2, 0), TINY);
    assertThat(of(result, "gic")).isCloseTo(branch(result, 0, 1) * branch(result, 2, 1), TINY);
    assertThat(result.scores().stream().mapToDouble(ClassScore::probability).sum())
        .isCloseTo(1, TINY);
    assertThat(result.scores())
        .allSatisfy(s -> assertThat(Math.exp(s.logit())).isCloseTo(s.probability(), TINY));
  }

  private static final Offset<Double> TINY = within(1e-12);

  @Test
  void eachStageHasItsOwnTemperature() {
    Result result = classify(1, ClassifyOptions.DEFAULT);
    for (int n = 0; n < 3; n++) {
      List<BranchScore> branches = result.stages().get(n).branches();
      double odds = Math.log(branches.get(0).probability() / branches.get(1).probability());
      assertThat(odds * (n == 2 ? 2 : 1))
          .isCloseTo(branches.get(0).logit() - branches.get(1).logit(), within(1e-9));
    }
    assertThat(result.audit().temperatures()).containsExactly(1.0, 1.0, 2.0);
  }

  @Test
  void onlyStagesThatAreAboutTheExplainedClassHaveAHeatMapAndTheLastIsTheAnswers() {
    Result result =
        classify(1, new ClassifyOptions(Explain.ofClass("gic"), ClassifyOptions.DEFAULT.method()));
    assertThat(result.stages().get(0).heatMap().orElseThrow().classKey()).isEqualTo("non_lung");
    assertThat(result.stages().get(1).heatMap()).isEmpty();
    assertThat(result.stages().get(2).heatMap().orElseThrow().classKey()).isEqualTo("gic");
    assertThat(result.heatMap()).isEqualTo(result.stages().get(2).heatMap());
    assertThat(result.heatMap().orElseThrow().onSource().geometry()).isEqualTo(Lesions.GRID);
    assertThat(result.roiScores()).isPresent();
  }

  @Test
  void withoutExplanationThereIsNoHeatMapAnywhere() {
    Result result = classify(1, new ClassifyOptions(Explain.NOTHING, "grad-cam"));
    assertThat(result.heatMap()).isEmpty();
    assertThat(result.stages()).allSatisfy(stage -> assertThat(stage.heatMap()).isEmpty());
  }

  @Test
  void theBranchOfAStageIsNoClassToExplain() {
    assertThatThrownBy(() -> classify(1, new ClassifyOptions(Explain.ofClass("lung"), "grad-cam")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("There is no class 'lung'");
  }

  /** Stages are made sure or unsure by their temperatures until both kinds of case are there. */
  @Test
  void aWayThatLeadsElsewhereThanTheMostProbableClassIsWarnedOf() {
    int warned = 0;
    int agreed = 0;
    for (double[] temperatures :
        new double[][] {{1e4, 1e-3, 1e4}, {1e4, 1e4, 1e-3}, {1e-3, 1, 1}}) {
      List<Stage> stages = new ArrayList<>();
      for (int n = 0; n < 3; n++) {
        stages.add(model.card().stages().get(n).withTemperature(temperatures[n]));
      }
      ModelCard card = model.card().toBuilder().stages(stages).build();
      try (Classifier classifier = Classifier.open(model.with(card), DeviceChoice.CPU)) {
        Result result =
            classifier.classify(subject(1), new ClassifyOptions(Explain.NOTHING, "grad-cam"));
        StageResult second =
            result
                .stages()
                .get(result.stages().get(0).predicted().branch().key().equals("lung") ? 1 : 2);
        boolean same = second.predicted().branch().key().equals(result.predicted().label().key());
        assertThat(result.warnings().stream().anyMatch(w -> w.code().equals("path")))
            .isEqualTo(!same);
        if (same) {
          agreed++;
        } else {
          warned++;
        }
      }
    }
    assertThat(warned).isEqualTo(1);
    assertThat(agreed).isEqualTo(2);
  }

  @Test
  void theJsonHasEveryStageWithItsBranchesAndHeat() {
    Result result =
        classify(1, new ClassifyOptions(Explain.ofClass("sclc"), ClassifyOptions.DEFAULT.method()));
    JsonObject json = ResultJson.toJson(result);
    JsonArray stages = json.getAsJsonArray("stages");
    assertThat(stages).hasSize(3);
    JsonObject origin = stages.get(0).getAsJsonObject();
    assertThat(origin.get("stage").getAsString()).isEqualTo("origin");
    assertThat(origin.get("question").getAsString()).isEqualTo("Does it come from the lung?");
    assertThat(origin.get("predicted").getAsString())
        .isEqualTo(result.stages().get(0).predicted().branch().key());
    assertThat(
            origin
                .getAsJsonArray("branches")
                .get(0)
                .getAsJsonObject()
                .get("probability")
                .getAsDouble())
        .isEqualTo(branch(result, 0, 0));
    assertThat(origin.getAsJsonObject("heat_map").get("class").getAsString()).isEqualTo("lung");
    assertThat(stages.get(2).getAsJsonObject().get("heat_map").isJsonNull()).isTrue();
    assertThat(json.getAsJsonObject("audit").getAsJsonArray("temperatures")).hasSize(3);
  }

  @Test
  void aModelOfOneNetworkHasNoStages() throws IOException {
    Path other = folder.resolve("one");
    Files.createDirectory(other);
    TinyModel fusion = TinyModel.of(TestCards.fusion().build(), other, 3);
    Case subject =
        new Case(
            "bone",
            Map.of("CT", Lesions.noise("CT.nii", Lesions.GRID, 2)),
            Optional.of(Lesions.middle(Lesions.GRID)),
            Map.of("age", "20", "mineralisation_location", "diffuse"));
    try (Classifier classifier = Classifier.open(fusion, DeviceChoice.CPU)) {
      Result young = classifier.classify(subject, ClassifyOptions.DEFAULT);
      assertThat(young.stages()).isEmpty();
      assertThat(ResultJson.toJson(young).getAsJsonArray("stages")).isEmpty();
      assertThat(young.heatMap().orElseThrow().onSource().geometry()).isEqualTo(Lesions.GRID);
      Case older =
          new Case(
              "bone",
              subject.images(),
              subject.roi(),
              Map.of("age", "90", "mineralisation_location", "diffuse"));
      // The value reaches the network: another age, another answer.
      assertThat(of(classifier.classify(older, ClassifyOptions.DEFAULT), "osteoid"))
          .isNotEqualTo(of(young, "osteoid"));
    }
  }
}
