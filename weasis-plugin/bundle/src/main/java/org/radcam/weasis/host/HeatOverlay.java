package org.radcam.weasis.host;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.geom.Point2D;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.radcam.weasis.heat.HeatPlacement;
import org.radcam.weasis.viewer.HeatDisplay.HeatPicture;
import org.weasis.core.ui.editor.image.ViewCanvas;
import org.weasis.dicom.codec.DicomImageElement;

/**
 * The heat map's own layer over one view: a transparent component that the view paints last. It
 * asks what the view shows whenever it is painted, and so follows zoom, pan, rotation, flip, image
 * and series by itself.
 *
 * <p>It is not among the graphics of the image, on purpose: those are the user's. Weasis writes
 * every graphic of an image into the annotation file of an export, of whatever layer; it shares
 * them between views, selects and deletes them all together, and deletes those that are not to be
 * saved when any view leaves the image.
 *
 * <p>It takes no mouse events, and no focus. Where it could not be painted, it says so instead, and
 * tries again with another image or other heat.
 */
final class HeatOverlay extends JComponent {
  private static final long serialVersionUID = 1L;
  private static final String FAILED = "RadCAM: the heat map of this image cannot be shown";

  private final transient ViewCanvas<DicomImageElement> view;
  private final transient Heat heat;
  private final transient ComponentAdapter resizing =
      new ComponentAdapter() {
        @Override
        public void componentResized(ComponentEvent event) {
          fill();
        }
      };

  private transient Optional<DicomImageElement> failed = Optional.empty();

  /** What is to be seen over the image of a view. */
  @FunctionalInterface
  interface Heat {
    Optional<HeatPicture> over(ViewCanvas<DicomImageElement> view);
  }

  HeatOverlay(ViewCanvas<DicomImageElement> view, Heat heat) {
    this.view = view;
    this.heat = heat;
    setOpaque(false);
    setFocusable(false);
    setName("radcam.heat");
  }

  ViewCanvas<DicomImageElement> view() {
    return view;
  }

  /** Lays it over its view. */
  void attach() {
    JComponent canvas = view.getJComponent();
    canvas.add(this);
    canvas.addComponentListener(resizing);
    fill();
    canvas.repaint();
  }

  /** Shows what there is now. */
  void refresh() {
    failed = Optional.empty();
    view.getJComponent().repaint();
  }

  /** Takes it off. */
  void detach() {
    JComponent canvas = view.getJComponent();
    canvas.removeComponentListener(resizing);
    canvas.remove(this);
    canvas.repaint();
  }

  private void fill() {
    JComponent canvas = view.getJComponent();
    setBounds(0, 0, canvas.getWidth(), canvas.getHeight());
  }

  /** The mouse is the view's. */
  @Override
  public boolean contains(int x, int y) {
    return false;
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    // A view can lose its image while it is painted, and it must be painted all the same.
    EventThread.safely(() -> paintOrSay(graphics));
  }

  private void paintOrSay(Graphics graphics) {
    Optional<DicomImageElement> image = Optional.ofNullable(view.getImage());
    if (image.isPresent() && !image.equals(failed)) {
      failed = painted(graphics, own -> paint(own, image.get())) ? Optional.empty() : image;
    }
    if (image.isPresent() && failed.isPresent()) {
      painted(graphics, this::say);
    }
  }

  private static boolean painted(Graphics graphics, Consumer<Graphics2D> painter) {
    Graphics2D own = (Graphics2D) graphics.create();
    try {
      return EventThread.safely(() -> painter.accept(own));
    } finally {
      own.dispose();
    }
  }

  /** Legible on any image. */
  private void say(Graphics2D graphics) {
    FontMetrics metrics = graphics.getFontMetrics();
    int width = metrics.stringWidth(FAILED) + metrics.getHeight();
    int left = (getWidth() - width) / 2;
    int top = getHeight() / 2 - metrics.getHeight();
    graphics.setColor(Color.BLACK);
    graphics.fillRect(left, top, width, 2 * metrics.getHeight());
    graphics.setColor(Color.WHITE);
    graphics.drawString(
        FAILED, left + metrics.getHeight() / 2, getHeight() / 2 + metrics.getAscent() / 2);
  }

  private void paint(Graphics2D graphics, DicomImageElement image) {
    Optional<HeatPicture> picture = heat.over(view);
    if (picture.isEmpty()) {
      return;
    }
    Point2D corner = view.getClipViewCoordinatesOffset();
    graphics.translate(corner.getX(), corner.getY());
    graphics.transform(
        HeatPlacement.of(
            view.getAffineTransform(),
            Drawings.rectification(image).toShown(),
            picture.get().toSource()));
    // A pixel of heat is a place: it must not run into its neighbours.
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    graphics.drawImage(picture.get().argb(), 0, 0, null);
  }
}
