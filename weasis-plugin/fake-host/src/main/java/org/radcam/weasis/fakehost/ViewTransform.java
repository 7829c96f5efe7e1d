package org.radcam.weasis.fakehost;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;

/**
 * How an image with square pixels lies in a view: scaled, turned and flipped about its middle, in
 * the middle of the view.
 *
 * @param toView from the image to the view, from where the visible part of the image begins
 * @param boundsInView the whole image in the view; begins before it where the image is larger
 * @param bestFit the scale at which the image fills the view
 */
record ViewTransform(AffineTransform toView, Rectangle2D boundsInView, double bestFit) {

  static ViewTransform none() {
    return new ViewTransform(new AffineTransform(), new Rectangle2D.Double(), 1);
  }

  /**
   * @param zoom scale; 0 or less for the best fit
   */
  static ViewTransform of(
      Rectangle image, int width, int height, double zoom, int degrees, boolean flip) {
    double bestFit = Math.min(width / image.getWidth(), height / image.getHeight());
    double scale = zoom > 0 ? zoom : bestFit;
    AffineTransform turned = AffineTransform.getScaleInstance(flip ? -scale : scale, scale);
    turned.rotate(Math.toRadians(degrees), image.getCenterX(), image.getCenterY());
    if (flip) {
      turned.translate(-image.getWidth(), 0);
    }
    Rectangle2D box = turned.createTransformedShape(image).getBounds2D();
    double x = (width - box.getWidth()) / 2;
    double y = (height - box.getHeight()) / 2;
    AffineTransform toView =
        AffineTransform.getTranslateInstance(
            Math.min(x, 0) - box.getX(), Math.min(y, 0) - box.getY());
    toView.concatenate(turned);
    return new ViewTransform(
        toView, new Rectangle2D.Double(x, y, box.getWidth(), box.getHeight()), bestFit);
  }

  AffineTransform toImage() {
    try {
      return toView.createInverse();
    } catch (NoninvertibleTransformException e) {
      throw new IllegalStateException(e);
    }
  }
}
