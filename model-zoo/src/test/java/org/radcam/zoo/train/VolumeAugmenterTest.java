package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.radcam.image.Size;
import org.radcam.image.Vector3;

class VolumeAugmenterTest {
  private static final Size SIZE = new Size(9, 7, 5);

  @Test
  void aQuarterTurnAboutTheSliceAxisMovesAMarkerAsTheAffineSays() {
    Size cube = new Size(7, 7, 7);
    float[] image = new float[cube.voxels()];
    image[cube.index(5, 3, 2)] = 1;
    // Output (i, j) looks at input R (i, j): R turns +i into +j, so what lay at +i comes to -j.
    SpaceMap map =
        new SpaceMap(
            cube, new Vector3(0, 0, 1), Math.PI / 2, 1, new Vector3(0, 0, 0), new Vector3(1, 1, 1));

    float[] moved = map.move(image, 0);

    assertThat(moved[cube.index(3, 1, 2)]).isCloseTo(1, within(1e-6f));
  }

  @Test
  void aShiftOfWholeVoxelsAndMirrorsAreExactOnABoxOfUnequalSides() {
    float[] image = new float[SIZE.voxels()];
    image[SIZE.index(6, 2, 1)] = 3;

    float[] shifted = map(0, new Vector3(2, -1, 1), new Vector3(1, 1, 1)).move(image, 0);
    float[] mirrored = map(0, new Vector3(0, 0, 0), new Vector3(-1, 1, -1)).move(image, 0);

    assertThat(shifted[SIZE.index(4, 3, 0)]).isEqualTo(3);
    assertThat(mirrored[SIZE.index(2, 2, 3)]).isEqualTo(3);
  }

  @Property(tries = 50)
  void turnedThereAndBackTheMiddleIsTheSame(
      @ForAll @IntRange(min = -30, max = 30) int degrees,
      @ForAll @IntRange(min = 0, max = 2) int axis) {
    Size cube = new Size(15, 15, 15);
    float[] image = new float[cube.voxels()];
    for (int k = 0; k < 15; k++) {
      for (int j = 0; j < 15; j++) {
        for (int i = 0; i < 15; i++) {
          // Linear, so that linear interpolation is exact.
          image[cube.index(i, j, k)] = 2 * i - 3 * j + k;
        }
      }
    }
    Vector3 about = new Vector3(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0);
    double angle = Math.toRadians(degrees);
    Vector3 none = new Vector3(0, 0, 0);
    Vector3 ones = new Vector3(1, 1, 1);

    float[] there = new SpaceMap(cube, about, angle, 1, none, ones).move(image, 0);
    float[] back = new SpaceMap(cube, about, -angle, 1, none, ones).move(there, 0);

    for (int at : new int[] {cube.index(7, 7, 7), cube.index(6, 8, 7), cube.index(8, 7, 6)}) {
      assertThat(back[at]).isCloseTo(image[at], within(1e-3f));
    }
  }

  @Test
  void allChannelsAreMovedAlikeAndTheirIntensityIsNot() {
    Augmentation geometry = new Augmentation(15, 0.1, 0.1, 0.5, 0.5, 0.5, 0, 0, 0, 0, 0);
    Augmentation intensity = new Augmentation(0, 0, 0, 0, 0, 0, 0.4, 0.3, 0.2, 0, 0);

    List<float[]> moved = vary(geometry, 3);
    List<float[]> shaded = vary(intensity, 3);

    assertThat(moved.get(0)).containsExactly(moved.get(1));
    assertThat(moved.get(0)).isNotEqualTo(ramp());
    assertThat(shaded.get(0)).isNotEqualTo(shaded.get(1));
  }

  @Test
  void theSameSeedGivesTheSameVolumeAndTheGivenOneIsNeverChanged() {
    Augmentation all = new Augmentation(15, 0.1, 0.1, 0.5, 0, 0, 0.2, 0.1, 0.1, 1, 0.05);

    assertThat(vary(all, 5).get(1)).containsExactly(vary(all, 5).get(1));
    assertThat(vary(all, 5).get(1)).isNotEqualTo(vary(all, 6).get(1));
    float[] image = ramp();
    new Augmenter(all, SIZE).vary(List.of(image), new SplittableRandom(1));
    assertThat(image).containsExactly(ramp());
  }

  private static SpaceMap map(double angle, Vector3 shift, Vector3 mirror) {
    return new SpaceMap(SIZE, new Vector3(0, 1, 0), angle, 1, shift, mirror);
  }

  private static List<float[]> vary(Augmentation amounts, long seed) {
    return new Augmenter(amounts, SIZE).vary(List.of(ramp(), ramp()), new SplittableRandom(seed));
  }

  private static float[] ramp() {
    float[] image = new float[SIZE.voxels()];
    for (int n = 0; n < image.length; n++) {
      image[n] = (n * 31) % 17 - 5;
    }
    return image;
  }
}
