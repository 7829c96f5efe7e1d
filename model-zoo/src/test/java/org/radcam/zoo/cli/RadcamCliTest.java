package org.radcam.zoo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.model.TestCards;
import org.radcam.zoo.TinyPackages;
import org.radcam.zoo.train.CaseNeeds;
import org.radcam.zoo.train.Manifest;
import org.radcam.zoo.train.ManifestColumns;
import org.radcam.zoo.train.ManifestReader;
import org.radcam.zoo.train.RecipeReader;
import picocli.CommandLine;

class RadcamCliTest {
  @TempDir Path folder;

  private record Answer(int code, String out, String err) {}

  private static Answer run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        RadcamCli.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] texts = new String[arguments.length];
    for (int n = 0; n < arguments.length; n++) {
      texts[n] = arguments[n].toString();
    }
    return new Answer(command.execute(texts), out.toString(), err.toString());
  }

  @Test
  void listShowsEveryPackageWithItsStateAndStanding() throws IOException {
    TinyPackages.write(folder.resolve("tiny"), "tiny");
    Answer answer = run("zoo", "list", "--models", folder);
    assertThat(answer.code()).isZero();
    assertThat(answer.out().lines())
        .anyMatch(
            line -> line.matches("chest-xray-resnet152 +chest-xray +needs weights +research .*"))
        .anyMatch(line -> line.matches("tiny +chest-xray +ready +demo .*"));
    assertThat(answer.out()).contains("not for clinical use");
  }

  @Test
  void listGoesTaskByTaskAndWhatIsReadyComesFirst() throws IOException {
    TinyPackages.write(folder.resolve("tiny"), TestCards.mean().build());
    List<String> lines = run("zoo", "list", "--models", folder).out().lines().toList();
    List<String> ids =
        lines.subList(1, lines.indexOf("")).stream().map(line -> line.split(" ")[0]).toList();
    assertThat(ids).startsWith("chest-xray-nih").doesNotHaveDuplicates();
    // Networks before what answers from values alone, and that before what needs weights.
    assertThat(ids)
        .containsSubsequence(
            "sinonasal-demo", "tiny-mean", "sinonasal-conventional-demo", "sinonasal-densenet121");
    assertThat(lines).allMatch(line -> line.length() <= 140);
  }

  @Test
  void showTellsLimitsFiguresAndStanding() throws IOException {
    TinyPackages.write(folder.resolve("tiny"), "tiny");
    Answer answer = run("zoo", "show", "tiny", "--models", folder);
    assertThat(answer.out()).contains("It knows nothing.", "0.650 to 0.770", "demo - trained on");
  }

  @Test
  void verifyFailsWhereOnePackageIsDamagedAndStillDoesTheOthers() throws IOException {
    TinyPackages.write(folder.resolve("good"), "good");
    Path bad = TinyPackages.write(folder.resolve("bad"), "bad").folder();
    Files.write(bad.resolve("weights.safetensors"), new byte[100]);
    Answer answer = run("zoo", "verify", "--all", "--models", folder, "--device", "cpu");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out().lines())
        .anyMatch(line -> line.startsWith("ok      good"))
        .anyMatch(line -> line.startsWith("FAILED  bad") && line.contains("damaged"));
    assertThat(run("zoo", "verify", "good", "--models", folder).code()).isZero();
  }

  @Test
  void importedWeightsAreListedAndCanBeRemoved() throws IOException {
    TinyPackages.write(folder.resolve("models/base"), "base");
    Path weights =
        TinyPackages.weights(folder.resolve("Mine.safetensors"), TestCards.definition().build());
    Path models = folder.resolve("models");
    Answer made = run("zoo", "import", weights, "--package", "base", "--models", models);
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(run("zoo", "list", "--models", models).out()).contains("mine ");
    Files.writeString(models.resolve("mine/notes.txt"), "my own");
    Answer removed = run("zoo", "remove", "mine", "--models", models);
    assertThat(removed.out()).contains("notes.txt");
    assertThat(models.resolve("mine")).isDirectoryContaining("glob:**notes.txt");
    assertThat(models.resolve("mine").toFile().list()).hasSize(1);
    assertThat(run("zoo", "remove", "base", "--models", models).code()).isZero();
    assertThat(models.resolve("base")).doesNotExist();
  }

  @Test
  void aShippedPackageIsNotRemoved() {
    Answer answer = run("zoo", "remove", "chest-xray-resnet152", "--models", folder);
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("cannot be removed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zoo show nothing",
        "zoo verify nothing",
        "zoo verify --all --device gpu7",
        "zoo import absent.safetensors --package chest-xray-resnet152",
        "phantom --task chest --out x",
        "phantom --count 0 --out x"
      })
  void aUsersMistakeIsOneLineAndCodeOne(String line) {
    Answer answer = run((Object[]) line.split(" "));
    assertThat(answer.code()).as(answer.err()).isEqualTo(1);
    assertThat(answer.err().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zoo", "zoo lst", "zoo show", "phantom", "phantom --count many --out x"})
  void aMisunderstandingIsCodeTwoAndPointsToTheHelp(String line) {
    Answer answer = run((Object[]) line.split(" "));
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("--help");
  }

  @Test
  void aSlipInACommandIsMetWithASuggestion() {
    assertThat(run("zoo", "shw").err()).contains("show");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "zoo",
        "zoo list",
        "zoo show",
        "zoo verify",
        "zoo import",
        "zoo run",
        "zoo export",
        "phantom",
        "train"
      })
  void everyCommandHasHelp(String line) {
    Answer answer = run((Object[]) (line + " --help").strip().split(" "));
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).startsWith("Usage: radcam");
  }

  @Test
  void phantomsAreWrittenOnceAndTheSameForTheSameSeed() throws IOException {
    assertThat(run("phantom", "--count", 2, "--seed", 5, "--out", folder.resolve("a")).code())
        .isZero();
    run("phantom", "--count", 2, "--seed", 5, "--out", folder.resolve("b"));
    for (String name : new String[] {"labels.csv", "phantom-0002.png", "masks/phantom-0002.png"}) {
      assertThat(folder.resolve("a").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("b").resolve(name));
    }
    Manifest manifest =
        ManifestReader.read(
            folder.resolve("a/labels.csv"),
            ManifestColumns.STANDARD,
            CaseNeeds.of(RecipeReader.builtIn("chest-xray")));
    assertThat(manifest.phantoms()).isEqualTo(2);
    Answer again = run("phantom", "--out", folder.resolve("a"));
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("labels.csv exists already");
  }
}
