package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.engine.DeviceChoice;

class HeldOutSplitsTest {
  private static final List<String> SPLITS =
      List.of("train", "train", "validation", "test", "external", "prospective");

  @TempDir Path folder;

  @Test
  void everySplitThatIsKeptOutIsMeasuredByItselfAndInTheFileOfThePackagesAnswers()
      throws IOException {
    Manifest manifest = TinyData.write(folder, 24);
    Map<String, Split> splits = new LinkedHashMap<>();
    for (TrainingCase one : manifest.cases()) {
      int patient = Integer.parseInt(one.patient().substring("patient".length()));
      splits.put(one.id(), Split.of(SPLITS.get(patient / 2 % SPLITS.size())).orElseThrow());
    }

    Training.Outcome outcome =
        Training.run(
            new Training.Request(
                manifest.withSplits(splits),
                TinyData.recipe(2, ""),
                Optional.empty(),
                0,
                folder.resolve("out"),
                false,
                DeviceChoice.CPU),
            Progress.NONE);

    assertThat(outcome.performance())
        .extracting(figure -> figure.method().replaceAll(";.*", ""))
        .anyMatch(how -> how.contains("held-out patients"))
        .anyMatch(how -> how.contains("held-out external patients"))
        .anyMatch(how -> how.contains("held-out prospective patients"));
    Path work = folder.resolve("out/training");
    assertThat(Files.readAllLines(work.resolve("external-predictions.csv"))).hasSize(9);
    List<String> seen = new ArrayList<>();
    for (String line : Files.readAllLines(work.resolve("package-predictions.csv"))) {
      String[] cells = line.split(",");
      if (!cells[0].equals("case")) {
        assertThat(splits.get(cells[0]).key()).isEqualTo(cells[2]);
        seen.add(cells[2]);
      }
    }
    assertThat(seen).hasSize(32).contains("validation", "prospective").doesNotContain("train");
  }

  @Test
  void otherSplitsAreAnotherTraining() throws IOException {
    Manifest manifest = TinyData.write(folder, 4);
    Map<String, Split> all = new LinkedHashMap<>();
    manifest.cases().forEach(one -> all.put(one.id(), Split.TRAIN));
    Map<String, Split> other = new LinkedHashMap<>(all);
    other.put(manifest.cases().get(0).id(), Split.EXTERNAL);

    assertThat(manifest.withSplits(all).sha256()).isNotEqualTo(manifest.withSplits(other).sha256());
    assertThat(manifest.withSplits(other).heldOut()).hasSize(1);
  }

  @Test
  void aSplitThatThereIsNotIsNamedWithAllThatThereAre() throws IOException {
    TinyData.write(folder, 2);
    List<String> lines = Files.readAllLines(folder.resolve("manifest.csv"));
    Path wrong = folder.resolve("wrong.csv");
    Files.writeString(wrong, lines.get(0) + ",split\n" + lines.get(1) + ",outside\n");

    assertThatThrownBy(
            () ->
                ManifestReader.read(
                    wrong, ManifestColumns.STANDARD, CaseNeeds.of(TinyData.recipe(2, ""))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(
            "'outside' is none of train, validation, test, external, prospective");
  }
}
