package org.radcam.zoo.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.radcam.UserException;

/**
 * The classes that tables are about: those of the columns of probabilities, in the order of the
 * first table that has any; without these, all words that are labels or predictions.
 */
final class ClassNames {
  private ClassNames() {}

  /**
   * The classes.
   *
   * @throws UserException if tables are of different ones, or there are fewer than two
   */
  static List<String> of(List<CsvTable> tables, Optional<CaseLabels> labels) {
    List<String> classes = List.of();
    String first = "";
    for (CsvTable table : tables) {
      List<String> here =
          table.columns().stream()
              .filter(column -> column.startsWith(AnswerCells.PROBABILITY) && !column.contains("."))
              .map(column -> column.substring(AnswerCells.PROBABILITY.length()))
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
}
