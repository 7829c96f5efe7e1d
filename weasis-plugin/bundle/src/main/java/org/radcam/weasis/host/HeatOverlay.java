package org.radcam.weasis.host;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.geom.Point2D;
import java.util.Optional;
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
 * <p>It takes no mouse events, and no focus.
 */
final class HeatOverlay extends JComponent {
  private static final long serialVersionUID = 1L;

  private final transient ViewCanvas<DicomImageElement> view;
  private final transient Heat heat;
  private final transient ComponentAdapter resizing =
      new ComponentAdapter() {
        @Override
        public void componentResized(ComponentEvent event) {
          fill();
        }
      };

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
    Graphics2D own = (Graphics2D) graphics.create();
    try {
      // A view can lose its image while it is painted, and it must be painted all the same.
      EventThread.safely(() -> paint(own));
    } finally {
      own.dispose();
    }
  }

  private void paint(Graphics2D graphics) {
    DicomImageElement image = view.getImage();
    Optional<HeatPicture> picture = image == null ? Optional.empty() : heat.over(view);
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
