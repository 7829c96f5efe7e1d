package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.Test;
import org.radcam.engine.Gradients;
import org.radcam.engine.TorchEngine;

class GuidanceTest {
  /** Two cases, two classes, three places; the second case's truth is the first class. */
  private static final float[] MAPS = {9, 9, 9, 1, 2, 0, 500, -500, 3, 7, 7, 7};

  private static final float[] TRUTHS = {0, 1, 1, 0};

  @Test
  void theLossIsMinusTheLogarithmOfTheLesionsShareOfTheTrueClassesMap() {
    double share = (Math.exp(1) + Math.exp(0)) / (Math.exp(1) + Math.exp(2) + Math.exp(0));
    // The second case's map is all in one place, which is not the lesion: 1000 below the largest.
    double expected = (-Math.log(share) + 1000) / 2;
    assertThat(loss(1, 0, 1, 0, 1, 0)).isCloseTo((float) expected, within(1e-3f));
  }

  @Test
  void aCaseWithoutAKnownLesionAddsNothing() {
    double share = Math.exp(2) / (Math.exp(1) + Math.exp(2) + Math.exp(0));
    assertThat(loss(0, 1, 0, 0, 0, 0)).isCloseTo((float) (-Math.log(share) / 2), within(1e-5f));
  }

  @Test
  void theGradientRaisesTheMapInTheLesionAndLowersItElsewhereForTheTrueClassOnly() {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      NDArray maps = manager.create(MAPS, new Shape(2, 2, 3));
      maps.setRequiresGradient(true);
      try (GradientCollector collector = Gradients.collect()) {
        collector.backward(
            Guidance.loss(
                maps,
                manager.create(TRUTHS, new Shape(2, 2)),
                manager.create(new float[] {0, 0, 1, 0, 0, 0}, new Shape(2, 3))));
      }
      float[] gradient = maps.getGradient().toFloatArray();
      assertThat(gradient[3]).isPositive();
      assertThat(gradient[4]).isPositive();
      assertThat(gradient[5]).isNegative();
      for (int n : new int[] {0, 1, 2, 6, 7, 8, 9, 10, 11}) {
        assertThat(gradient[n]).isZero();
      }
    }
  }

  private static float loss(float... lesions) {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      return Guidance.loss(
              manager.create(MAPS, new Shape(2, 2, 3)),
              manager.create(TRUTHS, new Shape(2, 2)),
              manager.create(lesions, new Shape(2, 3)))
          .getFloat();
    }
  }
}
