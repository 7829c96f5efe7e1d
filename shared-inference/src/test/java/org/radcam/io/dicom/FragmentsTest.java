package org.radcam.io.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcam.io.format.ImageFormatException;

class FragmentsTest {
  @Test
  void theOffsetTableSharesOutFragmentsAmongFrames() throws ImageFormatException {
    byte[] bytes = encapsulated(new int[] {0, 20}, "aa", "bb", "cc");
    assertThat(words(bytes, 2)).containsExactly("aabb", "cc");
    assertThat(words(bytes, 1)).containsExactly("aabbcc");
    assertThat(words(bytes, 3)).containsExactly("aa", "bb", "cc");
  }

  @Test
  void withoutATableTheEndOfAJpegEndsAFrame() throws ImageFormatException {
    String end = "\u00ff\u00d9";
    assertThat(words(encapsulated(new int[0], "aa", "b" + end + "\0", "cc" + end), 2))
        .containsExactly("aab" + end + "\0", "cc" + end);
  }

  @Test
  void guessingIsRefused() {
    byte[] wrong = encapsulated(new int[] {0, 11}, "aa", "bb", "cc");
    assertThatThrownBy(() -> words(wrong, 2)).hasMessageContaining("does not tell which of its 3");
    byte[] none = encapsulated(new int[0], "aa", "bb", "cc");
    assertThatThrownBy(() -> words(none, 2)).hasMessageContaining("which of its 2 frames");
  }

  private static List<String> words(byte[] bytes, int frames) throws ImageFormatException {
    return new Fragments(bytes, 0)
        .frames(frames).stream()
            .map(
                frame -> {
                  StringBuilder text = new StringBuilder();
                  while (frame.hasRemaining()) {
                    text.append((char) (frame.get() & 0xff));
                  }
                  return text.toString();
                })
            .toList();
  }

  private static byte[] encapsulated(int[] offsets, String... fragments) {
    ByteBuffer out = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 0xFFFE).putShort((short) 0xE000).putInt(4 * offsets.length);
    for (int offset : offsets) {
      out.putInt(offset);
    }
    for (String fragment : fragments) {
      out.putShort((short) 0xFFFE).putShort((short) 0xE000).putInt(fragment.length());
      out.put(fragment.getBytes(StandardCharsets.ISO_8859_1));
    }
    out.putShort((short) 0xFFFE).putShort((short) 0xE0DD).putInt(0);
    return out.array();
  }
}
