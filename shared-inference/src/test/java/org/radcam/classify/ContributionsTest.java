package org.radcam.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.classify.ClassifyOptions.Explain;
import org.radcam.classify.Contribution.Kind;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.model.Stage;
import org.radcam.model.TestCards;

/** Random weights, so that every part matters. */
class ContributionsTest {
  private static final ClassifyOptions OPTIONS = new ClassifyOptions(Explain.NOTHING, "grad-cam");

  @TempDir Path folder;

  private static Result classify(ModelPackage model, Case subject, ClassifyOptions options) {
    try (Classifier classifier = Classifier.open(model, DeviceChoice.CPU)) {
      return classifier.classify(subject, options);
    }
  }

  private static Case bone(Map<String, String> clinical) {
    return new Case(
        "bone",
        Map.of("CT", Lesions.noise("CT.nii", Lesions.GRID, 2)),
        Optional.of(Lesions.middle(Lesions.GRID)),
        clinical);
  }

  private static double logOdds(Result result, String classKey, double temperature) {
    double own = 0;
    double others = 0;
    for (ClassScore score : result.scores()) {
      if (score.label().key().equals(classKey)) {
        own = score.logit();
      } else {
        others += score.logit();
      }
    }
    return (own - others / (result.scores().size() - 1)) / temperature;
  }

  private static double probability(Result result, String classKey) {
    return result.scores().stream()
        .filter(score -> score.label().key().equals(classKey))
        .findFirst()
        .orElseThrow()
        .probability();
  }

  private static Contribution find(Result result, String source, String classKey) {
    return result.contributions().stream()
        .filter(part -> part.source().equals(source) && part.classKey().equals(classKey))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void imageAndClinicalPartsSumToTheLogOddsOfEveryClass() throws IOException {
    TinyModel model = TinyModel.of(TestCards.fusion().build(), folder, 3);
    Case subject = bone(Map.of("age", "77", "mineralisation_location", "diffuse"));
    Result result = classify(model, subject, OPTIONS);
    assertThat(result.contributions())
        .extracting(Contribution::source)
        .containsExactly(
            "CT", "CT", "age", "age", "mineralisation_location", "mineralisation_location");
    for (String key : List.of("osteoid", "chondroid")) {
      double sum =
          result.contributions().stream()
              .filter(part -> part.classKey().equals(key))
              .mapToDouble(Contribution::logOdds)
              .sum();
      assertThat(sum).isCloseTo(logOdds(result, key, 1.5), within(1e-4));
      // Two classes: the logarithm of the odds.
      double p = probability(result, key);
      assertThat(sum).isCloseTo(Math.log(p / (1 - p)), within(1e-4));
    }
  }

  @Test
  void aClinicalPartIsItsWeightsTimesItsValueAndTheRestIsTheTypicalPatients() throws IOException {
    TinyModel model = TinyModel.of(TestCards.fusion().build(), folder, 3);
    Case subject = bone(Map.of("age", "77", "mineralisation_location", "diffuse"));
    Result result = classify(model, subject, OPTIONS);
    float[] age;
    try (LoadedNetwork loaded = LoadedNetwork.open(model, DeviceChoice.CPU)) {
      NDArray weight = loaded.network().namedParameters().get("fc.weight").getArray();
      long columns = weight.getShape().get(1);
      float[] all = weight.toFloatArray();
      age = new float[] {all[(int) columns - 3], all[2 * (int) columns - 3]};
    }
    double encoded =
        (77 - model.card().clinical().get(0).centre().get(0))
            / model.card().clinical().get(0).scale().get(0);
    // The card's order: chondroid, osteoid; two classes, so the mean of the others is the other.
    assertThat(find(result, "age", "osteoid").logOdds())
        .isCloseTo((age[1] - age[0]) * encoded / 1.5, within(1e-5));
    Result unknown = classify(model, bone(Map.of("age", "77")), OPTIONS);
    assertThat(find(result, "mineralisation_location", "osteoid").probability())
        .isCloseTo(probability(result, "osteoid") - probability(unknown, "osteoid"), within(1e-6));
    assertThat(find(result, "CT", "osteoid").kind()).isEqualTo(Kind.IMAGE);
    assertThat(find(result, "CT", "osteoid").probability()).isNaN();
    assertThat(find(unknown, "mineralisation_location", "osteoid").logOdds()).isZero();
  }

  @Test
  void leavingASequenceOutOfAMeanIsTheModelOfTheOthers() throws IOException {
    TinyModel model = TinyModel.of(TestCards.mean().build(), folder, 3);
    Case subject = Lesions.subject(Map.of(), 5, "T2WI", "CE-T1WI", "ADC");
    Result result = classify(model, subject, OPTIONS);
    assertThat(result.contributions())
        .hasSize(9)
        .allSatisfy(part -> assertThat(part.kind()).isEqualTo(Kind.SEQUENCE));
    ModelCard card = model.card();
    Stage stage = card.onlyStage();
    for (String left : List.of("T2WI", "CE-T1WI", "ADC")) {
      List<String> others = stage.roles().stream().filter(role -> !role.equals(left)).toList();
      ModelCard rest =
          card.toBuilder()
              .inputs(card.inputs().stream().filter(i -> !i.role().equals(left)).toList())
              .stages(
                  List.of(
                      new Stage(
                          "",
                          others,
                          stage.combine(),
                          stage.architecture(),
                          stage.branches(),
                          stage.temperature())))
              .build();
      Result without = classify(model.with(rest), subject, OPTIONS);
      for (String key : stage.branchKeys()) {
        Contribution part = find(result, left, key);
        assertThat(part.probability())
            .isCloseTo(probability(result, key) - probability(without, key), within(1e-6));
        assertThat(part.logOdds())
            .isCloseTo(logOdds(result, key, 1) - logOdds(without, key, 1), within(1e-5));
      }
    }
  }

  /** An image of one value is 0 everywhere after its z-score. */
  @Test
  void aChannelIsLeftOutAsAnImageThatSaysNothingAndAnOnlyOneStays() throws IOException {
    TinyModel model = TinyModel.of(TestCards.cascade().build(), folder, 3);
    Case subject = Lesions.subject(Map.of(), 1, "CE-T1WI", "T1WI", "DWI");
    Result result = classify(model, subject, OPTIONS);
    // T1WI is all that the first stage sees.
    assertThat(result.contributions())
        .extracting(Contribution::source)
        .containsOnly("CE-T1WI", "DWI");
    SourceImage dwi = subject.images().get("DWI");
    SourceImage blank =
        new SourceImage("blank", Volume.filled(Lesions.GRID, 5), dwi.traits(), dwi.placement());
    Result without = classify(model, Lesions.with(subject, "DWI", blank), OPTIONS);
    for (String key : List.of("sclc", "nsclc")) {
      assertThat(find(result, "DWI", key).probability())
          .isCloseTo(probability(result, key) - probability(without, key), within(1e-6))
          .isNotZero();
    }
    double total =
        result.contributions().stream()
            .filter(part -> part.source().equals("DWI"))
            .mapToDouble(Contribution::probability)
            .sum();
    assertThat(total).isCloseTo(0, within(1e-9));
  }

  @Test
  void whoDoesNotAskGetsNoneAndTheAnswerIsTheSame() throws IOException {
    TinyModel model = TinyModel.of(TestCards.mean().build(), folder, 3);
    Case subject = Lesions.subject(Map.of(), 5, "T2WI", "CE-T1WI", "ADC");
    Result none = classify(model, subject, OPTIONS.withContributions(false));
    assertThat(none.contributions()).isEmpty();
    assertThat(none.scores()).isEqualTo(classify(model, subject, OPTIONS).scores());
  }

  @Test
  void theJsonHasEveryContributionAndNullForWhatIsNoNumber() throws IOException {
    TinyModel model = TinyModel.of(TestCards.fusion().build(), folder, 3);
    Case subject = bone(Map.of("age", "77", "mineralisation_location", "diffuse"));
    Result result = classify(model, subject, OPTIONS);
    Map<String, JsonObject> bySource = new HashMap<>();
    ResultJson.toJson(result)
        .getAsJsonArray("contributions")
        .forEach(
            part ->
                bySource.put(
                    part.getAsJsonObject().get("source").getAsString()
                        + part.getAsJsonObject().get("class").getAsString(),
                    part.getAsJsonObject()));
    assertThat(bySource).hasSize(6);
    JsonObject image = bySource.get("CTosteoid");
    assertThat(image.get("kind").getAsString()).isEqualTo("image");
    assertThat(image.get("probability").isJsonNull()).isTrue();
    assertThat(bySource.get("ageosteoid").get("log_odds").getAsDouble())
        .isEqualTo(find(result, "age", "osteoid").logOdds());
  }
}
