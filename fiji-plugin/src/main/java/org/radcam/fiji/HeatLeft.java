package org.radcam.fiji;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.fiji.heat.HeatComposite;
import org.radcam.fiji.heat.HeatImage;
import org.radcam.fiji.heat.HeatLayer;
import org.radcam.fiji.heat.HeatLook;
import org.radcam.fiji.heat.HeatMaps;
import org.radcam.fiji.heat.HeatScale;
import org.radcam.fiji.host.Host;
import org.radcam.fiji.options.LookSettings;

/**
 * The heat maps that a run leaves: on every open image that had a role, on its own pixels, and as
 * images of their own where that was asked for.
 */
final class HeatLeft {
  private final LookSettings settings;
  private final HeatLook look;
  private final List<RoleImage> roles;
  private final Map<ImagePlus, List<HeatLayer>> layers = new LinkedHashMap<>();
  private int hottest;

  /**
   * @param roles the images of a run, the reference image first
   */
  HeatLeft(LookSettings settings, List<RoleImage> roles) {
    this.settings = settings;
    this.roles = roles;
    this.look =
        new HeatLook(
            settings.style(),
            settings.overlay(),
            settings.stage().orElse(HeatLayer.FINAL),
            HeatScale.OWN);
  }

  /**
   * Refuses to make images of heat maps where there is no open image to make them of.
   *
   * @param images the images of a run, the reference image first
   */
  static void check(LookSettings settings, List<RoleImage> images) {
    boolean wanted = settings.heatImage() || settings.composite();
    if (wanted && !images.isEmpty() && images.get(0).open().isEmpty()) {
      throw new UserException(
          "'"
              + images.get(0).name()
              + "' is not open, so its heat map cannot become an image (options heatimage,"
              + " composite). Open it first, or name a folder for the files: output=[folder].");
    }
  }

  /** Takes the maps of a case. */
  void add(PlannedCase one, String subject, Result result) {
    if (hottest == 0) {
      hottest =
          result
              .heatMap()
              .filter(map -> map.onSource().size().slices() > 1)
              .map(map -> HeatMap.hottestSlice(map.onSource()).orElse(-1) + 1)
              .orElse(0);
    }
    for (RoleImage role : roles) {
      role.open()
          .filter(image -> result.grids().containsKey(role.role().key()))
          .ifPresent(
              image ->
                  layers
                      .computeIfAbsent(image, key -> new ArrayList<>())
                      .addAll(HeatLayer.of(result, subject, role.role().key(), one.firstSlice())));
    }
  }

  /**
   * Puts the maps on their images; says in the log which maps of earlier runs had to go, and which
   * images get none. What goes wrong with one image does not keep the maps from the others.
   *
   * @return what the user asked for and does not get, as sentences
   */
  List<String> leave() {
    List<String> missing = new ArrayList<>();
    layers.forEach(
        (image, maps) -> {
          try {
            leave(image, maps, missing);
          } catch (RuntimeException e) {
            // The user goes on working with the image meanwhile.
            missing.add(image.getTitle() + " gets no heat map: " + e);
          }
        });
    missing.forEach(Host::note);
    return missing;
  }

  private void leave(ImagePlus image, List<HeatLayer> maps, List<String> missing) {
    for (String name : HeatMaps.dropStale(image)) {
      Host.note(name + " was changed since; its heat map has been removed.");
    }
    if (!maps.isEmpty()) {
      for (String name : HeatMaps.add(image, maps, look(image, maps, missing))) {
        missing.add(name + " was changed or closed since; it gets no heat map.");
      }
    }
  }

  /** A cascade need not take the stage that was asked for. */
  private HeatLook look(ImagePlus image, List<HeatLayer> maps, List<String> missing) {
    if (maps.stream().anyMatch(map -> map.stage().equals(look.stage()))) {
      return look;
    }
    missing.add(
        "The model did not come to the stage '"
            + look.stage()
            + "': '"
            + image.getTitle()
            + "' shows the heat map of the final answer.");
    return new HeatLook(look.style(), look.shown(), HeatLayer.FINAL, look.scale());
  }

  /**
   * Shows the slice of the reference image with the most heat of the first case, where a whole
   * volume was looked at: its heat may be far from the slice that the user sees.
   */
  void goThere() {
    if (hottest > 0) {
      roles.stream()
          .findFirst()
          .flatMap(RoleImage::open)
          .ifPresent(image -> image.setSlice(hottest));
    }
  }

  /**
   * Of this run only: maps that an earlier one left may be those of another model or class. Without
   * those that {@link #leave} could not put on their image.
   */
  List<ImagePlus> images() {
    Optional<ImagePlus> reference = roles.stream().findFirst().flatMap(RoleImage::open);
    Optional<HeatMaps> maps =
        reference
            .flatMap(HeatMaps::of)
            .flatMap(all -> all.only(layers.getOrDefault(reference.get(), List.of())));
    List<ImagePlus> images = new ArrayList<>();
    if (maps.isPresent()) {
      if (settings.composite()) {
        images.add(HeatComposite.of(reference.get(), maps.get()));
      }
      if (settings.heatImage()) {
        images.add(HeatImage.of(reference.get(), maps.get()));
      }
    }
    return images;
  }
}
