package org.radcam.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.engine.FrozenParameters;
import org.radcam.engine.TorchEngine;

/** The residual networks beside torchvision's, with the same weights; see make_golden.py. */
class ResNetGoldenTest {
  /** Relative, as issue and documentation promise; what is left is the order of summation. */
  private static final double TOLERANCE = 1e-4;

  private static final JsonObject GOLDEN = GoldenNumbers.read("forward");

  static ArchitectureSpec spec(String name) {
    return name.equals("compact")
        ? ArchitectureSpec.of("resnet18", 1, 2).withWidth(0.25)
        : ArchitectureSpec.of(name, 3, 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"compact", "resnet18", "resnet34", "resnet50", "resnet101", "resnet152"})
  void logitsAndFeaturesAreThoseOfTorchvision(String name) {
    JsonObject golden = GOLDEN.getAsJsonObject(name);
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      FeatureNetwork network = GoldenNumbers.fill(Architectures.create(spec(name)), manager);
      NDArray input =
          GoldenNumbers.input(manager, GoldenNumbers.shape(golden.getAsJsonArray("input")));
      FrozenParameters parameters = new FrozenParameters(manager);

      NDArray features = network.features(parameters, input, false);
      NDArray logits = network.head(parameters, features, false);

      assertClose(logits.toFloatArray(), GoldenNumbers.floats(golden.getAsJsonArray("logits")));
      assertThat(features.getShape())
          .isEqualTo(GoldenNumbers.shape(golden.getAsJsonArray("featureShape")))
          .isEqualTo(network.featureShape(input.getShape()));
      float[] all = features.toFloatArray();
      float[] first = GoldenNumbers.floats(golden.getAsJsonArray("firstChannel"));
      assertClose(Arrays.copyOf(all, first.length), first);
      float[] summary = GoldenNumbers.floats(golden.getAsJsonArray("features"));
      double[] ours = GoldenNumbers.summary("features", all);
      assertThat(ours[0]).isCloseTo(summary[0], within(TOLERANCE * summary[0]));
      assertThat(ours[1]).isCloseTo(summary[1], within(TOLERANCE * summary[0]));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"compact", "resnet18", "resnet34", "resnet50", "resnet101", "resnet152"})
  void parametersHaveTorchvisionsNamesShapesAndOrder(String name) throws NoSuchAlgorithmException {
    JsonObject golden = GOLDEN.getAsJsonObject(name).getAsJsonObject("signature");
    var parameters = Architectures.create(spec(name)).namedParameters();

    String lines =
        parameters.entrySet().stream()
            .map(
                entry ->
                    entry.getKey()
                        + " "
                        + Arrays.stream(entry.getValue().getShape().getShape())
                            .mapToObj(Long::toString)
                            .collect(Collectors.joining("x"))
                        + "\n")
            .collect(Collectors.joining());
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));

    assertThat(parameters).hasSize(golden.get("count").getAsInt());
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(golden.get("sha256").getAsString());
  }

  private static void assertClose(float[] ours, float[] golden) {
    float largest = 0;
    for (float value : golden) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(ours).containsExactly(golden, within((float) (TOLERANCE * largest)));
  }
}
