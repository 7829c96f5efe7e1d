package org.radcam.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.radcam.classify.Case;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.classify.StageResult;
import org.radcam.image.Geometry;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.FloatTiff;
import org.radcam.io.NiftiImages;
import org.radcam.io.PngImages;
import org.radcam.render.HeatMapRenderer;
import org.radcam.render.HeatStyle;

/**
 * A case's heat maps as files, none where there is no heat map:
 *
 * <ul>
 *   <li>{@code overlay.png}: the slice of the reference image with the most heat, under its heat;
 *   <li>{@code heatmap.nii.gz} on the grid of the reference image, {@code heatmap.tif} where that
 *       has a single slice;
 *   <li>{@code heatmap-STAGE} likewise for every stage that has a map;
 *   <li>{@code heatmap.ROLE} and {@code heatmap-STAGE.ROLE} on the grids of the other images, where
 *       they are asked for.
 * </ul>
 */
final class HeatFiles {
  private static final String MAP = "heatmap";
  private static final String OVERLAY = "overlay.png";

  private final Path folder;
  private final Case subject;
  private final Result result;

  HeatFiles(Path folder, Case subject, Result result) {
    this.folder = folder;
    this.subject = subject;
    this.result = result;
  }

  /** Whether a file of this name would be one of a case's. */
  static boolean isOne(String name) {
    return name.equals(OVERLAY)
        || (name.startsWith(MAP) && (name.endsWith(".tif") || name.endsWith(".nii.gz")));
  }

  void write(HeatStyle style, boolean everyGrid) throws IOException {
    Optional<HeatMap> map = result.heatMap();
    if (map.isPresent()) {
      overlay(map.get(), style);
      write(MAP, map.get(), everyGrid);
    }
    for (StageResult stage : result.stages()) {
      if (stage.heatMap().isPresent()) {
        write(MAP + "-" + stage.key(), stage.heatMap().get(), everyGrid);
      }
    }
  }

  private void write(String name, HeatMap map, boolean everyGrid) throws IOException {
    Geometry own = map.onSource().geometry();
    write(name, map.onSource());
    if (everyGrid) {
      for (Map.Entry<String, Geometry> other : new TreeMap<>(result.grids()).entrySet()) {
        if (!other.getValue().sameGridAs(own)) {
          write(name + "." + other.getKey(), map.on(other.getValue()).onSource());
        }
      }
    }
  }

  private void write(String name, Volume heat) throws IOException {
    if (heat.size().slices() == 1) {
      FloatTiff.write(folder.resolve(name + ".tif"), heat);
    } else {
      NiftiImages.write(folder.resolve(name + ".nii.gz"), heat);
    }
  }

  private void overlay(HeatMap map, HeatStyle style) throws IOException {
    Volume displayed = map.displayed();
    Optional<SourceImage> reference =
        subject.images().values().stream()
            .filter(image -> image.geometry().sameGridAs(displayed.geometry()))
            .findFirst();
    if (reference.isPresent()) {
      PngImages.write(
          folder.resolve(OVERLAY),
          HeatMapRenderer.overlay(
              reference.get().volume(),
              reference.get().traits().storedBrightness(),
              displayed,
              HeatMap.hottestSlice(displayed).orElse(0),
              style));
    }
  }
}
