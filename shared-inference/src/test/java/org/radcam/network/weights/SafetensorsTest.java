package org.radcam.network.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.network.GoldenNumbers;

class SafetensorsTest {
  private static final TensorFile CONTENT =
      new TensorFile(
          Map.of("zeta", "ä \"quoted\" ≤", "alpha", "1"),
          Map.of(
              "b", new Tensor(new long[] {2, 2}, new float[] {1, -2.5f, 1e-30f, 65504}),
              "a", new Tensor(new long[0], new float[] {0.1f}),
              "none", new Tensor(new long[] {0, 3}, new float[0])));

  @Test
  void aFileOfTheReferenceImplementationIsRead() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/golden/reference.safetensors")) {
      TensorFile file = Safetensors.read(in, "reference");
      float[] values = GoldenNumbers.uniform("values", 6, -4, 4);
      assertThat(file.tensors().get("single").values()).containsExactly(values);
      assertThat(file.tensors().get("single").shape()).containsExactly(2, 3);
      for (int i = 0; i < values.length; i++) {
        float half = file.tensors().get("half").values()[i];
        float brain = file.tensors().get("brain").values()[i];
        // Half the distance to the neighbour: 11 and 8 significant bits.
        assertThat(Math.abs(half - values[i])).isLessThanOrEqualTo(Math.ulp(values[i]) * (1 << 12));
        assertThat(Math.abs(brain - values[i]))
            .isLessThanOrEqualTo(Math.ulp(values[i]) * (1 << 15));
        assertThat(half).isEqualTo(FloatFormat.halfToFloat(FloatFormat.floatToHalf(values[i])));
      }
      assertThat(file.tensors().get("scalar").values()).containsExactly(-0.5f);
      assertThat(file.tensors().get("scalar").shape()).isEmpty();
      assertThat(file.tensors().get("empty").shape()).containsExactly(0, 3);
      assertThat(file.metadata())
          .containsEntry("made by", "safetensors")
          .containsEntry("text", "naïve ≤ \"quoted\"");
    }
  }

  @Test
  void whatIsWrittenIsReadBackExactly(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("w.safetensors");
    Safetensors.write(path, CONTENT, TensorType.F32);
    TensorFile back = Safetensors.read(path);
    assertThat(back.metadata()).isEqualTo(CONTENT.metadata());
    assertThat(back.tensors().keySet()).isEqualTo(CONTENT.tensors().keySet());
    CONTENT
        .tensors()
        .forEach(
            (name, tensor) -> {
              assertThat(back.tensors().get(name).shape()).containsExactly(tensor.shape());
              assertThat(back.tensors().get(name).values()).containsExactly(tensor.values());
            });
  }

  @Test
  void theSameContentMakesTheSameBytesInWhateverOrderItComes(@TempDir Path folder)
      throws IOException {
    Path first = folder.resolve("1");
    Path second = folder.resolve("2");
    Safetensors.write(first, CONTENT, TensorType.F32);
    Map<String, Tensor> reversed = new java.util.TreeMap<>(java.util.Comparator.reverseOrder());
    reversed.putAll(CONTENT.tensors());
    Safetensors.write(second, new TensorFile(CONTENT.metadata(), reversed), TensorType.F32);
    assertThat(first).hasSameBinaryContentAs(second);
  }

  @Test
  void aFailedWriteLeavesTheOldFileAndNothingElse(@TempDir Path folder) throws IOException {
    Path path = Files.writeString(folder.resolve("w.safetensors"), "old");
    TensorFile tooLarge =
        new TensorFile(Map.of(), Map.of("big", new Tensor(new long[] {1}, new float[] {70000})));
    assertThatThrownBy(() -> Safetensors.write(path, tooLarge, TensorType.F16))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'big'")
        .hasMessageContaining("range of F16");
    assertThat(path).hasContent("old");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(path);
    }
  }

  @Test
  void everyHalfSurvivesTheWayThereAndBack() {
    for (int bits = Short.MIN_VALUE; bits <= Short.MAX_VALUE; bits++) {
      float value = FloatFormat.halfToFloat((short) bits);
      if (!Float.isNaN(value)) {
        assertThat(FloatFormat.floatToHalf(value)).isEqualTo((short) bits);
      }
    }
    assertThat(FloatFormat.halfToFloat((short) 0x3C01)).isEqualTo(1 + 0x1p-10f);
    assertThat(FloatFormat.halfToFloat((short) 0x0001)).isEqualTo(0x1p-24f);
    assertThat(FloatFormat.halfToFloat((short) 0xFBFF)).isEqualTo(-65504);
    assertThat(FloatFormat.halfToFloat(FloatFormat.floatToHalf(Float.NaN))).isNaN();
  }

  /** The nearest of all halves is found by trying the neighbours. */
  @Property
  void halvesAreRoundedToTheNearest(@ForAll float value) {
    short half = FloatFormat.floatToHalf(value);
    float rounded = FloatFormat.halfToFloat(half);
    if (Math.abs(value) >= 65520) {
      assertThat(rounded).isInfinite();
      return;
    }
    double error = Math.abs((double) rounded - value);
    for (int step : new int[] {-1, 1}) {
      float neighbour = FloatFormat.halfToFloat((short) (half + step));
      if (Float.isFinite(neighbour)) {
        double other = Math.abs((double) neighbour - value);
        assertThat(error).isLessThanOrEqualTo(other);
        if (error == other) {
          assertThat(half & 1).isZero();
        }
      }
    }
  }
}
