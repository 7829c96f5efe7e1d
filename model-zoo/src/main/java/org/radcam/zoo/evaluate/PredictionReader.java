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
import java.util.TreeSet;
import java.util.stream.Collectors;
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
  private static final String PROBABILITY = "p_";

  /** The fold of patients whom training kept for a test of its final networks. */
  private static final String FINAL = "final";

  private final Optional<CaseLabels> labels;
  private final List<String> classes;

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
    PredictionReader reader = new PredictionReader(known, classes(tables, known));
    for (CsvTable table : tables) {
      reader.add(table);
    }
    return reader.finish();
  }

  /** The classes: those of the probabilities, or all words that are labels or predictions. */
  private static List<String> classes(List<CsvTable> tables, Optional<CaseLabels> labels) {
    List<String> classes = List.of();
    String first = "";
    for (CsvTable table : tables) {
      List<String> here =
          table.columns().stream()
              .filter(column -> column.startsWith(PROBABILITY) && !column.contains("."))
              .map(column -> column.substring(PROBABILITY.length()))
              .toList();
      if (here.isEmpty()) {
        continue;
      }
      if (!classes.isEmpty() && !new TreeSet<>(classes).equals(new TreeSet<>(here))) {
        throw new UserException(
            "The files are of different classes: '"
                + first
                + "' has "
                + String.join(", ", classes)
                + "; '"
                + table.name()
                + "' has "
                + String.join(", ", here)
                + ".");
      }
      if (classes.isEmpty()) {
        classes = here;
        first = table.name();
      }
    }
    if (classes.isEmpty()) {
      TreeSet<String> words = new TreeSet<>();
      for (CsvTable table : tables) {
        for (CsvTable.Row row : table.rows()) {
          words.add(table.cell(row, "predicted"));
          words.add(table.cell(row, "label"));
          labels
              .flatMap(known -> known.of(CaseLabels.id(table, row)))
              .ifPresent(known -> words.add(known.label()));
        }
      }
      words.remove("");
      classes = List.copyOf(words);
    }
    if (classes.size() < 2) {
      throw new UserException(
          "Probabilities of two classes or more are needed (columns p_<class>), or a column"
              + " 'predicted' with two classes or more.");
    }
    return classes;
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
        answer(table, row, id, patient.isEmpty() ? id : patient, classIndex(table, row, label));
    if (one.probabilities().isPresent() && one.predicted() != mostProbable(one)) {
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

  private PredictedCase answer(
      CsvTable table, CsvTable.Row row, String id, String patient, int label) {
    List<String> cells = classes.stream().map(key -> table.cell(row, PROBABILITY + key)).toList();
    long given = cells.stream().filter(cell -> !cell.isEmpty()).count();
    String named = table.cell(row, "predicted");
    if (given == 0) {
      if (named.isEmpty()) {
        throw table.wrong(row, "there are neither probabilities nor a predicted class.");
      }
      return new PredictedCase(
          id, patient, label, Optional.empty(), classIndex(table, row, named), table.place(row));
    }
    double[] probabilities = new double[cells.size()];
    double sum = 0;
    for (int n = 0; n < probabilities.length; n++) {
      probabilities[n] = probability(table, row, classes.get(n), cells.get(n));
      sum += probabilities[n];
    }
    if (Math.abs(sum - 1) > Predictions.sumTolerance(classes.size())) {
      throw table.wrong(
          row,
          "the probabilities sum to "
              + (float) sum
              + ", not to 1. They are taken from the columns "
              + classes.stream().map(PROBABILITY::concat).collect(Collectors.joining(", "))
              + ": rename one that is of no class.");
    }
    int most = mostProbable(probabilities);
    int predicted = named.isEmpty() ? most : classIndex(table, row, named);
    // Rounded probabilities can tie: then what was named is one of the most probable ones.
    return new PredictedCase(
        id, patient, label, Optional.of(probabilities), predicted, table.place(row));
  }

  private static int mostProbable(PredictedCase one) {
    double[] p = one.probabilities().orElseThrow();
    int most = mostProbable(p);
    return p[one.predicted()] == p[most] ? one.predicted() : most;
  }

  private static int mostProbable(double[] probabilities) {
    int most = 0;
    for (int n = 1; n < probabilities.length; n++) {
      most = probabilities[n] > probabilities[most] ? n : most;
    }
    return most;
  }

  private static double probability(CsvTable table, CsvTable.Row row, String key, String cell) {
    if (cell.isEmpty()) {
      throw table.wrong(row, "p_" + key + " is empty, but other classes have probabilities.");
    }
    double value;
    try {
      value = Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new UserException(
          table.wrong(row, "p_" + key + " is '" + cell + "', which is no number.").getMessage()
              + (cell.contains(",") ? " Write decimals with a point." : ""),
          e);
    }
    if (!(value >= 0 && value <= 1)) {
      throw table.wrong(row, "p_" + key + " is " + cell + ", which is no probability from 0 to 1.");
    }
    return value;
  }

  private int classIndex(CsvTable table, CsvTable.Row row, String word) {
    int index = classes.indexOf(word);
    if (index < 0) {
      throw table.wrong(
          row, "'" + word + "' is no class. The classes are: " + String.join(", ", classes) + ".");
    }
    return index;
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
