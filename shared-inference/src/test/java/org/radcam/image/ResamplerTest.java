package org.radcam.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResamplerTest {
  @Property(tries = 200)
  void aLinearRampInPatientSpaceIsReproducedOnAnyGridInside(
      @ForAll @IntRange(min = 1, max = 12) int columns,
      @ForAll @IntRange(min = 1, max = 12) int rows,
      @ForAll @DoubleRange(min = -0.7, max = 0.7) double turn) {
    Geometry from =
        new Geometry(
            new Size(40, 30, 20),
            new Vector3(0.7, 1.1, 3),
            new Vector3(-20, 5, 100),
            Direction.IDENTITY,
            LengthUnit.MILLIMETRE);
    Volume ramp = Volume.filled(from, 0);
    for (int k = 0; k < 20; k++) {
      for (int j = 0; j < 30; j++) {
        for (int i = 0; i < 40; i++) {
          ramp.voxels()[from.size().index(i, j, k)] = (float) ramp(from.toPatient(i, j, k));
        }
      }
    }
    Geometry to =
        new Geometry(
            new Size(columns, rows, 2),
            new Vector3(0.5, 0.8, 2),
            from.toPatient(20, 15, 10),
            Direction.ofPlane(
                new Vector3(Math.cos(turn), Math.sin(turn), 0),
                new Vector3(-Math.sin(turn), Math.cos(turn), 0)),
            LengthUnit.MILLIMETRE);
    Volume moved = Resampler.linear(ramp, to, Float.NaN);
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        assertThat((double) moved.at(i, j, 1)).isCloseTo(ramp(to.toPatient(i, j, 1)), within(1e-3));
      }
    }
  }

  private static double ramp(Vector3 at) {
    return 2 * at.x() - 3 * at.y() + 0.5 * at.z();
  }

  @Property(tries = 50)
  void aSliceAloneIsTheSameToTheBitAsInTheWhole(
      @ForAll @DoubleRange(min = -0.7, max = 0.7) double turn,
      @ForAll @IntRange(min = 0, max = 6) int slice) {
    Geometry from =
        new Geometry(
            new Size(5, 4, 3),
            new Vector3(3.1, 2.7, 4),
            new Vector3(-8, 5, 100),
            Direction.IDENTITY,
            LengthUnit.MILLIMETRE);
    Volume raw = Volume.filled(from, 0);
    for (int n = 0; n < raw.voxels().length; n++) {
      raw.voxels()[n] = (float) Math.sin(n * 1.7);
    }
    Geometry covered = from.crop(-1, 0, 0, new Size(6, 4, 3));
    Geometry to =
        new Geometry(
            new Size(23, 19, 7),
            new Vector3(0.7, 0.9, 2.1),
            from.toPatient(-1, -1, -0.4),
            Direction.ofPlane(
                new Vector3(Math.cos(turn), Math.sin(turn), 0),
                new Vector3(-Math.sin(turn), Math.cos(turn), 0)),
            LengthUnit.MILLIMETRE);

    Volume whole = Resampler.linear(raw, to, covered, Float.NaN);

    assertThat(Resampler.slice(raw, to, covered, Float.NaN, slice))
        .containsExactly(whole.slice(slice).voxels());
    assertThat(whole.voxels()).contains(Float.NaN);
    assertThat(whole.range().high()).isGreaterThan(0.5f);
  }

  @Test
  void theSameGridGivesTheSameValuesToTheBit() {
    Geometry grid = Geometry.millimetres(new Size(3, 2, 2), 0.3, 0.7, 5);
    Volume volume = new Volume(grid, new float[] {1, 2, 3, 4, 5, 6, -1, 0.1f, 7, 8, 9, Float.NaN});
    assertThat(Resampler.linear(volume, grid, 99).voxels()).containsExactly(volume.voxels());
  }

  @Test
  void voxelsBeyondTheOuterEdgeAreOutsideAndTheHalfVoxelWithinItIsNot() {
    Volume volume = new Volume(Geometry.uncalibrated(Size.of(2, 1)), new float[] {10, 20});
    // Centres at -0.75, -0.25, 0.25 ... of the source's index: the first is beyond its edge.
    Geometry fine =
        new Geometry(
            Size.of(6, 1),
            new Vector3(0.5, 1, 1),
            new Vector3(-0.75, 0, 0),
            Direction.IDENTITY,
            LengthUnit.PIXEL);
    assertThat(Resampler.linear(volume, fine, -1).voxels())
        .containsExactly(new float[] {-1, 10, 12.5f, 17.5f, 20, -1}, within(1e-5f));
  }
}
