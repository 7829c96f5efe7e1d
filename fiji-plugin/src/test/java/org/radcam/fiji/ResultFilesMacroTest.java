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
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.io.NiftiImages;
import org.radcam.task.Tasks;

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
    String name = phantoms.image(0, Tasks.get(TASK).referenceRole()).getFileName().toString();
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
    SourceImage adc = ImageFiles.read(phantoms.image(0, Tasks.get(TASK).roles().get(2)));
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
  void lesionsOfAnEarlierMaskGo(@TempDir Path folder, @TempDir Path other) throws Exception {
    Path mask = TaskPhantoms.of(TASK).mask(0);
    Path three = other.resolve("three.nii");
    SourceImage one = ImageFiles.read(mask);
    Volume more = Volume.filled(one.geometry(), 0);
    System.arraycopy(one.volume().voxels(), 0, more.voxels(), 0, more.voxels().length);
    more.voxels()[0] = 1;
    more.voxels()[more.voxels().length - 1] = 1;
    NiftiImages.write(three, more);
    String lesions = "heatmap=none lesions=each";

    Macros.run(line(folder, lesions).replace(mask.toString(), three.toString()));
    String name =
        TaskPhantoms.of(TASK).image(0, Tasks.get(TASK).referenceRole()).getFileName().toString();
    assertThat(Files.readAllLines(folder.resolve("results.csv"))).hasSize(4);
    assertThat(folder.resolve("patients.csv")).exists();
    assertThat(folder.resolve(name).resolve("lesion 1")).exists();

    assertThat(Macros.run(line(folder, lesions)).failures()).isEmpty();
    assertThat(Files.readAllLines(folder.resolve("results.csv"))).hasSize(2);
    assertThat(folder.resolve("patients.csv")).doesNotExist();
    assertThat(folder.resolve(name).resolve("lesion 1")).doesNotExist();
  }

  @Test
  void anotherImageOfTheSameNameIsRefused(@TempDir Path folder, @TempDir Path other)
      throws IOException {
    Path mine = TaskPhantoms.of(TASK).image(0, Tasks.get(TASK).referenceRole());
    Path theirs = TaskPhantoms.of(TASK).image(1, Tasks.get(TASK).referenceRole());
    Path sameName = Files.copy(theirs, other.resolve(mine.getFileName()));
    Macros.run(line(folder, "heatmap=none"));
    List<String> before = Files.readAllLines(folder.resolve("results.csv"));

    Macros.Outcome outcome =
        Macros.run(line(1, folder, "heatmap=none").replace(theirs.toString(), sameName.toString()));

    assertThat(outcome.failures()).singleElement().asString().contains("perhaps another patient's");
    assertThat(Files.readAllLines(folder.resolve("results.csv"))).isEqualTo(before);
  }

  @Test
  void anotherModelIsRefused(@TempDir Path folder) throws IOException {
    Macros.run(line(folder, "heatmap=none"));
    Path note = folder.resolve("results.json");
    Files.writeString(
        note,
        Files.readString(note).replaceFirst("weights_sha256\":\\s*\"", "weights_sha256\": \"0"));

    Macros.Outcome outcome = Macros.run(line(folder, "heatmap=none"));

    assertThat(outcome.failures()).singleElement().asString().contains("of another model");
  }

  @Test
  void aFolderOfABatchIsRefused(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("batch.json"), "{}");

    Macros.Outcome outcome = Macros.run(line(folder, "heatmap=none"));

    assertThat(outcome.failures()).singleElement().asString().contains("results of a batch");
    assertThat(ResultsTable.getResultsTable().size()).isZero();
  }

  private static String line(Path folder, String options) {
    return line(0, folder, options);
  }

  private static String line(int n, Path folder, String options) {
    TaskPhantoms phantoms = TaskPhantoms.of(TASK);
    return TaskMacrosTest.run(
        TASK, phantoms.images(n) + " " + phantoms.rest(n) + " output=[" + folder + "] " + options);
  }
}
