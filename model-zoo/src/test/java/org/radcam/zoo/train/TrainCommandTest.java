package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.io.Digests;
import org.radcam.model.FolderPackage;
import picocli.CommandLine;

class TrainCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void trainsAndTellsWhereThePackageIs() throws IOException {
    TinyData.write(folder, 8);
    Files.writeString(folder.resolve("tiny.yaml"), TinyData.text(2));

    int code = train("--data", path("manifest.csv"), "--recipe", path("tiny.yaml"), "--folds", "2");

    assertThat(err.toString()).contains("fold-1, epoch 2: loss").contains("[100 %] Wrote");
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("16 images of 8 patients: 8 no_finding, 8 finding.")
        .contains("AUC (finding)")
        .contains("Model package: " + folder.resolve("out").resolve("tiny"));
    assertThat(folder.resolve("out/tiny/rdf.yaml")).exists();
  }

  @Test
  void beginsFromGivenWeightsAndSaysSoButRefusesThoseOfAnotherNetwork() throws IOException {
    TinyData.write(folder, 4);
    Files.writeString(folder.resolve("tiny.yaml"), TinyData.text(2));
    Files.writeString(
        folder.resolve("wide.yaml"), TinyData.text(2).replace("width: 0.125", "width: 0.25"));
    String data = path("manifest.csv");
    train("--data", data, "--recipe", path("tiny.yaml"), "--folds", "0");
    Files.move(folder.resolve("out/tiny/weights.safetensors"), folder.resolve("w.safetensors"));
    delete(folder.resolve("out"));

    int good =
        train(
            "--data",
            data,
            "--recipe",
            path("tiny.yaml"),
            "--folds",
            "0",
            "--init",
            path("w.safetensors"));
    assertThat(good).isZero();
    String digest = Digests.sha256(folder.resolve("w.safetensors"));
    assertThat(out.toString())
        .contains("Began from the weights w.safetensors (SHA-256 " + digest + "); the last layer");
    assertThat(FolderPackage.open(folder.resolve("out/tiny")).card().trainingData())
        .contains("w.safetensors (SHA-256 " + digest)
        .doesNotContain("scratch");
    delete(folder.resolve("out"));
    int bad =
        train(
            "--data",
            data,
            "--recipe",
            path("wide.yaml"),
            "--folds",
            "0",
            "--init",
            path("w.safetensors"));

    assertThat(bad).isEqualTo(1);
    assertThat(err.toString().lines().reduce((a, b) -> b).orElseThrow())
        .contains("w.safetensors")
        .contains("of another shape");
  }

  @Test
  void aMistakeInTheDataIsOneLineAndCodeOne() {
    int code = train("--data", path("absent.csv"));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines()).containsExactly("There is no file " + path("absent.csv"));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void wrongUsageIsCodeTwo() {
    assertThat(train()).isEqualTo(2);
    assertThat(train("--data", "a.csv", "--nih", "b")).isEqualTo(2);
    assertThat(train("--data", "a.csv", "--folds", "many")).isEqualTo(2);
  }

  @Test
  void anUnknownTaskARecipeThatIsNotThereAndAnImpossibleNumberOfFoldsAreCodeOne()
      throws IOException {
    TinyData.write(folder, 4);
    String data = path("manifest.csv");

    assertThat(train("--data", data, "--task", "toe-xray")).isEqualTo(1);
    assertThat(train("--data", data, "--recipe", path("absent.yaml"))).isEqualTo(1);
    assertThat(train("--data", data, "--recipe", "absent")).isEqualTo(1);
    assertThat(train("--data", data, "--folds", "1")).isEqualTo(1);
    assertThat(train("--data", data, "--init", path("absent.safetensors"))).isEqualTo(1);
    assertThat(train("--data", data, "--device", "toaster")).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(6);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private int train(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--out";
    all[1] = folder.resolve("out").toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return new CommandLine(new TrainCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
