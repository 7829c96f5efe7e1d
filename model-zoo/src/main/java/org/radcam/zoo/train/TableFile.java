package org.radcam.zoo.train;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.radcam.io.AtomicFiles;

/** Tables as CSV files in UTF-8. */
public final class TableFile {
  private TableFile() {}

  /**
   * Writes a table whole, replacing the file.
   *
   * @param header names of the columns
   * @param rows each with one cell a column; null is an empty cell
   */
  public static void write(Path file, List<String> header, Iterable<? extends List<?>> rows)
      throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader(header.toArray(new String[0]))
            .setRecordSeparator("\n")
            .get();
    AtomicFiles.write(
        file,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CSVPrinter printer = new CSVPrinter(writer, format);
          printer.printRecords(rows);
          printer.flush();
        });
  }
}
