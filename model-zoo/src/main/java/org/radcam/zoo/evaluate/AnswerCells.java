package org.radcam.zoo.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.radcam.UserException;
import org.radcam.stats.Predictions;

/**
 * Reads what a row says of its case: the probabilities of all classes, or a class, or both.
 *
 * @param classes of the tables
 */
record AnswerCells(List<String> classes) {
  /** Columns of probabilities begin with it. */
  static final String PROBABILITY = "p_";

  /**
   * The answer of a row.
   *
   * @throws UserException if there is none, or a probability is none, or their sum is not 1
   */
  PredictedCase read(CsvTable table, CsvTable.Row row, String id, String patient, int label) {
    List<String> cells = classes.stream().map(key -> table.cell(row, PROBABILITY + key)).toList();
    long given = cells.stream().filter(cell -> !cell.isEmpty()).count();
    String named = table.cell(row, "predicted");
    if (given == 0) {
      if (named.isEmpty()) {
        throw table.wrong(row, "there are neither probabilities nor a predicted class.");
      }
      return new PredictedCase(
          id, patient, label, Optional.empty(), index(table, row, named), table.place(row));
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
    int predicted = named.isEmpty() ? most : index(table, row, named);
    // Rounded probabilities can tie: then what was named is one of the most probable ones.
    return new PredictedCase(
        id, patient, label, Optional.of(probabilities), predicted, table.place(row));
  }

  /** Whether another class than the most probable one is named. */
  static boolean thresholded(PredictedCase one) {
    return one.probabilities().isPresent()
        && one.probabilities().get()[one.predicted()]
            < one.probabilities().get()[mostProbable(one.probabilities().get())];
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

  /**
   * A class by its number.
   *
   * @throws UserException if the word is no class
   */
  int index(CsvTable table, CsvTable.Row row, String word) {
    int index = classes.indexOf(word);
    if (index < 0) {
      throw table.wrong(
          row, "'" + word + "' is no class. The classes are: " + String.join(", ", classes) + ".");
    }
    return index;
  }
}
