package org.weasis.core.ui.model.layer.imp;

import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.geom.AffineTransform;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.api.image.OpManager;
import org.weasis.core.api.image.util.ImageLayer;
import org.weasis.core.api.media.data.ImageElement;
import org.weasis.core.api.media.data.TagW;
import org.weasis.core.ui.model.layer.Layer;
import org.weasis.core.ui.model.layer.LayerType;
import org.weasis.core.ui.model.utils.ImageLayerChangeListener;
import org.weasis.core.ui.model.utils.imp.DefaultUUID;
import org.weasis.opencv.data.PlanarImage;

public class RenderedImageLayer<E extends ImageElement> extends DefaultUUID
    implements Layer, ImageLayer<E> {
  public RenderedImageLayer() {
    throw new SignatureOnly();
  }

  public E getSourceImage() {
    throw new SignatureOnly();
  }

  public PlanarImage getSourceRenderedImage() {
    throw new SignatureOnly();
  }

  public PlanarImage getDisplayImage() {
    throw new SignatureOnly();
  }

  public synchronized boolean isEnableDispOperations() {
    throw new SignatureOnly();
  }

  public synchronized void setEnableDispOperations(boolean flag) {
    throw new SignatureOnly();
  }

  public void setVisible(Boolean flag) {
    throw new SignatureOnly();
  }

  public Boolean getVisible() {
    throw new SignatureOnly();
  }

  public void setType(LayerType layerType) {
    throw new SignatureOnly();
  }

  public void setName(String text) {
    throw new SignatureOnly();
  }

  public String getName() {
    throw new SignatureOnly();
  }

  @Override
  public String toString() {
    throw new SignatureOnly();
  }

  public Integer getLevel() {
    throw new SignatureOnly();
  }

  public void setLevel(Integer value) {
    throw new SignatureOnly();
  }

  public AffineTransform getTransform() {
    throw new SignatureOnly();
  }

  public void setTransform(AffineTransform transform) {
    throw new SignatureOnly();
  }

  public LayerType getType() {
    throw new SignatureOnly();
  }

  public boolean hasContent() {
    throw new SignatureOnly();
  }

  public void setImage(E media, OpManager opManager) {
    throw new SignatureOnly();
  }

  public void drawImage(Graphics2D graphics) {
    throw new SignatureOnly();
  }

  public void dispose() {
    throw new SignatureOnly();
  }

  public void addLayerChangeListener(ImageLayerChangeListener<E> imageLayerChangeListener) {
    throw new SignatureOnly();
  }

  public void removeLayerChangeListener(ImageLayerChangeListener<E> imageLayerChangeListener) {
    throw new SignatureOnly();
  }

  public void fireImageChanged() {
    throw new SignatureOnly();
  }

  public void fireLayerChanged() {
    throw new SignatureOnly();
  }

  public void updateDisplayOperations() {
    throw new SignatureOnly();
  }

  public AffineTransform getShapeTransform() {
    throw new SignatureOnly();
  }

  public Object getSourceTagValue(TagW tagW) {
    throw new SignatureOnly();
  }

  public String getPixelValueUnit() {
    throw new SignatureOnly();
  }

  public double pixelToRealValue(Number number) {
    throw new SignatureOnly();
  }

  public Point getOffset() {
    throw new SignatureOnly();
  }

  public void setOffset(Point point) {
    throw new SignatureOnly();
  }

  public double getPixelMin() {
    throw new SignatureOnly();
  }

  public double getPixelMax() {
    throw new SignatureOnly();
  }
}
