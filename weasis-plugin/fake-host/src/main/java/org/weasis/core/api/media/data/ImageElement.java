package org.weasis.core.api.media.data;

import org.weasis.core.api.image.OpManager;
import org.weasis.core.api.image.util.Unit;
import org.weasis.opencv.data.PlanarImage;
import org.weasis.opencv.op.lut.WlPresentation;

/**
 * An image of the test host. As in Weasis it is shown with square pixels: the direction with the
 * larger pixels is stretched, and what users draw is in the coordinates of the stretched image.
 */
public class ImageElement extends MediaElement {
  private double pixelSizeX = 1;
  private double pixelSizeY = 1;
  private Unit unit = Unit.PIXEL;
  private PlanarImage cached;

  public ImageElement(MediaReader<? extends MediaElement> reader, Object key) {
    super(reader, key);
  }

  /** The size of a pixel, across and down. */
  protected final void pixelSize(double x, double y, Unit ofUnit) {
    pixelSizeX = x;
    pixelSizeY = y;
    unit = ofUnit;
  }

  public boolean isImageAvailable() {
    return cached != null;
  }

  public double getMaxValue(WlPresentation presentation) {
    return getPixelMax();
  }

  public double getMinValue(WlPresentation presentation) {
    return getPixelMin();
  }

  public double getPixelMax() {
    double max = Double.NEGATIVE_INFINITY;
    PlanarImage image = getImage();
    for (int i = 0; i < image.width() * image.height(); i++) {
      max = Math.max(max, image.get(i / image.width(), i % image.width())[0]);
    }
    return max;
  }

  public double getPixelMin() {
    double min = Double.POSITIVE_INFINITY;
    PlanarImage image = getImage();
    for (int i = 0; i < image.width() * image.height(); i++) {
      min = Math.min(min, image.get(i / image.width(), i % image.width())[0]);
    }
    return min;
  }

  public int getRescaleWidth(int width) {
    return (int) Math.ceil(width * getRescaleX() - 0.5);
  }

  public int getRescaleHeight(int height) {
    return (int) Math.ceil(height * getRescaleY() - 0.5);
  }

  public double getRescaleX() {
    return Math.max(1, pixelSizeX / pixelSizeY);
  }

  public double getRescaleY() {
    return Math.max(1, pixelSizeY / pixelSizeX);
  }

  public double getPixelSize() {
    return Math.min(pixelSizeX, pixelSizeY);
  }

  public Unit getPixelSpacingUnit() {
    return unit;
  }

  public String getPixelValueUnit() {
    return null;
  }

  public Number pixelToRealValue(Number value, WlPresentation presentation) {
    return value;
  }

  public boolean isImageInCache() {
    return cached != null;
  }

  public void removeImageFromCache() {
    if (cached != null) {
      cached.release();
      cached = null;
    }
  }

  public boolean hasSameSize(ImageElement other) {
    PlanarImage a = getImage();
    PlanarImage b = other == null ? null : other.getImage();
    return b != null && a.width() == b.width() && a.height() == b.height();
  }

  public PlanarImage getImage(OpManager manager) {
    return getImage(manager, true);
  }

  /** The stored values; none where they cannot be read: as in Weasis that is no exception. */
  public synchronized PlanarImage getImage(OpManager manager, boolean findMinMax) {
    if (cached == null && !isDisposed()) {
      try {
        cached = getMediaReader().getImageFragment(this);
      } catch (Exception e) {
        return null;
      }
    }
    return cached;
  }

  public PlanarImage getImage() {
    return getImage(null);
  }

  public boolean isReadable() {
    return getImage() != null;
  }

  /** Size of a pixel across and down. */
  protected final double[] pixelSizes() {
    return new double[] {pixelSizeX, pixelSizeY};
  }
}
