package org.radcam.zoo.evaluate.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** How all plots look: plain, and readable without telling red from green. */
public final class Style {
  /**
   * Colours that people with any common colour vision tell apart (Okabe and Ito, Color Universal
   * Design, 2002), without the yellow, which is faint on paper.
   */
  private static final Color[] COLOURS = {
    new Color(0, 114, 178),
    new Color(213, 94, 0),
    new Color(0, 158, 115),
    new Color(204, 121, 167),
    new Color(86, 180, 233),
    new Color(230, 159, 0),
    Color.BLACK
  };

  static final Color REFERENCE = new Color(130, 130, 130);
  private static final Color GRID = new Color(225, 225, 225);
  private static final int TITLE = 13;
  private static final int LABEL = 11;
  private static final double TICK = 0.2;
  private static final int MOST_TICKS = 8;

  /** What a legend is wide enough for. */
  private static final int MOST_LETTERS = 54;

  private static final int LEAST_LETTERS = 16;

  private Style() {}

  static Color colour(int series) {
    return COLOURS[series % COLOURS.length];
  }

  /** Solid for the first round of colours, dashed for the next. */
  static BasicStroke line(int series) {
    boolean solid = series < COLOURS.length;
    return new BasicStroke(
        1.6f,
        BasicStroke.CAP_BUTT,
        BasicStroke.JOIN_ROUND,
        1,
        solid ? null : new float[] {6, 3},
        0);
  }

  static BasicStroke dashes() {
    return new BasicStroke(
        1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 3}, 0);
  }

  static Color faint(Color colour) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 40);
  }

  /** An axis from 0 to 1, and a little more, so that what lies on its ends is seen. */
  public static NumberAxis share(String label) {
    NumberAxis axis = axis(label);
    axis.setRange(-0.015, 1.015);
    axis.setTickUnit(ticks(TICK));
    return axis;
  }

  /** Shows a range, with a few ticks at round numbers. */
  public static void range(NumberAxis axis, double low, double high) {
    axis.setRange(low, high);
    double least = (high - low) / MOST_TICKS;
    double decade = Math.pow(10, Math.floor(Math.log10(least)));
    for (double step : new double[] {1, 2, 5, 10}) {
      if (step * decade >= least) {
        axis.setTickUnit(ticks(step * decade));
        return;
      }
    }
  }

  /** Written alike in every country. */
  private static NumberTickUnit ticks(double size) {
    return new NumberTickUnit(
        size, new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)));
  }

  /** An axis whose range is told later. */
  public static NumberAxis axis(String label) {
    NumberAxis axis = new NumberAxis(label);
    axis.setLabelFont(font(Font.PLAIN, LABEL));
    axis.setTickLabelFont(font(Font.PLAIN, LABEL - 1));
    axis.setAutoRangeIncludesZero(false);
    return axis;
  }

  static Font font(int kind, int size) {
    return new Font(Font.SANS_SERIF, kind, size);
  }

  /** A name with what is said of it; a long name is cut, so that all fits a legend. */
  public static String legend(String name, String said) {
    return cut(name, Math.max(MOST_LETTERS - said.length(), LEAST_LETTERS)) + said;
  }

  /** A name of so many letters at most: its middle goes, because names differ at their ends. */
  public static String cut(String name, int letters) {
    if (name.length() <= letters) {
      return name;
    }
    int end = (letters - 1) / 2;
    return name.substring(0, letters - 1 - end) + "\u2026" + name.substring(name.length() - end);
  }

  static JFreeChart chart(String title, XYPlot plot, boolean legend) {
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    plot.setDomainGridlineStroke(new BasicStroke(1));
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    JFreeChart chart = new JFreeChart(title, font(Font.BOLD, TITLE), plot, legend);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(4, 4, 4, 12));
    if (legend) {
      chart.getLegend().setItemFont(font(Font.PLAIN, LABEL));
      chart.getLegend().setFrame(BlockBorder.NONE);
    }
    return chart;
  }
}
