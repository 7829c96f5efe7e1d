package org.radcam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class GradientsTest {
  @Test
  void manyThreadsTakeTurns() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Float>> slopes = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        float at = i;
        slopes.add(threads.submit(() -> slopeOfSquare(at)));
      }
      for (int i = 0; i < slopes.size(); i++) {
        assertThat(slopes.get(i).get()).isEqualTo(2f * i);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aSecondCollectorOnTheSameThreadIsRefusedAndHarmsNothing() {
    try (GradientCollector first = Gradients.collect()) {
      assertThatThrownBy(Gradients::collect).isInstanceOf(IllegalStateException.class);
      assertThat(first).isNotNull();
    }
    assertThat(slopeOfSquare(3)).isEqualTo(6);
  }

  private static float slopeOfSquare(float at) {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      NDArray x = manager.create(at);
      x.setRequiresGradient(true);
      try (GradientCollector collector = Gradients.collect()) {
        collector.backward(x.mul(x));
      }
      return x.getGradient().getFloat();
    }
  }
}
