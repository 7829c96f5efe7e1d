package org.radcam.zoo.phantom;

/** A number at every place in space; coordinates in millimetres. */
interface SpaceField {
  double at(double x, double y, double z);
}
