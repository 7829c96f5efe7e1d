package org.radcam.fiji.result;

import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextWindow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.radcam.UserException;
import org.radcam.fiji.options.EvaluationOptions;
import org.radcam.zoo.evaluate.CsvTable;

/**
 * Rows of an open table, such as the Results table or the {@code results.csv} that a batch has
 * opened, as a table of predictions. Of the rows that our commands write:
 *
 * <ul>
 *   <li>the case is the image (ImageJ's row label), with its slice where several rows are of one
 *       image, or with its lesion; a column {@code case} goes first;
 *   <li>the patient is the image, so that slices and lesions of one image do not pass for
 *       independent ones; a column {@code patient} goes first;
 *   <li>a row with an error is a case without an answer;
 *   <li>the row of all lesions of a patient together is passed over.
 * </ul>
 */
public final class PredictedRows {
  private static final String PROBABILITY = "p_";
  private static final String LESION = "Lesion";
  private static final String SLICE = "Slice";

  /** Of a manifest that says it, and so of its batch's table. */
  private static final String BATCH_LABEL = "label";

  private final ResultsTable table;
  private final String title;
  private final String truth;

  /** How many rows are of an image. */
  private final Map<String, Integer> rowsOf = new HashMap<>();

  private PredictedRows(ResultsTable table, String title, String truth) {
    this.table = table;
    this.title = title;
    this.truth = truth;
    for (int row = 0; row < table.size(); row++) {
      rowsOf.merge(String.valueOf(table.getLabel(row)), 1, Integer::sum);
    }
  }

  /**
   * An open table.
   *
   * @param title of its window; "Results" also without a screen
   * @param truth the column of true classes
   * @param labelled whether the true classes are in a file, so that the column may be absent
   * @throws UserException if there is no such table, it is empty, or has no such column
   */
  public static CsvTable of(String title, String truth, boolean labelled) {
    ResultsTable table = open(title);
    if (table.size() == 0) {
      throw new UserException(
          "The table '"
              + title
              + "' is empty. Classify images first, or name a file of predictions (option file).");
    }
    if (!table.columnExists(truth) && !labelled) {
      throw new UserException(
          "The table '"
              + title
              + "' has no column '"
              + truth
              + "': add one with the true classes (option label names it), or name a file of"
              + " labels.");
    }
    return new PredictedRows(table, title, truth).rows();
  }

  /** Titles of the tables that are open on the screen, ImageJ's own first. */
  public static List<String> openTables() {
    List<String> titles = new ArrayList<>(windows().map(TextWindow::getTitle).distinct().toList());
    if (titles.remove(EvaluationOptions.RESULTS)) {
      titles.add(0, EvaluationOptions.RESULTS);
    }
    return titles;
  }

  /**
   * What the column of true classes can be chosen from: all columns but probabilities, the most
   * likely one first; that is nothing where the table has neither the usual column nor a batch's.
   *
   * @throws UserException if there is no such table
   */
  public static List<String> columnsOfTruth(String title) {
    List<String> columns =
        new ArrayList<>(
            Stream.of(open(title).getHeadings())
                .filter(column -> !column.startsWith(PROBABILITY) && !column.equals("Label"))
                .toList());
    String likely =
        Stream.of(EvaluationOptions.LABEL, BATCH_LABEL)
            .filter(columns::contains)
            .findFirst()
            .orElse("");
    columns.remove(likely);
    columns.add(0, likely);
    return columns;
  }

  private static ResultsTable open(String title) {
    if (title.equals(EvaluationOptions.RESULTS)) {
      return ResultsTable.getResultsTable();
    }
    return windows()
        .filter(window -> title.equals(window.getTitle()))
        .map(TextWindow::getResultsTable)
        .findFirst()
        .orElseThrow(
            () -> new UserException("There is no open table '" + title + "' (option table)."));
  }

  private static Stream<TextWindow> windows() {
    return Stream.of(WindowManager.getNonImageWindows())
        .filter(TextWindow.class::isInstance)
        .map(TextWindow.class::cast)
        .filter(window -> window.getResultsTable() != null);
  }

  private CsvTable rows() {
    List<String> classes = new ArrayList<>();
    for (String heading : table.getHeadings()) {
      if (heading.startsWith(PROBABILITY)) {
        classes.add(heading);
      }
    }
    List<String> columns =
        new ArrayList<>(
            List.of(
                "case",
                "patient",
                "label",
                "split",
                "model",
                "predicted",
                "status",
                "lesion",
                "reader",
                "condition"));
    columns.addAll(classes);
    List<CsvTable.Row> rows = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      if (!cell(LESION, row).startsWith("patient (")) {
        rows.add(new CsvTable.Row(row + 1L, cells(row, classes)));
      }
    }
    return new CsvTable(title, columns, rows);
  }

  private List<String> cells(int row, List<String> classes) {
    String image = Optional.ofNullable(table.getLabel(row)).orElse("");
    String lesion = cell(LESION, row);
    String own = cell("case", row);
    boolean several = lesion.isEmpty() && rowsOf.getOrDefault(image, 0) > 1;
    String slice = several ? cell(SLICE, row) : "";
    String patient = cell("patient", row);
    List<String> cells = new ArrayList<>();
    cells.add(!own.isEmpty() ? own : slice.isEmpty() ? image : image + " slice " + slice);
    cells.add(!patient.isEmpty() ? patient : own.isEmpty() ? image : "");
    cells.add(cell(truth, row));
    cells.add(cell("split", row));
    cells.add(either("Model", "model", row));
    cells.add(either("Predicted", "predicted", row));
    cells.add(either("Error", "error", row).isEmpty() ? "" : "failed");
    cells.add(lesion);
    cells.add(cell("reader", row));
    cells.add(cell("condition", row));
    for (String column : classes) {
      // All digits, not those that are shown.
      double value = table.getValue(column, row);
      cells.add(Double.isNaN(value) ? cell(column, row) : Double.toString(value));
    }
    return cells;
  }

  /** A column of ours, or of a batch's table. */
  private String either(String ours, String batch, int row) {
    String text = cell(ours, row);
    return text.isEmpty() ? cell(batch, row) : text;
  }

  /** Empty where the table has no such column, or the row nothing in it. */
  private String cell(String column, int row) {
    if (!table.columnExists(column)) {
      return "";
    }
    String text = table.getStringValue(column, row);
    boolean none = text == null || (text.equals("NaN") && !column.startsWith(PROBABILITY));
    return none ? "" : text.strip();
  }
}
