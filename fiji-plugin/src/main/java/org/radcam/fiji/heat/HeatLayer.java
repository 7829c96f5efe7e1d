package org.radcam.fiji.heat;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.classify.StageResult;
import org.radcam.image.Geometry;

/** One heat map on one image, and what it was made of. It is small, however large the image. */
public final class HeatLayer {
  /** The stage of the final answer. */
  public static final String FINAL = "";

  private final String subject;
  private final String stage;
  private final String classKey;
  private final String modelId;
  private final int firstSlice;
  private final SlicedMap map;
  private final MadeOf madeOf;

  /**
   * A heat map that lies on an image's own pixels.
   *
   * @param subject the lesion or case that it is about, by a name that stays when the image is
   *     renamed; empty where the image, or each of its slices, is one case
   * @param stage the stage of a cascade, or the network of several; empty for the final answer
   * @param map the map, with {@code onSource} on all slices of the image, or on one
   * @param firstSlice position in the stack, from 1, of the map's first slice
   * @param modelId the model that answered
   * @param inputSha256 {@link org.radcam.io.Digests#sha256(float[])} of the values that the model
   *     got of this image, slice by slice
   */
  public HeatLayer(
      String subject,
      String stage,
      HeatMap map,
      int firstSlice,
      String modelId,
      String inputSha256) {
    this(
        subject,
        stage,
        map.classKey(),
        modelId,
        firstSlice,
        SlicedMap.of(map, map.onSource().geometry()),
        inputSha256);
  }

  private HeatLayer(
      String subject,
      String stage,
      String classKey,
      String modelId,
      int firstSlice,
      SlicedMap map,
      String inputSha256) {
    this.subject = Objects.requireNonNull(subject, "subject");
    this.stage = Objects.requireNonNull(stage, "stage");
    this.classKey = Objects.requireNonNull(classKey, "classKey");
    this.modelId = Objects.requireNonNull(modelId, "modelId");
    this.firstSlice = firstSlice;
    this.map = map;
    this.madeOf = MadeOf.of(map.grid().size(), firstSlice, inputSha256);
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
    Optional<HeatMap> last = result.heatMap();
    Optional<SlicedMap> lastSliced = last.map(map -> SlicedMap.of(map, grid));
    List<HeatLayer> layers = new ArrayList<>();
    last.ifPresent(
        map ->
            layers.add(
                new HeatLayer(
                    subject,
                    FINAL,
                    map.classKey(),
                    result.modelId(),
                    firstSlice,
                    lastSliced.get(),
                    digest)));
    for (StageResult stage : result.stages()) {
      stage
          .heatMap()
          .ifPresent(
              map ->
                  layers.add(
                      new HeatLayer(
                          subject,
                          stage.key(),
                          map.classKey(),
                          result.modelId(),
                          firstSlice,
                          // The last stage's map is the final one.
                          last.filter(map::equals).isPresent()
                              ? lastSliced.get()
                              : SlicedMap.of(map, grid),
                          digest)));
    }
    return layers;
  }

  /** The lesion or case; empty where the image, or each of its slices, is one. */
  public String subject() {
    return subject;
  }

  /** The stage or network; empty for the final answer. */
  public String stage() {
    return stage;
  }

  /** The class, or branch of classes, that is explained. */
  public String classKey() {
    return classKey;
  }

  public String modelId() {
    return modelId;
  }

  /** Position in the stack, from 1, of the first slice. */
  public int firstSlice() {
    return firstSlice;
  }

  /** Position in the stack of the last slice. */
  public int lastSlice() {
    return firstSlice + map.grid().size().slices() - 1;
  }

  MadeOf madeOf() {
    return madeOf;
  }

  Geometry grid() {
    return map.grid();
  }

  /** Holds every pixel, of any slice, that the network looked at. */
  Rectangle area() {
    return map.area();
  }

  /** Whether the map has a slice at a position of the stack. */
  boolean covers(int slice) {
    return slice >= firstSlice && slice <= lastSlice();
  }

  boolean sharesSlices(HeatLayer other) {
    return firstSlice <= other.lastSlice() && other.firstSlice <= lastSlice();
  }

  /** Whether this is the same map, perhaps under the name of another stage. */
  boolean hasMapOf(HeatLayer other) {
    return map.isSameAs(other.map)
        && firstSlice == other.firstSlice
        && classKey.equals(other.classKey);
  }

  /** Largest value at a position of the stack; NaN where there is none. */
  float peak(int slice) {
    return covers(slice) ? map.peak(slice - firstSlice) : Float.NaN;
  }

  /** Largest value of all; NaN where there is none. */
  float peak() {
    return map.peak();
  }

  /** The raw values at a position of the stack, in logit units; not to be changed. */
  float[] values(int slice) {
    return map.values(slice - firstSlice);
  }
}
