package org.radcam.batch;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.radcam.classify.AnswerJson;
import org.radcam.classify.LesionAnswer;
import org.radcam.classify.PatientSummary;
import org.radcam.classify.PatientSummary.BranchMean;
import org.radcam.classify.PatientSummary.ClassMean;
import org.radcam.classify.PatientSummary.StageMean;
import org.radcam.io.AtomicFiles;
import org.radcam.model.ModelCard;
import org.radcam.task.ClassLabel;

/**
 * The file {@code patients.csv}: one row for each patient with several rows in the table of
 * results, with the {@link PatientSummary} of those that have an answer. There is no file where
 * there is no such patient.
 */
final class PatientTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private final Path output;
  private final ModelCard card;

  PatientTable(Path output, ModelCard card) {
    this.output = output;
    this.card = card;
  }

  /** Writes the patients of these rows, in the order of their first ones. */
  Optional<Path> write(List<BatchRow> rows) throws IOException {
    Map<String, List<BatchRow>> patients = new LinkedHashMap<>();
    for (BatchRow row : rows) {
      if (!CaseColumns.patient(row).isEmpty()) {
        patients.computeIfAbsent(CaseColumns.patient(row), key -> new ArrayList<>()).add(row);
      }
    }
    patients.values().removeIf(own -> own.size() < 2);
    Path file = output.resolve("patients.csv");
    if (patients.isEmpty()) {
      Files.deleteIfExists(file);
      return Optional.empty();
    }
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      List<String> header = header();
      printer.printRecord(header);
      for (Map.Entry<String, List<BatchRow>> patient : patients.entrySet()) {
        List<String> cells = cells(patient.getKey(), patient.getValue());
        while (cells.size() < header.size()) {
          cells.add("");
        }
        printer.printRecord(cells);
      }
    }
    AtomicFiles.writeString(file, text.toString());
    return Optional.of(file);
  }

  private List<String> header() {
    List<String> header =
        new ArrayList<>(
            List.of("patient", "task", "model", "label", "lesions", "failed", "predicted"));
    for (ClassLabel label : card.task().classes()) {
      header.add("p_" + label.key());
    }
    for (ClassLabel label : card.task().classes()) {
      header.add("votes_" + label.key());
    }
    header.add("agreement");
    header.addAll(CaseColumns.stageNames(card));
    return header;
  }

  private List<String> cells(String patient, List<BatchRow> rows) throws IOException {
    List<LesionAnswer> answers = new ArrayList<>();
    for (BatchRow row : rows) {
      if (row.isOk()) {
        answers.add(AnswerJson.read(new CaseFolder(output, row.folder()).result(), card.task()));
      }
    }
    List<String> cells =
        new ArrayList<>(
            List.of(
                patient,
                card.task().key(),
                card.id(),
                label(rows),
                String.valueOf(answers.size()),
                String.valueOf(rows.size() - answers.size())));
    if (!answers.isEmpty()) {
      PatientSummary summary = PatientSummary.ofAnswers(answers);
      cells.add(summary.predicted().label().key());
      for (ClassMean mean : summary.classes()) {
        cells.add(BatchTable.number(mean.probability(), 6));
      }
      for (ClassMean mean : summary.classes()) {
        cells.add(String.valueOf(mean.votes()));
      }
      cells.add(BatchTable.number(summary.agreement(), 6));
      for (StageMean stage : summary.stages()) {
        for (BranchMean mean : stage.branches()) {
          cells.add(BatchTable.number(mean.probability(), 6));
        }
      }
    }
    return cells;
  }

  /** The label of all rows; empty where they differ. */
  private static String label(List<BatchRow> rows) {
    String first = CaseColumns.label(rows.get(0));
    return rows.stream().allMatch(row -> CaseColumns.label(row).equals(first)) ? first : "";
  }
}
