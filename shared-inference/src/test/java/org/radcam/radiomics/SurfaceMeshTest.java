package org.radcam.radiomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SurfaceMeshTest {
  @Test
  void aVoxelIsAnOctahedronThroughTheCentresOfItsSides() {
    SurfaceMesh mesh = new SurfaceMesh(Regions.box(1, 1, 1, 2, 3, 5));
    // Two pyramids over a rhombus with the diagonals 2 and 3.
    assertThat(mesh.volume()).isCloseTo(2 * 3.0 / 2 * 5 / 3, within(1e-12));
    assertThat(new SurfaceMesh(Regions.box(1, 1, 1, 1, 1, 1)).area())
        .isCloseTo(Math.sqrt(3), within(1e-12));
  }

  @Test
  void aBallHasTheVolumeOfABall() {
    RoiGrid ball = Regions.of(50, 50, 50, (i, j, k) -> square(i) + square(j) + square(k) <= 400);
    double exact = 4.0 / 3 * Math.PI * 8000;
    assertThat(new SurfaceMesh(ball).volume()).isCloseTo(exact, within(0.01 * exact));
  }

  private static double square(int index) {
    return (index - 25.0) * (index - 25);
  }

  /** The volume of a mesh with a hole would depend on where its origin is. */
  @Property(tries = 50)
  void theMeshOfAnyMaskIsClosed(@ForAll long seed) {
    Random random = new Random(seed);
    boolean[] voxels = new boolean[64];
    for (int n = 0; n < voxels.length; n++) {
      voxels[n] = random.nextBoolean();
    }
    RoiGrid here = Regions.of(12, 12, 12, (i, j, k) -> in(voxels, i - 1, j - 1, k - 1));
    RoiGrid there = Regions.of(12, 12, 12, (i, j, k) -> in(voxels, i - 7, j - 5, k - 6));
    assertThat(new SurfaceMesh(there).volume())
        .isCloseTo(new SurfaceMesh(here).volume(), within(1e-9));
  }

  private static boolean in(boolean[] voxels, int i, int j, int k) {
    return i >= 0 && i < 4 && j >= 0 && j < 4 && k >= 0 && k < 4 && voxels[(k * 4 + j) * 4 + i];
  }
}
