package org.radcam.zoo.train;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.features.RadiomicsFeatures;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.model.ModelCard;
import org.radcam.model.RadiomicsSpec;

/**
 * Measures the radiomics features of all cases once. What is done is kept in a table beside the
 * training, every {@value #EVERY} cases anew, so that a training that is resumed goes on with it.
 */
final class RadiomicsOfCases {
  static final String FILE = "radiomics.csv";
  private static final int EVERY = 50;

  private final ModelCard card;
  private final List<RadiomicsSpec> specs;
  private final CaseReader reader;
  private final Path file;
  private final Map<String, Map<String, Double>> known = new LinkedHashMap<>();

  RadiomicsOfCases(ModelCard card, Path folder) {
    this.card = card;
    this.specs = card.features().orElseThrow().radiomics();
    this.reader = new CaseReader(card);
    this.file = folder.resolve(FILE);
  }

  /**
   * Measures cases, or goes on.
   *
   * @param classes keys of the classes, for the table
   * @throws UserException that names the case which cannot be measured
   */
  void measure(List<TrainingCase> cases, List<String> classes, Progress progress)
      throws IOException {
    if (specs.isEmpty()) {
      return;
    }
    if (Files.exists(file)) {
      read();
    }
    List<TrainingCase> done = new ArrayList<>();
    int fresh = 0;
    for (TrainingCase one : cases) {
      progress.checkCancelled();
      if (!known.containsKey(one.id())) {
        known.put(one.id(), measure(one));
        fresh++;
      }
      done.add(one);
      if (fresh > 0 && (fresh % EVERY == 0 || done.size() == cases.size())) {
        table(done).write(file, classes);
        progress.report(
            (double) done.size() / cases.size(),
            "Measured the radiomics features of " + done.size() + " of " + cases.size() + " cases");
      }
    }
  }

  private FeatureTable table(List<TrainingCase> cases) {
    return FeatureTable.of(cases, cases.stream().map(this::of).toList());
  }

  /** The features of a case that was measured. */
  Map<String, Double> of(TrainingCase one) {
    return specs.isEmpty() ? Map.of() : known.get(one.id());
  }

  private Map<String, Double> measure(TrainingCase one) {
    Case subject = reader.read(one);
    Geometry reference = subject.images().get(card.referenceRole().key()).geometry();
    Mask roi =
        subject
            .roi()
            .orElseThrow(
                () -> new UserException("Case '" + one.id() + "' has no region of interest."));
    Map<String, Double> values = new LinkedHashMap<>();
    try {
      for (RadiomicsSpec spec : specs) {
        values.putAll(
            RadiomicsFeatures.of(
                    spec, filter -> true, subject.images().get(spec.role()), roi, reference)
                .values());
      }
      return values;
    } catch (UserException e) {
      throw new UserException("Case '" + one.id() + "': " + e.getMessage(), e);
    }
  }

  private void read() throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.parse(text, format)) {
      List<String> header = parser.getHeaderNames();
      for (CSVRecord row : parser) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int column = 2; column < header.size(); column++) {
          String cell = row.get(column);
          values.put(header.get(column), cell.isEmpty() ? Double.NaN : Double.parseDouble(cell));
        }
        known.put(row.get(0), values);
      }
    } catch (IllegalArgumentException e) {
      throw new UserException(
          file + " is no table that a training left. Remove it, and it is measured again.", e);
    }
  }
}
