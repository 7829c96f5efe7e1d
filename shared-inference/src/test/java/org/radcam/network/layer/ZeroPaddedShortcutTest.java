package org.radcam.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import org.junit.jupiter.api.Test;
import org.radcam.engine.Gradients;
import org.radcam.engine.TorchEngine;

class ZeroPaddedShortcutTest {
  @Test
  void itTakesEverySecondVoxelAndAddsZeroChannels() {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      NDArray input = manager.arange(2 * 3 * 3 * 5f).reshape(1, 2, 3, 3, 5);
      ZeroPaddedShortcut shortcut = new ZeroPaddedShortcut(3, 2, 5, 2);
      NDArray output = shortcut.apply(new ParameterStore(manager, false), input, false);
      assertThat(output.getShape())
          .isEqualTo(new Shape(1, 5, 2, 2, 3))
          .isEqualTo(shortcut.outputShape(input.getShape()));
      assertThat(output.get(":, :2")).isEqualTo(input.get(":, :, ::2, ::2, ::2"));
      assertThat(output.get(":, 2:").abs().sum().getFloat()).isZero();
    }
  }

  @Test
  void theGradientFlowsBackToExactlyTheVoxelsThatWereTaken() {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      NDArray input = manager.ones(new Shape(1, 2, 4, 3));
      input.setRequiresGradient(true);
      NDArray weights = manager.arange(1f, 1 + 3 * 2 * 2).reshape(1, 3, 2, 2);
      try (GradientCollector collector = Gradients.collect()) {
        NDArray output =
            new ZeroPaddedShortcut(2, 2, 3, 2)
                .apply(new ParameterStore(manager, false), input, true);
        collector.backward(output.mul(weights).sum());
      }
      float[] expected = {
        1, 0, 2, 0, 0, 0, 3, 0, 4, 0, 0, 0, // first channel, rows 0 and 2, columns 0 and 2
        5, 0, 6, 0, 0, 0, 7, 0, 8, 0, 0, 0
      };
      assertThat(input.getGradient().toFloatArray()).containsExactly(expected);
    }
  }
}
