package org.radcam.zoo.tabular;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.radcam.TestData;

/** A public table of radiomics features in shared/data/radiomics_radMLBench: one row a patient. */
record RadiomicsTable(String name, TabularData data, List<String> patients) {
  private static final String FOLDER = "radiomics_radMLBench";

  static final List<String> NAMES =
      List.of(
          "WORC-Lipo",
          "WORC-Desmoid",
          "LNDb",
          "Head-Neck-Radiomics-HN1",
          "HNSCC",
          "Deng2023",
          "OcanaTienda2023",
          "Ahn2021");

  /** Skips the test, with a reason, where the table is absent. */
  static RadiomicsTable require(String name) throws IOException {
    Path file = TestData.require(FOLDER + "/" + name + ".csv.gz");
    try (InputStreamReader reader =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        CSVParser parser =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      List<String> features = new ArrayList<>(parser.getHeaderNames());
      features.removeAll(List.of("ID", "Target"));
      List<double[]> rows = new ArrayList<>();
      List<Integer> labels = new ArrayList<>();
      List<String> patients = new ArrayList<>();
      for (CSVRecord one : parser) {
        rows.add(features.stream().mapToDouble(f -> Double.parseDouble(one.get(f))).toArray());
        labels.add((int) Double.parseDouble(one.get("Target")));
        patients.add(one.get("ID"));
      }
      return new RadiomicsTable(
          name,
          new TabularData(
              features,
              rows.toArray(double[][]::new),
              labels.stream().mapToInt(Integer::intValue).toArray(),
              2),
          patients);
    }
  }
}
