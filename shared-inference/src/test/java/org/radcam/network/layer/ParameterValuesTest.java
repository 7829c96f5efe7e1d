package org.radcam.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.radcam.engine.TorchEngine;

class ParameterValuesTest {
  @Test
  void valuesAreCopiedSoThatTheBufferCanBeUsedAgain() {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      Parameter bias = new Linear(1, 2).namedParameters().get("bias");
      ByteBuffer buffer = ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder());
      for (int time = 0; time < 2; time++) {
        buffer.putFloat(0, 1 + time).putFloat(4, 2 + time);
        ParameterValues.set(bias, manager, buffer);
        buffer.putFloat(0, -1).putFloat(4, -1);
        assertThat(bias.getArray().toFloatArray()).containsExactly(1 + time, 2 + time);
      }
    }
  }

  @Test
  void newValuesKeepTheArrayThatATrainerHoldsAndItsWishForGradients() {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      Parameter bias = new Linear(1, 2).namedParameters().get("bias");
      ParameterValues.set(bias, manager, new float[] {1, 2});
      NDArray held = bias.getArray();
      ParameterValues.set(bias, manager, new float[] {3, 4});
      assertThat(bias.getArray()).isSameAs(held);
      assertThat(held.toFloatArray()).containsExactly(3, 4);
      assertThat(held.hasGradient()).isTrue();
      assertThat(held.getGradient().toFloatArray()).containsExactly(0, 0);
    }
  }
}
