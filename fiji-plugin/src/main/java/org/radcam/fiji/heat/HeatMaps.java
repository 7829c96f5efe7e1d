package org.radcam.fiji.heat;

import ij.ImagePlus;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.radcam.image.Size;
import org.radcam.render.HeatStyle;

/**
 * The heat maps of an image, with their raw values, and how they are shown. Kept with the image, so
 * that the look can change without the model.
 *
 * @param bySlice by position in the stack, from 1
 * @param style how they look
 * @param shown whether they are laid over the image
 */
public record HeatMaps(NavigableMap<Integer, SliceHeat> bySlice, HeatStyle style, boolean shown) {
  private static final String PROPERTY = "org.radcam.heatmaps";

  public HeatMaps {
    bySlice = Collections.unmodifiableNavigableMap(new TreeMap<>(bySlice));
  }

  /**
   * The heat maps that were made for an image in this session, unless the image has another size
   * since, so that they no longer fit.
   */
  public static Optional<HeatMaps> of(ImagePlus image) {
    return image.getProperty(PROPERTY) instanceof HeatMaps maps && maps.fit(image)
        ? Optional.of(maps)
        : Optional.empty();
  }

  private boolean fit(ImagePlus image) {
    Size size = Size.of(image.getWidth(), image.getHeight());
    return bySlice.values().stream().allMatch(heat -> heat.map().onSource().size().equals(size))
        && bySlice.lastKey() <= image.getStackSize();
  }

  /**
   * Forgets the heat maps of slices that have not the pixels any more that they were made of, and
   * takes them off the image: they would show heat where there is none. Reads all pixels of the
   * slices that have a heat map.
   *
   * @return positions of those slices, in order
   */
  public static List<Integer> dropStale(ImagePlus image) {
    if (!(image.getProperty(PROPERTY) instanceof HeatMaps maps)) {
      return List.of();
    }
    NavigableMap<Integer, SliceHeat> fresh = new TreeMap<>(maps.bySlice);
    fresh.entrySet().removeIf(entry -> !entry.getValue().fits(image, entry.getKey()));
    List<Integer> stale =
        maps.bySlice.keySet().stream().filter(slice -> !fresh.containsKey(slice)).toList();
    if (!stale.isEmpty()) {
      HeatOverlay.remove(image, stale);
      image.setProperty(
          PROPERTY, fresh.isEmpty() ? null : new HeatMaps(fresh, maps.style, maps.shown));
    }
    return stale;
  }

  /** Keeps these with the image and shows them as they say. */
  public void putOn(ImagePlus image) {
    image.setProperty(PROPERTY, this);
    HeatOverlay.draw(image, this, bySlice.keySet());
  }

  /** Shows some slices as these say, without keeping anything. */
  public void preview(ImagePlus image, List<Integer> slices) {
    HeatOverlay.draw(image, this, slices.stream().filter(bySlice::containsKey).toList());
  }

  /** These and the maps of further slices; a slice that has one gets the new one. */
  public HeatMaps with(
      NavigableMap<Integer, SliceHeat> more, HeatStyle newStyle, boolean nowShown) {
    NavigableMap<Integer, SliceHeat> all = new TreeMap<>(bySlice);
    all.putAll(more);
    return new HeatMaps(all, newStyle, nowShown);
  }

  public HeatMaps looking(HeatStyle newStyle, boolean nowShown) {
    return new HeatMaps(bySlice, newStyle, nowShown);
  }
}
