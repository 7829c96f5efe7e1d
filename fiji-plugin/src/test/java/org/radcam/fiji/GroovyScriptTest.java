package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.script.ScriptException;
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
}
