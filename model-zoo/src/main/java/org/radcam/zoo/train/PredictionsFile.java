package org.radcam.zoo.train;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.radcam.io.AtomicFiles;
import org.radcam.model.Activation;

/**
 * Predictions as a CSV file for any statistics program: {@code case, patient, fold, label}, and
 * {@code p_<class>}, the probability before calibration, with all its digits.
 */
final class PredictionsFile {
  private PredictionsFile() {}

  static void write(Path file, List<Prediction> predictions, List<String> classes)
      throws IOException {
    List<String> header = new ArrayList<>(List.of("case", "patient", "fold", "label"));
    classes.forEach(key -> header.add("p_" + key));
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
          for (Prediction prediction : predictions) {
            TrainingCase one = prediction.one();
            List<Object> row =
                new ArrayList<>(
                    List.of(
                        one.id(), one.patient(), prediction.network(), classes.get(one.label())));
            for (double p : Activation.SOFTMAX.apply(prediction.logits())) {
              row.add(p);
            }
            printer.printRecord(row);
          }
          printer.flush();
        });
  }
}
