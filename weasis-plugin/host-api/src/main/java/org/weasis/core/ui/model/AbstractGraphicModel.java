package org.weasis.core.ui.model;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.beans.PropertyChangeListener;
import java.util.List;
import java.util.Optional;
import org.radcam.weasis.hostapi.SignatureOnly;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.core.ui.model.graphic.Graphic;
import org.weasis.core.ui.model.layer.GraphicLayer;
import org.weasis.core.ui.model.layer.LayerType;
import org.weasis.core.ui.model.utils.imp.DefaultUUID;

public abstract class AbstractGraphicModel extends DefaultUUID implements GraphicModel {
  protected AbstractGraphicModel() {
    throw new SignatureOnly();
  }

  public List<Graphic> getModels() {
    throw new SignatureOnly();
  }

  public List<GraphicLayer> getLayers() {
    throw new SignatureOnly();
  }

  public void addGraphic(Graphic graphic) {
    throw new SignatureOnly();
  }

  public void removeGraphic(Graphic graphic) {
    throw new SignatureOnly();
  }

  public void addGraphicChangeHandler(PropertyChangeListener listener) {
    throw new SignatureOnly();
  }

  public void removeGraphicChangeHandler(PropertyChangeListener listener) {
    throw new SignatureOnly();
  }

  public List<PropertyChangeListener> getGraphicsListeners() {
    throw new SignatureOnly();
  }

  public Optional<GraphicLayer> findLayerByType(LayerType layerType) {
    throw new SignatureOnly();
  }

  public List<GraphicLayer> groupLayerByType() {
    throw new SignatureOnly();
  }

  public void deleteByLayer(GraphicLayer graphicLayer) {
    throw new SignatureOnly();
  }

  public void deleteByLayerType(LayerType layerType) {
    throw new SignatureOnly();
  }

  public void deleteNonSerializableGraphics() {
    throw new SignatureOnly();
  }

  public boolean hasSerializableGraphics() {
    throw new SignatureOnly();
  }

  public List<Graphic> getAllGraphics() {
    throw new SignatureOnly();
  }

  public List<Graphic> getSelectedGraphics() {
    throw new SignatureOnly();
  }

  public void setSelectedGraphic(List<Graphic> list) {
    throw new SignatureOnly();
  }

  public void clear() {
    throw new SignatureOnly();
  }

  public void draw(
      Graphics2D graphics,
      AffineTransform transform,
      AffineTransform transform2,
      Rectangle2D rectangle2D) {
    throw new SignatureOnly();
  }

  public void fireChanged() {
    throw new SignatureOnly();
  }

  public void dispose() {
    throw new SignatureOnly();
  }

  public int getLayerCount() {
    throw new SignatureOnly();
  }

  public static void addGraphicToModel(
      ViewCanvas<?> viewCanvas, GraphicLayer graphicLayer, Graphic graphic) {
    throw new SignatureOnly();
  }

  public static void addGraphicToModel(ViewCanvas<?> viewCanvas, Graphic graphic) {
    throw new SignatureOnly();
  }

  public static GraphicLayer getOrBuildLayer(ViewCanvas<?> viewCanvas, LayerType layerType) {
    throw new SignatureOnly();
  }
}
