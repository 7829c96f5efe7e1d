package org.radcam.zoo.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.radcam.stats.OneVsRestAuc;
import org.radcam.stats.Predictions;
import org.radcam.task.Branch;
import org.radcam.task.CascadeStage;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;
import org.radcam.zoo.evaluate.CsvTable;
import org.radcam.zoo.train.Split;

/**
 * What a trained candidate answers for validation and held-out patients, as it was written by the
 * training: digits are not touched. A candidate whose second level tried several classifiers is
 * several models.
 */
final class CandidateTable {
  /** Every classifier that was tried. */
  private static final String CLASSIFIERS = "classifier-predictions.csv";

  /** What the package answers. */
  private static final String PACKAGE = "package-predictions.csv";

  private final Task task;

  /** By the name of the model. */
  private final Map<String, List<Row>> models;

  /**
   * A row.
   *
   * @param cells by column
   */
  record Row(Map<String, String> cells) {
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  private CandidateTable(Task task, Map<String, List<Row>> models) {
    this.task = task;
    this.models = models;
  }

  /**
   * Reads.
   *
   * @param folder of the candidate's training
   * @param name of the candidate
   */
  static CandidateTable read(Path folder, String name, Task task) {
    Path all = folder.resolve("training").resolve(CLASSIFIERS);
    boolean several = Files.exists(all);
    CsvTable table = CsvTable.read(several ? all : folder.resolve("training").resolve(PACKAGE));
    Map<String, List<Row>> models = new LinkedHashMap<>();
    for (CsvTable.Row row : table.rows()) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int n = 0; n < table.columns().size(); n++) {
        cells.put(table.columns().get(n), row.cells().get(n));
      }
      String model = several ? name + ", " + cells.get("model") : name;
      models.computeIfAbsent(model, any -> new ArrayList<>()).add(new Row(cells));
    }
    return new CandidateTable(task, models);
  }

  /** Names of the models and their rows. */
  Map<String, List<Row>> models() {
    return models;
  }

  /** The model with the largest area, and that area; of equal ones the first. */
  Map.Entry<String, Double> best() {
    Map.Entry<String, Double> best = null;
    for (Map.Entry<String, Double> one : validationAreas().entrySet()) {
      if (best == null || one.getValue() > best.getValue()) {
        best = one;
      }
    }
    return best;
  }

  /** Mean area under the ROC curve of the classes, for validation patients, of each model. */
  Map<String, Double> validationAreas() {
    List<String> classes = task.classes().stream().map(ClassLabel::key).toList();
    Map<String, Double> areas = new LinkedHashMap<>();
    models.forEach(
        (model, rows) ->
            areas.put(model, area(classes, "p_", validation(rows), row -> row.cell("label"))));
    return areas;
  }

  /** The same of a stage of a cascade, for the validation patients that it is about. */
  double validationArea(CascadeStage stage) {
    List<Row> rows = validation(models.values().iterator().next());
    return area(
        stage.branches().stream().map(Branch::key).toList(),
        "p_" + stage.key() + ".",
        rows.stream().filter(row -> branch(row, stage).isPresent()).toList(),
        row -> branch(row, stage).orElseThrow());
  }

  /** The branch of a case's class; empty where the stage is not about it. */
  static Optional<String> branch(Row row, CascadeStage stage) {
    return stage.branches().stream()
        .filter(branch -> branch.classes().contains(row.cell("label")))
        .map(Branch::key)
        .findFirst();
  }

  private static List<Row> validation(List<Row> rows) {
    return rows.stream().filter(row -> row.cell("split").equals(Split.VALIDATION.key())).toList();
  }

  private static double area(
      List<String> classes, String prefix, List<Row> rows, Function<Row, String> label) {
    int[] labels = rows.stream().mapToInt(row -> classes.indexOf(label.apply(row))).toArray();
    double[][] probabilities =
        rows.stream()
            .map(
                row ->
                    classes.stream()
                        .mapToDouble(key -> Double.parseDouble(row.cell(prefix + key)))
                        .toArray())
            .toArray(double[][]::new);
    List<String> patients = rows.stream().map(row -> row.cell("patient")).toList();
    OneVsRestAuc areas =
        new OneVsRestAuc(new Predictions(classes, patients, labels, probabilities));
    return areas.macro(areas.once());
  }
}
