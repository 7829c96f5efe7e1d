package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.radcam.io.AtomicFiles;

/**
 * The log of one network's training as a picture (SVG): loss of the training and of the patients
 * set aside, and their AUC, over the epochs.
 */
final class TrainingCurves {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int MARGIN = 48;

  private final List<EpochRecord> epochs;
  private final double highestLoss;

  private TrainingCurves(List<EpochRecord> epochs) {
    this.epochs = epochs;
    double highest = 0;
    for (EpochRecord one : epochs) {
      highest = Math.max(highest, one.trainingLoss());
      if (Double.isFinite(one.validation().loss())) {
        highest = Math.max(highest, one.validation().loss());
      }
    }
    this.highestLoss = highest > 0 ? highest : 1;
  }

  static void write(Path file, String name, List<EpochRecord> epochs) throws IOException {
    AtomicFiles.writeString(file, new TrainingCurves(epochs).svg(name));
  }

  private String svg(String name) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"12\">\n",
            WIDTH, HEIGHT));
    svg.append(format("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>\n", WIDTH, HEIGHT));
    int right = WIDTH - MARGIN;
    int bottom = HEIGHT - MARGIN;
    svg.append(
        format(
            "<path d=\"M%d %dV%dH%dV%d\" fill=\"none\" stroke=\"black\"/>\n",
            MARGIN, MARGIN, bottom, right, MARGIN));
    label(svg, MARGIN, 20, "start", "black", name);
    label(svg, MARGIN - 6, bottom, "end", "black", "0");
    label(svg, MARGIN - 6, MARGIN, "end", "black", format("%.2f", highestLoss));
    label(svg, right + 6, bottom, "start", "black", "0");
    label(svg, right + 6, MARGIN, "start", "black", "1");
    label(svg, MARGIN, bottom + 18, "middle", "black", "1");
    label(svg, right, bottom + 18, "middle", "black", String.valueOf(epochs.size()));
    label(svg, WIDTH / 2, bottom + 18, "middle", "black", "epoch");
    curve(svg, "#1f4e9c", one -> one.trainingLoss() / highestLoss);
    label(svg, MARGIN, 38, "start", "#1f4e9c", "training loss");
    if (epochs.stream().anyMatch(one -> Double.isFinite(one.validation().loss()))) {
      curve(svg, "#c05000", one -> one.validation().loss() / highestLoss);
      label(svg, MARGIN + 110, 38, "start", "#c05000", "validation loss");
      curve(svg, "#208040", one -> one.validation().auc());
      label(svg, right, 38, "end", "#208040", "validation AUC (right axis)");
    }
    return svg.append("</svg>\n").toString();
  }

  /** A share of the height for each epoch; epochs without one are passed over. */
  private void curve(StringBuilder svg, String colour, ToDoubleFunction<EpochRecord> share) {
    svg.append(
        format("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"", colour));
    double step = (WIDTH - 2.0 * MARGIN) / Math.max(1, epochs.size() - 1);
    for (int n = 0; n < epochs.size(); n++) {
      double value = share.applyAsDouble(epochs.get(n));
      if (Double.isFinite(value)) {
        svg.append(
            format(
                "%.1f,%.1f ",
                MARGIN + n * step, HEIGHT - MARGIN - value * (HEIGHT - 2.0 * MARGIN)));
      }
    }
    svg.append("\"/>\n");
  }

  /** Texts are ours, or the names of our files: nothing to escape. */
  private static void label(
      StringBuilder svg, int x, int y, String anchor, String colour, String text) {
    svg.append(
        format(
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n",
            x, y, anchor, colour, text));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
