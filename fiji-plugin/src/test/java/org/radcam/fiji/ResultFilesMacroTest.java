package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.image.SourceImage;
import org.radcam.io.ImageFiles;

/** What a task's command leaves in the folder that its option output names. */
class ResultFilesMacroTest {
  private static final String TASK = "sinonasal";

  @Test
  void theFilesHaveTheNumbersOfTheTable(@TempDir Path folder) throws IOException {
    TaskPhantoms phantoms = TaskPhantoms.of(TASK);

    Macros.Outcome outcome = Macros.run(line(folder, ""));

    assertThat(outcome.failures()).isEmpty();
    ResultsTable table = ResultsTable.getResultsTable();
    List<String> csv = Files.readAllLines(folder.resolve("results.csv"));
    assertThat(csv).hasSize(2);
    String name =
        phantoms.image(0, org.radcam.task.Tasks.get(TASK).referenceRole()).getFileName().toString();
    Path own = folder.resolve(name);
    JsonObject json =
        JsonParser.parseString(Files.readString(own.resolve("result.json"))).getAsJsonObject();
    assertThat(
            json.getAsJsonArray("scores").get(0).getAsJsonObject().get("probability").getAsDouble())
        .isEqualTo(table.getValue("p_scc", 0));
    assertThat(json.getAsJsonObject("region").get("volume_mm3").getAsDouble())
        .isEqualTo(table.getValue("Lesion mm3", 0));
    assertThat(own.resolve("overlay.png")).isNotEmptyFile();
    assertThat(own.resolve("heatmap.nii.gz")).isNotEmptyFile();
    SourceImage adc =
        ImageFiles.read(phantoms.image(0, org.radcam.task.Tasks.get(TASK).roles().get(2)));
    assertThat(
            ImageFiles.read(own.resolve("heatmap.ADC.nii.gz"))
                .geometry()
                .sameGridAs(adc.geometry()))
        .isTrue();
  }

  @Test
  void runningAgainReplacesTheRowAndKeepsOthers(@TempDir Path folder) throws IOException {
    Macros.run(line(folder, "heatmap=none"));
    Macros.run(line(folder, "heatmap=none"));

    assertThat(Files.readAllLines(folder.resolve("results.csv"))).hasSize(2);
  }

  @Test
  void aFolderOfABatchIsRefused(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("batch.json"), "{}");

    Macros.Outcome outcome = Macros.run(line(folder, "heatmap=none"));

    assertThat(outcome.failures()).singleElement().asString().contains("results of a batch");
    assertThat(ResultsTable.getResultsTable().size()).isZero();
  }

  private static String line(Path folder, String options) {
    TaskPhantoms phantoms = TaskPhantoms.of(TASK);
    return TaskMacrosTest.run(
        TASK, phantoms.images(0) + " " + phantoms.rest(0) + " output=[" + folder + "] " + options);
  }
}
