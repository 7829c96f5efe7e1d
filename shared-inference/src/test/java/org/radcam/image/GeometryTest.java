package org.radcam.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GeometryTest {
  /** Oblique grids with non-square voxels, anywhere in a body. */
  @Provide
  Arbitrary<Geometry> geometries() {
    Arbitrary<Integer> count = Arbitraries.integers().between(1, 40);
    Arbitrary<Double> spacing = Arbitraries.doubles().between(0.1, 5);
    Arbitrary<Double> position = Arbitraries.doubles().between(-300, 300);
    Arbitrary<Double> angle = Arbitraries.doubles().between(-3, 3);
    return Combinators.combine(
            Combinators.combine(count, count, count).as(Size::new),
            Combinators.combine(spacing, spacing, spacing).as(Vector3::new),
            Combinators.combine(position, position, position).as(Vector3::new),
            Combinators.combine(angle, angle).as(GeometryTest::oblique))
        .as((size, step, at, way) -> new Geometry(size, step, at, way, LengthUnit.MILLIMETRE));
  }

  private static Direction oblique(double turn, double tilt) {
    Vector3 i = new Vector3(Math.cos(turn), Math.sin(turn), 0);
    Vector3 j =
        new Vector3(
            -Math.sin(turn) * Math.cos(tilt), Math.cos(turn) * Math.cos(tilt), Math.sin(tilt));
    return Direction.ofPlane(i, j);
  }

  @Property
  void anIndexGoesToPatientSpaceAndBack(
      @ForAll("geometries") Geometry grid,
      @ForAll @DoubleRange(min = -50, max = 50) double i,
      @ForAll @DoubleRange(min = -50, max = 50) double j,
      @ForAll @DoubleRange(min = -50, max = 50) double k) {
    assertClose(grid.toIndex(grid.toPatient(i, j, k)), new Vector3(i, j, k), 1e-8);
  }

  @Property
  void resizingKeepsTheOuterEdges(
      @ForAll("geometries") Geometry grid, @ForAll("geometries") Geometry other) {
    Geometry resized = grid.withSize(other.size());
    Size from = grid.size();
    Size to = other.size();
    assertClose(resized.toPatient(-0.5, -0.5, -0.5), grid.toPatient(-0.5, -0.5, -0.5), 1e-8);
    assertClose(
        resized.toPatient(to.columns() - 0.5, to.rows() - 0.5, to.slices() - 0.5),
        grid.toPatient(from.columns() - 0.5, from.rows() - 0.5, from.slices() - 0.5),
        1e-8);
  }

  @Property
  void croppingKeepsVoxelsWhereTheyWere(@ForAll("geometries") Geometry grid) {
    Geometry cropped = grid.crop(3, -2, 1, new Size(5, 6, 2));
    assertClose(cropped.toPatient(1, 4, 0), grid.toPatient(4, 2, 1), 1e-8);
  }

  @Property
  void aGridIsTheSameAsItselfAndNotAsItsNeighbour(@ForAll("geometries") Geometry grid) {
    assertThat(grid.sameGridAs(grid)).isTrue();
    assertThat(grid.sameGridAs(grid.crop(1, 0, 0, grid.size()))).isFalse();
  }

  @Test
  void directionsThatAreWrittenDownAndReadAgainAreTheSameToTheLastBit() {
    Direction rough =
        new Direction(
            new Vector3(0.99999, 0.0003, 0.0041),
            new Vector3(-0.0002, 0.99953, -0.0205),
            new Vector3(-0.0041, 0.0206, 0.9998));
    assertThat(new Direction(rough.i(), rough.j(), rough.k())).isEqualTo(rough);
  }

  @Test
  void aTransposedGridIsAnotherGrid() {
    Geometry grid = Geometry.millimetres(Size.of(512, 512), 1, 1, 1);
    Geometry transposed =
        new Geometry(
            grid.size(),
            grid.spacing(),
            grid.origin(),
            new Direction(new Vector3(0, 1, 0), new Vector3(1, 0, 0), new Vector3(0, 0, -1)),
            grid.unit());
    assertThat(grid.sameGridAs(transposed)).isFalse();
  }

  @Test
  void directionCosinesThatWereRoundedStillGoThereAndBack() {
    Geometry grid =
        new Geometry(
            Size.of(2048, 2048),
            new Vector3(0.15, 0.15, 1),
            new Vector3(-150, -150, 30),
            Direction.ofPlane(new Vector3(0.9998, 0.0175, 0), new Vector3(-0.0174, 0.9998, 0)),
            LengthUnit.MILLIMETRE);
    assertThat(grid.sameGridAs(grid)).isTrue();
    assertClose(grid.toIndex(grid.toPatient(2047, 2047, 0)), new Vector3(2047, 2047, 0), 1e-6);
  }

  @Test
  void axesThatAreNotAtRightAnglesAreRefused() {
    assertThatThrownBy(
            () -> new Direction(new Vector3(1, 0, 0), new Vector3(0.2, 1, 0), new Vector3(0, 0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("right angles");
  }

  @Test
  void aGridOfTooManyVoxelsIsRefusedBeforeAnythingIsAllocated() {
    assertThatThrownBy(() -> new Size(1 << 20, 1 << 20, 1 << 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too large");
  }

  private static void assertClose(Vector3 actual, Vector3 expected, double tolerance) {
    assertThat(actual.minus(expected).length()).isCloseTo(0, within(tolerance));
  }
}
