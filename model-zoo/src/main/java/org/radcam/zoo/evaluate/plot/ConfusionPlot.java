package org.radcam.zoo.evaluate.plot;

import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;
import org.radcam.stats.confusion.ConfusionMatrix;

/**
 * A confusion matrix: rows are true classes, columns predicted ones; shades are shares of a row.
 */
final class ConfusionPlot {
  private static final int CELL = 90;
  private static final int MARGIN = 130;

  /** Letters of a class's name that fit below its column, and beside its row. */
  private static final int ACROSS = 13;

  private static final int UP = 22;
  private static final double DARK = 0.6;

  private ConfusionPlot() {}

  static Plot of(ConfusionMatrix matrix, String name, String title) {
    int classes = matrix.classes().size();
    double[][] cells = new double[3][classes * classes];
    SymbolAxis across = new SymbolAxis("predicted", names(matrix, ACROSS));
    SymbolAxis up = new SymbolAxis("true", names(matrix, UP));
    XYPlot plot = new XYPlot(null, across, up, null);
    for (int t = 0; t < classes; t++) {
      for (int p = 0; p < classes; p++) {
        long count = matrix.counts()[t][p];
        double share = matrix.support(t) == 0 ? 0 : (double) count / matrix.support(t);
        int n = t * classes + p;
        cells[0][n] = p;
        cells[1][n] = t;
        cells[2][n] = share;
        String text =
            matrix.support(t) == 0
                ? Long.toString(count)
                : String.format(Locale.ROOT, "%d  (%.0f %%)", count, 100 * share);
        XYTextAnnotation label = new XYTextAnnotation(text, p, t);
        label.setFont(Style.font(Font.PLAIN, 12));
        label.setPaint(share > DARK ? Color.WHITE : Color.BLACK);
        plot.addAnnotation(label);
      }
    }
    DefaultXYZDataset data = new DefaultXYZDataset();
    data.addSeries("share", cells);
    XYBlockRenderer blocks = new XYBlockRenderer();
    blocks.setPaintScale(new Shades());
    plot.setDataset(data);
    plot.setRenderer(blocks);
    for (SymbolAxis axis : new SymbolAxis[] {across, up}) {
      axis.setLabelFont(Style.font(Font.PLAIN, 11));
      axis.setTickLabelFont(Style.font(Font.PLAIN, 11));
      axis.setGridBandsVisible(false);
      axis.setRange(-0.5, classes - 0.5);
    }
    // The first class at the top, as in a table.
    up.setInverted(true);
    int side = MARGIN + CELL * classes;
    return new Plot(name, title, side + MARGIN / 2, side, Style.chart(title, plot, false));
  }

  private static String[] names(ConfusionMatrix matrix, int letters) {
    return matrix.classes().stream().map(name -> Style.cut(name, letters)).toArray(String[]::new);
  }

  /** White for none, the first colour for all. */
  private static final class Shades implements PaintScale {
    @Override
    public double getLowerBound() {
      return 0;
    }

    @Override
    public double getUpperBound() {
      return 1;
    }

    @Override
    public Color getPaint(double share) {
      Color full = Style.colour(0);
      return new Color(
          mix(full.getRed(), share), mix(full.getGreen(), share), mix(full.getBlue(), share));
    }

    private static int mix(int component, double share) {
      return (int) Math.round(255 + share * (component - 255));
    }
  }
}
