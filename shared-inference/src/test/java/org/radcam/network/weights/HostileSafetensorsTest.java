package org.radcam.network.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcam.network.weights.SafetensorsBytes.file;
import static org.radcam.network.weights.SafetensorsBytes.read;
import static org.radcam.network.weights.SafetensorsBytes.tensor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileSafetensorsTest {
  private static final String GOOD = "{" + tensor("a", "F32", "[2]", 0, 8) + "}";

  static Stream<Arguments> badHeaders() {
    return Stream.of(
        Arguments.of("not JSON", "{", 0),
        Arguments.of("not JSON", "[]", 0),
        Arguments.of("not JSON", "null", 0),
        Arguments.of("not JSON", "{\"a\":" + "[".repeat(5000) + "}", 0),
        Arguments.of("not JSON", "{'a':{}}", 0),
        Arguments.of("not JSON", GOOD + "x", 8),
        Arguments.of("not JSON", GOOD + "{}", 8),
        Arguments.of("needs dtype, shape and two data_offsets", "{\"a\":{}}", 0),
        Arguments.of("'a' has an unknown field 'x'", "{\"a\":{\"x\":1}}", 0),
        Arguments.of(
            "'a' is there twice",
            "{" + tensor("a", "F32", "[2]", 0, 8) + "," + tensor("a", "F32", "[2]", 8, 16) + "}",
            16),
        Arguments.of(
            "'a' has the unknown dtype 'F128'", "{" + tensor("a", "F128", "[2]", 0, 8) + "}", 8),
        Arguments.of("'a' holds I32", "{" + tensor("a", "I32", "[2]", 0, 8) + "}", 8),
        Arguments.of("'a' of type F32", "{" + tensor("a", "F32", "[3]", 0, 8) + "}", 8),
        Arguments.of("'a' of type F32", "{" + tensor("a", "F32", "[2]", 8, 0) + "}", 8),
        Arguments.of("negative size", "{" + tensor("a", "F32", "[-2,-1]", 0, 8) + "}", 8),
        Arguments.of("negative size", "{" + tensor("a", "F32", "[2]", -8, 0) + "}", 8),
        Arguments.of("not JSON", "{" + tensor("a", "F32", "[2.5]", 0, 8) + "}", 8),
        Arguments.of("no number", "{" + tensor("a", "F32", "[\"2\"]", 0, 8) + "}", 8),
        Arguments.of("more than 8", "{" + tensor("a", "F32", "[1,1,1,1,1,1,1,1,2]", 0, 8) + "}", 8),
        Arguments.of(
            "impossibly large", "{" + tensor("a", "F32", "[4294967296,4294967296]", 0, 8) + "}", 8),
        Arguments.of(
            "impossibly large", "{" + tensor("a", "F32", "[9223372036854775807]", 0, 8) + "}", 8),
        Arguments.of(
            "'b' overlaps",
            "{" + tensor("a", "F32", "[2]", 0, 8) + "," + tensor("b", "F32", "[2]", 4, 12) + "}",
            12),
        Arguments.of(
            "'b' overlaps",
            "{" + tensor("a", "F32", "[2]", 0, 8) + "," + tensor("b", "F32", "[2]", 0, 8) + "}",
            8),
        Arguments.of("hole before tensor 'a'", "{" + tensor("a", "F32", "[2]", 4, 12) + "}", 12),
        Arguments.of("it ends within tensor 'a'", GOOD, 7),
        Arguments.of("it goes on after its last tensor", GOOD, 9),
        Arguments.of("note 'k' is no text", "{\"__metadata__\":{\"k\":1}}", 0),
        Arguments.of(
            "has more than 512 characters",
            "{" + tensor("a".repeat(513), "F32", "[1]", 0, 4) + "}",
            4),
        Arguments.of("note 'k' is there twice", "{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}", 0),
        Arguments.of("twice", "{\"__metadata__\":{},\"__metadata__\":{}}", 0));
  }

  @ParameterizedTest
  @MethodSource("badHeaders")
  void everyLieIsRefusedInOneLineThatNamesTheFile(String why, String header, int dataBytes) {
    String expected =
        why.equals("not JSON") ? "its header is not what safetensors prescribes" : why;
    assertThatThrownBy(() -> read(file(header, dataBytes)))
        .isInstanceOf(BadWeightsException.class)
        .hasMessageStartingWith("Cannot use the weights bad.safetensors: ")
        .hasMessageContaining(expected)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aHeaderLengthBeyondReasonIsRefusedBeforeAnythingIsAllocated() {
    for (long length : new long[] {Long.MAX_VALUE, -1, (1 << 24) + 1}) {
      byte[] bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
      assertThatThrownBy(() -> read(bytes))
          .isInstanceOf(BadWeightsException.class)
          .hasMessageContaining("no safetensors file");
    }
  }

  @Test
  void aTensorLargerThanTheFileIsRefusedBeforeAnythingIsAllocated(@TempDir Path folder)
      throws IOException {
    String header = "{" + tensor("a", "F32", "[500000000]", 0, 2_000_000_000) + "}";
    Path path = Files.write(folder.resolve("short.safetensors"), file(header, 8));
    assertThatThrownBy(() -> Safetensors.read(path))
        .isInstanceOf(BadWeightsException.class)
        .hasMessageContaining("short.safetensors")
        .hasMessageContaining("where its header says 2000000");
    assertThatThrownBy(() -> read(file(header, 8)))
        .isInstanceOf(BadWeightsException.class)
        .hasMessageContaining("it ends within tensor 'a'");
  }

  @Test
  void countersOfATypeThatIsNotReadAreSteppedOver() throws IOException {
    String header =
        "{" + tensor("n", "I64", "[]", 0, 8) + "," + tensor("a", "F32", "[1]", 8, 12) + "}";
    byte[] data = {9, 9, 9, 9, 9, 9, 9, 9, 0, 0, (byte) 0x80, 0x3F};
    List<String> seen = new ArrayList<>();
    try (SafetensorsReader reader =
        SafetensorsReader.open(new ByteArrayInputStream(file(header, data)), "counted")) {
      reader.read(
          entry -> entry.name().equals("a"),
          (entry, values) -> seen.add(entry.name() + "=" + values.getFloat(0)));
    }
    assertThat(seen).containsExactly("a=1.0");
  }

  @Test
  void aMissingFileAndAFolderAreNamed(@TempDir Path folder) {
    for (Path path : new Path[] {folder.resolve("none.safetensors"), folder}) {
      assertThatThrownBy(() -> Safetensors.read(path))
          .isInstanceOf(BadWeightsException.class)
          .hasMessageContaining(path.getFileName().toString())
          .hasMessageContaining("there is no such file");
    }
  }

  @Property(tries = 300)
  void anyDamageIsRefusedOrHarmless(@ForAll @IntRange(max = 91) int position, @ForAll byte value)
      throws IOException {
    byte[] bytes = file(GOOD, 8);
    bytes[position % bytes.length] = value;
    try {
      TensorFile content = read(bytes);
      content.tensors().values().forEach(t -> assertThat(t.values().length).isLessThanOrEqualTo(8));
    } catch (BadWeightsException e) {
      assertThat(e.getMessage()).startsWith("Cannot use the weights bad.safetensors: ");
    }
  }

  @Test
  void aFileCutAnywhereIsRefused() {
    byte[] bytes = file(GOOD, 8);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(BadWeightsException.class);
    }
  }
}
