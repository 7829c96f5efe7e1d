package org.radcam.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.Vector3;

/** Compares a grid with what SimpleITK prints of it: numbers between spaces. */
public final class GoldenPlace {
  /** Millimetres and cosines: to the rounding of a header's 32-bit floats. */
  private static final double TOLERANCE = 2e-6;

  private GoldenPlace() {}

  public static void assertPlace(
      Geometry grid, String size, String spacing, String origin, String direction) {
    double[] lengths = numbers(size);
    assertThat(grid.size())
        .isEqualTo(new Size((int) lengths[0], (int) lengths[1], (int) lengths[2]));
    assertPlace(grid, numbers(spacing), numbers(origin), numbers(direction));
  }

  /**
   * The same, of numbers.
   *
   * @param direction row by row, with the axes as columns
   */
  public static void assertPlace(
      Geometry grid, double[] spacing, double[] origin, double[] direction) {
    assertThat(grid.unit()).isEqualTo(LengthUnit.MILLIMETRE);
    assertClose(grid.spacing(), spacing[0], spacing[1], spacing[2]);
    assertClose(grid.origin(), origin[0], origin[1], origin[2]);
    assertClose(grid.direction().i(), direction[0], direction[3], direction[6]);
    assertClose(grid.direction().j(), direction[1], direction[4], direction[7]);
    assertClose(grid.direction().k(), direction[2], direction[5], direction[8]);
  }

  public static void assertClose(Vector3 vector, double x, double y, double z) {
    assertThat(vector.x()).isCloseTo(x, within(TOLERANCE));
    assertThat(vector.y()).isCloseTo(y, within(TOLERANCE));
    assertThat(vector.z()).isCloseTo(z, within(TOLERANCE));
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
