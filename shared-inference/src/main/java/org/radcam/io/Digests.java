package org.radcam.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 digests as lower-case hexadecimal, for audit records and checks of downloads. */
public final class Digests {
  private static final int BUFFER = 1 << 16;

  private Digests() {}

  /** The digest of a file's bytes. */
  public static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return sha256(in);
    }
  }

  /** The digest of everything left in a stream, which stays open. */
  public static String sha256(InputStream in) throws IOException {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return hex(digest);
  }

  /** The digest of bytes. */
  public static String sha256(byte[] bytes) {
    MessageDigest digest = newDigest();
    digest.update(bytes);
    return hex(digest);
  }

  /**
   * The digest of values as little-endian IEEE 754 (as {@code numpy.float32.tobytes()} gives them),
   * all NaNs alike.
   */
  public static String sha256(float[] values) {
    MessageDigest digest = newDigest();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      if (!buffer.hasRemaining()) {
        digest.update(buffer.flip());
        buffer.clear();
      }
      buffer.putInt(Float.floatToIntBits(value));
    }
    digest.update(buffer.flip());
    return hex(digest);
  }

  /** One digest for several: of their hexadecimal digits, one behind the other. */
  public static String sha256OfDigests(List<String> digests) {
    return sha256(String.join("", digests).getBytes(StandardCharsets.US_ASCII));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
