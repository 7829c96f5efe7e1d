package org.radcam.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyArrayTest {
  /** NumPy 2: numpy.save(f, numpy.array([[1, -2.5, 3e-5]], dtype="<f4")). */
  private static final byte[] NUMPY =
      HexFormat.of()
          .parseHex(
              "934e554d5059010076007b276465736372273a20273c6634272c2027666f727472616e5f6f7264657227"
                  + "3a2046616c73652c20277368617065273a2028312c2033292c207d"
                  + "20".repeat(58)
                  + "0a0000803f000020c082a8fb37");

  private static NpyArray read(byte[] bytes) throws IOException {
    return NpyArray.read(new ByteArrayInputStream(bytes));
  }

  private static byte[] written(NpyArray array) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    array.write(out);
    return out.toByteArray();
  }

  @Test
  void aFileOfNumPyIsReadAndWrittenByteForByte() throws IOException {
    NpyArray array = read(NUMPY);
    assertThat(array.shape()).containsExactly(1, 3);
    assertThat(array.values()).containsExactly(1f, -2.5f, 3e-5f);
    assertThat(written(array)).isEqualTo(NUMPY);
  }

  @Test
  void everyNumberOfAxesSurvivesTheWay() throws IOException {
    for (List<Integer> shape : List.of(List.<Integer>of(), List.of(5), List.of(2, 1, 3, 7, 701))) {
      float[] values = new float[shape.stream().reduce(1, (a, b) -> a * b)];
      for (int n = 0; n < values.length; n++) {
        values[n] = n * 0.1f;
      }
      NpyArray back = read(written(new NpyArray(shape, values)));
      assertThat(back.shape()).isEqualTo(shape);
      assertThat(back.values()).isEqualTo(values);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <f4   | <f8   | float32
          <f4   | >f4   | float32
          False | True  | C order
          (1, 3)| (1, 4)| ends early
          (1, 3)| (1, 2)| goes on
          (1, 3)| (9999999, 999999)| too large
          (1, 3)| (99999999)| too large
          (1, 3)| (60000000)| ends early
          (1, 3)| (0, 3)| shape
          (1, 3)| (-1, 3)| cannot be understood
          NUMPY | NUMPI | no NPY file
          shape | shapf | cannot be understood
          """)
  void hostileFilesAreRefused(String good, String bad, String message) {
    String text = new String(NUMPY, StandardCharsets.ISO_8859_1).replace(good, bad);
    int grown = text.length() - NUMPY.length;
    // Takes from or adds to the padding, so that the header keeps its length.
    String fitted =
        grown >= 0
            ? text.replaceFirst(" {" + grown + "}\\n", "\n")
            : text.replaceFirst("\\n", " ".repeat(-grown) + "\n");
    assertThatThrownBy(() -> read(fitted.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  @Test
  void everyTruncationIsRefused() {
    for (int length = 0; length < NUMPY.length; length++) {
      byte[] cut = Arrays.copyOf(NUMPY, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aHeaderThatClaimsMegabytesIsRefused() {
    byte[] bytes = NUMPY.clone();
    bytes[6] = 2;
    bytes[10] = 0x7f;
    assertThatThrownBy(() -> read(bytes)).hasMessageContaining("claims");
  }
}
