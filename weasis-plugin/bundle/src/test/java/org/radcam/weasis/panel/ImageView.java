package org.radcam.weasis.panel;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;
import org.radcam.Progress;
import org.radcam.image.ImageTraits;
import org.radcam.image.Volume;
import org.radcam.prepare.Percentiles;
import org.radcam.weasis.viewer.ViewedImage;

/** Shows one image with the heat over it, for pictures of the panel. */
final class ImageView extends JComponent {
  private static final long serialVersionUID = 1L;
  private static final int SIDE = 620;

  private final transient ViewerDouble viewer;
  private transient ViewedImage image;
  private transient BufferedImage grey;
  private double aspect = 1;

  ImageView(ViewerDouble viewer) {
    this.viewer = viewer;
  }

  void show(ViewedImage other) {
    image = other;
    var slice = other.series().slice(other.image(), Progress.NONE).source();
    Volume volume = slice.volume();
    int columns = volume.size().columns();
    int rows = volume.size().rows();
    double[] range = Percentiles.of(volume.voxels(), 0.5, 99.5);
    boolean inverted = slice.traits().brightness() == ImageTraits.Brightness.LARGE_IS_DARK;
    grey = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    for (int n = 0; n < columns * rows; n++) {
      double share = (volume.voxels()[n] - range[0]) / Math.max(1e-6, range[1] - range[0]);
      int value = (int) (255 * Math.max(0, Math.min(1, inverted ? 1 - share : share)));
      grey.setRGB(n % columns, n / columns, value << 16 | value << 8 | value);
    }
    aspect = slice.geometry().height() / slice.geometry().width();
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(SIDE, SIDE);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setColor(Color.BLACK);
    g.fillRect(0, 0, getWidth(), getHeight());
    if (grey == null) {
      return;
    }
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    double width = Math.min(getWidth(), getHeight() / aspect);
    AffineTransform view =
        AffineTransform.getTranslateInstance(
            (getWidth() - width) / 2, (getHeight() - width * aspect) / 2);
    view.scale(width / grey.getWidth(), width * aspect / grey.getHeight());
    g.drawImage(grey, view, null);
    viewer
        .heat()
        .shown()
        .flatMap(heat -> heat.over(image))
        .ifPresent(
            picture -> {
              AffineTransform place = new AffineTransform(view);
              place.concatenate(picture.toSource());
              g.drawImage(picture.argb(), place, null);
            });
    g.dispose();
  }
}
