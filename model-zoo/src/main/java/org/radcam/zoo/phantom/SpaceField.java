package org.radcam.zoo.phantom;

/** A number at every place in space; coordinates in millimetres. */
interface SpaceField {
  double at(double x, double y, double z);

  /**
   * Whether a place may be within a distance of where the field is above 0. A cheap question that
   * saves asking {@link #at}; only a false is certain.
   */
  default boolean near(double x, double y, double z, double distance) {
    return true;
  }
}
