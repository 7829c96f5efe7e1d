package org.radcam.cam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.engine.TorchEngine;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.FeatureNetwork;
import org.radcam.network.GoldenNumbers;

/** Every method beside PyTorch's autograd, for a linear head and one that is not. */
class CamGoldenTest {
  /** Relative to the map's largest value. */
  private static final double TOLERANCE = 1e-4;

  @ParameterizedTest
  @ValueSource(strings = {"resnet18", "squares"})
  void everyMethodMakesTheMapOfPyTorch(String head) {
    JsonObject golden = GoldenNumbers.read("cam").getAsJsonObject(head);
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      FeatureNetwork resnet =
          GoldenNumbers.fill(Architectures.create(ArchitectureSpec.of("resnet18", 3, 4)), manager);
      FeatureNetwork network = head.equals("squares") ? new SquaresHead(resnet) : resnet;
      var input = GoldenNumbers.input(manager, GoldenNumbers.shape(golden.getAsJsonArray("input")));

      try (ExplainedForward forward = new Cam(network).forward(input)) {
        assertClose(forward.logits(), golden.getAsJsonArray("logits"));
        for (String target : new String[] {"0", "2"}) {
          JsonObject maps = golden.getAsJsonObject("maps").getAsJsonObject(target);
          for (CamMethod method : CamMethods.all()) {
            RawMap map = forward.map(method, Integer.parseInt(target));
            assertThat(map.shape()).containsExactly(3, 5);
            assertClose(map.values(), maps.getAsJsonArray(method.key()));
          }
        }
      }
    }
  }

  private static void assertClose(float[] ours, JsonArray stored) {
    float[] golden = GoldenNumbers.floats(stored);
    float largest = 0;
    for (float value : golden) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(ours).containsExactly(golden, within((float) (TOLERANCE * largest)));
  }
}
