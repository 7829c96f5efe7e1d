package org.weasis.core.ui.model.layer.imp;

import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.radcam.weasis.fakehost.GreyImage;
import org.weasis.core.api.image.OpManager;
import org.weasis.core.api.image.util.ImageLayer;
import org.weasis.core.api.media.data.ImageElement;
import org.weasis.core.api.media.data.TagW;
import org.weasis.core.ui.model.layer.Layer;
import org.weasis.core.ui.model.layer.LayerType;
import org.weasis.core.ui.model.utils.ImageLayerChangeListener;
import org.weasis.core.ui.model.utils.imp.DefaultUUID;
import org.weasis.opencv.data.PlanarImage;

/**
 * The layer that a view of the test host shows its image on. As in Weasis its listeners are told of
 * a change of the image, and whenever the picture was made anew, for example after zooming.
 */
public class RenderedImageLayer<E extends ImageElement> extends DefaultUUID
    implements Layer, ImageLayer<E> {
  private final List<ImageLayerChangeListener<E>> listeners = new CopyOnWriteArrayList<>();
  private E source;
  private boolean enabled = true;
  private boolean visible = true;
  private AffineTransform transform = new AffineTransform();

  public RenderedImageLayer() {}

  /** How many are listening. */
  public int listeners() {
    return listeners.size();
  }

  @Override
  public E getSourceImage() {
    return source;
  }

  @Override
  public PlanarImage getSourceRenderedImage() {
    return source == null ? null : source.getImage();
  }

  @Override
  public PlanarImage getDisplayImage() {
    return getSourceRenderedImage();
  }

  @Override
  public synchronized boolean isEnableDispOperations() {
    return enabled;
  }

  @Override
  public synchronized void setEnableDispOperations(boolean enabled) {
    this.enabled = enabled;
    if (enabled) {
      updateDisplayOperations();
    }
  }

  @Override
  public void setVisible(Boolean visible) {
    this.visible = visible == null || visible;
  }

  @Override
  public Boolean getVisible() {
    return visible;
  }

  @Override
  public void setType(LayerType type) {
    // Its type is given.
  }

  @Override
  public void setName(String name) {
    // Its name is given.
  }

  @Override
  public String getName() {
    return getType().getDefaultName();
  }

  @Override
  public String toString() {
    return getName();
  }

  @Override
  public Integer getLevel() {
    return getType().getLevel();
  }

  @Override
  public void setLevel(Integer level) {
    // The lowest.
  }

  @Override
  public AffineTransform getTransform() {
    return transform;
  }

  /** From the image's coordinates, with square pixels, to the view's. */
  @Override
  public void setTransform(AffineTransform transform) {
    this.transform = transform;
  }

  @Override
  public LayerType getType() {
    return LayerType.IMAGE;
  }

  @Override
  public boolean hasContent() {
    return source != null;
  }

  @Override
  public void setImage(E image, OpManager preprocessing) {
    boolean changed = image != source;
    source = image;
    if (changed) {
      updateDisplayOperations();
    }
  }

  public void drawImage(Graphics2D graphics) {
    if (visible && source != null && source.getImage() != null) {
      AffineTransform stretched = new AffineTransform(transform);
      stretched.scale(source.getRescaleX(), source.getRescaleY());
      graphics.drawImage(GreyImage.of(source.getImage()), stretched, null);
    }
  }

  public void dispose() {
    source = null;
    listeners.clear();
  }

  public void addLayerChangeListener(ImageLayerChangeListener<E> listener) {
    if (listener != null && !listeners.contains(listener)) {
      listeners.add(listener);
    }
  }

  public void removeLayerChangeListener(ImageLayerChangeListener<E> listener) {
    listeners.remove(listener);
  }

  public void fireImageChanged() {
    fireLayerChanged();
  }

  public void fireLayerChanged() {
    listeners.forEach(listener -> listener.handleLayerChanged(this));
  }

  @Override
  public void updateDisplayOperations() {
    if (isEnableDispOperations()) {
      fireImageChanged();
    }
  }

  @Override
  public AffineTransform getShapeTransform() {
    return null;
  }

  @Override
  public Object getSourceTagValue(TagW tag) {
    return source == null ? null : source.getTagValue(tag);
  }

  @Override
  public String getPixelValueUnit() {
    return source == null ? null : source.getPixelValueUnit();
  }

  @Override
  public double pixelToRealValue(Number value) {
    return source == null ? 0 : source.pixelToRealValue(value, null).doubleValue();
  }

  @Override
  public Point getOffset() {
    return null;
  }

  @Override
  public void setOffset(Point offset) {
    // The test host does not crop.
  }

  @Override
  public double getPixelMin() {
    return source == null ? 0 : source.getPixelMin();
  }

  @Override
  public double getPixelMax() {
    return source == null ? 0 : source.getPixelMax();
  }
}
