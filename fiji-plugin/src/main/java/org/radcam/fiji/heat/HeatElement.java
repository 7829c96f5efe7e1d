package org.radcam.fiji.heat;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.AlphaComposite;
import java.awt.Composite;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.lang.ref.SoftReference;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Volume;
import org.radcam.render.HeatMapRenderer;
import org.radcam.render.HeatStyle;

/**
 * The heat of one slice as an element of an overlay. It is painted when it is looked at, saved or
 * flattened; the picture may be forgotten when memory is short. So a volume of hundreds of slices
 * costs no more than those that the user looks at.
 *
 * <p>Transparency is that of the element (opacity, black is transparent), not of its pixels: ImageJ
 * saves those only, and a saved image must look the same when it is opened again. An element that
 * the user turns or gives another picture is an ordinary one from then on.
 */
final class HeatElement extends ImageRoi {
  private static final long serialVersionUID = 1;

  /** ImageJ takes colours of a mean up to 1 as transparent: the darkest that is drawn. */
  private static final int DARKEST = 0x020202;

  private final transient ShownHeat heat;
  private final transient HeatStyle style;
  private final int slice;
  private final Size imageSize;
  private transient SoftReference<BufferedImage> picture = new SoftReference<>(null);
  private boolean ordinary;

  /**
   * The part of a slice where networks looked.
   *
   * @param slice position in the stack, from 1
   * @param imageSize of the slice
   */
  HeatElement(ShownHeat heat, HeatStyle style, int slice, Size imageSize) {
    super(0, 0, new ColorProcessor(1, 1));
    Rectangle area = heat.area(slice);
    this.heat = heat;
    this.style = style;
    this.slice = slice;
    this.imageSize = imageSize;
    super.setZeroTransparent(true);
    setOpacity(style.opacity());
    setBounds(area);
  }

  private void setBounds(Rectangle area) {
    setBounds(new Rectangle2D.Double(area.x, area.y, area.width, area.height));
  }

  /** Paints the picture now, in the thread that calls, so that the window's thread need not. */
  void paint() {
    picture();
  }

  private BufferedImage picture() {
    BufferedImage painted = picture.get();
    if (painted == null) {
      Rectangle area = heat.area(slice);
      painted = new BufferedImage(area.width, area.height, BufferedImage.TYPE_INT_ARGB);
      int columns = imageSize.columns();
      int first = area.y * columns + area.x;
      painted.setRGB(0, 0, area.width, area.height, pixels(), first, columns);
      picture = new SoftReference<>(painted);
    }
    return painted;
  }

  /** The whole slice as ARGB, opaque or nothing. */
  private int[] pixels() {
    Volume shares =
        new Volume(Geometry.uncalibrated(imageSize), heat.shares(slice, imageSize.voxels()));
    int[] pixels =
        HeatMapRenderer.argb(shares, 0, new HeatStyle(style.colours(), 1, style.threshold()));
    for (int n = 0; n < pixels.length; n++) {
      boolean seen = pixels[n] >>> 24 != 0;
      pixels[n] = seen ? visible(pixels[n]) : 0;
    }
    return pixels;
  }

  private static int visible(int argb) {
    int sum = (argb >> 16 & 0xFF) + (argb >> 8 & 0xFF) + (argb & 0xFF);
    return sum < 3 * 2 ? 0xFF000000 | DARKEST : argb;
  }

  @Override
  public void draw(Graphics graphics) {
    if (ordinary) {
      super.draw(graphics);
      return;
    }
    Graphics2D canvas = (Graphics2D) graphics;
    Composite before = canvas.getComposite();
    canvas.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) getOpacity()));
    Rectangle at = getBounds();
    BufferedImage painted = picture();
    canvas.drawImage(
        painted,
        screenX(at.x),
        screenY(at.y),
        screenX(at.x + at.width),
        screenY(at.y + at.height),
        0,
        0,
        painted.getWidth(),
        painted.getHeight(),
        null);
    canvas.setComposite(before);
  }

  @Override
  public ImageProcessor getProcessor() {
    return ordinary ? super.getProcessor() : painted();
  }

  private ColorProcessor painted() {
    BufferedImage painted = picture();
    int width = painted.getWidth();
    int height = painted.getHeight();
    return new ColorProcessor(width, height, painted.getRGB(0, 0, width, height, null, 0, width));
  }

  @Override
  public byte[] getSerializedImage() {
    return ordinary
        ? super.getSerializedImage()
        : new FileSaver(new ImagePlus("", painted())).serialize();
  }

  @Override
  public void setProcessor(ImageProcessor pixels) {
    ordinary = true;
    super.setProcessor(pixels);
  }

  @Override
  public void rotate(double angle) {
    becomeOrdinary();
    super.rotate(angle);
  }

  @Override
  public void setAngle(double angle) {
    becomeOrdinary();
    super.setAngle(angle);
  }

  @Override
  public void setZeroTransparent(boolean transparent) {
    becomeOrdinary();
    super.setZeroTransparent(transparent);
  }

  private void becomeOrdinary() {
    if (!ordinary) {
      setProcessor(painted());
    }
  }

  @Override
  public synchronized Object clone() {
    HeatElement copy = (HeatElement) super.clone();
    if (!ordinary) {
      // ImageJ has given the copy the picture of one pixel that stands for ours.
      copy.ordinary = false;
      copy.setBounds(getBounds());
    }
    return copy;
  }
}
