package org.radcam.weasis.keep;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.model.Standing;

/**
 * The text that is burnt into a capture, in a band below the picture, so that it covers nothing of
 * the image and goes wherever the image goes: how far the model may be trusted, which model, what
 * it predicts, and what the colours explain.
 */
final class CaptureCaption {
  /** The narrowest picture on which the caption can be read. */
  private static final int NARROWEST = 512;

  private static final int MARGIN = 8;
  private static final Color WARNING = new Color(0xFFD040);

  private final Result result;
  private final int slice;
  private final int slices;

  /**
   * The caption of a slice.
   *
   * @param slice which, from 0
   * @param slices of how many
   */
  CaptureCaption(Result result, int slice, int slices) {
    this.result = result;
    this.slice = slice;
    this.slices = slices;
  }

  /** How far the model may be trusted, in plain sight. */
  static String standing(Standing standing) {
    return standing.sentence().toUpperCase(Locale.ROOT);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(standing(result.standing()));
    lines.add("RadCAM " + result.modelId() + (slices == 1 ? "" : ", slice " + number()));
    lines.add(
        String.format(
            Locale.ROOT,
            "Predicted: %s, %.1f %%",
            result.predicted().label().title(),
            100 * result.predicted().probability()));
    result.heatMap().map(this::heat).ifPresent(lines::add);
    return lines;
  }

  private String number() {
    return slice + 1 + " of " + slices;
  }

  private String heat(HeatMap map) {
    String title =
        result.scores().stream()
            .filter(score -> score.label().key().equals(map.classKey()))
            .map(score -> score.label().title())
            .findFirst()
            .orElse(map.classKey());
    return "Colours: evidence for " + title + " (" + map.method() + ")";
  }

  /**
   * A picture with this below it.
   *
   * @param overlay one pixel for one voxel
   * @param spacingX distance between columns, in whatever unit
   * @param spacingY distance between rows
   */
  BufferedImage below(BufferedImage overlay, double spacingX, double spacingY) {
    double small = Math.min(spacingX, spacingY);
    double wide = overlay.getWidth() * spacingX / small;
    double zoom = Math.max(1, Math.ceil(NARROWEST / wide));
    int columns = (int) Math.round(wide * zoom);
    int rows = (int) Math.round(overlay.getHeight() * spacingY / small * zoom);
    List<String> lines = lines();
    // That of the last slice, whose number is the longest: all slices' pictures have one size.
    Font font = font(new CaptureCaption(result, slices - 1, slices).lines(), columns - 2 * MARGIN);
    int line = (int) Math.ceil(font.getSize() * 1.4);
    BufferedImage captioned =
        new BufferedImage(
            columns, rows + lines.size() * line + 2 * MARGIN, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = captioned.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.drawImage(overlay, 0, 0, columns, rows, null);
      graphics.setFont(font);
      for (int n = 0; n < lines.size(); n++) {
        graphics.setColor(n == 0 ? WARNING : Color.WHITE);
        graphics.drawString(lines.get(n), MARGIN, rows + MARGIN + (n + 1) * line - line / 4);
      }
    } finally {
      graphics.dispose();
    }
    return captioned;
  }

  /** As large as lets the longest line fit. */
  private static Font font(List<String> lines, int width) {
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      int size = Math.max(12, width / 36);
      while (size > 6) {
        FontMetrics metrics = graphics.getFontMetrics(new Font(Font.SANS_SERIF, Font.BOLD, size));
        if (lines.stream().mapToInt(metrics::stringWidth).max().orElse(0) <= width) {
          break;
        }
        size--;
      }
      return new Font(Font.SANS_SERIF, Font.BOLD, size);
    } finally {
      graphics.dispose();
    }
  }
}
