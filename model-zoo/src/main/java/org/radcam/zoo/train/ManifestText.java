package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.radcam.UserException;
import org.radcam.io.Digests;

/**
 * The text of a manifest.
 *
 * @param text without the byte-order mark that spreadsheets write
 * @param sha256 digest of the file
 */
public record ManifestText(String text, String sha256) {
  /** A million rows; more is no manifest. */
  private static final long MAX_BYTES = 256L << 20;

  /**
   * Reads a file.
   *
   * @throws UserException if there is none, or it is no text in UTF-8
   */
  public static ManifestText read(Path file) {
    byte[] bytes = bytes(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new ManifestText(
          text.startsWith("\uFEFF") ? text.substring(1) : text, Digests.sha256(bytes));
    } catch (CharacterCodingException e) {
      throw new UserException(file + " is not written in UTF-8", e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new UserException("There is no file " + file);
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new UserException(file + " is too large for a manifest");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
