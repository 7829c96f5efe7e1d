package org.weasis.core.api.media.data;

import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.image.OpManager;
import org.weasis.core.api.image.util.Unit;
import org.weasis.opencv.data.PlanarImage;
import org.weasis.opencv.op.lut.WlPresentation;

public class ImageElement extends MediaElement {
  public ImageElement(MediaReader<? extends MediaElement> mediaReader, Object value) {
    super(null, (Object) null);
    throw new SignatureOnly();
  }

  public boolean isImageAvailable() {
    throw new SignatureOnly();
  }

  public double getMaxValue(WlPresentation wlPresentation) {
    throw new SignatureOnly();
  }

  public double getMinValue(WlPresentation wlPresentation) {
    throw new SignatureOnly();
  }

  public double getPixelMax() {
    throw new SignatureOnly();
  }

  public double getPixelMin() {
    throw new SignatureOnly();
  }

  public int getRescaleWidth(int value) {
    throw new SignatureOnly();
  }

  public int getRescaleHeight(int value) {
    throw new SignatureOnly();
  }

  public double getRescaleX() {
    throw new SignatureOnly();
  }

  public double getRescaleY() {
    throw new SignatureOnly();
  }

  public double getPixelSize() {
    throw new SignatureOnly();
  }

  public Unit getPixelSpacingUnit() {
    throw new SignatureOnly();
  }

  public String getPixelValueUnit() {
    throw new SignatureOnly();
  }

  public Number pixelToRealValue(Number number, WlPresentation wlPresentation) {
    throw new SignatureOnly();
  }

  public boolean isImageInCache() {
    throw new SignatureOnly();
  }

  public void removeImageFromCache() {
    throw new SignatureOnly();
  }

  public boolean hasSameSize(ImageElement imageElement) {
    throw new SignatureOnly();
  }

  public PlanarImage getImage(OpManager opManager) {
    throw new SignatureOnly();
  }

  public synchronized PlanarImage getImage(OpManager opManager, boolean flag) {
    throw new SignatureOnly();
  }

  public PlanarImage getImage() {
    throw new SignatureOnly();
  }

  public boolean isReadable() {
    throw new SignatureOnly();
  }
}
