package org.radcam.weasis.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class HeatPlacementTest {
  private static final int COLUMNS = 37;
  private static final int ROWS = 23;
  private static final int RED = 0xFFFF0000;

  /** As Weasis makes it: zoom, rotation about the middle, flip, and then a shift. */
  private static AffineTransform shown(
      double zoom, int degrees, boolean flip, double width, double height, double x, double y) {
    AffineTransform shown = AffineTransform.getTranslateInstance(x, y);
    shown.scale(flip ? -zoom : zoom, zoom);
    shown.rotate(Math.toRadians(degrees), width / 2, height / 2);
    if (flip) {
      shown.translate(-width, 0);
    }
    return shown;
  }

  /**
   * Which pixel of an image OpenCV's warpAffine shows at a pixel of a view: its documentation has
   * dst(x, y) = src(M^-1 (x, y)), with whole numbers at the centres of pixels.
   */
  private static Point2D warped(AffineTransform shown, int x, int y)
      throws NoninvertibleTransformException {
    return shown.inverseTransform(new Point2D.Double(x, y), null);
  }

  private static boolean isTie(double index) {
    double part = index - Math.floor(index);
    return Math.abs(part - 0.5) < 1e-6;
  }

  @Property
  void heatLiesOnThePixelThatTheViewShowsThere(
      @ForAll @DoubleRange(min = 0.2, max = 12) double zoom,
      @ForAll @IntRange(min = 0, max = 359) int degrees,
      @ForAll boolean flip,
      @ForAll @IntRange(min = 1, max = 3) int stretchX,
      @ForAll @IntRange(min = 1, max = 3) int stretchY,
      @ForAll @DoubleRange(min = -50, max = 50) double shift,
      @ForAll @IntRange(min = 0, max = 400) int x,
      @ForAll @IntRange(min = 0, max = 400) int y)
      throws NoninvertibleTransformException {
    AffineTransform shown =
        shown(zoom, degrees, flip, COLUMNS * stretchX, ROWS * stretchY, shift, -shift);
    Point2D index = warped(shown, x, y);
    Assume.that(!isTie(index.getX()) && !isTie(index.getY()));
    AffineTransform stretch = AffineTransform.getScaleInstance(stretchX, stretchY);
    AffineTransform place = HeatPlacement.of(shown, stretch, new AffineTransform());
    Point2D source = place.inverseTransform(new Point2D.Double(x + 0.5, y + 0.5), null);
    assertThat(Math.floor(source.getX() * stretchX)).isEqualTo(Math.rint(index.getX()));
    assertThat(Math.floor(source.getY() * stretchY)).isEqualTo(Math.rint(index.getY()));
  }

  @Property(tries = 100)
  void aMarkerIsPaintedOnItsPixelAndNowhereElse(
      @ForAll @IntRange(min = 0, max = 3) int quarters,
      @ForAll boolean flip,
      @ForAll @IntRange(min = 1, max = 7) int zoom,
      @ForAll @IntRange(min = 0, max = COLUMNS - 1) int i,
      @ForAll @IntRange(min = 0, max = ROWS - 1) int j,
      @ForAll @IntRange(min = 0, max = 9) int left,
      @ForAll @IntRange(min = 0, max = 9) int top)
      throws NoninvertibleTransformException {
    Assume.that(left <= i && top <= j);
    // Whole numbers make ties at even zooms; a little off, as any real view is.
    AffineTransform shown = shown(zoom, 90 * quarters, flip, COLUMNS, ROWS, 100.01, 100.02);
    BufferedImage picture =
        new BufferedImage(COLUMNS - left, ROWS - top, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(i - left, j - top, RED);
    BufferedImage view = new BufferedImage(500, 500, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = view.createGraphics();
    graphics.transform(
        HeatPlacement.of(
            shown, new AffineTransform(), AffineTransform.getTranslateInstance(left, top)));
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
    int painted = 0;
    for (int y = 0; y < view.getHeight(); y++) {
      for (int x = 0; x < view.getWidth(); x++) {
        if (view.getRGB(x, y) == RED) {
          Point2D index = warped(shown, x, y);
          assertThat(Math.rint(index.getX())).isEqualTo(i);
          assertThat(Math.rint(index.getY())).isEqualTo(j);
          painted++;
        }
      }
    }
    Point2D middle = shown.transform(new Point2D.Double(i, j), null);
    if (new Rectangle(8, 8, 484, 484).contains(middle)) {
      assertThat(painted).isEqualTo(zoom * zoom);
    }
  }
}
