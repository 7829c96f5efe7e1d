package org.radcam.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.classify.Contribution.Kind;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.model.MissingImages;
import org.radcam.model.ModelCard;
import org.radcam.model.TestCards;
import org.radcam.prepare.PlacedImages;

/** Three networks with random weights, each with a sequence of its own on a grid of its own. */
class ProbabilityFusionTest {
  private static final List<String> CLASSES = List.of("scc", "acc", "onb");

  @TempDir Path folder;
  private TinyModel model;

  @BeforeEach
  void makeModel() throws IOException {
    model = TinyModel.of(TestCards.probabilities().build(), folder, 3);
  }

  private static Case subject() {
    Case all = Lesions.subject(Map.of(), 5, "T2WI", "CE-T1WI", "ADC");
    Geometry tilted =
        PlacedImages.around(
            Lesions.GRID.toPatient(10, 9, 4),
            new Size(30, 28, 12),
            new Vector3(1.3, 1.4, 3),
            PlacedImages.turned(0.2, 0.3));
    return Lesions.with(all, "ADC", Lesions.noise("ADC.nii", tilted, 9));
  }

  private static Case without(Case subject, String... roles) {
    Map<String, SourceImage> images = new LinkedHashMap<>(subject.images());
    images.keySet().removeAll(List.of(roles));
    return new Case(subject.id(), images, subject.roi(), subject.clinical());
  }

  private Result classify(ModelCard card, Case subject) {
    try (Classifier classifier = Classifier.open(model.with(card), DeviceChoice.CPU)) {
      return classifier.classify(subject, ClassifyOptions.DEFAULT);
    }
  }

  private Result classify(Case subject) {
    return classify(model.card(), subject);
  }

  private static double of(Result result, String classKey) {
    return find(result.scores(), s -> s.label().key().equals(classKey)).probability();
  }

  private static double of(StageResult stage, String classKey) {
    return find(stage.branches(), b -> b.branch().key().equals(classKey)).probability();
  }

  private static <T> T find(List<T> all, Predicate<T> which) {
    return all.stream().filter(which).findFirst().orElseThrow();
  }

  private static double mean(List<StageResult> stages, ToDoubleFunction<StageResult> value) {
    return stages.stream().mapToDouble(value).average().orElseThrow();
  }

  @Test
  void aClassHasTheMeanOfTheNetworksCalibratedProbabilities() {
    Result result = classify(subject());
    assertThat(result.stages())
        .extracting(StageResult::key)
        .containsExactly("t2wi", "ce_t1wi", "adc");
    for (String key : CLASSES) {
      assertThat(of(result, key))
          .isCloseTo(mean(result.stages(), stage -> of(stage, key)), within(1e-12));
    }
    for (StageResult stage : result.stages()) {
      double temperature = stage.key().equals("adc") ? 2 : 1;
      double sum =
          stage.branches().stream().mapToDouble(b -> Math.exp(b.logit() / temperature)).sum();
      assertThat(stage.question()).isEqualTo(model.card().task().question());
      assertThat(stage.branches())
          .allSatisfy(
              branch ->
                  assertThat(branch.probability())
                      .isCloseTo(Math.exp(branch.logit() / temperature) / sum, within(1e-9)));
    }
    assertThat(result.scores())
        .allSatisfy(
            score ->
                assertThat(Math.exp(score.logit())).isCloseTo(score.probability(), within(1e-12)));
    assertThat(result.warnings()).extracting(Warning::code).doesNotContain("path");
  }

  @Test
  void leavingASequenceOutIsTheMeanOfTheOtherNetworks() {
    Result result = classify(subject());
    assertThat(result.contributions())
        .hasSize(9)
        .allSatisfy(part -> assertThat(part.kind()).isEqualTo(Kind.SEQUENCE));
    Result rest = classify(without(subject(), "CE-T1WI"));
    for (String key : CLASSES) {
      Contribution part =
          find(
              result.contributions(),
              one -> one.source().equals("CE-T1WI") && one.classKey().equals(key));
      assertThat(part.probability()).isCloseTo(of(result, key) - of(rest, key), within(1e-9));
      double others = 0;
      for (String other : CLASSES) {
        if (!other.equals(key)) {
          others += Math.log(of(result, other)) - Math.log(of(rest, other));
        }
      }
      assertThat(part.logOdds())
          .isCloseTo(
              Math.log(of(result, key)) - Math.log(of(rest, key)) - others / 2, within(1e-9));
    }
  }

  @Test
  void whatIsMissingIsLeftOutWithAWarningAndTheNextImageIsTheReference() {
    Result all = classify(subject());
    Case subject = subject();
    Geometry adc = subject.images().get("ADC").geometry();
    Case rest =
        new Case(
            "rest",
            Map.of("ADC", subject.images().get("ADC")),
            Optional.of(Lesions.middle(adc)),
            Map.of());
    Result alone = classify(rest);
    assertThat(alone.stages()).extracting(StageResult::key).containsExactly("adc");
    assertThat(alone.heatMap().orElseThrow().onSource().geometry()).isEqualTo(adc);
    assertThat(alone.roiScores()).isPresent();
    assertThat(alone.contributions()).isEmpty();
    Warning warning = find(alone.warnings(), one -> one.code().equals("missing-sequence"));
    assertThat(warning.message())
        .isEqualTo("There is no T2WI and no CE-T1WI; the answer is the mean over the rest (ADC).");
    assertThat(all.warnings()).extracting(Warning::code).doesNotContain("missing-sequence");
    Result two = classify(without(subject, "ADC"));
    for (String key : CLASSES) {
      assertThat(of(two, key))
          .isCloseTo((of(all.stages().get(0), key) + of(all.stages().get(1), key)) / 2, TINY);
    }
  }

  private static final Offset<Double> TINY = within(1e-12);

  @Test
  void aRegionOnTheGridOfAnImageThatIsNotTheReferenceIsRefused() {
    Case subject = subject();
    Geometry adc = subject.images().get("ADC").geometry();
    Case wrong =
        new Case("x", subject.images(), Optional.of(Lesions.middle(adc)), subject.clinical());
    assertThatThrownBy(() -> classify(wrong)).hasMessageContaining("another grid than 'T2WI.nii'");
  }

  @Test
  void aCaseWithoutAnyImageAndACardThatRefusesAreRefused() {
    Case none = without(subject(), "T2WI", "CE-T1WI", "ADC");
    assertThatThrownBy(() -> classify(none))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("needs at least one of these images: T2WI, CE-T1WI, ADC");
    ModelCard strict = model.card().toBuilder().missing(MissingImages.REFUSE).build();
    assertThatThrownBy(() -> classify(strict, without(subject(), "ADC")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("(ADC)");
  }

  @Test
  void aMeanOfImagesDoesWithoutSomeToo() throws IOException {
    Path other = folder.resolve("mean");
    Files.createDirectory(other);
    TinyModel mean = TinyModel.of(TestCards.mean().missing(MissingImages.REST).build(), other, 3);
    try (Classifier classifier = Classifier.open(mean, DeviceChoice.CPU)) {
      Result all = classifier.classify(subject(), ClassifyOptions.DEFAULT);
      Result two = classifier.classify(without(subject(), "ADC"), ClassifyOptions.DEFAULT);
      assertThat(two.warnings()).extracting(Warning::code).contains("missing-sequence");
      Contribution part =
          find(
              all.contributions(),
              one -> one.source().equals("ADC") && one.classKey().equals("onb"));
      assertThat(part.probability()).isCloseTo(of(all, "onb") - of(two, "onb"), within(1e-6));
      assertThat(two.contributions()).hasSize(6);
    }
  }

  @Test
  void eachMapLiesOnItsOwnSequenceAndTheAnswersIsTheirMeanWhereverTheyLooked() {
    Case subject = subject();
    Result result = classify(subject);
    HeatMap whole = result.heatMap().orElseThrow();
    assertThat(whole.onSource().geometry()).isEqualTo(Lesions.GRID);
    assertThat(whole.parts()).hasSize(3);
    for (StageResult stage : result.stages()) {
      String role = stage.key().toUpperCase(Locale.ROOT).replace('_', '-');
      assertThat(stage.heatMap().orElseThrow().onSource().geometry())
          .isEqualTo(subject.images().get(role).geometry());
    }
    // On the grid of any image: the mean of the maps brought there one by one.
    for (Geometry grid : result.grids().values()) {
      Volume mean = whole.on(grid).onSource();
      List<float[]> parts =
          result.stages().stream()
              .map(stage -> stage.heatMap().orElseThrow().on(grid).onSource().voxels())
              .toList();
      for (int n = 0; n < mean.voxels().length; n++) {
        int at = n;
        Optional<Double> expected =
            parts.stream()
                .map(part -> (double) part[at])
                .filter(value -> !value.isNaN())
                .collect(
                    Collectors.collectingAndThen(
                        Collectors.toList(),
                        seen ->
                            seen.isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                    seen.stream().mapToDouble(v -> v).average().orElseThrow())));
        if (expected.isEmpty()) {
          assertThat(mean.voxels()[n]).isNaN();
        } else {
          assertThat((double) mean.voxels()[n]).isCloseTo(expected.get(), within(1e-6));
        }
      }
      assertThat(mean.range().high()).isFinite();
    }
  }
}
