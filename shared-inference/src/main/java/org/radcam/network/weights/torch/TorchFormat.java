package org.radcam.network.weights.torch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.radcam.network.weights.BadWeightsException;
import org.radcam.network.weights.pickle.PickleRefusedException;

/** What kind of file of PyTorch's a file is, by its content. */
public enum TorchFormat {
  /** A zip archive that holds a program. */
  SCRIPT,
  /**
   * A pickle, in a zip archive or in the old form; whether it is a good one is another question.
   */
  PICKLE,
  /** None of these. */
  OTHER;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int PROTO = 0x80;

  /** A safetensors file's first bytes: the length of its header, and the header's first byte. */
  private static final int HEAD = Long.BYTES + 1;

  /**
   * Looks at a file's beginning, and into it if it is an archive. A safetensors file is told first:
   * its first byte is the low byte of a length, and may be any, a pickle's too.
   *
   * @throws BadWeightsException if it is a broken archive
   */
  public static TorchFormat of(Path path) throws IOException {
    byte[] head = head(path);
    if (isSafetensors(head, Files.size(path))) {
      return OTHER;
    }
    if (!isZip(head)) {
      // Protocol 2 and later, as torch.save uses; or a name, a mark or a container of protocol 0.
      boolean binary = head.length > 1 && (head[0] & 0xFF) == PROTO && head[1] >= 0 && head[1] <= 5;
      boolean text = head.length > 1 && "c(}])".indexOf(head[0]) >= 0;
      return binary || text ? PICKLE : OTHER;
    }
    try (TorchArchive archive = TorchArchive.open(path, Files.size(path))) {
      return archive.isScript() ? SCRIPT : PICKLE;
    } catch (PickleRefusedException e) {
      throw new BadWeightsException(path.getFileName().toString(), e.getMessage(), e);
    }
  }

  static boolean isZip(Path path) throws IOException {
    return isZip(head(path));
  }

  private static boolean isZip(byte[] head) {
    return head.length >= ZIP.length && Arrays.equals(head, 0, ZIP.length, ZIP, 0, ZIP.length);
  }

  /** A pickle's first eight bytes make a length that no file has. */
  private static boolean isSafetensors(byte[] head, long length) {
    if (head.length < HEAD || head[HEAD - 1] != '{') {
      return false;
    }
    long header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return header > 0 && header <= length - Long.BYTES;
  }

  private static byte[] head(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HEAD);
    }
  }
}
