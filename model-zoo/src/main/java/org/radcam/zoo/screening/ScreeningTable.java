package org.radcam.zoo.screening;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.radcam.io.AtomicFiles;
import org.radcam.stats.LogisticTerm;

/**
 * Screenings as a CSV file, one row a term: odds ratios with 95 % Wald intervals and p, of the
 * field alone and beside the others. Cells of what could not be estimated are empty.
 */
public final class ScreeningTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "training",
              "odds_of",
              "field",
              "word",
              "against",
              "univariate_patients",
              "univariate_odds_ratio",
              "univariate_low",
              "univariate_high",
              "univariate_p",
              "univariate_field_p",
              "multivariate_patients",
              "multivariate_odds_ratio",
              "multivariate_low",
              "multivariate_high",
              "multivariate_p",
              "multivariate_field_p",
              "kept",
              "remark")
          .setRecordSeparator("\n")
          .get();

  private ScreeningTable() {}

  /**
   * Writes a table, replacing the file.
   *
   * @param screenings by the name of the training that they are of
   */
  public static void write(Path file, Map<String, Screening> screenings) throws IOException {
    AtomicFiles.write(
        file,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CSVPrinter printer = new CSVPrinter(writer, FORMAT);
          for (Map.Entry<String, Screening> one : screenings.entrySet()) {
            for (ScreenedField field : one.getValue().fields()) {
              for (ScreenedTerm term : field.terms()) {
                printer.printRecord(row(one.getKey(), one.getValue(), field, term));
              }
              if (field.terms().isEmpty()) {
                ScreenedTerm none = new ScreenedTerm("", "", Optional.empty(), Optional.empty());
                printer.printRecord(row(one.getKey(), one.getValue(), field, none));
              }
            }
          }
          printer.flush();
        });
  }

  private static List<Object> row(
      String training, Screening all, ScreenedField field, ScreenedTerm term) {
    List<Object> row =
        new ArrayList<>(
            List.of(
                training,
                all.positive(),
                field.field().key(),
                term.word(),
                term.against(),
                field.known()));
    add(row, term.univariate(), field.univariateP());
    row.add(all.complete());
    add(row, term.multivariate(), field.multivariateP());
    row.add(field.kept());
    row.add(field.remark());
    return row;
  }

  private static void add(List<Object> row, Optional<LogisticTerm> term, OptionalDouble p) {
    row.add(term.map(one -> one.oddsRatio().estimate()).orElse(null));
    row.add(term.map(one -> one.oddsRatio().low()).orElse(null));
    row.add(term.map(one -> one.oddsRatio().high()).orElse(null));
    row.add(term.map(LogisticTerm::p).orElse(null));
    row.add(p.isPresent() ? p.getAsDouble() : null);
  }
}
