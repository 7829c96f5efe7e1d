package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.MissingImages;
import org.radcam.model.ModelCard;
import org.radcam.zoo.Verification;
import org.radcam.zoo.phantom.PhantomFolder;
import org.radcam.zoo.phantom.Phantoms;

/** A network for each of three sequences, whose probabilities are combined. */
class FusionTrainingTest {
  private static final String SMALLER =
      """
      from: sinonasal-fusion-demo
      model: {id: tiny-fusion}
      network: {width: 0.0625}
      schedule: {epochs: 2, batchSize: 6, warmUpEpochs: 1}
      """;

  @TempDir static Path shared;
  private static Training.Outcome whole;

  @BeforeAll
  static void train() throws IOException {
    Path phantoms = shared.resolve("phantoms");
    PhantomFolder.write(Phantoms.get("sinonasal"), new PhantomFolder.Counts(15, 3, 6), 7, phantoms);
    Recipe recipe = RecipeReader.parse("tiny.yaml", SMALLER);
    Manifest manifest =
        ManifestReader.read(
            phantoms.resolve("labels.csv"), ManifestColumns.STANDARD, CaseNeeds.of(recipe));
    whole =
        Training.run(
            new Training.Request(
                manifest,
                recipe,
                Optional.empty(),
                0,
                shared.resolve("whole"),
                false,
                DeviceChoice.CPU),
            Progress.NONE);
  }

  @Test
  void eachNetworkIsCalibratedMeasuredAndPointsAndSoIsWhatTheyAnswerTogether() {
    ModelCard card = whole.model().card();
    assertThat(card.isFusion()).isTrue();
    assertThat(card.missing()).isEqualTo(MissingImages.REST);
    assertThat(card.stages())
        .extracting(stage -> stage.key())
        .containsExactly("t2wi", "ce_t1wi", "adc");
    assertThat(card.performance())
        .extracting(figure -> figure.metric())
        .contains(
            "Network t2wi: AUC (macro)",
            "Network ce_t1wi: AUC (scc)",
            "Network adc: AUC (onb)",
            "AUC (macro)",
            "AUC (acc)");
    assertThat(whole.report())
        .anyMatch(line -> line.matches(".*alibrat.* of network ce_t1wi.*"))
        .anyMatch(line -> line.startsWith("Epochs of the final network of network adc"));
  }

  @Test
  void thePackageVerifiesAndItsTestCaseHasOneCaseForEachClass() {
    assertThat(Verification.of(whole.model(), DeviceChoice.CPU).outcome())
        .isEqualTo(Verification.Outcome.PASSED);
    assertThat(whole.model().card().test()).isPresent();
  }

  @Test
  void thePredictionsHaveTheMeanOfTheNetworksProbabilities() throws IOException {
    List<String> lines = Files.readAllLines(shared.resolve("whole/training/test-predictions.csv"));
    assertThat(lines.get(0))
        .isEqualTo(
            "case,patient,fold,label,p_scc,p_acc,p_onb,p_t2wi.scc,p_t2wi.acc,p_t2wi.onb,"
                + "p_ce_t1wi.scc,p_ce_t1wi.acc,p_ce_t1wi.onb,p_adc.scc,p_adc.acc,p_adc.onb");
    for (String line : lines.subList(1, lines.size())) {
      double[] p =
          List.of(line.split(",")).stream().skip(4).mapToDouble(Double::parseDouble).toArray();
      for (int c = 0; c < 3; c++) {
        assertThat(p[c]).isCloseTo((p[3 + c] + p[6 + c] + p[9 + c]) / 3, within(1e-9));
      }
    }
  }

  @Test
  void recipesAreReadStrictly() {
    refused("combine: product", "tiny.yaml, line 5");
    refused("missing: some", "tiny.yaml, line 5");
    refused("stages: []", "'network' belongs to each of the stages");
    refused(
        "inputs: [{role: ADC, preparation: [{step: resize, columns: 33, rows: 33, aspect: fit}]}]",
        "'probabilities' needs at least two images");
  }

  private static void refused(String entry, String message) {
    assertThatThrownBy(() -> RecipeReader.parse("tiny.yaml", SMALLER + entry + "\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message);
  }
}
