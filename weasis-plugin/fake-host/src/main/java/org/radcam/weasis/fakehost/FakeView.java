package org.radcam.weasis.fakehost;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.weasis.core.api.gui.util.ActionW;
import org.weasis.core.api.image.util.ImageLayer;
import org.weasis.core.api.image.util.MeasurableLayer;
import org.weasis.core.api.media.data.MediaSeries;
import org.weasis.core.api.media.data.Series;
import org.weasis.core.api.media.data.SeriesComparator;
import org.weasis.core.api.media.data.TagW;
import org.weasis.core.api.service.UICore;
import org.weasis.core.ui.editor.image.ImageViewerEventManager;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.core.ui.model.GraphicModel;
import org.weasis.core.ui.model.graphic.Graphic;
import org.weasis.core.ui.model.layer.imp.RenderedImageLayer;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.viewer2d.EventManager;
import org.weasis.opencv.data.PlanarImage;

/**
 * A view of the test host. It does what matters to a plugin in the order in which Weasis does it:
 *
 * <ul>
 *   <li>on another image its layer tells its listeners first; then the drawings of the old image
 *       lose those that are not kept, and those of the new one take their place;
 *   <li>the image is shown with square pixels, zoomed to fit, turned and flipped about its middle;
 *   <li>drawings are painted in the image's coordinates, shifted by half a pixel of the view.
 * </ul>
 */
public final class FakeView extends JPanel implements ViewCanvas<DicomImageElement> {
  private static final String FLIP = "flip";

  private final transient RenderedImageLayer<DicomImageElement> layer = new RenderedImageLayer<>();
  private final transient Map<String, Object> actions = new HashMap<>();
  private final transient PropertyChangeListener graphicsHandler = this::graphicChanged;
  private transient GraphicModel drawings = new Drawings();
  private transient MediaSeries<DicomImageElement> series;
  private transient ViewTransform transform = ViewTransform.none();
  private int tileOffset;
  private boolean disposed;

  public FakeView() {
    setSize(256, 256);
    setPreferredSize(getSize());
    actions.put(ActionW.ROTATION.cmd(), 0);
    actions.put(FLIP, false);
    actions.put(ActionW.ZOOM.cmd(), 0.0);
    layer.addLayerChangeListener(this);
  }

  /** Turns the image clockwise, by degrees. */
  public void rotate(int degrees) {
    actions.put(ActionW.ROTATION.cmd(), degrees);
    update();
  }

  /** Mirrors the image. */
  public void flip(boolean flip) {
    actions.put(FLIP, flip);
    update();
  }

  /** Shows an image of the series, as scrolling does. */
  public void showImage(DicomImageElement image) {
    layer.setEnableDispOperations(false);
    boolean other = image != layer.getSourceImage();
    layer.setImage(image, null);
    transform = transform();
    layer.setTransform(transform.toView());
    layer.setEnableDispOperations(true);
    if (image == null) {
      setGraphicManager(new Drawings());
    } else if (other) {
      setGraphicManager(drawingsOf(image));
    }
  }

  private static GraphicModel drawingsOf(DicomImageElement image) {
    if (!(image.getTagValue(TagW.PresentationModel) instanceof GraphicModel model)) {
      Drawings made = new Drawings();
      image.setTag(TagW.PresentationModel, made);
      return made;
    }
    return model;
  }

  /** The view as it is on the screen. */
  public BufferedImage picture() {
    BufferedImage picture = new BufferedImage(getWidth(), getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setClip(0, 0, getWidth(), getHeight());
    paintComponent(graphics);
    graphics.dispose();
    return picture;
  }

  /** Whether the viewer has closed it. */
  public boolean disposed() {
    return disposed;
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    super.setBounds(x, y, width, height);
    if (layer != null) {
      update();
    }
  }

  private void update() {
    transform = transform();
    layer.setTransform(transform.toView());
    layer.updateDisplayOperations();
    repaint();
  }

  private ViewTransform transform() {
    DicomImageElement image = layer.getSourceImage();
    PlanarImage pixels = image == null ? null : image.getImage();
    return pixels == null
        ? ViewTransform.none()
        : ViewTransform.of(
            new Rectangle(
                image.getRescaleWidth(pixels.width()), image.getRescaleHeight(pixels.height())),
            getWidth(),
            getHeight(),
            (Double) actions.get(ActionW.ZOOM.cmd()),
            (Integer) actions.get(ActionW.ROTATION.cmd()),
            (Boolean) actions.get(FLIP));
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D graphics = (Graphics2D) g;
    graphics.setColor(Color.BLACK);
    graphics.fillRect(0, 0, getWidth(), getHeight());
    Point2D offset = getClipViewCoordinatesOffset();
    graphics.translate(offset.getX(), offset.getY());
    layer.drawImage(graphics);
    drawLayers(graphics, getAffineTransform(), getInverseTransform());
    graphics.translate(-offset.getX(), -offset.getY());
  }

  @Override
  public void drawLayers(Graphics2D graphics, AffineTransform toView, AffineTransform toImage) {
    if (!Boolean.FALSE.equals(actions.get("drawings"))) {
      drawings.draw(graphics, toView, toImage, null);
    }
  }

  @Override
  public void setSeries(MediaSeries<DicomImageElement> newSeries) {
    setSeries(newSeries, null);
  }

  @Override
  public void setSeries(MediaSeries<DicomImageElement> newSeries, DicomImageElement image) {
    MediaSeries<DicomImageElement> before = series;
    if (before == newSeries) {
      return;
    }
    series = newSeries;
    UICore.getInstance().closeSeries(before);
    actions.put(ActionW.ROTATION.cmd(), 0);
    actions.put(FLIP, false);
    actions.put(ActionW.ZOOM.cmd(), 0.0);
    showImage(
        newSeries == null || image != null
            ? image
            : newSeries.getMedia(tileOffset, null, getCurrentSortComparator()));
    EventManager.getInstance().updateComponentsListener(this);
    if (newSeries != null) {
      newSeries.setOpen(true);
    }
  }

  @Override
  public void setGraphicManager(GraphicModel model) {
    GraphicModel before = drawings;
    if (before != model) {
      before.removeGraphicChangeHandler(graphicsHandler);
      before.deleteNonSerializableGraphics();
      drawings = model;
      model.addGraphicChangeHandler(graphicsHandler);
      firePropertyChange("graphicManager", before, model);
    }
  }

  private void graphicChanged(PropertyChangeEvent event) {
    if (event.getPropertyName().startsWith("remove") && event.getSource() instanceof Graphic it) {
      drawings.removeGraphic(it);
    }
  }

  @Override
  public GraphicModel getGraphicManager() {
    return drawings;
  }

  @Override
  public PropertyChangeListener getGraphicsChangeHandler() {
    return graphicsHandler;
  }

  @Override
  public void disposeView() {
    drawings.removeGraphicChangeHandler(graphicsHandler);
    drawings.deleteNonSerializableGraphics();
    layer.dispose();
    disposed = true;
  }

  @Override
  public JComponent getJComponent() {
    return this;
  }

  @Override
  public AffineTransform getAffineTransform() {
    return transform.toView();
  }

  @Override
  public AffineTransform getInverseTransform() {
    return transform.toImage();
  }

  @Override
  public Object getActionValue(String action) {
    return actions.get(action);
  }

  @Override
  public Map<String, Object> getActionsInView() {
    return actions;
  }

  @Override
  public void zoom(Double scale) {
    actions.put(ActionW.ZOOM.cmd(), scale);
    update();
  }

  @Override
  public double getBestFitViewScale() {
    return transform.bestFit();
  }

  @Override
  public Point2D viewToModel(Double x, Double y) {
    return getImageCoordinatesFromMouse((int) Math.round(x), (int) Math.round(y));
  }

  @Override
  public Point2D modelToView(Double x, Double y) {
    Point2D point = getAffineTransform().transform(new Point2D.Double(x, y), null);
    Point2D offset = getClipViewCoordinatesOffset();
    return new Point2D.Double(point.getX() + offset.getX(), point.getY() + offset.getY());
  }

  @Override
  public Point2D getImageCoordinatesFromMouse(Integer x, Integer y) {
    Point2D offset = getClipViewCoordinatesOffset();
    Point2D inside = new Point2D.Double(x - offset.getX(), y - offset.getY());
    return getInverseTransform().transform(inside, null);
  }

  @Override
  public Point getMouseCoordinatesFromImage(Double x, Double y) {
    Point2D point = modelToView(x, y);
    return new Point((int) Math.round(point.getX()), (int) Math.round(point.getY()));
  }

  @Override
  public Point2D getClipViewCoordinatesOffset() {
    Rectangle2D bounds = getImageViewBounds();
    return new Point2D.Double(Math.max(0, bounds.getX()), Math.max(0, bounds.getY()));
  }

  @Override
  public Point2D getViewCoordinatesOffset() {
    Rectangle2D bounds = getImageViewBounds();
    return new Point2D.Double(bounds.getX(), bounds.getY());
  }

  @Override
  public Rectangle2D getImageViewBounds() {
    return transform.boundsInView();
  }

  @Override
  public Rectangle2D getImageViewBounds(double width, double height) {
    return getImageViewBounds();
  }

  @Override
  public MediaSeries<DicomImageElement> getSeries() {
    return series;
  }

  @Override
  public int getFrameIndex() {
    return series instanceof Series<DicomImageElement> images
        ? images.getImageIndex(getImage(), null, getCurrentSortComparator())
        : -1;
  }

  @Override
  public ImageLayer<DicomImageElement> getImageLayer() {
    return layer;
  }

  @Override
  public MeasurableLayer getMeasurableLayer() {
    return layer;
  }

  @Override
  public DicomImageElement getImage() {
    return layer.getSourceImage();
  }

  @Override
  public PlanarImage getSourceImage() {
    return layer.getSourceRenderedImage();
  }

  @Override
  public ImageViewerEventManager<DicomImageElement> getEventManager() {
    return EventManager.getInstance();
  }

  @Override
  public int getTileOffset() {
    return tileOffset;
  }

  @Override
  public void setTileOffset(int offset) {
    tileOffset = offset;
  }

  @Override
  public void center() {
    update();
  }

  @Override
  public void setCenter(Double x, Double y) {
    update();
  }

  /** Of instance numbers unless a test has set another under {@code sort}; may be reversed. */
  @Override
  @SuppressWarnings("unchecked")
  public Comparator<DicomImageElement> getCurrentSortComparator() {
    SeriesComparator<DicomImageElement> order =
        (SeriesComparator<DicomImageElement>)
            actions.getOrDefault("sort", org.weasis.dicom.codec.SortSeriesStack.instanceNumber);
    return Boolean.TRUE.equals(actions.get("reverse")) ? order.getReversOrderComparator() : order;
  }

  @Override
  public void setActionsInView(String action, Object value) {
    actions.put(action, value);
  }

  @Override
  public void setActionsInView(String action, Object value, Boolean repaint) {
    setActionsInView(action, value);
  }

  @Override
  public void setSelected(Boolean selected) {
    drawings.setSelectedGraphic(null);
  }

  @Override
  public void setDrawingsVisibility(Boolean visible) {
    actions.put("drawings", visible);
  }

  @Override
  public void resetZoom() {
    zoom(0.0);
  }

  @Override
  public void resetPan() {
    update();
  }

  @Override
  public void reset() {
    rotate(0);
    flip(false);
    resetZoom();
  }

  @Override
  public void updateCanvas(boolean trigger) {
    update();
  }

  @Override
  public boolean hasValidContent() {
    return getSourceImage() != null;
  }

  @Override
  public void handleLayerChanged(ImageLayer<DicomImageElement> changed) {
    repaint();
  }

  @Override
  public void propertyChange(PropertyChangeEvent event) {}

  @Override
  public void focusGained(FocusEvent event) {}

  @Override
  public void focusLost(FocusEvent event) {}

  @Override
  public void keyTyped(KeyEvent event) {}

  @Override
  public void keyPressed(KeyEvent event) {}

  @Override
  public void keyReleased(KeyEvent event) {}
}
