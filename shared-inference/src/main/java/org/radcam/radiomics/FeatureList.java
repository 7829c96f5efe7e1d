package org.radcam.radiomics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects features in the order in which they are measured. */
final class FeatureList {
  private final List<FeatureValue> values = new ArrayList<>();

  void add(String tag, String name, double value) {
    // An undefined ratio may come out as infinite; to users both are "no value".
    values.add(new FeatureValue(tag, name, Double.isFinite(value) ? value : Double.NaN));
  }

  /**
   * A family's features, in the order of its names.
   *
   * @param prefix of the tags, for example {@code cm_}
   * @param suffix of the tags, for example {@code _3D_comb}
   * @param label of the names, for example {@code 3D, merged}
   */
  void addAll(String prefix, FeatureName[] names, double[] numbers, String suffix, String label) {
    for (int n = 0; n < names.length; n++) {
      add(prefix + names[n].key() + suffix, names[n].words() + " (" + label + ")", numbers[n]);
    }
  }

  List<FeatureValue> values() {
    return Collections.unmodifiableList(values);
  }

  /**
   * What a feature is called.
   *
   * @param key the part of the tag between the family's prefix and the aggregation
   * @param words the IBSI's name
   */
  record FeatureName(String key, String words) {
    /** Names from a text with one feature a line: key, blanks, words. */
    static FeatureName[] lines(String text) {
      return text.lines()
          .map(line -> line.split(" +", 2))
          .map(parts -> new FeatureName(parts[0], parts[1]))
          .toArray(FeatureName[]::new);
    }
  }
}
