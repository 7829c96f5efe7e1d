package org.radcam.fiji.heat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.classify.StageResult;
import org.radcam.image.Geometry;

/**
 * One heat map on one image, and what it was made of.
 *
 * @param subject the lesion or case that it is about, by a name that stays when the image is
 *     renamed; empty where the image, or each of its slices, is one case
 * @param stage the stage of a cascade, or the network of several; empty for the final answer
 * @param map the map, with {@code onSource} on this image's own pixels: those of all its slices, or
 *     of one
 * @param firstSlice position in the stack, from 1, of the map's first slice
 * @param modelId the model that answered
 * @param inputSha256 {@link org.radcam.io.Digests#sha256(float[])} of the values that the model got
 *     of this image, slice by slice
 */
public record HeatLayer(
    String subject, String stage, HeatMap map, int firstSlice, String modelId, String inputSha256) {
  /** The stage of the final answer. */
  public static final String FINAL = "";

  public HeatLayer {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(map, "map");
    Objects.requireNonNull(modelId, "modelId");
    Objects.requireNonNull(inputSha256, "inputSha256");
    if (firstSlice < 1) {
      throw new IllegalArgumentException("Slices count from 1, not " + firstSlice);
    }
  }

  /**
   * The heat maps of a result on the image of one of its roles: of the final answer, and of each
   * stage of a cascade or network of several that has one.
   *
   * @param role key of the role that the image had
   * @param firstSlice position of its first slice in the stack, from 1
   * @return none where no heat map was asked for
   * @throws IllegalArgumentException if the case had no image of that role
   */
  public static List<HeatLayer> of(Result result, String subject, String role, int firstSlice) {
    Geometry grid = result.grids().get(role);
    if (grid == null) {
      throw new IllegalArgumentException("The case has no image '" + role + "'");
    }
    String digest = result.audit().inputSha256().get(role);
    List<HeatLayer> layers = new ArrayList<>();
    Optional<HeatMap> last = result.heatMap().map(map -> map.on(grid));
    last.ifPresent(
        map ->
            layers.add(new HeatLayer(subject, FINAL, map, firstSlice, result.modelId(), digest)));
    for (StageResult stage : result.stages()) {
      stage
          .heatMap()
          .ifPresent(
              map ->
                  layers.add(
                      new HeatLayer(
                          subject,
                          stage.key(),
                          // The last stage's map is the final one: once interpolated is enough.
                          result.heatMap().filter(map::equals).isPresent()
                              ? last.get()
                              : map.on(grid),
                          firstSlice,
                          result.modelId(),
                          digest)));
    }
    return layers;
  }

  /** Position of the map's last slice, from 1. */
  int lastSlice() {
    return firstSlice + map.onSource().size().slices() - 1;
  }
}
