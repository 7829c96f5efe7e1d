package org.radcam.network.weights.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.TestData;
import org.radcam.network.weights.BadWeightsException;
import org.radcam.network.weights.SafetensorsReader;
import org.radcam.network.weights.TensorReader;

/** Files that {@code make_torch_files.py} made with PyTorch 2.7.1, and what PyTorch reads there. */
class TorchReaderTest {
  static Path golden(String name) {
    try {
      return Path.of(TorchReaderTest.class.getResource("/golden/torch/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Shape and values of every tensor, as text that shows every bit. */
  static Map<String, String> contents(TensorReader reader) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    reader.read(
        entry -> true,
        (entry, values) -> {
          float[] floats = new float[values.remaining() / Float.BYTES];
          values.asFloatBuffer().get(floats);
          contents.put(entry.name(), Arrays.toString(entry.shape()) + Arrays.toString(floats));
        });
    return contents;
  }

  private static Map<String, String> torch(Path file) throws IOException {
    try (TorchReader reader = TorchReader.open(file, Optional.empty())) {
      return contents(reader);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "legacy", "protocol4", "checkpoint"})
  void readsEveryTensorAsPyTorchDoes(String name) throws IOException {
    Map<String, String> expected;
    try (SafetensorsReader reader = SafetensorsReader.open(golden(name + ".safetensors"))) {
      expected = contents(reader);
    }

    assertThat(torch(golden(name + ".pth"))).isEqualTo(expected).isNotEmpty();
  }

  @Test
  void saysWhereInACheckpointTheStateDictIs() throws IOException {
    try (TorchReader reader = TorchReader.open(golden("checkpoint.pth"), Optional.empty())) {
      assertThat(reader.where()).isEqualTo("state_dict");
      assertThat(reader.others()).isEmpty();
    }
  }

  @Test
  void refusesToChooseBetweenAModelAndItsAverage() throws IOException {
    assertThatThrownBy(() -> TorchReader.open(golden("two.pth"), Optional.empty()))
        .isInstanceOf(BadWeightsException.class)
        .hasMessageContaining("several state dicts: 'model' (2 tensors), 'ema' (2 tensors)")
        .hasMessageContaining("--state-dict");
    try (TorchReader reader = TorchReader.open(golden("two.pth"), Optional.of("ema"))) {
      assertThat(contents(reader)).containsOnlyKeys("weight", "bias");
    }
    assertThatThrownBy(() -> TorchReader.open(golden("two.pth"), Optional.of("net")))
        .hasMessageContaining("no state dict 'net'; there are: 'model'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"module.pth", "module_legacy.pth"})
  void refusesAWholePickledModuleWithAdvice(String name) {
    assertThatThrownBy(() -> torch(golden(name)))
        .isInstanceOf(BadWeightsException.class)
        .hasMessageContaining("torch.nn.modules.linear.Linear")
        .hasMessageContaining("torch.save(model.state_dict()");
  }

  @Test
  void refusesTensorsThatAreNotDense() {
    assertThatThrownBy(() -> torch(golden("sparse.pth")))
        .hasMessageContaining("torch._utils._rebuild_sparse_tensor");
  }

  @Test
  void refusesNumbersBeyondFloats() {
    assertThatThrownBy(() -> torch(golden("beyond.pth")))
        .isInstanceOf(BadWeightsException.class)
        .hasMessageContaining("'weight' holds 1.0E300, which is beyond 32-bit floats");
  }

  @Test
  void refusesATorchScriptProgramByName() throws IOException {
    assertThat(TorchFormat.of(golden("script.pt"))).isEqualTo(TorchFormat.SCRIPT);
    assertThat(TorchFormat.of(golden("zip.pth"))).isEqualTo(TorchFormat.PICKLE);
    assertThat(TorchFormat.of(golden("legacy.pth"))).isEqualTo(TorchFormat.PICKLE);
    assertThat(TorchFormat.of(golden("zip.safetensors"))).isEqualTo(TorchFormat.OTHER);
    assertThatThrownBy(() -> torch(golden("script.pt")))
        .isInstanceOf(BadWeightsException.class)
        .hasMessageContaining("it is a TorchScript program, not a state dict");
  }

  /** Sums that {@code torch.load} (PyTorch 2.7.1) gives, in 64-bit floats. */
  @Test
  void readsARealCheckpointOfTheOldFormat() throws IOException {
    Path file = TestData.require("weights/resnet_cifar10/resnet20-12fca82f.th");
    Map<String, Double> sums = sums(file, "state_dict");
    // 97 tensors, and the sum of all.
    assertThat(sums).hasSize(98);
    assertThat(sums.get("module.conv1.weight")).isCloseTo(1.3100982000032673, within(1e-12));
    assertThat(sums.get("module.bn1.weight")).isCloseTo(9.226966533155064, within(1e-12));
    assertThat(sums.get("module.linear.weight")).isCloseTo(-0.04562738863751292, within(1e-12));
    assertThat(sums.get("all, absolute")).isCloseTo(21349.562590950623, within(1e-6));
  }

  /** As above. */
  @Test
  void readsARealStateDictOfTheZipFormat() throws IOException {
    Path file = TestData.require("weights/bioimageio_unet2d_multi_tensor/weights.pt");
    Map<String, Double> sums = sums(file, "");
    assertThat(sums).hasSize(37);
    assertThat(sums.get("out_conv.weight")).isCloseTo(1.6905026831664145, within(1e-12));
    assertThat(sums.get("all, absolute")).isCloseTo(15472.627295432225, within(1e-6));
  }

  private static Map<String, Double> sums(Path file, String where) throws IOException {
    Map<String, Double> sums = new TreeMap<>();
    try (TorchReader reader = TorchReader.open(file, Optional.empty())) {
      assertThat(reader.where()).isEqualTo(where);
      reader.read(
          entry -> true,
          (entry, values) -> {
            double sum = 0;
            while (values.hasRemaining()) {
              float value = values.getFloat();
              sum += value;
              sums.merge("all, absolute", (double) Math.abs(value), Double::sum);
            }
            sums.put(entry.name(), sum);
          });
    }
    return sums;
  }
}
