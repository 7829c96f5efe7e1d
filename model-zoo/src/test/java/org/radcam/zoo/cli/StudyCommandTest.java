package org.radcam.zoo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.FolderPackage;
import org.radcam.model.Standing;
import org.radcam.task.CascadeStage;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.radcam.zoo.Verification;

/** {@code radcam study}, as a user calls it. */
class StudyCommandTest {
  @TempDir Path folder;

  static List<String> tasks() {
    return Tasks.keys();
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void theQuickFormOfEveryStudyGoesTheWholeWayOnPhantoms(String key) throws IOException {
    Task task = Tasks.get(key);
    Path study = folder.resolve("out");

    Cli.Answer answer = Cli.run("study", key, "--quick", "--device", "cpu", "--out", study);

    assertThat(answer.code()).as(answer.err()).isZero();
    JsonObject json =
        JsonParser.parseString(Files.readString(study.resolve("study.json"))).getAsJsonObject();
    assertThat(json.get("quick").getAsBoolean()).isTrue();
    JsonObject cases = json.getAsJsonObject("cases");
    assertThat(cases.keySet()).containsExactly("train", "validation", "test");
    assertThat(json.get("phantoms").getAsInt())
        .isEqualTo(cases.entrySet().stream().mapToInt(entry -> entry.getValue().getAsInt()).sum());
    assertThat(json.getAsJsonArray("left_out")).isEmpty();
    assertThat(json.getAsJsonArray("candidates")).isNotEmpty();
    JsonObject chosen = json.getAsJsonObject("chosen");
    assertThat(answer.out())
        .contains("Chosen on the validation patients: " + chosen.get("model").getAsString());
    FolderPackage model = FolderPackage.open(study.resolve(chosen.get("package").getAsString()));
    assertThat(model.card().standing()).isEqualTo(Standing.DEMO);
    assertThat(Verification.of(model, DeviceChoice.CPU).outcome())
        .isEqualTo(Verification.Outcome.PASSED);
    report(study.resolve("report"));
    for (CascadeStage stage : task.cascade()) {
      report(study.resolve("report-" + stage.key()));
    }
  }

  private static void report(Path report) throws IOException {
    assertThat(Files.readString(report.resolve("report.html")))
        .contains("synthetic phantom")
        .contains("Quick form")
        .contains("Published figures beside ours")
        .contains("validation")
        .contains("<svg");
    JsonObject models =
        JsonParser.parseString(Files.readString(report.resolve("metrics.json")))
            .getAsJsonObject()
            .getAsJsonObject("models");
    for (String model : models.keySet()) {
      JsonElement area =
          models.getAsJsonObject(model).getAsJsonObject("test").getAsJsonObject("auc").get("macro");
      assertThat(area.getAsDouble()).isBetween(0.0, 1.0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "study bone-matrix --out OUT | 1 | Give the cases with --data MANIFEST.csv.",
        "study bones --quick --out OUT | 1 | There is no task 'bones'.",
        "study bone-matrix --quick | 2 | Missing required option: '--out=DIR'",
        "study bone-matrix --quick --out OUT --init resnet50 | 2 | KEY=VALUE",
        "study bone-matrix --quick --out OUT --device gpu9 | 1 | gpu9",
        "study bone-matrix --quick --out OUT --study nowhere.yaml | 1 | There is no study nowhere.yaml",
        "study bone-matrix --data nowhere.csv --out OUT | 1 | nowhere.csv",
        "study vertebral-fracture --data MANIFEST --out OUT | 1 | --init radimagenet=WEIGHTS",
        "study bone-matrix --quick --out OUT --readers nowhere.csv | 1 | nowhere.csv"
      })
  void whatIsAskedWronglyIsOneLineAndLeavesNothingBehind(String line, int status, String message) {
    Object[] arguments =
        Stream.of(line.split(" "))
            .map(word -> word.replace("OUT", folder.resolve("out").toString()))
            .map(word -> word.replace("MANIFEST", folder.resolve("labels.csv").toString()))
            .toArray();

    Cli.Answer answer = Cli.run(arguments);

    assertThat(answer.code()).isEqualTo(status);
    assertThat(answer.err()).contains(message).doesNotContain("Exception").doesNotContain("\tat");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void theHelpTellsOfEveryOption() {
    assertThat(Cli.run("study", "--help").out())
        .contains("--data", "--out", "--init", "--readers", "--study", "--quick", "--resume");
  }
}
