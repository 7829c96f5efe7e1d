package org.radcam.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.engine.FrozenParameters;
import org.radcam.engine.TorchEngine;

/**
 * Every architecture and option beside torchvision, timm, MONAI and MedicalNet's dilation, with the
 * same weights; see make_network_golden.py.
 */
class NetworksGoldenTest {
  /** Relative to the largest value; what is left is the order of summation. */
  private static final double TOLERANCE = 1e-4;

  private static final int CLASSES = 3;

  private static final JsonObject GOLDEN = GoldenNumbers.read("networks");

  static Stream<String> cases() {
    return GOLDEN.keySet().stream();
  }

  static ArchitectureSpec spec(JsonObject golden) {
    JsonObject options = golden.getAsJsonObject("spec");
    int channels = golden.getAsJsonArray("input").get(1).getAsInt();
    ArchitectureSpec spec =
        ArchitectureSpec.of(options.get("architecture").getAsString(), channels, CLASSES);
    for (var option : options.entrySet()) {
      spec = with(spec, option.getKey(), option.getValue());
    }
    return spec;
  }

  private static ArchitectureSpec with(ArchitectureSpec spec, String option, JsonElement value) {
    return switch (option) {
      case "architecture" -> spec;
      case "width" -> spec.withWidth(value.getAsDouble());
      case "shortcut" -> spec.withShortcut(Shortcut.valueOf(value.getAsString()));
      case "feature_step" -> spec.withFeatureStep(value.getAsInt());
      case "clinical" -> spec.withClinical(value.getAsInt());
      case "attention" ->
          spec.withAttention(
              Arrays.stream(Attention.values())
                  .filter(attention -> attention.key().equals(value.getAsString()))
                  .findFirst()
                  .orElseThrow());
      default -> throw new IllegalArgumentException(option);
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void logitsAndFeaturesAreThoseOfTheReference(String name) {
    JsonObject golden = GOLDEN.getAsJsonObject(name);
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      ArchitectureSpec spec = spec(golden);
      FeatureNetwork network = GoldenNumbers.fill(Architectures.create(spec), manager);
      Shape shape = GoldenNumbers.shape(golden.getAsJsonArray("input"));
      NDArray input = GoldenNumbers.input(manager, shape);
      Optional<NDArray> clinical =
          Optional.of(spec.clinical())
              .filter(count -> count > 0)
              .map(count -> clinical(manager, new Shape(shape.get(0), count)));
      FrozenParameters parameters = new FrozenParameters(manager);

      NDArray features = network.features(parameters, input, false);
      NDArray logits = network.head(parameters, features, clinical, false);

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

      network.foldBatchNorms();
      NDArray folded = network.apply(parameters, input, clinical, false);
      assertClose(folded.toFloatArray(), logits.toFloatArray());
    }
  }

  private static NDArray clinical(NDManager manager, Shape shape) {
    return manager.create(GoldenNumbers.uniform("clinical", (int) shape.size(), -1, 1), shape);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void parametersHaveTheNamesAndShapesOfTheReference(String name) throws NoSuchAlgorithmException {
    JsonObject golden = GOLDEN.getAsJsonObject(name);
    var parameters = new TreeMap<>(Architectures.create(spec(golden)).namedParameters());

    String lines =
        parameters.entrySet().stream()
            .map(entry -> entry.getKey() + " " + sizes(entry.getValue().getShape()) + "\n")
            .collect(Collectors.joining());
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));

    JsonObject signature = golden.getAsJsonObject("signature");
    assertThat(parameters).hasSize(signature.get("count").getAsInt());
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(signature.get("sha256").getAsString());
  }

  private static String sizes(Shape shape) {
    return Arrays.stream(shape.getShape())
        .mapToObj(Long::toString)
        .collect(Collectors.joining("x"));
  }

  private static void assertClose(float[] ours, float[] golden) {
    float largest = 0;
    for (float value : golden) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(ours).containsExactly(golden, within((float) (TOLERANCE * largest)));
  }
}
