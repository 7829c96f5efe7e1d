package org.radcam.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestsTest {
  /** FIPS 180-2, appendix B.1: the digest of "abc". */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void bytesStreamsAndFilesGiveThePublishedDigest() throws IOException {
    byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
    assertThat(Digests.sha256(abc)).isEqualTo(ABC);
    assertThat(Digests.sha256(new ByteArrayInputStream(abc))).isEqualTo(ABC);
    assertThat(Digests.sha256(Files.write(folder.resolve("abc"), abc))).isEqualTo(ABC);
  }

  /** hashlib.sha256((numpy.arange(20000, dtype="f4") / 8).tobytes()).hexdigest(). */
  @Test
  void floatsAreDigestedAsLittleEndianBytesAcrossTheBuffer() {
    float[] values = new float[20000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 8f;
    }
    assertThat(Digests.sha256(values))
        .isEqualTo("49c527545b3c0845844041aa77bcedd0ead8667997eb522c70c31ea9d6a29212");
  }

  @Test
  void everyNaNCountsAsTheSame() {
    assertThat(Digests.sha256(new float[] {Float.intBitsToFloat(0x7fc00001)}))
        .isEqualTo(Digests.sha256(new float[] {Float.NaN}));
  }
}
