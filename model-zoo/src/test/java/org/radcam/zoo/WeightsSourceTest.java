package org.radcam.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.network.weights.BadWeightsException;

class WeightsSourceTest {
  @TempDir private Path folder;

  private WeightsSource open(String header) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + json.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json);
    Path file = Files.write(folder.resolve("w.safetensors"), bytes.array());
    return WeightsSource.open(file, Optional.empty());
  }

  private static String empty(String name, String shape) {
    return "\"" + name + "\":{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":[0,0]}";
  }

  @Test
  void readsSafetensorsWhoseHeaderIsAsLongAsAPicklesFirstByte() throws IOException {
    String header = "{" + empty("w", "[0]") + "}";
    // 0x5d, a pickle's empty list.
    String padded = header + " ".repeat(0x5d - header.length());
    try (WeightsSource source = open(padded)) {
      assertThat(source.reader().entries()).hasSize(1);
    }
  }

  @Test
  void refusesImpossiblyManyChannelsAndOutputs() throws IOException {
    try (WeightsSource source = open("{" + empty("conv1.weight", "[0,5000000000,3,3]") + "}")) {
      assertThatThrownBy(source::inputChannels)
          .isInstanceOf(BadWeightsException.class)
          .hasMessageContaining("tensor 'conv1.weight' has an axis of 5000000000");
    }
    try (WeightsSource source = open("{" + empty("fc.weight", "[5000000000,0]") + "}")) {
      assertThatThrownBy(source::outputs).isInstanceOf(BadWeightsException.class);
    }
  }

  @Test
  void readsNamesThatRepeatAPrefix() throws IOException {
    String name = "fc.".repeat(160) + "weight";
    try (WeightsSource source =
        open("{" + empty(name, "[0]") + "," + empty("backbone.0.weight", "[0]") + "}")) {
      assertThat(source.reader().entries())
          .extracting(entry -> entry.name())
          .containsExactlyInAnyOrder("fc.weight", "conv1.weight");
    }
  }
}
