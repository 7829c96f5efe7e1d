package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.YIntervalSeries;
import org.radcam.Progress;
import org.radcam.stats.BinaryCases;
import org.radcam.stats.ClusteredBootstrap;
import org.radcam.stats.Interval;
import org.radcam.stats.calibration.ReliabilityBin;
import org.radcam.stats.decision.DecisionCurve;
import org.radcam.stats.decision.NetBenefit;
import org.radcam.stats.roc.PrecisionRecallCurve;
import org.radcam.stats.roc.PrecisionRecallPoint;
import org.radcam.stats.roc.RocBand;
import org.radcam.stats.roc.RocCurve;
import org.radcam.zoo.evaluate.plot.ConfusionPlot;
import org.radcam.zoo.evaluate.plot.CurvePlot;
import org.radcam.zoo.evaluate.plot.Plot;
import org.radcam.zoo.evaluate.plot.Style;

/**
 * The plots of an evaluation. For every split and class (of two classes only the second, of which
 * the first is the mirror): ROC and precision-recall curves and the decision curve of all models;
 * for every model and split: the reliability curve of the predicted class and the confusion matrix.
 */
final class EvaluationPlots {
  private static final int SIDE = 400;
  private static final int LEGEND = 26;
  private static final int BAND_STEPS = 100;

  /** Letters of a model's name in a title. */
  private static final int NAME = 24;

  /** More bands than these hide each other. */
  private static final int MOST_BANDS = 3;

  /** Beyond this threshold a false positive would have to be harmless. */
  private static final int MOST_THRESHOLD = 99;

  private final EvaluationSettings settings;
  private final Progress progress;
  private final Names names = new Names();

  private EvaluationPlots(EvaluationSettings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * All plots, by split; no two have the same name.
   *
   * @throws java.util.concurrent.CancellationException if the user cancelled
   */
  static Map<String, SplitDrawings<Plot>> of(Evaluation evaluation, Progress progress) {
    EvaluationPlots plots = new EvaluationPlots(evaluation.settings(), progress);
    Map<String, List<ModelFigures>> splits =
        evaluation.figures().stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.predictions().split(), LinkedHashMap::new, Collectors.toList()));
    Map<String, SplitDrawings<Plot>> drawn = new LinkedHashMap<>();
    splits.forEach(
        (split, figures) -> {
          progress.report((double) drawn.size() / splits.size(), "Drawing " + split);
          drawn.put(split, plots.all(split, figures));
        });
    return drawn;
  }

  private SplitDrawings<Plot> all(String split, List<ModelFigures> here) {
    List<ModelFigures> probable = here.stream().filter(one -> one.probable().isPresent()).toList();
    List<String> classes = here.get(0).predictions().classes();
    List<Plot> plots = new ArrayList<>();
    int from = classes.size() == 2 ? 1 : 0;
    for (int k = from; k < classes.size() && !probable.isEmpty(); k++) {
      progress.checkCancelled();
      List<ModelFigures> able = withClass(probable, k);
      if (!able.isEmpty()) {
        String label = classes.get(k);
        plots.add(roc(able, k, names.of("roc", split, label), "ROC: " + label + ", " + split));
        plots.add(
            precisionRecall(
                able,
                k,
                names.of("precision-recall", split, label),
                "Precision and recall: " + label + ", " + split));
        plots.add(
            decision(
                able,
                k,
                names.of("decision", split, label),
                "Net benefit: " + label + ", " + split));
      }
    }
    List<Plot> each = new ArrayList<>();
    for (ModelFigures one : probable) {
      String model = one.predictions().model();
      each.add(reliability(one, names.of("reliability", split, model), "Reliability: " + split));
    }
    for (ModelFigures one : here) {
      String model = one.predictions().model();
      each.add(
          ConfusionPlot.of(
              one.named().matrix(),
              names.of("confusion", split, model),
              "Confusion matrix: " + Style.cut(model, NAME)));
    }
    return new SplitDrawings<>(plots, each);
  }

  /** Those that have cases of the class and of others: what curves need. */
  private static List<ModelFigures> withClass(List<ModelFigures> figures, int k) {
    return figures.stream()
        .filter(
            one -> {
              long support = one.named().matrix().support(k);
              return support > 0 && support < one.predictions().cases().size();
            })
        .toList();
  }

  private static BinaryCases cases(ModelFigures one, int k) {
    return one.predictions().probabilities().orElseThrow().oneVsRest(k);
  }

  private ClusteredBootstrap bootstrap(ModelFigures one) {
    return new ClusteredBootstrap(
        one.predictions().patients(), settings.replicates(), settings.seed());
  }

  /** For figures without an interval. */
  private ClusteredBootstrap once(ModelFigures one) {
    return new ClusteredBootstrap(one.predictions().patients(), 1, settings.seed());
  }

  private Plot roc(List<ModelFigures> models, int k, String name, String title) {
    CurvePlot plot = new CurvePlot(Style.share("1 - specificity"), Style.share("sensitivity"));
    XYSeries chance = plot.reference("chance", false);
    chance.add(0, 0);
    chance.add(1, 1);
    for (ModelFigures one : models) {
      Interval area = one.probable().orElseThrow().areas().get(k);
      XYSeries curve =
          plot.curve(
              Style.legend(one.predictions().model(), ": AUC " + text(area)), /* dots= */ false);
      RocCurve.of(cases(one, k))
          .corners()
          .forEach(point -> curve.add(point.falsePositiveRate(), point.sensitivity()));
      if (models.size() <= MOST_BANDS) {
        YIntervalSeries drawn = plot.band();
        RocBand band = RocBand.of(cases(one, k), bootstrap(one), BAND_STEPS);
        for (int n = 0; n < band.falsePositiveRates().size(); n++) {
          Interval at = band.sensitivities().get(n);
          drawn.add(band.falsePositiveRates().get(n), at.estimate(), at.low(), at.high());
        }
      }
    }
    return plot.plot(name, title, SIDE, SIDE + LEGEND * models.size());
  }

  private static Plot precisionRecall(List<ModelFigures> models, int k, String name, String title) {
    CurvePlot plot = new CurvePlot(Style.share("recall"), Style.share("precision"));
    double prevalence = PrecisionRecallCurve.of(cases(models.get(0), k)).prevalence();
    XYSeries chance = plot.reference("chance", false);
    chance.add(0, prevalence);
    chance.add(1, prevalence);
    for (ModelFigures one : models) {
      Interval average = one.probable().orElseThrow().averagePrecisions().get(k);
      XYSeries curve =
          plot.curve(
              Style.legend(one.predictions().model(), ": AP " + text(average)), /* dots= */ false);
      double recall = 0;
      for (PrecisionRecallPoint point : PrecisionRecallCurve.of(cases(one, k)).points()) {
        curve.add(recall, point.precision());
        curve.add(point.recall(), point.precision());
        recall = point.recall();
      }
    }
    return plot.plot(name, title, SIDE, SIDE + LEGEND * models.size());
  }

  private Plot decision(List<ModelFigures> models, int k, String name, String title) {
    List<Double> thresholds =
        IntStream.rangeClosed(0, MOST_THRESHOLD).mapToObj(n -> n / 100.0).toList();
    NumberAxis benefit = Style.axis("net benefit");
    CurvePlot plot = new CurvePlot(Style.share("threshold probability"), benefit);
    XYSeries all = plot.reference("treat all", true);
    XYSeries none = plot.reference("treat none", true);
    double top = 0;
    for (ModelFigures one : models) {
      XYSeries curve = plot.curve(Style.legend(one.predictions().model(), ""), /* dots= */ false);
      boolean first = all.isEmpty();
      for (NetBenefit point : DecisionCurve.of(cases(one, k), thresholds, once(one)).points()) {
        curve.add(point.threshold(), point.model().estimate());
        top = Math.max(top, point.model().estimate());
        if (first) {
          all.add(point.threshold(), point.treatAll().estimate());
          none.add(point.threshold(), 0);
          top = Math.max(top, point.treatAll().estimate());
        }
      }
    }
    // Far below zero lies only what nobody would do.
    Style.range(benefit, -0.25 * top, 1.05 * top);
    return plot.plot(name, title, SIDE, SIDE + LEGEND * models.size());
  }

  private static Plot reliability(ModelFigures one, String name, String title) {
    CurvePlot plot =
        new CurvePlot(
            Style.share("probability of the predicted class"), Style.share("share that is right"));
    XYSeries ideal = plot.reference("ideal", false);
    ideal.add(0, 0);
    ideal.add(1, 1);
    double error = one.probable().orElseThrow().reliability().expectedError();
    XYSeries curve =
        plot.curve(
            Style.legend(
                one.predictions().model(), String.format(Locale.ROOT, ": ECE %.3f", error)),
            /* dots= */ true);
    YIntervalSeries band = plot.band();
    for (ReliabilityBin bin : one.probable().orElseThrow().reliability().bins()) {
      Interval observed = bin.observed().wilson();
      curve.add(bin.meanProbability(), observed.estimate());
      band.add(bin.meanProbability(), observed.estimate(), observed.low(), observed.high());
    }
    return plot.plot(name, title, SIDE, SIDE + LEGEND);
  }

  private static String text(Interval interval) {
    return Double.isNaN(interval.low())
        ? String.format(Locale.ROOT, "%.3f", interval.estimate())
        : String.format(
            Locale.ROOT,
            "%.3f (%.3f to %.3f)",
            interval.estimate(),
            interval.low(),
            interval.high());
  }

  /** Names of files: letters, digits and hyphens, each once. */
  private static final class Names {
    private final Set<String> given = new LinkedHashSet<>();

    String of(String... parts) {
      String base = String.join("-", parts).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
      String name = base;
      for (int n = 2; !given.add(name); n++) {
        name = base + "-" + n;
      }
      return name;
    }
  }
}
