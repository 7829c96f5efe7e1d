package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.script.ScriptException;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

/** The script runs as in Fiji's Script Editor: SciJava reads its parameters and fills them in. */
class GroovyScriptTest {
  private static final Path SCRIPT = Path.of("..", "macros", "classify_image.groovy");

  @Test
  void theScriptGivesTheSameAnswerAndHeatAsTheCommand(@TempDir Path folder)
      throws IOException, ScriptException, ExecutionException, InterruptedException {
    Path xray = folder.resolve("x ray.png");
    IJ.saveAs(IJ.createImage("x", "8-bit ramp", 96, 80, 1), "PNG", xray.toString());
    Path output = folder.resolve("new/results");
    Macros.Outcome command =
        Macros.run(
            "open('" + xray + "'); run('Chest X-ray: Finding or No Finding...', 'heatimage');");

    ScriptModule script =
        Macros.context()
            .service(ScriptService.class)
            .run(SCRIPT.toFile(), true, Map.of("image", xray.toFile(), "output", output.toFile()))
            .get();

    assertThat(command.failures()).isEmpty();
    String predicted = ResultsTable.getResultsTable().getStringValue("Predicted", 0);
    assertThat((String) script.getOutput("summary"))
        .startsWith("x ray.png: " + predicted + " ")
        .contains("not for clinical use");
    assertThat(Files.readString(output.resolve("result.json"))).contains("chest-xray-nih");
    assertThat(output.resolve("overlay.png")).isNotEmptyFile();
    ImagePlus heat = IJ.openImage(output.resolve("heatmap.tif").toString());
    assertThat((float[]) heat.getProcessor().getPixels())
        .isEqualTo((float[]) Macros.activeImage().getProcessor().getPixels());
  }

  @Test
  void theScriptForACaseGivesTheSameNumbersAsTheManifest(@TempDir Path folder)
      throws IOException, ScriptException, ExecutionException, InterruptedException {
    Path data = TaskPhantoms.of("sinonasal").folder();
    CSVRecord row = TaskPhantoms.rows(data).get(1);
    Path output = folder.resolve("results");

    ScriptModule script =
        Macros.context()
            .service(ScriptService.class)
            .run(
                SCRIPT.resolveSibling("classify_case.groovy").toFile(),
                true,
                Map.of(
                    "t2wi",
                    data.resolve(row.get("image:T2WI")).toFile(),
                    "ce_t1wi",
                    data.resolve(row.get("image:CE-T1WI")).toFile(),
                    "adc",
                    data.resolve(row.get("image:ADC")).toFile(),
                    "roi",
                    data.resolve(row.get("roi")).toFile(),
                    "age",
                    row.get("age"),
                    "sex",
                    row.get("sex"),
                    "output",
                    output.toFile()))
            .get();
    Path manifest = data.resolve("second.csv");
    List<String> lines = Files.readAllLines(data.resolve("labels.csv"));
    Files.write(manifest, List.of(lines.get(0), lines.get(2)));
    Macros.Outcome batch =
        Macros.run(
            "run('Classify Manifest...', 'task=sinonasal everygrid=true input=["
                + manifest
                + "] output=["
                + folder.resolve("batch")
                + "]');");

    assertThat(batch.failures()).isEmpty();
    Path own = folder.resolve("batch").resolve(row.get("case"));
    assertThat(scores(output)).isEqualTo(scores(own));
    assertThat((String) script.getOutput("summary")).contains("not for clinical use");
    assertThat(Files.readAllBytes(output.resolve("heatmap-ADC.nii.gz")))
        .isEqualTo(Files.readAllBytes(own.resolve("heatmap.ADC.nii.gz")));
    assertThat(Files.readAllBytes(output.resolve("heatmap-T2WI.nii.gz")))
        .isEqualTo(Files.readAllBytes(own.resolve("heatmap.nii.gz")));
  }

  private static JsonElement scores(Path folder) throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("result.json")))
        .getAsJsonObject()
        .get("scores");
  }
}
