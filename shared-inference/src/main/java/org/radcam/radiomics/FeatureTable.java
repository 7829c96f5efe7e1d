package org.radcam.radiomics;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.radcam.io.AtomicFiles;

/** Features as a CSV file in UTF-8: tag, name, value with all its digits, or NaN. */
public final class FeatureTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader("tag", "name", "value").setRecordSeparator("\n").get();

  private FeatureTable() {}

  /**
   * Writes a table, replacing the file; the file is whole or not there.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, List<FeatureValue> features) throws IOException {
    AtomicFiles.write(
        file,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CSVPrinter printer = new CSVPrinter(writer, FORMAT);
          for (FeatureValue feature : features) {
            printer.printRecord(feature.tag(), feature.name(), feature.value());
          }
          printer.flush();
        });
  }
}
