package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.fiji.heat.HeatMaps;
import org.radcam.fiji.options.TaskOptions;
import org.radcam.task.ClassLabel;
import org.radcam.task.ImageRole;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

/** The commands of all tasks on images that are open. */
class OpenImagesMacroTest {
  @ParameterizedTest
  @ValueSource(strings = {"bone-matrix", "vertebral-fracture", "sinonasal", "brain-metastasis"})
  void openImagesGiveTheSameNumbersAsTheirFiles(String taskKey) {
    TaskPhantoms phantoms = TaskPhantoms.of(taskKey);
    Macros.run(TaskMacrosTest.run(taskKey, phantoms.images(0) + " " + phantoms.rest(0)));
    List<Double> byFile = numbers(taskKey, 0);

    Macros.Outcome outcome =
        Macros.run(open(taskKey) + TaskMacrosTest.run(taskKey, titles(taskKey)));

    assertThat(outcome.failures()).isEmpty();
    assertThat(numbers(taskKey, 0)).isEqualTo(byFile);
  }

  @Test
  void theHeatMapLiesOnEverySequenceOnItsOwnGrid() {
    Task task = Tasks.get("sinonasal");

    Macros.Outcome outcome =
        Macros.run(
            open("sinonasal")
                + TaskMacrosTest.run("sinonasal", titles("sinonasal") + " heatimage"));

    assertThat(outcome.failures()).isEmpty();
    for (ImageRole role : task.roles()) {
      ImagePlus image = WindowManager.getImage(title("sinonasal", role));
      assertThat(HeatMaps.of(image)).isPresent();
      assertThat(image.getOverlay()).isNotNull();
    }
    assertThat(Macros.activeImage().getTitle()).startsWith("heat map of ");
    assertThat(Macros.activeImage().getBitDepth()).isEqualTo(32);
  }

  @Test
  void aSelectionOnTheImageIsTheRegion() {
    Macros.Outcome outcome =
        Macros.run(
            open("bone-matrix")
                + "selectImage('"
                + title("bone-matrix", Tasks.get("bone-matrix").referenceRole())
                + "'); setSlice(nSlices / 2); makeOval(getWidth() / 3, getHeight() / 3, 40, 40);"
                + TaskMacrosTest.run("bone-matrix", "roislices=all")
                + "print(getResult('Lesion mm3', 0));");

    assertThat(outcome.failures()).isEmpty();
    assertThat(ResultsTable.getResultsTable().getValue("Lesion mm3", 0)).isPositive();
  }

  @Test
  void everyLesionIsARowAndThePatientOneMore() {
    TaskPhantoms phantoms = TaskPhantoms.of("brain-metastasis");
    String reference = title("brain-metastasis", Tasks.get("brain-metastasis").referenceRole());
    String lesions =
        "selectImage('"
            + reference
            + "'); w = getWidth(); h = getHeight();"
            + "setSlice(8); makeOval(w / 3, h / 3, 12, 12); Overlay.addSelection; Overlay.setPosition(8);"
            + "setSlice(12); makeOval(w / 2, h / 2, 10, 10); Overlay.addSelection; Overlay.setPosition(12);"
            + "run('Select None');";
    String options =
        titles("brain-metastasis").replaceAll("mask=\\[[^]]*]", "roi=overlay lesions=each");

    Macros.Outcome outcome =
        Macros.run(
            open("brain-metastasis") + lesions + TaskMacrosTest.run("brain-metastasis", options));

    assertThat(outcome.failures()).isEmpty();
    ResultsTable table = ResultsTable.getResultsTable();
    assertThat(table.size()).isEqualTo(3);
    assertThat(table.getStringValue("Lesion", 2)).isEqualTo("patient (mean of 2 lesions)");
    for (ClassLabel label : Tasks.get("brain-metastasis").classes()) {
      String column = "p_" + label.key();
      assertThat(table.getValue(column, 2))
          .isEqualTo((table.getValue(column, 0) + table.getValue(column, 1)) / 2);
    }
    assertThat(HeatMaps.of(WindowManager.getImage(reference)).orElseThrow().subjects()).hasSize(2);
    assertThat(phantoms.folder()).isDirectory();
  }

  /** Lines that open the images of a task's first case, and its mask. */
  static String open(String taskKey) {
    TaskPhantoms phantoms = TaskPhantoms.of(taskKey);
    StringBuilder lines =
        new StringBuilder(
            "run('Open Volume...', 'path=[" + phantoms.mask(0) + "]'); rename('the mask');");
    List<ImageRole> roles = new ArrayList<>(Tasks.get(taskKey).roles());
    java.util.Collections.reverse(roles);
    for (ImageRole role : roles) {
      lines
          .append("run('Open Volume...', 'path=[")
          .append(phantoms.image(0, role))
          .append("]'); rename('")
          .append(title(taskKey, role))
          .append("');");
    }
    return lines.toString();
  }

  static String title(String taskKey, ImageRole role) {
    return "case 1 " + TaskOptions.of(role) + " of " + taskKey;
  }

  /** Options that name the images of {@link #open}; the rest as in the files. */
  private static String titles(String taskKey) {
    TaskPhantoms phantoms = TaskPhantoms.of(taskKey);
    StringBuilder options = new StringBuilder();
    for (ImageRole role : Tasks.get(taskKey).roles()) {
      options.append(TaskOptions.of(role)).append("=[").append(title(taskKey, role)).append("] ");
    }
    return options + phantoms.rest(0).replaceAll("mask=\\[[^]]*]", "mask=[the mask]");
  }

  /** All numbers of a row. */
  private static List<Double> numbers(String taskKey, int row) {
    ResultsTable table = ResultsTable.getResultsTable();
    List<Double> numbers = new ArrayList<>();
    for (ClassLabel label : Tasks.get(taskKey).classes()) {
      numbers.add(table.getValue("p_" + label.key(), row));
    }
    for (String column :
        List.of(
            "Lesion mm3", "Lesion x", "Lesion y", "Lesion z", "ROI heat share", "ROI mean heat")) {
      numbers.add(table.getValue(column, row));
    }
    return numbers;
  }
}
