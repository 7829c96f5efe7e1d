package org.radcam.fiji;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Takes the maps of a case. */
  void add(PlannedCase one, String subject, Result result) {
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

  /** Puts the maps on their images; says in the log which maps of earlier runs had to go. */
  void leave() {
    layers.forEach(
        (image, maps) -> {
          note(HeatMaps.dropStale(image), "its heat map has been removed.");
          if (!maps.isEmpty()) {
            note(HeatMaps.add(image, maps, look), "it gets no heat map.");
          }
        });
  }

  private static void note(List<String> names, String what) {
    names.forEach(name -> Host.note(name + " was changed since; " + what));
  }

  /** Of this run only: maps that an earlier one left may be those of another model or class. */
  List<ImagePlus> images() {
    Optional<ImagePlus> reference = roles.stream().findFirst().flatMap(RoleImage::open);
    List<HeatLayer> own =
        reference.map(image -> layers.getOrDefault(image, List.of())).orElse(List.of());
    List<ImagePlus> images = new ArrayList<>();
    if (!own.isEmpty()) {
      HeatMaps maps = HeatMaps.of(own, look);
      if (settings.composite()) {
        images.add(HeatComposite.of(reference.get(), maps));
      }
      if (settings.heatImage()) {
        images.add(HeatImage.of(reference.get(), maps));
      }
    }
    return images;
  }
}
