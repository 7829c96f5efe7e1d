package org.radcam.weasis.region;

import java.awt.geom.AffineTransform;

/**
 * How a viewer shows an image of non-square pixels: stretched along one axis to a whole number of
 * pixels, so that its pixels are square. Drawings and overlays have the coordinates of the shown
 * image; both it and the source cover the same rectangle, edge to edge.
 *
 * <p>The exact factor is that of the whole numbers, not the ratio of the pixel's sides, from which
 * it differs by up to one pixel at the far edge. Weasis cuts the number off ({@code ZoomOp}).
 *
 * @param columns of the source
 * @param rows of the source
 * @param shownColumns columns of what is shown
 * @param shownRows rows of what is shown
 */
public record Rectification(int columns, int rows, int shownColumns, int shownRows) {
  public Rectification {
    if (columns < 1 || rows < 1 || shownColumns < 1 || shownRows < 1) {
      throw new IllegalArgumentException("An image has columns and rows");
    }
  }

  /**
   * Of an image that is stretched by these factors, at least 1 each.
   *
   * @param factorX along a row, as the viewer says
   * @param factorY down a column
   */
  public static Rectification of(int columns, int rows, double factorX, double factorY) {
    return new Rectification(
        columns,
        rows,
        Math.max(1, (int) (Math.abs(factorX) * columns)),
        Math.max(1, (int) (Math.abs(factorY) * rows)));
  }

  /**
   * From coordinates of the shown image to those of the source, where pixel (i, j) covers [i, i +
   * 1) x [j, j + 1) in both.
   */
  public AffineTransform toSource() {
    return AffineTransform.getScaleInstance(
        (double) columns / shownColumns, (double) rows / shownRows);
  }

  /** From coordinates of the source to those of the shown image. */
  public AffineTransform toShown() {
    return AffineTransform.getScaleInstance(
        (double) shownColumns / columns, (double) shownRows / rows);
  }
}
