package org.radcam.zoo.evaluate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;

/**
 * The true classes of cases in a file of their own: columns {@code case} and {@code label}, and
 * perhaps {@code lesion}, {@code patient} and {@code split}. Joined to predictions by case and
 * lesion; the same as in the predictions where both say something.
 */
final class CaseLabels {
  /** What is known of a case; empty where the file does not say. */
  record Known(String label, String patient, String split) {}

  private final String name;
  private final Map<String, Known> known = new HashMap<>();

  private CaseLabels(String name) {
    this.name = name;
  }

  /**
   * Reads the file.
   *
   * @throws UserException if columns are missing, or a case is there twice
   */
  static CaseLabels read(Path file) {
    CsvTable table = CsvTable.read(file);
    for (String column : new String[] {"case", "label"}) {
      if (!table.has(column)) {
        throw new UserException(
            "'"
                + table.name()
                + "' has no column '"
                + column
                + "': it must name cases and labels.");
      }
    }
    CaseLabels labels = new CaseLabels(table.name());
    for (CsvTable.Row row : table.rows()) {
      Known one =
          new Known(table.cell(row, "label"), table.cell(row, "patient"), table.cell(row, "split"));
      if (one.label().isEmpty()) {
        throw table.wrong(row, "the case has no label.");
      }
      if (labels.known.put(id(table, row), one) != null) {
        throw table.wrong(row, "the case is there twice.");
      }
    }
    return labels;
  }

  /** What a row is about: its case, or the lesion of its case. */
  static String id(CsvTable table, CsvTable.Row row) {
    String id = table.cell(row, "case");
    if (id.isEmpty()) {
      throw table.wrong(row, "the column 'case' is empty.");
    }
    String lesion = table.cell(row, "lesion");
    return lesion.isEmpty() ? id : id + "/" + lesion;
  }

  Optional<Known> of(String id) {
    return Optional.ofNullable(known.get(id));
  }

  String name() {
    return name;
  }
}
