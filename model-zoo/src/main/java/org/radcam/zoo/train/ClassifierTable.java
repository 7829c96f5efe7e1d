package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.model.Performance;

/**
 * What the classifiers of a second level are worth, by predictions for others than they learnt
 * from.
 */
final class ClassifierTable {
  private ClassifierTable() {}

  /**
   * One line a classifier: {@code classifier, kept}, the macro-average AUC with its 95 % interval
   * (of two classes: the AUC), and of more than two classes the AUC of each against the rest.
   * Without a cross-validation and validation patients there are no figures.
   */
  static void write(Path file, FeatureStudy.Fitted fitted, List<String> classes)
      throws IOException {
    List<String> header = new ArrayList<>(List.of("classifier", "kept", "auc", "low", "high"));
    if (classes.size() > 2) {
      classes.forEach(key -> header.add("auc_" + key));
    }
    List<List<Object>> lines = new ArrayList<>();
    fitted
        .trials()
        .forEach(
            (key, figures) -> {
              List<Object> line = new ArrayList<>(List.of(key, key.equals(fitted.classifier())));
              Optional<Performance> overall = overall(figures, classes);
              line.add(overall.<Object>map(Performance::value).orElse(""));
              line.add(overall.<Object>map(Performance::low).orElse(""));
              line.add(overall.<Object>map(Performance::high).orElse(""));
              if (classes.size() > 2) {
                for (String one : classes) {
                  line.add(
                      figure(figures, "AUC (" + one + ")")
                          .<Object>map(Performance::value)
                          .orElse(""));
                }
              }
              lines.add(line);
            });
    if (lines.isEmpty()) {
      List<Object> line = new ArrayList<>(List.of(fitted.classifier(), true));
      while (line.size() < header.size()) {
        line.add("");
      }
      lines.add(line);
    }
    TableFile.write(file, header, lines);
  }

  /**
   * The same for people, a line a classifier.
   *
   * @param folds whether the figures are of a cross-validation; else of the validation patients
   */
  static List<String> lines(FeatureStudy.Fitted fitted, List<String> classes, boolean folds) {
    List<String> lines = new ArrayList<>();
    fitted
        .trials()
        .forEach(
            (key, figures) ->
                overall(figures, classes)
                    .ifPresent(
                        auc ->
                            lines.add(
                                String.format(
                                    Locale.ROOT,
                                    "Classifier %s: %s %s %.4f (%.4f to %.4f)%s.",
                                    SecondLevelTrainers.title(key),
                                    folds ? "out-of-fold" : "validation",
                                    auc.metric(),
                                    auc.value(),
                                    auc.low(),
                                    auc.high(),
                                    key.equals(fitted.classifier()) ? "; kept" : ""))));
    return lines;
  }

  private static Optional<Performance> overall(List<Performance> figures, List<String> classes) {
    return figure(figures, classes.size() > 2 ? "AUC (macro)" : "AUC (" + classes.get(1) + ")");
  }

  private static Optional<Performance> figure(List<Performance> figures, String metric) {
    return figures.stream().filter(one -> one.metric().equals(metric)).findFirst();
  }
}
