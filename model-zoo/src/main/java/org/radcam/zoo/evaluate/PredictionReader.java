package org.radcam.zoo.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.stats.Predictions;

/**
 * Reads tables of predictions, one row a case and a model or reader.
 *
 * <p>Columns; others are passed over:
 *
 * <ul>
 *   <li>{@code case}: its name; with {@code lesion}, each lesion is a case of its own.
 *   <li>{@code label}: its true class; or in a file of labels ({@link CaseLabels}).
 *   <li>{@code patient}: whose case it is; where it is absent, every case is a patient.
 *   <li>{@code split}: for example {@code validation}, {@code test}, {@code external}; where it is
 *       absent, what training's column {@code fold} says ({@code test} where it is {@code final},
 *       else {@code cross-validation}), and without one {@code all}.
 *   <li>{@code model}: the model or reader; where it is absent, the file's name. A person may be
 *       named in {@code reader} instead, and what he or she saw in {@code condition} ({@link
 *       Answerer}).
 *   <li>{@code p_<class>} for every class, or {@code predicted} for who names a class only. Where
 *       both are there, the class that is named counts, as after a threshold. A column {@code
 *       p_<stage>.<branch>} is a stage's and passed over.
 *   <li>{@code status}: rows that say {@code failed} have no answer; they are counted.
 * </ul>
 *
 * <p>Refused, with the row:
 *
 * <ul>
 *   <li>a probability that is none (NaN, beyond 0 to 1), or that of some classes only; a sum
 *       farther than {@link Predictions#sumTolerance} from 1;
 *   <li>a label or a prediction that is no class; neither probabilities nor a prediction;
 *   <li>a case that one model answers twice in one split; a patient in two splits;
 *   <li>a model with probabilities for some cases only; a reader with a condition for some only;
 *   <li>a row of both a model and a reader; a condition that is none;
 *   <li>a split with cases of one class only.
 * </ul>
 */
public final class PredictionReader {
  /** The fold of patients whom training kept for a test of its final networks. */
  private static final String FINAL = "final";

  private final Optional<CaseLabels> labels;
  private final List<String> classes;
  private final AnswerCells answers;

  /** By model or reader in a condition, then by split. */
  private final Map<String, Map<String, Collected>> collected = new LinkedHashMap<>();

  /** The first row of each who answered, which says whether there are conditions. */
  private final Map<String, First> first = new HashMap<>();

  private record First(boolean conditioned, String row) {}

  private static final class Collected {
    final Map<String, PredictedCase> cases = new LinkedHashMap<>();
    final Optional<Reading> reading;
    int unanswered;
    int thresholded;

    Collected(Optional<Reading> reading) {
      this.reading = reading;
    }
  }

  /** Which split a model's patients are in, with the row that said so. */
  private record Seen(String split, String row) {}

  private final Map<String, Map<String, Seen>> patients = new HashMap<>();

  private PredictionReader(Optional<CaseLabels> labels, List<String> classes) {
    this.labels = labels;
    this.classes = classes;
    this.answers = new AnswerCells(classes);
  }

  /**
   * Reads files.
   *
   * @param files at least one; of the same classes
   * @param labels a file of labels, where the tables have none
   * @return by model, in the order in which the files name them, then by split
   * @throws UserException as listed above
   */
  public static List<ModelPredictions> read(List<Path> files, Optional<Path> labels) {
    return of(files.stream().map(CsvTable::read).toList(), labels);
  }

  /**
   * The same of tables that are no files.
   *
   * @throws UserException as listed above
   */
  public static List<ModelPredictions> of(List<CsvTable> tables, Optional<Path> labels) {
    Optional<CaseLabels> known = labels.map(CaseLabels::read);
    PredictionReader reader = new PredictionReader(known, ClassNames.of(tables, known));
    for (CsvTable table : tables) {
      reader.add(table);
    }
    return reader.finish();
  }

  private void add(CsvTable table) {
    if (!table.has("case")) {
      throw new UserException(
          "'" + table.name() + "' has no column 'case'. Its columns are: " + columns(table) + ".");
    }
    if (!table.has("label") && labels.isEmpty()) {
      throw new UserException(
          "'"
              + table.name()
              + "' has no column 'label', and no file of labels was given (--labels).");
    }
    for (CsvTable.Row row : table.rows()) {
      add(table, row);
    }
  }

  private static String columns(CsvTable table) {
    return String.join(", ", table.columns().stream().limit(20).toList());
  }

  private void add(CsvTable table, CsvTable.Row row) {
    String id = CaseLabels.id(table, row);
    Optional<CaseLabels.Known> known = labels.flatMap(file -> file.of(id));
    String label =
        agreed(table, row, "label", known.map(CaseLabels.Known::label).orElse("")).strip();
    String patient = agreed(table, row, "patient", known.map(CaseLabels.Known::patient).orElse(""));
    String split = agreed(table, row, "split", known.map(CaseLabels.Known::split).orElse(""));
    if (split.isEmpty()) {
      split =
          !table.has("fold")
              ? "all"
              : table.cell(row, "fold").equals(FINAL) ? "test" : "cross-validation";
    }
    Answerer answerer = Answerer.of(table, row);
    checkCondition(table, row, answerer);
    String model = answerer.name();
    if (label.isEmpty()) {
      throw table.wrong(
          row,
          labels.isPresent()
              ? "the case has no label here, nor in '" + labels.get().name() + "'."
              : "the case has no label.");
    }
    Collected target =
        collected
            .computeIfAbsent(model, key -> new LinkedHashMap<>())
            .computeIfAbsent(split, key -> new Collected(answerer.reading()));
    if (!target.reading.equals(answerer.reading())) {
      throw table.wrong(
          row, "'" + model + "' is called a reader in some rows, and a model in others.");
    }
    if (table.cell(row, "status").toLowerCase(Locale.ROOT).equals("failed")) {
      target.unanswered++;
      return;
    }
    PredictedCase one =
        answers.read(
            table, row, id, patient.isEmpty() ? id : patient, answers.index(table, row, label));
    if (AnswerCells.thresholded(one)) {
      target.thresholded++;
    }
    PredictedCase twice = target.cases.put(id, one);
    if (twice != null) {
      throw table.wrong(
          row,
          "the case was already answered by '"
              + model
              + "' in this split, in "
              + twice.row()
              + ".");
    }
    checkSplit(table, row, model, one.patient(), split);
  }

  /** A cell, or what the file of labels says; both must say the same. */
  private String agreed(CsvTable table, CsvTable.Row row, String column, String known) {
    String here = table.cell(row, column);
    if (!here.isEmpty() && !known.isEmpty() && !here.equals(known)) {
      throw table.wrong(
          row,
          "the column '"
              + column
              + "' says something else than '"
              + labels.orElseThrow().name()
              + "' does of this case.");
    }
    return here.isEmpty() ? known : here;
  }

  private void checkCondition(CsvTable table, CsvTable.Row row, Answerer answerer) {
    First before =
        first.putIfAbsent(answerer.who(), new First(answerer.conditioned(), table.place(row)));
    if (before != null && before.conditioned() != answerer.conditioned()) {
      throw table.wrong(
          row,
          "'"
              + answerer.who()
              + "' has "
              + (answerer.conditioned() ? "a" : "no")
              + " condition here, but "
              + (before.conditioned() ? "one" : "none")
              + " in "
              + before.row()
              + ": say of every reading whether it was 'without' or 'with' the model.");
    }
  }

  private void checkSplit(
      CsvTable table, CsvTable.Row row, String model, String patient, String split) {
    Map<String, Seen> seen = patients.computeIfAbsent(model, key -> new HashMap<>());
    Seen before = seen.putIfAbsent(patient, new Seen(split, table.place(row)));
    if (before != null && !before.split().equals(split)) {
      throw table.wrong(
          row,
          "the patient is in split '"
              + split
              + "' here and in '"
              + before.split()
              + "' in "
              + before.row()
              + ": figures of a split would not be of new patients.");
    }
  }

  private List<ModelPredictions> finish() {
    List<ModelPredictions> all = new ArrayList<>();
    collected.forEach(
        (model, splits) -> splits.forEach((split, found) -> all.add(checked(model, split, found))));
    return all;
  }

  private ModelPredictions checked(String model, String split, Collected found) {
    String where = "Model '" + model + "', split '" + split + "': ";
    List<PredictedCase> cases =
        found.cases.values().stream().sorted(Comparator.comparing(PredictedCase::id)).toList();
    if (cases.isEmpty()) {
      throw new UserException(where + "none of its cases has an answer.");
    }
    boolean with = cases.get(0).probabilities().isPresent();
    for (PredictedCase one : cases) {
      if (one.probabilities().isPresent() != with) {
        throw new UserException(
            where
                + (with ? one : cases.get(0)).row()
                + " has a predicted class only, where other cases have probabilities.");
      }
    }
    if (cases.stream().mapToInt(PredictedCase::label).distinct().count() < 2) {
      throw new UserException(
          where
              + "all "
              + cases.size()
              + " cases are of the class '"
              + classes.get(cases.get(0).label())
              + "'. Cases of two classes or more are needed to tell how well they are told apart.");
    }
    return new ModelPredictions(
        model, split, classes, cases, found.unanswered, found.thresholded, found.reading);
  }
}
