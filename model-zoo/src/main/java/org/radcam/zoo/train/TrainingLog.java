package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.radcam.io.AtomicFiles;

/** The log of one network's training as a CSV file, for people and spreadsheets. */
final class TrainingLog {
  private static final String HEADER =
      "epoch,training_loss,validation_loss,validation_auc,learning_rate,seconds\n";

  private TrainingLog() {}

  static void write(Path file, List<EpochRecord> epochs) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (EpochRecord one : epochs) {
      text.append(
          String.format(
              Locale.ROOT,
              "%d,%.6f,%s,%s,%.3g,%.1f\n",
              one.epoch(),
              one.trainingLoss(),
              number(one.validation().loss()),
              number(one.validation().auc()),
              one.learningRate(),
              one.seconds()));
    }
    AtomicFiles.writeString(file, text.toString());
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6f", value);
  }
}
