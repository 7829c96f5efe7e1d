package org.weasis.core.ui.model;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.beans.PropertyChangeListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.core.ui.model.graphic.Graphic;
import org.weasis.core.ui.model.layer.GraphicLayer;
import org.weasis.core.ui.model.layer.LayerType;
import org.weasis.core.ui.model.layer.imp.DefaultLayer;
import org.weasis.core.ui.model.utils.imp.DefaultUUID;

/**
 * The drawings of an image, in the test host. Every view that shows the image has the same ones. As
 * in Weasis, drawing shifts by half a pixel of the view, and leaves what is outside the clip.
 */
public abstract class AbstractGraphicModel extends DefaultUUID implements GraphicModel {
  private final List<GraphicLayer> layers = new ArrayList<>();
  private final List<Graphic> models = new ArrayList<>();
  private final List<PropertyChangeListener> handlers = new ArrayList<>();

  protected AbstractGraphicModel() {}

  @Override
  public List<Graphic> getModels() {
    return models;
  }

  @Override
  public List<GraphicLayer> getLayers() {
    return layers;
  }

  @Override
  public void addGraphic(Graphic graphic) {
    if (graphic.getLayer() == null) {
      LayerType type = graphic.getLayerType();
      graphic.setLayer(findLayerByType(type).orElseGet(() -> new DefaultLayer(type)));
    }
    if (!layers.contains(graphic.getLayer())) {
      layers.add(graphic.getLayer());
    }
    models.add(graphic);
  }

  @Override
  public void removeGraphic(Graphic graphic) {
    models.remove(graphic);
    graphic.removeAllPropertyChangeListener();
    if (models.stream().noneMatch(other -> other.getLayer().equals(graphic.getLayer()))) {
      layers.remove(graphic.getLayer());
    }
  }

  @Override
  public void addGraphicChangeHandler(PropertyChangeListener handler) {
    if (!handlers.contains(handler)) {
      handlers.add(handler);
      models.forEach(graphic -> graphic.addPropertyChangeListener(handler));
    }
  }

  @Override
  public void removeGraphicChangeHandler(PropertyChangeListener handler) {
    if (handlers.remove(handler)) {
      models.forEach(graphic -> graphic.removePropertyChangeListener(handler));
    }
  }

  @Override
  public List<PropertyChangeListener> getGraphicsListeners() {
    return handlers;
  }

  @Override
  public Optional<GraphicLayer> findLayerByType(LayerType type) {
    return layers.stream().filter(layer -> layer.getType() == type).findFirst();
  }

  @Override
  public List<GraphicLayer> groupLayerByType() {
    List<GraphicLayer> groups = new ArrayList<>();
    for (Graphic graphic : models) {
      GraphicLayer layer = graphic.getLayer();
      if (groups.stream().noneMatch(group -> group.getType() == layer.getType())) {
        groups.add(layer);
      }
    }
    return groups;
  }

  @Override
  public void deleteByLayer(GraphicLayer layer) {
    delete(layer::equals);
  }

  @Override
  public void deleteByLayerType(LayerType type) {
    delete(layer -> layer.getType() == type);
  }

  @Override
  public void deleteNonSerializableGraphics() {
    delete(layer -> !layer.getSerializable());
  }

  private void delete(Predicate<GraphicLayer> which) {
    for (Graphic graphic : models) {
      if (which.test(graphic.getLayer())) {
        graphic.removeAllPropertyChangeListener();
      }
    }
    models.removeIf(graphic -> which.test(graphic.getLayer()));
    layers.removeIf(which);
  }

  @Override
  public boolean hasSerializableGraphics() {
    return models.stream()
        .anyMatch(graphic -> graphic.getLayer().getSerializable() && !graphic.getPts().isEmpty());
  }

  @Override
  public List<Graphic> getAllGraphics() {
    return models.stream().filter(graphic -> graphic.getLayer().getVisible()).toList();
  }

  @Override
  public List<Graphic> getSelectedGraphics() {
    return models.stream().filter(Graphic::getSelected).toList();
  }

  @Override
  public void setSelectedGraphic(List<Graphic> selection) {
    models.forEach(graphic -> graphic.setSelected(false));
    if (selection != null) {
      selection.forEach(graphic -> graphic.setSelected(true));
    }
  }

  @Override
  public void clear() {
    models.clear();
  }

  @Override
  public void draw(
      Graphics2D graphics, AffineTransform transform, AffineTransform inverse, Rectangle2D clip) {
    Shape seen = clip == null ? graphics.getClipBounds() : clip;
    Rectangle2D bounds = seen == null ? null : inverse.createTransformedShape(seen).getBounds2D();
    graphics.translate(0.5, 0.5);
    for (Graphic graphic : models) {
      Rectangle own = graphic.getRepaintBounds(transform);
      boolean inside = bounds == null || (own != null && own.intersects(bounds));
      if (graphic.getLayer().getVisible() && inside) {
        graphic.paint(graphics, transform);
      }
    }
    graphics.translate(-0.5, -0.5);
  }

  @Override
  public void fireChanged() {
    // Views of the test host are painted when a test paints them.
  }

  @Override
  public void dispose() {
    handlers.clear();
  }

  @Override
  public int getLayerCount() {
    return (int) models.stream().map(Graphic::getLayer).distinct().count();
  }

  public static void addGraphicToModel(ViewCanvas<?> view, GraphicLayer layer, Graphic graphic) {
    graphic.setLayer(layer == null ? getOrBuildLayer(view, graphic.getLayerType()) : layer);
    graphic.updateLabel(true, view);
    GraphicModel model = view.getGraphicManager();
    model.getGraphicsListeners().forEach(graphic::addPropertyChangeListener);
    model.addGraphic(graphic);
  }

  public static void addGraphicToModel(ViewCanvas<?> view, Graphic graphic) {
    addGraphicToModel(view, null, graphic);
  }

  public static GraphicLayer getOrBuildLayer(ViewCanvas<?> view, LayerType type) {
    return view.getGraphicManager().findLayerByType(type).orElseGet(() -> new DefaultLayer(type));
  }
}
