package org.radcam.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import org.junit.jupiter.api.Test;

class EngineFailureTest {
  private static final ComputeDevice DEVICE = new ComputeDevice(Device.gpu(0), "CUDA device 0");

  @Test
  void aFullGraphicsCardIsToldAsSuch() {
    EngineException problem =
        new EngineException(
            "CUDA out of memory. Tried to allocate 2.00 GiB\nException raised from");
    assertThat(TorchEngine.failure(problem, DEVICE))
        .hasMessageStartingWith("There is not enough memory")
        .hasMessageContaining("CUDA device 0")
        .hasCause(problem);
  }

  @Test
  void anythingElseIsToldByItsFirstLine() {
    EngineException problem = new EngineException("conv2d got a bad stride\nframe #0: c10::Error");
    assertThat(TorchEngine.failure(problem, DEVICE).getMessage())
        .contains("conv2d got a bad stride")
        .doesNotContain("frame");
  }
}
