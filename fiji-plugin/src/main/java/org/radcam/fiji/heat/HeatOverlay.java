package org.radcam.fiji.heat;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import org.radcam.image.Size;

/**
 * Heat maps as elements of an image's overlay, one pixel for one pixel, under whatever the user has
 * put there.
 *
 * <ul>
 *   <li>Elements of the user, and the selection, stay as they are.
 *   <li>In a stack each element belongs to its slice; slices without anything to show have none.
 *   <li>Where the maps of several lesions overlap, the larger share counts.
 * </ul>
 */
final class HeatOverlay {
  /** How ImageJ's Overlay Manager names our elements. */
  static final String NAME = "RadCAM heat map";

  private HeatOverlay() {}

  /** Whether an overlay element is one of ours, perhaps saved and opened again. */
  static boolean isHeat(Roi element) {
    return element instanceof ImageRoi
        && element.getName() != null
        && element.getName().startsWith(NAME);
  }

  /** Draws the maps anew, those of the slice that the user sees at once, and removes the others. */
  static void draw(ImagePlus image, HeatMaps maps) {
    List<Roi> elements = new ArrayList<>();
    if (maps.look().shown()) {
      elements.addAll(elements(image, maps));
    }
    Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
    for (Roi element : overlay.toArray()) {
      if (!isHeat(element)) {
        elements.add(element);
      }
    }
    overlay.clear();
    elements.forEach(overlay::add);
    image.setOverlay(overlay.size() == 0 ? null : overlay);
  }

  private static List<HeatElement> elements(ImagePlus image, HeatMaps maps) {
    ShownHeat heat = maps.chosen();
    List<HeatElement> elements = new ArrayList<>();
    for (int slice : heat.slices()) {
      float most = heat.most(slice);
      if (most > 0 && most >= maps.look().style().threshold()) {
        elements.add(element(image, slice, heat, maps.look()));
      }
    }
    return elements;
  }

  private static HeatElement element(ImagePlus image, int slice, ShownHeat heat, HeatLook look) {
    Size size = Size.of(image.getWidth(), image.getHeight());
    HeatElement element = new HeatElement(heat, look.style(), slice, size);
    element.setName(NAME + ": " + heat.classes(slice));
    // An image of one slice has no positions; 0 means every slice.
    element.setPosition(image.getStackSize() > 1 ? slice : 0);
    if (slice == image.getCurrentSlice()) {
      element.paint();
    }
    return element;
  }
}
