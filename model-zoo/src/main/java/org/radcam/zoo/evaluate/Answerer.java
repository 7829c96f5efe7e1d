package org.radcam.zoo.evaluate;

import java.util.Optional;
import org.radcam.UserException;

/**
 * Who answered a row of a table:
 *
 * <ul>
 *   <li>who the column {@code reader} names, a person;
 *   <li>else who the column {@code model} names, or else the file's name: a person where there is a
 *       {@code condition}, {@code without} or {@code with} (or {@code unaided} or {@code aided}).
 * </ul>
 *
 * @param name of the model, or of the reader with the condition
 * @param reading empty where nothing says that it is a person
 */
record Answerer(String name, Optional<Reading> reading) {
  /**
   * The answerer of a row.
   *
   * @throws UserException if both a model and a reader are named, or the condition is none
   */
  static Answerer of(CsvTable table, CsvTable.Row row) {
    String model = table.cell(row, "model");
    String reader = table.cell(row, "reader");
    String word = table.cell(row, "condition");
    if (!reader.isEmpty() && !model.isEmpty()) {
      throw table.wrong(
          row,
          "the columns 'model' and 'reader' both say who answered. Leave one of them empty; what"
              + " readers saw is said by the column 'condition'.");
    }
    Optional<ReadingCondition> condition = ReadingCondition.of(word);
    if (condition.isEmpty() && !word.isEmpty()) {
      throw table.wrong(
          row,
          "the condition '"
              + word
              + "' is neither 'without' nor 'with' (nor 'unaided', nor 'aided') the model. Rename"
              + " the column 'condition' if it is about something else.");
    }
    String who =
        !reader.isEmpty()
            ? reader
            : !model.isEmpty() ? model : table.name().replaceFirst("\\.[^.]+$", "");
    if (reader.isEmpty() && condition.isEmpty()) {
      return new Answerer(who, Optional.empty());
    }
    Reading reading = new Reading(who, condition);
    return new Answerer(reading.name(), Optional.of(reading));
  }

  /** The model's or reader's own name, whatever the condition. */
  String who() {
    return reading.map(Reading::reader).orElse(name);
  }

  /** Whether it is said what the reader saw. */
  boolean conditioned() {
    return reading.flatMap(Reading::condition).isPresent();
  }
}
