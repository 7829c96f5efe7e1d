package org.radcam.zoo.train;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.radcam.io.AtomicFiles;
import org.radcam.model.Activation;
import org.radcam.model.ModelCard;
import org.radcam.task.ClassLabel;

/**
 * Predictions as a CSV file for any statistics program, sorted by case: {@code case, patient, fold,
 * label}, and {@code p_<class>}, the probability before calibration, with all its digits; of a
 * cascade, or of a network for each image, also {@code p_<stage>.<branch>}, for every case whether
 * or not the stage is about it.
 */
final class PredictionsFile {
  private PredictionsFile() {}

  static void write(Path file, List<Answer> answers, ModelCard card) throws IOException {
    List<String> classes = card.task().classes().stream().map(ClassLabel::key).toList();
    List<String> header = new ArrayList<>(List.of("case", "patient", "fold", "label"));
    classes.forEach(key -> header.add("p_" + key));
    if (card.stages().size() > 1) {
      card.logitNames().forEach(name -> header.add("p_" + name));
    }
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader(header.toArray(new String[0]))
            .setRecordSeparator("\n")
            .get();
    List<Answer> sorted =
        answers.stream().sorted(Comparator.comparing(answer -> answer.one().id())).toList();
    double[] uncalibrated = IntStream.range(0, card.stages().size()).mapToDouble(n -> 1).toArray();
    List<Prediction> joint = Answer.joint(sorted, card, uncalibrated);
    AtomicFiles.write(
        file,
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CSVPrinter printer = new CSVPrinter(writer, format);
          for (int n = 0; n < sorted.size(); n++) {
            TrainingCase one = sorted.get(n).one();
            List<Object> row =
                new ArrayList<>(
                    List.of(
                        one.id(),
                        one.patient(),
                        sorted.get(n).network(),
                        classes.get(one.label())));
            for (double p : Activation.SOFTMAX.apply(joint.get(n).logits())) {
              row.add(p);
            }
            if (card.stages().size() > 1) {
              for (double[] stage : sorted.get(n).probabilities()) {
                for (double p : stage) {
                  row.add(p);
                }
              }
            }
            printer.printRecord(row);
          }
          printer.flush();
        });
  }
}
