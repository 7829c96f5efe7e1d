package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.fiji.options.TaskOptions;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.scijava.Cancelable;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** A command is run as from its dialog; its recorded line must do the same in a macro. */
class RecordedLineTest {
  @Test
  void theRecordedLineGivesTheSameAnswerAndOverlay()
      throws ExecutionException, InterruptedException {
    ImagePlus image = IJ.createImage("x", "8-bit ramp", 96, 80, 1);
    image.setRoi(10, 10, 30, 20);
    Macros.run("print('an empty table');");

    Module module =
        run(
            ChestXrayCommand.class,
            Map.of(
                "image",
                image,
                "model",
                TestModel.ID,
                "heatmap",
                "finding",
                "method",
                "hires-cam",
                "colours",
                "Inferno",
                "opacity",
                0.35,
                "threshold",
                0.1,
                "heatimage",
                false));
    String byDialog = rows();
    ImageRoi drawn = (ImageRoi) image.getOverlay().get(0);
    String line = RecordedLine.of(module);
    Macros.Outcome outcome =
        Macros.run("newImage('x', '8-bit ramp', 96, 80, 1); makeRectangle(10, 10, 30, 20);" + line);
    ImageRoi drawnByMacro = (ImageRoi) Macros.activeImage().getOverlay().get(0);

    assertThat(line)
        .isEqualTo(
            "run(\"Chest X-ray: Finding or No Finding...\", \"roi=auto mask=(none) label=all model=tiny-test"
                + " heatmap=finding method=hires-cam device=auto slices=current overlay=true"
                + " opacity=0.35 colours=Inferno threshold=0.1 heatimage=false composite=false\");");
    assertThat(outcome.failures()).isEmpty();
    assertThat(rows()).isEqualTo(byDialog).contains("finding", "tiny-test");
    assertThat((int[]) drawnByMacro.getProcessor().getPixels())
        .isEqualTo((int[]) drawn.getProcessor().getPixels());
    assertThat(drawnByMacro.getOpacity()).isEqualTo(0.35);
  }

  static Stream<Arguments> tasks() {
    return Stream.of(
        Arguments.of("bone-matrix", BoneMatrixCommand.class),
        Arguments.of("vertebral-fracture", VertebralFractureCommand.class),
        Arguments.of("sinonasal", SinonasalCommand.class),
        Arguments.of("brain-metastasis", BrainMetastasisCommand.class));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void theRecordedLineOfEveryTaskGivesTheSameNumbers(
      String taskKey, Class<? extends Command> command)
      throws ExecutionException, InterruptedException {
    Task task = Tasks.get(taskKey);
    TaskPhantoms phantoms = TaskPhantoms.of(taskKey);
    Macros.run(OpenImagesMacroTest.open(taskKey));
    Map<String, Object> inputs = new HashMap<>();
    for (ImageRole role : task.roles()) {
      inputs.put(TaskOptions.of(role), OpenImagesMacroTest.title(taskKey, role));
    }
    if (TaskOptions.takesOneImage(task)) {
      inputs.clear();
      inputs.put("image", Macros.activeImage());
    }
    for (ClinicalField field : task.clinical()) {
      String value = phantoms.clinical(1, field);
      inputs.put(field.key(), value.isEmpty() ? "unknown" : value);
    }
    inputs.put("mask", "the mask");
    inputs.put("method", "hires-cam");
    inputs.put("heatmap", task.classes().get(1).key());

    Module module = run(command, inputs);
    String byDialog = rows();
    ResultsTable.getResultsTable().reset();
    Macros.Outcome outcome = Macros.continueWith(RecordedLine.of(module));

    assertThat(outcome.failures()).isEmpty();
    assertThat(rows()).isEqualTo(byDialog).contains(task.classes().get(1).key());
  }

  @Test
  void theRecordedLineOfAFolderGivesTheSameTable(@TempDir Path folder)
      throws ExecutionException, InterruptedException, IOException {
    Path input = Files.createDirectory(folder.resolve("my input=5 images"));
    IJ.saveAs(
        IJ.createImage("x", "8-bit ramp", 96, 80, 1), "PNG", input.resolve("x.png").toString());
    Path output = folder.resolve("out put");

    Module module =
        run(
            ClassifyFolderCommand.class,
            Map.of("strict", true, "input", input.toFile(), "output", output.toFile()));
    List<String> byDialog = Files.readAllLines(output.resolve("results.csv"));
    // The line itself, into the same folder: everything is there already, by the same request.
    Macros.Outcome outcome = Macros.run(RecordedLine.of(module));

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).contains("1 case classified (1 of them in an earlier run)");
    assertThat(Files.readAllLines(output.resolve("results.csv"))).isEqualTo(byDialog).hasSize(2);
  }

  @Test
  void theRecordedLineOfAManifestGivesTheSameTable(@TempDir Path folder)
      throws ExecutionException, InterruptedException, IOException {
    Path data = TaskPhantoms.of("vertebral-fracture").folder();
    Path manifest = data.resolve("one row=1.csv");
    Files.write(manifest, Files.readAllLines(data.resolve("labels.csv")).subList(0, 2));
    Path output = folder.resolve("out put");

    Module module =
        run(
            ClassifyManifestCommand.class,
            Map.of(
                "task",
                "vertebral-fracture",
                "lesions",
                "each",
                "minvoxels",
                3,
                "input",
                manifest.toFile(),
                "output",
                output.toFile()));
    List<String> byDialog = Files.readAllLines(output.resolve("results.csv"));
    Macros.Outcome outcome = Macros.run(RecordedLine.of(module));

    assertThat(RecordedLine.of(module)).contains("lesions=each").contains("minvoxels=3");
    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).contains("1 case classified (1 of them in an earlier run)");
    assertThat(Files.readAllLines(output.resolve("results.csv"))).isEqualTo(byDialog).hasSize(2);
  }

  @Test
  void theRecordedLineOfTheHeatMapLooksTheSame() throws ExecutionException, InterruptedException {
    Macros.run(
        "newImage('x', '8-bit ramp', 96, 80, 1);"
            + "run('Chest X-ray: Finding or No Finding...', 'heatmap=finding');");
    ImagePlus image = Macros.activeImage();

    Module module =
        run(
            HeatMapCommand.class,
            Map.of("image", image, "colours", "Red", "opacity", 0.7, "threshold", 0.6));
    ImageRoi byDialog = (ImageRoi) image.getOverlay().get(0);
    image.setOverlay(null);
    Macros.Outcome outcome = Macros.continueWith(RecordedLine.of(module));
    ImageRoi byMacro = (ImageRoi) image.getOverlay().get(0);

    assertThat(outcome.failures()).isEmpty();
    assertThat((int[]) byMacro.getProcessor().getPixels())
        .isEqualTo((int[]) byDialog.getProcessor().getPixels());
    assertThat(byMacro.getOpacity()).isEqualTo(byDialog.getOpacity());
  }

  @Test
  void aFieldWithAWordThatThereIsNotIsRefusedAsInAMacro()
      throws ExecutionException, InterruptedException {
    ImagePlus image = IJ.createImage("x", "8-bit ramp", 96, 80, 1);

    Module module = run(ChestXrayCommand.class, Map.of("image", image, "slices", "every"));

    assertThat(((Cancelable) module).getCancelReason())
        .contains("'slices' must be one of current, all, not 'every'");
  }

  private static Module run(Class<? extends Command> command, Map<String, Object> inputs)
      throws ExecutionException, InterruptedException {
    CommandService commands = Macros.context().service(CommandService.class);
    ModuleService modules = Macros.context().service(ModuleService.class);
    return modules.run(commands.getCommand(command), true, inputs).get();
  }

  private static String rows() {
    ResultsTable table = ResultsTable.getResultsTable();
    assertThat(table.size()).isEqualTo(1);
    return table.getRowAsString(0);
  }
}
