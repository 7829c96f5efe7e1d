package org.radcam.fiji.heat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How heat maps become the channels and slices of an image.
 *
 * <ul>
 *   <li>Maps of a volume: all slices of the source. Maps of single slices: those that have one.
 *   <li>A channel holds one stage of one subject; where no two subjects share a slice, as in a
 *       stack of pictures, one stage of all.
 *   <li>A stage's map that is the final answer's too is there once.
 * </ul>
 *
 * @param channels the maps of each channel
 * @param slices positions in the source's stack, from 1
 */
record HeatChannels(List<List<HeatLayer>> channels, List<Integer> slices) {
  private record Key(String subject, String stage) {}

  static HeatChannels of(List<HeatLayer> layers, int stackSize) {
    boolean sideBySide = layers.stream().anyMatch(heat -> isSideBySide(heat, layers));
    Map<Key, List<HeatLayer>> channels = new LinkedHashMap<>();
    for (HeatLayer heat : layers) {
      if (!isFinalUnderAnotherName(heat, layers)) {
        Key key = new Key(sideBySide ? heat.subject() : "", heat.stage());
        channels.computeIfAbsent(key, k -> new ArrayList<>()).add(heat);
      }
    }
    boolean volume = layers.stream().anyMatch(heat -> heat.madeOf().isVolume());
    Collection<Integer> slices =
        volume ? IntStream.rangeClosed(1, stackSize).boxed().toList() : HeatMaps.slices(layers);
    return new HeatChannels(List.copyOf(channels.values()), List.copyOf(slices));
  }

  private static boolean isSideBySide(HeatLayer heat, List<HeatLayer> layers) {
    return layers.stream()
        .anyMatch(other -> !other.subject().equals(heat.subject()) && other.sharesSlices(heat));
  }

  private static boolean isFinalUnderAnotherName(HeatLayer heat, List<HeatLayer> layers) {
    return !heat.stage().equals(HeatLayer.FINAL)
        && layers.stream()
            .anyMatch(
                other ->
                    other.stage().equals(HeatLayer.FINAL)
                        && other.subject().equals(heat.subject())
                        && other.hasMapOf(heat));
  }

  /** The map of a channel on a slice. */
  Optional<HeatLayer> at(int channel, int slice) {
    return channels.get(channel).stream().filter(heat -> heat.covers(slice)).findFirst();
  }
}
