package org.radcam.classify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.image.Geometry;
import org.radcam.model.ModelCard;

/**
 * The heat maps of one answer.
 *
 * <ul>
 *   <li>Every network that is about the explained class has one, on the grid of the reference
 *       image.
 *   <li>Of a cascade the last of them is the answer's.
 *   <li>Of several networks that answer the same question each has its map on the grid of its own
 *       image, and the answer's is their mean in patient space on the grid of the reference image
 *       ({@link HeatMap#mean}).
 * </ul>
 */
final class CaseHeat {
  private final Map<String, HeatMap> maps = new LinkedHashMap<>();
  private final Optional<HeatMap> whole;

  private CaseHeat(Map<String, HeatMap> maps, Optional<HeatMap> whole) {
    this.maps.putAll(maps);
    this.whole = whole;
  }

  /** No heat at all. */
  static CaseHeat none() {
    return new CaseHeat(Map.of(), Optional.empty());
  }

  /** One map, that of a second level. */
  static CaseHeat of(HeatMap map) {
    return new CaseHeat(Map.of(), Optional.of(map));
  }

  /**
   * Makes the maps.
   *
   * @param grids of the case's images, by role
   * @param reference role of the reference image
   * @param classKey the explained class
   */
  static CaseHeat of(
      ModelCard card,
      List<StageAnswer> answers,
      Map<String, Geometry> grids,
      String reference,
      String classKey,
      String method) {
    Map<String, HeatMap> maps = new LinkedHashMap<>();
    for (StageAnswer answer : answers) {
      if (answer.logits().isAbout(classKey) && answer.isExplainable()) {
        String role = card.isFusion() ? answer.stage().roles().get(0) : reference;
        maps.put(answer.stage().key(), answer.heatMap(classKey, method, grids.get(role)));
      }
    }
    List<HeatMap> all = List.copyOf(maps.values());
    Optional<HeatMap> whole =
        all.isEmpty()
            ? Optional.empty()
            : Optional.of(
                card.isFusion()
                    ? HeatMap.mean(all, grids.get(reference))
                    : all.get(all.size() - 1));
    return new CaseHeat(maps, whole);
  }

  /** The answer's map. */
  Optional<HeatMap> whole() {
    return whole;
  }

  /** The map of one network. */
  Optional<HeatMap> of(String stage) {
    return Optional.ofNullable(maps.get(stage));
  }
}
