package org.radcam.prepare;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

/** Images whose values tell where in the patient they are. */
public final class PlacedImages {
  /** A plane through patient space; linear interpolation gives it back exactly. */
  public static final ToDoubleFunction<Vector3> PLANE =
      p -> 2 * p.x() - 3 * p.y() + 0.5 * p.z() + 7;

  private PlacedImages() {}

  /** The value of every voxel is that of a function at its centre. */
  public static SourceImage image(String name, Geometry grid, ToDoubleFunction<Vector3> function) {
    Size size = grid.size();
    float[] values = new float[size.voxels()];
    for (int k = 0; k < size.slices(); k++) {
      for (int j = 0; j < size.rows(); j++) {
        for (int i = 0; i < size.columns(); i++) {
          values[size.index(i, j, k)] = (float) function.applyAsDouble(grid.toPatient(i, j, k));
        }
      }
    }
    return new SourceImage(name, new Volume(grid, values), ImageTraits.UNKNOWN, Placement.KNOWN);
  }

  static Prepared begin(SourceImage image, Geometry reference) {
    return Prepared.begin(image, Optional.empty(), reference);
  }

  static Prepared begin(SourceImage image, Mask roi) {
    return Prepared.begin(image, Optional.of(roi), roi.geometry());
  }

  /** A box of voxels, both ends included. */
  static Mask box(Geometry grid, int[] low, int[] high) {
    BitSet voxels = new BitSet();
    for (int k = low[2]; k <= high[2]; k++) {
      for (int j = low[1]; j <= high[1]; j++) {
        for (int i = low[0]; i <= high[0]; i++) {
          voxels.set(grid.size().index(i, j, k));
        }
      }
    }
    return new Mask(grid, voxels);
  }

  /** Axes turned about the patient's long axis and then tilted, in radians. */
  public static Direction turned(double turn, double tilt) {
    Vector3 i = new Vector3(Math.cos(turn), Math.sin(turn), 0);
    Vector3 j =
        new Vector3(
            -Math.sin(turn) * Math.cos(tilt), Math.cos(turn) * Math.cos(tilt), Math.sin(tilt));
    return Direction.ofPlane(i, j);
  }

  /** A grid in millimetres whose middle is a place of the patient. */
  public static Geometry around(Vector3 middle, Size size, Vector3 spacing, Direction direction) {
    Geometry atZero = new Geometry(size, spacing, Vector3.ZERO, direction, LengthUnit.MILLIMETRE);
    Vector3 offset =
        atZero.toPatient(
            (size.columns() - 1) / 2.0, (size.rows() - 1) / 2.0, (size.slices() - 1) / 2.0);
    return new Geometry(size, spacing, middle.minus(offset), direction, LengthUnit.MILLIMETRE);
  }

  /** Oblique grids of 12 to 24 voxels with spacings of 0.5 to 3 mm, about one place. */
  public static Arbitrary<Geometry> oblique() {
    Arbitrary<Integer> count = Arbitraries.integers().between(12, 24);
    Arbitrary<Double> spacing = Arbitraries.doubles().between(0.5, 3);
    Arbitrary<Double> angle = Arbitraries.doubles().between(-3, 3);
    return Combinators.combine(
            Combinators.combine(count, count, count).as(Size::new),
            Combinators.combine(spacing, spacing, spacing).as(Vector3::new),
            Combinators.combine(angle, angle).as(PlacedImages::turned))
        .as((size, step, way) -> around(new Vector3(20, -130, 55), size, step, way));
  }
}
