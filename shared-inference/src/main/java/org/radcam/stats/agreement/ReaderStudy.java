package org.radcam.stats.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.radcam.UserException;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.Interval;
import org.radcam.stats.confusion.ConfusionMatrix;

/**
 * Several readers who answered the same cases twice: without and with the model, or by themselves
 * and as the model did. Each reader has McNemar's test; all together have the mean difference of a
 * figure, with the 95 % interval of a bootstrap that draws patients and keeps all readings of a
 * patient together, so that readings of the same case do not pass for independent (Efron and
 * Tibshirani 1993, chapter 8; the readers' correlation is kept as in Gallas, Acad Radiol
 * 2006;13:353).
 *
 * <p>What it is not: an analysis that draws readers as well (Obuchowski and Rockette 1995; Dorfman,
 * Berbaum and Metz 1992). It speaks of these readers on other patients, not of other readers.
 *
 * @param readers one for each
 * @param first the readers' mean figure of the first readings
 * @param second the readers' mean figure of the second readings
 * @param difference second minus first
 */
public record ReaderStudy(
    List<ReaderFigures> readers, Interval first, Interval second, Interval difference) {
  public ReaderStudy {
    readers = List.copyOf(readers);
  }

  /**
   * Compares the readings.
   *
   * @param labels the true class of each case, from 0
   * @param readings of every reader for every case
   * @param figure of merit, for example {@code matrix -> matrix.accuracy().value()}
   * @param bootstrap of the same cases' patients
   * @throws UserException if there is no reader, or one has not read every case
   */
  public static ReaderStudy of(
      List<String> classes,
      int[] labels,
      List<PairedReadings> readings,
      ToDoubleFunction<ConfusionMatrix> figure,
      ClusteredBootstrap bootstrap) {
    check(labels, readings);
    List<Interval> drawn =
        bootstrap.intervals(times -> figures(classes, labels, readings, figure, times));
    List<ReaderFigures> readers = new ArrayList<>();
    for (int r = 0; r < readings.size(); r++) {
      PairedReadings own = readings.get(r);
      readers.add(
          new ReaderFigures(
              own.reader(),
              drawn.get(3 * r),
              drawn.get(3 * r + 1),
              drawn.get(3 * r + 2),
              own.mcNemar(labels)));
    }
    int means = 3 * readings.size();
    return new ReaderStudy(readers, drawn.get(means), drawn.get(means + 1), drawn.get(means + 2));
  }

  private static void check(int[] labels, List<PairedReadings> readings) {
    if (readings.isEmpty()) {
      throw new UserException("A reader study needs at least one reader");
    }
    for (PairedReadings own : readings) {
      if (own.first().length != labels.length) {
        throw new UserException(
            "A reader study needs every reader's reading of every case; "
                + own.reader()
                + " has "
                + own.first().length
                + " of "
                + labels.length);
      }
    }
  }

  /** First, second and difference of each reader, then of their mean. */
  private static double[] figures(
      List<String> classes,
      int[] labels,
      List<PairedReadings> readings,
      ToDoubleFunction<ConfusionMatrix> figure,
      int[] times) {
    double[] figures = new double[3 * readings.size() + 3];
    int means = 3 * readings.size();
    for (int r = 0; r < readings.size(); r++) {
      PairedReadings own = readings.get(r);
      double first = figure.applyAsDouble(ConfusionMatrix.of(classes, labels, own.first(), times));
      double second =
          figure.applyAsDouble(ConfusionMatrix.of(classes, labels, own.second(), times));
      figures[3 * r] = first;
      figures[3 * r + 1] = second;
      figures[3 * r + 2] = second - first;
      figures[means] += first / readings.size();
      figures[means + 1] += second / readings.size();
    }
    figures[means + 2] = figures[means + 1] - figures[means];
    return figures;
  }
}
