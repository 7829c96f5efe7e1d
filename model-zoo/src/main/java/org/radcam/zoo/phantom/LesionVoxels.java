package org.radcam.zoo.phantom;

import java.util.BitSet;
import org.radcam.image.Mask;

/**
 * The voxels of a lesion, with their places in mm and how much mineral each may take.
 *
 * @param index of each voxel in the stack
 * @param x of each voxel, see {@link CtStack}; likewise y and z
 * @param room 0 where no mineral is laid down, 1 where it is
 */
record LesionVoxels(int[] index, double[] x, double[] y, double[] z, double[] room) {
  /** How readily mineral lies at a distance from the middle (0) to the border (1). */
  interface Room {
    double at(double out);
  }

  static LesionVoxels of(
      CtStack stack, LyticLesion lesion, double shiftX, double shiftY, Room room) {
    BitSet inside = new BitSet();
    for (int k = 0; k < stack.size.slices(); k++) {
      for (int j = 0; j < stack.size.rows(); j++) {
        for (int i = 0; i < stack.size.columns(); i++) {
          if (lesion.out(stack.x(i) - shiftX, stack.y(j) - shiftY, stack.z(k)) < 1) {
            inside.set(stack.size.index(i, j, k));
          }
        }
      }
    }
    int[] index = inside.stream().toArray();
    double[] x = new double[index.length];
    double[] y = new double[index.length];
    double[] z = new double[index.length];
    double[] rooms = new double[index.length];
    int columns = stack.size.columns();
    int rows = stack.size.rows();
    for (int n = 0; n < index.length; n++) {
      x[n] = stack.x(index[n] % columns);
      y[n] = stack.y(index[n] / columns % rows);
      z[n] = stack.z(index[n] / (columns * rows));
      rooms[n] = room.at(lesion.out(x[n] - shiftX, y[n] - shiftY, z[n]));
    }
    return new LesionVoxels(index, x, y, z, rooms);
  }

  int count() {
    return index.length;
  }

  Mask mask(CtStack stack) {
    BitSet bits = new BitSet();
    for (int voxel : index) {
      bits.set(voxel);
    }
    return new Mask(stack.geometry, bits);
  }
}
