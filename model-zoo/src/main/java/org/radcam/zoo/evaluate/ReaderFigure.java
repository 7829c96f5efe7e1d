package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.radcam.stats.agreement.ReaderStudy;
import org.radcam.stats.confusion.ConfusionMatrix;

/**
 * One figure of a {@link ReaderComparison}.
 *
 * @param name accuracy, sensitivity or specificity
 * @param ofClass the class against the rest; empty for a figure of all classes
 * @param study of every reader and of their mean
 */
public record ReaderFigure(String name, OptionalInt ofClass, ReaderStudy study) {
  /** What is told of a confusion matrix. */
  record Wanted(String name, OptionalInt ofClass, ToDoubleFunction<ConfusionMatrix> figure) {}

  /**
   * Accuracy, and of each class sensitivity and specificity; of two classes those of the second.
   */
  static List<Wanted> wanted(int classes) {
    List<Wanted> wanted = new ArrayList<>();
    wanted.add(new Wanted("accuracy", OptionalInt.empty(), matrix -> matrix.accuracy().value()));
    for (int k = classes == 2 ? 1 : 0; k < classes; k++) {
      int own = k;
      wanted.add(
          new Wanted(
              "sensitivity",
              OptionalInt.of(k),
              matrix -> matrix.ofClass(own).sensitivity().value()));
      wanted.add(
          new Wanted(
              "specificity",
              OptionalInt.of(k),
              matrix -> matrix.ofClass(own).specificity().value()));
    }
    return wanted;
  }
}
