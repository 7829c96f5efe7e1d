package org.radcam.weasis.panel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcam.classify.BranchScore;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.Contribution;
import org.radcam.classify.Contribution.Kind;
import org.radcam.classify.RoiScores;
import org.radcam.classify.StageResult;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.model.Standing;
import org.radcam.task.CascadeStage;
import org.radcam.task.Tasks;
import org.radcam.weasis.panel.SeriesDouble;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.run.ClassifyRequest;
import org.radcam.weasis.run.ViewerCase;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.zoo.ModelZoo;

class ResultViewTest {
  private static final ModelZoo ZOO = ModelZoo.shipped();

  private static ClassifyRequest request(
      String model, Map<String, ViewedImage> images, Map<String, String> clinical) {
    return new ClassifyRequest(
        ZOO.find(model),
        DeviceChoice.AUTO,
        images,
        new RegionChoice.Nothing(),
        clinical,
        ClassifyOptions.DEFAULT);
  }

  @Test
  void theWayThroughACascadeLeadsToThePredictedClassEvenWhereAStageSaysOtherwise() {
    // Lung 0.55 x SCLC 0.52 < not lung 0.45 x BC 0.98: the first stage is outvoted.
    List<StageResult> stages = new ArrayList<>();
    double[][] probabilities = {{0.55, 0.45}, {0.52, 0.48}, {0.98, 0.02}};
    List<CascadeStage> cascade = Tasks.get("brain-metastasis").cascade();
    for (int n = 0; n < cascade.size(); n++) {
      List<BranchScore> branches = new ArrayList<>();
      for (int m = 0; m < 2; m++) {
        double p = probabilities[n][m];
        branches.add(new BranchScore(cascade.get(n).branches().get(m), p, Math.log(p)));
      }
      stages.add(
          new StageResult(
              cascade.get(n).key(), cascade.get(n).question(), branches, Optional.empty()));
    }
    ResultView view =
        ResultViews.of(
            Answers.to(
                    request("brain-metastasis-demo", Map.of(), Map.of()),
                    0.286,
                    0.264,
                    0.441,
                    0.009)
                .stages(stages)
                .make());
    assertThat(view.predicted()).isEqualTo("Breast cancer");
    assertThat(view.path())
        .extracting(ResultView.Step::title, ResultView.Step::probability)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Not lung", 0.45),
            org.assertj.core.groups.Tuple.tuple("Breast cancer", 0.98));
    assertThat(view.networks()).isEmpty();
  }

  @Test
  void everyClassHasABarAndThePredictedOneIsMarked() {
    ResultView view =
        ResultViews.of(
            Answers.to(request("bone-matrix-demo", Map.of(), Map.of()), 0.2, 0.8).make());
    assertThat(view.classes()).extracting(ResultView.Bar::predicted).containsExactly(false, true);
    assertThat(view.standing()).isEqualTo(Standing.DEMO);
    assertThat(view.probability()).isEqualTo(0.8);
  }

  @Test
  void contributionsAreThoseToThePredictedClassTheLargestFirstWithTheirValues() {
    ResultView view =
        ResultViews.of(
            Answers.to(request("bone-matrix-demo", Map.of(), Map.of("age", "34")), 0.2, 0.8)
                .contributions(
                    new Contribution(Kind.CLINICAL, "age", "chondroid", 0.3, 0.05),
                    new Contribution(Kind.IMAGE, "CT", "chondroid", Double.NaN, Double.NaN),
                    new Contribution(Kind.CLINICAL, "sex", "chondroid", -0.9, -0.1),
                    new Contribution(Kind.CLINICAL, "age", "osteoid", -7, -0.5))
                .make());
    assertThat(view.contributions())
        .extracting(ResultView.Part::title)
        .containsExactly("Sex: unknown", "Age (years): 34", "Image (CT)");
    assertThat(view.contributions().get(0).logOdds()).isEqualTo(-0.9);
    assertThat(view.hiddenContributions()).isZero();
  }

  @Test
  void ofManyContributionsTheSmallestAreCounted() {
    Contribution[] many = new Contribution[17];
    for (int n = 0; n < many.length; n++) {
      many[n] = new Contribution(Kind.RADIOMICS, "feature " + n, "class_1", n, 0);
    }
    ResultView view =
        ResultViews.of(
            Answers.to(request("vertebral-fracture-dlr-demo", Map.of(), Map.of()), 0.1, 0.8, 0.1)
                .contributions(many)
                .make());
    assertThat(view.contributions().get(0).title()).isEqualTo("feature 16");
    assertThat(view.contributions().size() + view.hiddenContributions()).isEqualTo(17);
  }

  @Test
  void theImageThatWasClassifiedIsNamedNotTheOneThatWasInView() {
    SeriesDouble series = SeriesDouble.named("SPINE LAT", "CR", 4);
    Geometry grid = Geometry.uncalibrated(new Size(8, 8, 1));
    ResultView view =
        ResultViews.of(
            Answers.to(
                    request(
                        "vertebral-fracture-demo",
                        Map.of("XR", new ViewedImage(series, 0)),
                        Map.of()),
                    0.1,
                    0.8,
                    0.1)
                .layouts(Map.of("XR", new ViewerCase.Layout(series, grid, List.of(2))))
                .make());
    assertThat(view.madeOf().get(0).value()).endsWith("image 3");
  }

  @Test
  void theTextForTheClipboardIsNeverWithoutItsStandingWarningsAndNotice() {
    ResultView view =
        ResultViews.of(
            Answers.to(request("bone-matrix-demo", Map.of(), Map.of("sex", "female")), 0.2, 0.8)
                .warning("The image says that its modality is MR.")
                .roi(new RoiScores(0.5, 0.25, Double.NaN))
                .make());
    String text = ResultText.of(view, Optional.of(new Notice(Notice.Kind.STALE, "Changed since.")));
    assertThat(text)
        .contains(Standing.DEMO.sentence())
        .contains("Chondroid matrix (80.0 %)")
        .contains("Warning: The image says that its modality is MR.")
        .contains("Warning: Changed since.")
        .contains("Part of all heat inside: 50.0 %")
        .contains("Mean heat inside (logit units): -")
        .contains("Sex: female");
    assertThat(text.lines().findFirst())
        .hasValueSatisfying(line -> assertThat(line).contains("not for clinical use"));
  }

  @Test
  void percentagesNeverClaimCertainty() {
    assertThat(Numbers.percent(0.99996)).isEqualTo("> 99.9 %");
    assertThat(Numbers.percent(0.00004)).isEqualTo("< 0.1 %");
    assertThat(Numbers.percent(0.9995)).isEqualTo("> 99.9 %");
    assertThat(Numbers.percent(0.9994)).isEqualTo("99.9 %");
    assertThat(Numbers.percent(1)).isEqualTo("100.0 %");
    assertThat(Numbers.percent(0)).isEqualTo("0.0 %");
    assertThat(Numbers.percent(Double.NaN)).isEqualTo("-");
  }
}
