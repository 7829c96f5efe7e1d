package org.radcam.io.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JpegHeaderTest {
  @Test
  void markersBeforeTheFrameAreTakenIn() throws ImageFormatException {
    byte[] bytes =
        jpeg(0xc1, 8, 3, segment(0xe0, "JFIF\0\1\2\0\0\3\0\2\0\0"), segment(0xfe, "a comment"));
    JpegHeader header = JpegHeader.parse(bytes, 0, bytes.length);
    assertThat(header.columns()).isEqualTo(300);
    assertThat(header.rows()).isEqualTo(200);
    assertThat(header.components()).isEqualTo(3);
    assertThat(header.jfif()).isTrue();
    assertThat(header.density()).contains(new Density(3, 2, false));
    assertThatCode(header::checkDecodable).doesNotThrowAnyException();
  }

  @Test
  void theColourTransformOfAdobeIsTakenIn() throws ImageFormatException {
    byte[] bytes = jpeg(0xc0, 8, 3, segment(0xee, "Adobe\0\144\0\0\0\0\1"));
    assertThat(JpegHeader.parse(bytes, 0, bytes.length).adobeTransform()).contains(1);
  }

  @Test
  void whatIsNotDecodedIsRefusedByName() {
    assertThatThrownBy(() -> check(jpeg(0xc0, 8, 4))).hasMessageContaining("CMYK");
    assertThatThrownBy(() -> check(jpeg(0xc3, 8, 1))).hasMessageContaining("lossless JPEG");
    assertThatThrownBy(() -> check(jpeg(0xc1, 12, 1))).hasMessageContaining("12 bits");
    assertThatThrownBy(() -> check(jpeg(0xc0, 8, 2))).hasMessageContaining("2 channels");
    assertThatThrownBy(() -> check(new byte[] {-1, -40, -1, -39})).hasMessageContaining("cut off");
  }

  private static void check(byte[] bytes) throws ImageFormatException {
    JpegHeader.parse(bytes, 0, bytes.length).checkDecodable();
  }

  private static byte[] jpeg(int process, int bits, int components, byte[]... segments) {
    ByteBuffer out = ByteBuffer.allocate(200).put((byte) 0xff).put((byte) 0xd8);
    for (byte[] segment : segments) {
      out.put(segment);
    }
    out.put((byte) 0xff).put((byte) process).putShort((short) (8 + 3 * components));
    out.put((byte) bits).putShort((short) 200).putShort((short) 300).put((byte) components);
    return out.array();
  }

  private static byte[] segment(int marker, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer out = ByteBuffer.allocate(4 + bytes.length).put((byte) 0xff).put((byte) marker);
    return out.putShort((short) (2 + bytes.length)).put(bytes).array();
  }
}
