package org.radcam.network.weights.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchFormatTest {
  @TempDir private Path folder;

  /** Safetensors pads its header with spaces, to lengths like 0x28 and 0x280. */
  @ParameterizedTest
  @ValueSource(ints = {0x28, 0x128, 0x63, 0x7d, 0x5d, 0x29, 0x280, 0x4b50})
  void tellsSafetensorsWhateverTheLengthOfTheHeader(int length) throws IOException {
    byte[] header = ("{}" + " ".repeat(length - 2)).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(length)
            .put(header);
    Path file = Files.write(folder.resolve("some"), bytes.array());
    assertThat(TorchFormat.of(file)).isEqualTo(TorchFormat.OTHER);
  }

  @Test
  void tellsAPickleWhoseNinthByteIsABrace() throws IOException {
    Path file = Files.writeString(folder.resolve("some"), "(lp0\nI1\n{a.");
    assertThat(TorchFormat.of(file)).isEqualTo(TorchFormat.PICKLE);
  }

  @Test
  void tellsAShortFileFromAPickle() throws IOException {
    assertThat(TorchFormat.of(Files.write(folder.resolve("some"), new byte[0])))
        .isEqualTo(TorchFormat.OTHER);
  }
}
