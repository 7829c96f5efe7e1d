package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.radcam.stats.BinaryCases;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.DeLong;
import org.radcam.stats.Interval;
import org.radcam.stats.OneVsRestAuc;
import org.radcam.stats.Predictions;
import org.radcam.stats.calibration.BrierScore;
import org.radcam.stats.calibration.LogLoss;
import org.radcam.stats.calibration.ReliabilityCurve;
import org.radcam.stats.roc.AveragePrecision;

/**
 * What the probabilities of one set of cases are worth, each figure with its 95 % interval.
 *
 * @param macro mean of the classes' areas under the ROC curve, each against the rest; NaN where a
 *     class has no cases
 * @param micro one area over all pairs of a case and a class
 * @param weighted mean of the classes' areas, weighted by their cases
 * @param areas of each class against the rest; NaN where it has no cases
 * @param delong whether the intervals of {@code areas} are DeLong's, because every case is a
 *     patient of its own, and not of the bootstrap of patients
 * @param averagePrecisions of each class against the rest
 * @param brier mean squared error of the probabilities; see {@link BrierScore}
 * @param logLoss mean of -log of the true class's probability
 * @param reliability of the probability of the predicted class
 * @param fit Hosmer and Lemeshow's test of each class
 */
public record ProbabilityFigures(
    Interval macro,
    Interval micro,
    Interval weighted,
    List<Interval> areas,
    boolean delong,
    List<Interval> averagePrecisions,
    Interval brier,
    Interval logLoss,
    ReliabilityCurve reliability,
    GoodnessOfFit fit) {
  /** As in Guo et al., On Calibration of Modern Neural Networks, ICML 2017, section 5. */
  public static final int BINS = 15;

  public ProbabilityFigures {
    areas = List.copyOf(areas);
    averagePrecisions = List.copyOf(averagePrecisions);
  }

  static ProbabilityFigures of(Predictions predictions, ClusteredBootstrap bootstrap) {
    int classes = predictions.classes().size();
    List<BinaryCases> each = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      each.add(predictions.oneVsRest(k));
    }
    OneVsRestAuc areas = new OneVsRestAuc(predictions);
    List<AveragePrecision> precisions = each.stream().map(AveragePrecision::new).toList();
    BrierScore brier = BrierScore.of(predictions);
    LogLoss loss = LogLoss.of(predictions);
    List<Interval> drawn =
        bootstrap.intervals(
            times -> {
              double[] all = new double[5 + 2 * classes];
              all[0] = areas.macro(times);
              all[1] = areas.micro(times);
              all[2] = areas.weighted(times);
              all[3] = brier.value(times);
              all[4] = loss.value(times);
              for (int k = 0; k < classes; k++) {
                all[5 + k] = areas.ofClass(k, times);
                all[5 + classes + k] = precisions.get(k).value(times);
              }
              return all;
            });
    boolean delong = bootstrap.clusters() == predictions.size();
    List<Interval> ofClasses = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      Interval area = drawn.get(5 + k);
      Interval own = delong ? DeLong.interval(each.get(k)) : area;
      // DeLong's needs two cases of each class; the area itself does not.
      ofClasses.add(new Interval(area.estimate(), own.low(), own.high()));
    }
    return new ProbabilityFigures(
        drawn.get(0),
        drawn.get(1),
        drawn.get(2),
        ofClasses,
        delong,
        drawn.subList(5 + classes, 5 + 2 * classes),
        drawn.get(3),
        drawn.get(4),
        ReliabilityCurve.ofPredictedClass(predictions, BINS),
        GoodnessOfFit.of(predictions));
  }
}
