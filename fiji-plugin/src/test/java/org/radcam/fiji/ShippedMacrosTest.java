package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.classify.Case;
import org.radcam.classify.ClassScore;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.Result;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.SourceImage;
import org.radcam.io.ImageFiles;
import org.radcam.io.MaskFiles;
import org.radcam.io.UnreadableImageException;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.radcam.zoo.ModelZoo;

/**
 * The macros of the tasks with regions, on phantoms that no training saw: the expected class, the
 * files, and the same numbers to the last bit from the macro, the manifest batch and the library.
 */
class ShippedMacrosTest {
  @TempDir private Path output;

  @ParameterizedTest
  @CsvSource({
    "bone-matrix, bone_matrix.ijm, Matrix",
    "vertebral-fracture, vertebral_fracture.ijm, Fracture",
    "sinonasal, sinonasal.ijm, Tumour",
    "brain-metastasis, brain_metastasis.ijm, Primary site",
  })
  void macroManifestAndLibraryAgreeOnEveryClass(String taskKey, String macro, String words)
      throws IOException {
    Task task = Tasks.get(taskKey);
    Path data = TaskPhantoms.of(taskKey).folder();
    Path batch = output.resolve("batch");
    Macros.Outcome manifest =
        Macros.run(
            text("classify_manifest.ijm"),
            "task="
                + taskKey
                + " device=cpu input=["
                + data.resolve("labels.csv")
                + "] output=["
                + batch
                + "]");
    assertThat(manifest.failures()).isEmpty();
    assertThat(manifest.printed()).contains(task.classes().size() + " cases classified");
    try (Classifier classifier =
        Classifier.open(ModelZoo.standard().packagesFor(taskKey).get(0), DeviceChoice.CPU)) {
      for (CSVRecord row : TaskPhantoms.rows(data)) {
        Path own = output.resolve(row.get("case"));

        Macros.Outcome outcome = Macros.run(text(macro), argument(task, row, data, own));

        assertThat(outcome.failures()).as(row.get("case")).isEmpty();
        assertThat(outcome.printed()).contains(words + ": " + row.get("label") + ",");
        Result result =
            classifier.classify(subject(task, classifier, row, data), ClassifyOptions.DEFAULT);
        assertThat(tableRow(task)).isEqualTo(probabilities(result));
        assertThat(batchRow(batch.resolve(row.get("case")))).isEqualTo(probabilities(result));
        assertThat(own.resolve("overlay.png")).isNotEmptyFile();
        assertThat(Files.readString(own.resolve("result.csv"))).contains(row.get("label"));
        assertThat(heat(own)).isEqualTo(result.heatMap().orElseThrow().onSource().voxels());
      }
    }
  }

  @Test
  void aModelOfClinicalValuesLeavesItsRowWithoutImageOrRegion() throws IOException {
    Macros.Outcome outcome =
        Macros.run(
            text("sinonasal.ijm"),
            "model=sinonasal-conventional-demo t2_intensity=hyperintense enhancement=marked"
                + " adc_value=1300 intracranial_invasion=absent sex=female age=55 output=["
                + output
                + "]");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).contains("Tumour: acc,");
    assertThat(Files.readAllLines(output.resolve("result.csv"))).hasSize(2);
    assertThat(output.toFile().list()).containsExactly("result.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "bone-matrix, bone_matrix.ijm",
    "vertebral-fracture, vertebral_fracture.ijm",
    "sinonasal, sinonasal.ijm",
    "brain-metastasis, brain_metastasis.ijm",
  })
  void withoutAHeatMapThereIsTheRowOfThisRunAlone(String taskKey, String macro) throws IOException {
    Task task = Tasks.get(taskKey);
    Path data = TaskPhantoms.of(taskKey).folder();
    String argument = argument(task, TaskPhantoms.rows(data).get(0), data, output);
    String before = "setResult('Predicted', 0, 'of another run'); updateResults();\n";

    Macros.Outcome outcome = Macros.run(before + text(macro), argument + " heatmap=none");

    assertThat(outcome.failures()).isEmpty();
    assertThat(ResultsTable.getResultsTable().size()).isEqualTo(2);
    assertThat(outcome.printed()).doesNotContain("of another run");
    assertThat(Files.readAllLines(output.resolve("result.csv")))
        .hasSize(2)
        .noneMatch(line -> line.contains("of another run"));
    assertThat(output.toFile().list()).containsExactly("result.csv");
  }

  private static String argument(Task task, CSVRecord row, Path data, Path own) {
    StringBuilder argument = new StringBuilder("device=cpu");
    for (ImageRole role : task.roles()) {
      add(
          argument,
          role.key().toLowerCase(Locale.ROOT).replace('-', '_'),
          data.resolve(row.get(column(task, role))).toString());
    }
    for (ClinicalField field : task.clinical()) {
      if (!row.get(field.key()).isEmpty()) {
        add(argument, field.key(), row.get(field.key()));
      }
    }
    add(argument, "roi", data.resolve(row.get("roi")).toString());
    add(argument, "output", own.toString());
    return argument.toString();
  }

  private static void add(StringBuilder argument, String key, String value) {
    argument.append(' ').append(key).append("=[").append(value).append(']');
  }

  private static String column(Task task, ImageRole role) {
    return task.roles().size() == 1 ? "image" : "image:" + role.key();
  }

  private static Case subject(Task task, Classifier classifier, CSVRecord row, Path data)
      throws UnreadableImageException {
    Map<String, SourceImage> images = new LinkedHashMap<>();
    for (ImageRole role : classifier.card().roles()) {
      images.put(role.key(), ImageFiles.read(data.resolve(row.get(column(task, role)))));
    }
    Map<String, String> clinical = new LinkedHashMap<>();
    for (ClinicalField field : task.clinical()) {
      if (!row.get(field.key()).isEmpty()) {
        clinical.put(field.key(), row.get(field.key()));
      }
    }
    SourceImage reference = images.values().iterator().next();
    return new Case(
        row.get("case"),
        images,
        Optional.of(MaskFiles.read(data.resolve(row.get("roi")), reference.geometry())),
        clinical);
  }

  private static List<Double> probabilities(Result result) {
    return result.scores().stream().map(ClassScore::probability).toList();
  }

  private static List<Double> tableRow(Task task) {
    ResultsTable table = ResultsTable.getResultsTable();
    assertThat(table.size()).isEqualTo(1);
    return task.classes().stream().map(label -> table.getValue("p_" + label.key(), 0)).toList();
  }

  private static List<Double> batchRow(Path folder) throws IOException {
    JsonArray scores =
        JsonParser.parseString(Files.readString(folder.resolve("result.json")))
            .getAsJsonObject()
            .getAsJsonArray("scores");
    return scores.asList().stream()
        .map(score -> score.getAsJsonObject().get("probability").getAsDouble())
        .toList();
  }

  /** The final map, the first channel where stages have maps too. */
  private static float[] heat(Path folder) {
    ImagePlus image = IJ.openImage(folder.resolve("heatmap.tif").toString());
    assertThat(image.getBitDepth()).isEqualTo(32);
    int area = image.getWidth() * image.getHeight();
    float[] values = new float[area * image.getNSlices()];
    for (int k = 0; k < image.getNSlices(); k++) {
      float[] slice = (float[]) image.getStack().getPixels(image.getStackIndex(1, k + 1, 1));
      System.arraycopy(slice, 0, values, k * area, area);
    }
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "bone_matrix.ijm, ct=FILE roi=FILE output=DIR",
    "vertebral_fracture.ijm, xr=FILE roi=FILE output=DIR",
    "sinonasal.ijm, t2wi=FILE ce_t1wi=FILE adc=FILE roi=FILE output=DIR",
    "brain_metastasis.ijm, dwi=FILE roi=FILE output=DIR",
    "classify_manifest.ijm, task=sinonasal input=MANIFEST.csv output=DIR",
  })
  void withoutAnArgumentAMacroSaysWhatItNeeds(String macro, String needs) throws IOException {
    assertThat(Macros.run(text(macro), "").failures())
        .singleElement()
        .asString()
        .contains("needs an argument")
        .contains(needs);
  }

  @Test
  void aMissingFileStopsAMacroBeforeItLeavesAResult() throws IOException {
    Path data = TaskPhantoms.of("bone-matrix").folder();
    String roi = data.resolve(TaskPhantoms.rows(data).get(0).get("roi")).toString();
    Macros.Outcome outcome =
        Macros.run(
            text("bone_matrix.ijm"), "ct=/no/such.nii roi=[" + roi + "] output=[" + output + "]");
    assertThat(outcome.failures()).isNotEmpty();
    assertThat(outcome.failures().get(0)).contains("such.nii");
    assertThat(Arrays.asList(output.toFile().list())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "task=sinonasal output=o                            | Say which manifest: input=",
        "task=sinonasal input=/no/such.csv output=o         | There is no file '/no/such.csv'",
        "input=pom.xml output=o                             | Say which task",
        "task=sinonasal input=pom.xml output=o lesions=many | must be one of one, each",
        "task=sinonasal input=pom.xml output=o minvoxels=0  | minvoxels",
        "task=sinonasal input=pom.xml output=o strickt      | There is no option 'strickt'",
        "task=sinonasal input=pom.xml output=o              | pom.xml",
      })
  void aWrongArgumentOfAManifestStopsTheMacroWithAMessage(String argument, String message)
      throws IOException {
    Macros.Outcome outcome = Macros.run(text("classify_manifest.ijm"), argument);
    assertThat(outcome.failures()).isNotEmpty();
    assertThat(outcome.failures().get(0)).contains(message);
    assertThat(Path.of("o")).doesNotExist();
  }

  @Test
  void aBadRowIsAFailureOfTheMacroOnlyWhereItIsStrict() throws IOException {
    Path data = TaskPhantoms.of("vertebral-fracture").folder();
    List<String> lines = Files.readAllLines(data.resolve("labels.csv"));
    Path manifest = data.resolve("with a bad row.csv");
    Files.write(
        manifest,
        List.of(
            lines.get(0),
            lines.get(1),
            lines.get(2).replace("phantom-0002.nii.gz", "gone.nii.gz")));
    String argument = "task=vertebral-fracture input=[" + manifest + "] output=[" + output + "]";

    Macros.Outcome outcome = Macros.run(text("classify_manifest.ijm"), argument);
    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).contains("1 case classified, 1 failed");
    assertThat(Macros.run(text("classify_manifest.ijm"), argument + " strict=true").failures())
        .singleElement()
        .asString()
        .contains("Some cases failed");
  }

  private static String text(String macro) throws IOException {
    return Files.readString(Path.of("..", "macros").resolve(macro));
  }
}
