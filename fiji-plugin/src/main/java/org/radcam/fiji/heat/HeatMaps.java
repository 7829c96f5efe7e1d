package org.radcam.fiji.heat;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.radcam.fiji.image.SliceNames;
import org.radcam.render.HeatStyle;

/**
 * The heat maps of an image and how they are shown. Kept with the image, so that the look can
 * change without the model.
 *
 * <p>There may be several: of the slices of a stack of pictures, of the lesions of a volume, of the
 * stages of a cascade or the networks of an ensemble. Those of one stage are shown together.
 */
public final class HeatMaps {
  private static final String PROPERTY = "org.radcam.heatmaps";

  private final List<KeptHeat> layers;
  private final HeatLook look;

  private HeatMaps(List<KeptHeat> layers, HeatLook look) {
    this.layers = List.copyOf(layers);
    this.look = look;
  }

  /**
   * The heat maps that were made for an image in this session, unless the image has another size
   * since, so that they no longer fit.
   */
  public static Optional<HeatMaps> of(ImagePlus image) {
    return kept(image)
        .filter(maps -> maps.layers.stream().allMatch(heat -> heat.madeOf().hasSizeOf(image)));
  }

  private static Optional<HeatMaps> kept(ImagePlus image) {
    return image.getProperty(PROPERTY) instanceof HeatMaps maps
        ? Optional.of(maps)
        : Optional.empty();
  }

  /** Heat maps that no image keeps, for an image of their own. */
  public static HeatMaps of(List<HeatLayer> layers, HeatLook look) {
    return new HeatMaps(List.of(), look).with(layers, look);
  }

  /**
   * Adds heat maps to an image's, and shows them as the final answer's, each on its own scale.
   *
   * @see #add(ImagePlus, List, HeatLook)
   */
  public static List<String> add(
      ImagePlus image, List<HeatLayer> layers, HeatStyle style, boolean shown) {
    return add(image, layers, new HeatLook(style, shown));
  }

  /**
   * Adds heat maps to an image's, and shows all as {@code look} says.
   *
   * <ul>
   *   <li>A map that is there goes if a new one lies on one of its slices and is of the same
   *       subject, or of another model, or either of the two has no subject.
   *   <li>A new one whose pixels have changed since the model got them is not added: the image can
   *       be edited while the model works.
   * </ul>
   *
   * @return names of slices, or of the image, that changed, so that their maps were not added
   * @throws IllegalArgumentException if a map is not of the image's size
   */
  public static List<String> add(ImagePlus image, List<HeatLayer> layers, HeatLook look) {
    HeatMaps before = of(image).orElseGet(() -> new HeatMaps(List.of(), look));
    HeatMaps all = before.with(layers, look);
    all.layers.forEach(heat -> requireSize(heat, image));
    Set<KeptHeat> old = Set.copyOf(before.layers);
    Map<MadeOf, Boolean> fit = new HashMap<>();
    List<KeptHeat> kept = new ArrayList<>();
    List<KeptHeat> changed = new ArrayList<>();
    for (KeptHeat heat : all.layers) {
      boolean fits =
          old.contains(heat) || fit.computeIfAbsent(heat.madeOf(), made -> made.fits(image));
      (fits ? kept : changed).add(heat);
    }
    new HeatMaps(kept, look).putOn(image);
    return names(changed, image);
  }

  private static void requireSize(KeptHeat heat, ImagePlus image) {
    if (!heat.madeOf().hasSizeOf(image)) {
      throw new IllegalArgumentException(
          "A heat map of "
              + heat.grid().size()
              + " from slice "
              + heat.firstSlice()
              + " on does not lie on an image of "
              + image.getWidth()
              + " x "
              + image.getHeight()
              + " x "
              + image.getStackSize());
    }
  }

  private HeatMaps with(List<HeatLayer> more, HeatLook newLook) {
    List<KeptHeat> all = new ArrayList<>(layers);
    for (HeatLayer layer : more) {
      all.removeIf(heat -> isReplaced(heat, layer));
    }
    for (HeatLayer layer : more) {
      MadeOf own = new MadeOf(layer);
      MadeOf known =
          all.stream().map(KeptHeat::madeOf).filter(own::isSameAs).findFirst().orElse(own);
      all.add(new KeptHeat(layer, known));
    }
    return new HeatMaps(all, newLook);
  }

  private static boolean isReplaced(KeptHeat there, HeatLayer layer) {
    return there.firstSlice() <= layer.lastSlice()
        && layer.firstSlice() <= there.lastSlice()
        && (there.subject().equals(layer.subject())
            || there.subject().isEmpty()
            || layer.subject().isEmpty()
            || !there.modelId().equals(layer.modelId()));
  }

  /**
   * Forgets the heat maps of pixels that are not any more what they were made of, and takes them
   * off the image: they would show heat where there is none. Reads all pixels that have a heat map.
   *
   * @return names of those slices, or of the image where it was a map of the whole stack
   */
  public static List<String> dropStale(ImagePlus image) {
    Optional<HeatMaps> maps = kept(image);
    if (maps.isEmpty()) {
      return List.of();
    }
    Map<MadeOf, Boolean> fit = new HashMap<>();
    List<KeptHeat> fresh = new ArrayList<>();
    List<KeptHeat> stale = new ArrayList<>();
    for (KeptHeat heat : maps.get().layers) {
      boolean fits = fit.computeIfAbsent(heat.madeOf(), made -> made.fits(image));
      (fits ? fresh : stale).add(heat);
    }
    if (!stale.isEmpty()) {
      new HeatMaps(fresh, maps.get().look).putOn(image);
    }
    return names(stale, image);
  }

  private static List<String> names(List<KeptHeat> layers, ImagePlus image) {
    Set<String> names = new LinkedHashSet<>();
    for (KeptHeat heat : layers) {
      boolean whole = heat.firstSlice() < heat.lastSlice();
      names.add(whole ? image.getTitle() : SliceNames.of(image, heat.firstSlice()));
    }
    return List.copyOf(names);
  }

  /** Keeps these with the image and shows them as they say. */
  public void putOn(ImagePlus image) {
    image.setProperty(PROPERTY, layers.isEmpty() ? null : this);
    HeatOverlay.draw(image, this);
  }

  /** Shows these, without keeping anything. */
  public void preview(ImagePlus image) {
    HeatOverlay.draw(image, this);
  }

  /** These with another look. */
  public HeatMaps looking(HeatLook other) {
    return new HeatMaps(layers, other);
  }

  public HeatLook look() {
    return look;
  }

  /** Keys of the stages that there are maps of; that of the final answer, which is empty, first. */
  public List<String> stages() {
    List<String> stages = new ArrayList<>();
    layers.stream().map(KeptHeat::stage).distinct().forEach(stages::add);
    if (stages.remove(HeatLayer.FINAL)) {
      stages.add(0, HeatLayer.FINAL);
    }
    return List.copyOf(stages);
  }

  /** Lesions or cases that there are maps of, in the order in which they came. */
  public List<String> subjects() {
    return layers.stream().map(KeptHeat::subject).distinct().toList();
  }

  /** Positions in the stack, from 1, that there are maps of. */
  public NavigableSet<Integer> slices() {
    return slices(layers);
  }

  static NavigableSet<Integer> slices(Collection<KeptHeat> layers) {
    NavigableSet<Integer> slices = new TreeSet<>();
    for (KeptHeat heat : layers) {
      for (int slice = heat.firstSlice(); slice <= heat.lastSlice(); slice++) {
        slices.add(slice);
      }
    }
    return slices;
  }

  /** Every map. */
  List<KeptHeat> layers() {
    return layers;
  }

  /** The maps that are shown, if any are. */
  ShownHeat chosen() {
    return new ShownHeat(
        layers.stream().filter(heat -> heat.stage().equals(look.stage())).toList(), look.scale());
  }
}
