package org.radcam.zoo.evaluate.plot;

import java.awt.Color;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Curves of several models over one pair of axes, each perhaps with a band around it. */
final class CurvePlot {
  /** Behind the curves: what they are compared with, and bands behind all. */
  private static final int REFERENCES = 1;

  private static final int BANDS = 2;

  private final XYSeriesCollection curves = new XYSeriesCollection();
  private final XYSeriesCollection references = new XYSeriesCollection();
  private final YIntervalSeriesCollection bands = new YIntervalSeriesCollection();
  private final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
  private final XYLineAndShapeRenderer dashes = new XYLineAndShapeRenderer(true, false);
  private final DeviationRenderer areas = new DeviationRenderer(false, false);
  private final NumberAxis across;
  private final NumberAxis up;

  CurvePlot(NumberAxis across, NumberAxis up) {
    this.across = across;
    this.up = up;
  }

  /**
   * Begins a curve.
   *
   * @param dots whether its points are marked
   * @return to add points to, in the order in which they are joined
   */
  XYSeries curve(String label, boolean dots) {
    int index = curves.getSeriesCount();
    XYSeries series = new XYSeries(label, /* autoSort= */ false, /* duplicates= */ true);
    curves.addSeries(series);
    lines.setSeriesPaint(index, Style.colour(index));
    lines.setSeriesStroke(index, Style.line(index));
    lines.setSeriesShapesVisible(index, dots);
    return series;
  }

  /** Begins the band of the curve that was begun last. */
  YIntervalSeries band() {
    int curve = curves.getSeriesCount() - 1;
    int index = bands.getSeriesCount();
    YIntervalSeries series = new YIntervalSeries("band " + curve);
    bands.addSeries(series);
    Color colour = Style.colour(curve);
    areas.setSeriesPaint(index, Style.faint(colour));
    areas.setSeriesFillPaint(index, colour);
    areas.setSeriesVisibleInLegend(index, false);
    return series;
  }

  /** Begins a dashed line to compare with. */
  XYSeries reference(String label, boolean inLegend) {
    int index = references.getSeriesCount();
    XYSeries series = new XYSeries(label, /* autoSort= */ false, /* duplicates= */ true);
    references.addSeries(series);
    dashes.setSeriesPaint(index, index == 0 ? Style.REFERENCE : Color.BLACK);
    dashes.setSeriesStroke(index, Style.dashes());
    dashes.setSeriesVisibleInLegend(index, inLegend);
    return series;
  }

  Plot plot(String name, String title, int width, int height) {
    XYPlot plot = new XYPlot(curves, across, up, lines);
    plot.setDataset(REFERENCES, references);
    plot.setRenderer(REFERENCES, dashes);
    areas.setAlpha(0.15f);
    plot.setDataset(BANDS, bands);
    plot.setRenderer(BANDS, areas);
    return new Plot(name, title, width, height, Style.chart(title, plot, true));
  }
}
