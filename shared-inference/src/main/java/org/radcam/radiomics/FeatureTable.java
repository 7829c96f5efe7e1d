package org.radcam.radiomics;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.radcam.UserException;
import org.radcam.io.AtomicFiles;

/** Features as a CSV file in UTF-8: tag, name, value with all its digits, or NaN. */
public final class FeatureTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader("tag", "name", "value").setRecordSeparator("\n").get();

  private FeatureTable() {}

  /**
   * Looks whether a table can be written there, before anything is measured.
   *
   * @throws UserException if it cannot
   */
  public static void checkPlace(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
      throw new UserException(
          "Cannot write to " + file + ": it is a folder, or its folder is not there.");
    }
  }

  /** How many of the features have no value. */
  public static long undefined(List<FeatureValue> features) {
    return features.stream().filter(feature -> Double.isNaN(feature.value())).count();
  }

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
