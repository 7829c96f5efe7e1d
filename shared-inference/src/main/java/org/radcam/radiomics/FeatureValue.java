package org.radcam.radiomics;

import java.util.Objects;

/**
 * One feature of one region of interest.
 *
 * @param tag the name of the feature in IBSI's compliance tables, for example {@code
 *     cm_joint_max_3D_comb}
 * @param name the feature in words, with its aggregation in brackets
 * @param value NaN where the definition gives no value for this region, for instance the
 *     correlation of a region of one voxel
 */
public record FeatureValue(String tag, String name, double value) {
  public FeatureValue {
    Objects.requireNonNull(tag, "tag");
    Objects.requireNonNull(name, "name");
  }
}
