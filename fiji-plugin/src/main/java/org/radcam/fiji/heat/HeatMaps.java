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

  private final List<HeatLayer> layers;
  private final HeatLook look;
  private final Freshness freshness;

  private HeatMaps(List<HeatLayer> layers, HeatLook look, Freshness freshness) {
    this.layers = List.copyOf(layers);
    this.look = withStage(look);
    this.freshness = freshness;
  }

  /** Where there is no map of the stage that is to be shown, the first other one is. */
  private HeatLook withStage(HeatLook asked) {
    List<String> stages = stages();
    return stages.isEmpty() || stages.contains(asked.stage())
        ? asked
        : new HeatLook(asked.style(), asked.shown(), stages.get(0), asked.scale());
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

  /**
   * Heat maps that no image keeps, for an image of their own. If none is of the stage that is to be
   * shown, those of the final answer are.
   */
  public static HeatMaps of(List<HeatLayer> layers, HeatLook look) {
    return new HeatMaps(layers, look, new Freshness());
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
   *   <li>The new ones are all that a run made: a map that is there goes if a new one lies on one
   *       of its slices, whatever it is about.
   *   <li>A new one whose pixels have changed since the model got them is not added: the image can
   *       be edited, cropped or closed while the model works.
   * </ul>
   *
   * @return names of slices, or of the image, that changed, so that their maps were not added
   */
  public static List<String> add(ImagePlus image, List<HeatLayer> layers, HeatLook look) {
    Optional<HeatMaps> before = of(image);
    Freshness freshness = before.map(maps -> maps.freshness).orElseGet(Freshness::new);
    List<HeatLayer> all = new ArrayList<>(before.map(maps -> maps.layers).orElse(List.of()));
    all.removeIf(old -> layers.stream().anyMatch(layer -> layer.sharesSlices(old)));
    Checked checked = Checked.of(layers, image, freshness);
    all.addAll(checked.fresh());
    new HeatMaps(all, look, freshness).putOn(image);
    return names(checked.stale(), image);
  }

  /** Layers whose pixels are there still, and those whose are not. */
  private record Checked(List<HeatLayer> fresh, List<HeatLayer> stale) {
    static Checked of(List<HeatLayer> layers, ImagePlus image, Freshness freshness) {
      Map<MadeOf, Boolean> fits = new HashMap<>();
      Checked checked = new Checked(new ArrayList<>(), new ArrayList<>());
      for (HeatLayer layer : layers) {
        boolean fresh = fits.computeIfAbsent(layer.madeOf(), made -> freshness.fits(image, made));
        (fresh ? checked.fresh : checked.stale).add(layer);
      }
      return checked;
    }
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
    Freshness freshness = maps.get().freshness;
    Checked checked = Checked.of(maps.get().layers, image, freshness);
    if (!checked.stale().isEmpty()) {
      new HeatMaps(checked.fresh(), maps.get().look, freshness).putOn(image);
    }
    return names(checked.stale(), image);
  }

  private static List<String> names(List<HeatLayer> layers, ImagePlus image) {
    Set<String> names = new LinkedHashSet<>();
    for (HeatLayer heat : layers) {
      names.add(
          heat.madeOf().isVolume() ? image.getTitle() : SliceNames.of(image, heat.firstSlice()));
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
    return new HeatMaps(layers, other, freshness);
  }

  public HeatLook look() {
    return look;
  }

  /** Keys of the stages that there are maps of; that of the final answer, which is empty, first. */
  public List<String> stages() {
    List<String> stages = new ArrayList<>();
    layers.stream().map(HeatLayer::stage).distinct().forEach(stages::add);
    if (stages.remove(HeatLayer.FINAL)) {
      stages.add(0, HeatLayer.FINAL);
    }
    return List.copyOf(stages);
  }

  /** Lesions or cases that there are maps of, in the order in which they came. */
  public List<String> subjects() {
    return layers.stream().map(HeatLayer::subject).distinct().toList();
  }

  /** Whether there is one map of each stage only, so that there is nothing to compare. */
  public boolean isSingle() {
    return stages().size() == layers.size();
  }

  /** Positions in the stack, from 1, that there are maps of. */
  public NavigableSet<Integer> slices() {
    return slices(layers);
  }

  static NavigableSet<Integer> slices(Collection<HeatLayer> layers) {
    NavigableSet<Integer> slices = new TreeSet<>();
    for (HeatLayer heat : layers) {
      for (int slice = heat.firstSlice(); slice <= heat.lastSlice(); slice++) {
        slices.add(slice);
      }
    }
    return slices;
  }

  /** Goes to the slice with the largest value of those that are shown, if there is one. */
  public void goToHottest(ImagePlus image) {
    chosen().hottest().ifPresent(image::setSlice);
  }

  /** Those of these that are among some; empty where none is. */
  public Optional<HeatMaps> only(Collection<HeatLayer> some) {
    List<HeatLayer> own = layers.stream().filter(some::contains).toList();
    return own.isEmpty() ? Optional.empty() : Optional.of(new HeatMaps(own, look, freshness));
  }

  /** Every map. */
  List<HeatLayer> layers() {
    return layers;
  }

  /** The maps that are shown, if any are. */
  ShownHeat chosen() {
    return new ShownHeat(
        layers.stream().filter(heat -> heat.stage().equals(look.stage())).toList(), look.scale());
  }
}
