package org.radcam.batch;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
 * The file {@code patients.csv}: one row for each patient with several rows of one model in the
 * table of results, with the {@link PatientSummary} of those that have an answer. There is no file
 * where there is no such patient.
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
    Map<List<String>, List<BatchRow>> patients = new LinkedHashMap<>();
    for (BatchRow row : rows) {
      if (!CaseColumns.patient(row).isEmpty()) {
        List<String> key = List.of(CaseColumns.patient(row), row.model());
        patients.computeIfAbsent(key, own -> new ArrayList<>()).add(row);
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
      for (List<BatchRow> patient : patients.values()) {
        List<String> cells = cells(patient);
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

  private List<String> cells(List<BatchRow> rows) throws IOException {
    List<LesionAnswer> answers = new ArrayList<>();
    for (BatchRow row : rows) {
      if (row.isOk()) {
        answers.add(AnswerJson.read(new CaseFolder(output, row.folder()).result(), card.task()));
      }
    }
    List<String> cells =
        new ArrayList<>(
            List.of(
                CaseColumns.patient(rows.get(0)),
                card.task().key(),
                rows.get(0).model(),
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
      Map<String, String> means = new HashMap<>();
      for (StageMean stage : summary.stages()) {
        for (BranchMean mean : stage.branches()) {
          means.put(
              CaseColumns.stageName(stage.key(), mean.branch().key()),
              BatchTable.number(mean.probability(), 6));
        }
      }
      for (String name : CaseColumns.stageNames(card)) {
        cells.add(means.getOrDefault(name, ""));
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
