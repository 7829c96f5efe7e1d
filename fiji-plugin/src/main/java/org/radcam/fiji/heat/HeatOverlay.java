package org.radcam.fiji.heat;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.radcam.classify.HeatMap;
import org.radcam.image.Volume;
import org.radcam.render.HeatMapRenderer;
import org.radcam.render.HeatStyle;

/**
 * Heat maps as elements of an image's overlay, one pixel for one pixel, under whatever the user has
 * put there.
 *
 * <ul>
 *   <li>Elements of the user, and the selection, stay as they are.
 *   <li>In a stack each element belongs to its slice.
 *   <li>Transparency is that of the element (opacity, black is transparent), not of its pixels:
 *       ImageJ saves those only, and a saved image must look the same when it is opened again.
 * </ul>
 */
public final class HeatOverlay {
  /** How ImageJ's Overlay Manager names our elements. */
  static final String NAME = "RadCAM heat map";

  /** ImageJ takes colours of a mean up to 1 as transparent: the darkest that is drawn. */
  private static final int DARKEST = 0x020202;

  private HeatOverlay() {}

  /** Whether an overlay element is one of ours. */
  static boolean isHeat(Roi element) {
    return element instanceof ImageRoi
        && element.getName() != null
        && element.getName().startsWith(NAME);
  }

  /**
   * Draws some of the maps anew, and removes those that are not shown.
   *
   * @param slices which ones have changed
   */
  static void draw(ImagePlus image, HeatMaps maps, Collection<Integer> slices) {
    Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
    List<Roi> users = new ArrayList<>();
    List<Roi> heat = new ArrayList<>();
    for (Roi element : overlay.toArray()) {
      if (!isHeat(element)) {
        users.add(element);
      } else if (maps.shown() && !slices.contains(sliceOf(element))) {
        heat.add(element);
      }
    }
    if (maps.shown()) {
      for (int slice : slices) {
        heat.add(element(image, slice, maps.bySlice().get(slice).map(), maps.style()));
      }
    }
    overlay.clear();
    heat.forEach(overlay::add);
    users.forEach(overlay::add);
    image.setOverlay(overlay.size() == 0 ? null : overlay);
  }

  /** Takes our elements of some slices off the image. */
  static void remove(ImagePlus image, Collection<Integer> slices) {
    Overlay overlay = image.getOverlay();
    if (overlay == null) {
      return;
    }
    Roi[] elements = overlay.toArray();
    // By place: ImageJ takes elements of the same bounds for equal.
    for (int n = elements.length - 1; n >= 0; n--) {
      if (isHeat(elements[n]) && slices.contains(sliceOf(elements[n]))) {
        overlay.remove(n);
      }
    }
    image.setOverlay(overlay.size() == 0 ? null : overlay);
  }

  private static int sliceOf(Roi element) {
    return Math.max(1, element.getPosition());
  }

  private static ImageRoi element(ImagePlus image, int slice, HeatMap map, HeatStyle style) {
    Volume shown = map.displayed();
    int[] pixels =
        HeatMapRenderer.argb(shown, 0, new HeatStyle(style.colours(), 1, style.threshold()));
    for (int n = 0; n < pixels.length; n++) {
      boolean seen = pixels[n] >>> 24 != 0;
      pixels[n] = seen ? visible(pixels[n] & 0xFFFFFF) : 0;
    }
    ImageRoi element =
        new ImageRoi(0, 0, new ColorProcessor(shown.size().columns(), shown.size().rows(), pixels));
    element.setZeroTransparent(true);
    element.setOpacity(style.opacity());
    element.setName(NAME + ": " + map.classKey());
    // An image of one slice has no positions; 0 means every slice.
    element.setPosition(image.getStackSize() > 1 ? slice : 0);
    return element;
  }

  private static int visible(int rgb) {
    int sum = (rgb >> 16) + (rgb >> 8 & 0xFF) + (rgb & 0xFF);
    return sum < 3 * 2 ? DARKEST : rgb;
  }
}
