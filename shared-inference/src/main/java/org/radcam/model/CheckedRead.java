package org.radcam.model;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.radcam.UserException;

/**
 * Reads a package's file once, for its content and its SHA-256 together.
 *
 * <ul>
 *   <li>A missing or unreadable file is refused.
 *   <li>A file of more than {@link #MAX_BYTES} is refused.
 *   <li>A file whose digest is not the card's is refused, even if its content could be read; and if
 *       it could not, because of the difference, that difference is what is told.
 * </ul>
 */
final class CheckedRead {
  /** ResNet-152 takes 0.24 GB; ten times the largest network of the studies is no model of ours. */
  static final long MAX_BYTES = 1L << 32;

  private static final int BUFFER = 1 << 16;

  private CheckedRead() {}

  static <T> T read(ModelPackage from, PackageFile file, ModelPackage.ContentReader<T> body) {
    MessageDigest digest = sha256();
    T result = null;
    Exception failure = null;
    try (InputStream raw = from.open(file.name());
        InputStream in =
            new BufferedInputStream(
                new Bounded(new DigestInputStream(raw, digest), file.name()), BUFFER)) {
      try {
        result = body.read(new Unclosable(in));
      } catch (IOException | RuntimeException e) {
        failure = e;
      }
      drain(in);
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw new UserException(
          "The model package " + from.location() + " lacks its file " + file.name() + ".", e);
    } catch (IOException e) {
      throw new UserException(
          "Cannot read " + file.name() + " of " + from.location() + ": " + e.getMessage(), e);
    }
    String found = HexFormat.of().formatHex(digest.digest());
    if (!found.equals(file.sha256())) {
      throw new UserException(
          file.name()
              + " of the model package "
              + from.location()
              + " is damaged or was exchanged: its SHA-256 is "
              + found
              + ", but the card says "
              + file.sha256()
              + ". Get the package again.");
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure != null) {
      throw new UserException(
          file.name()
              + " of the model package "
              + from.location()
              + " cannot be used: "
              + failure.getMessage(),
          failure);
    }
    return result;
  }

  private static void drain(InputStream in) throws IOException {
    byte[] buffer = new byte[BUFFER];
    while (in.read(buffer) >= 0) {
      // Only the digest wants these bytes.
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Fails beyond the largest size that a package's file may have. */
  private static final class Bounded extends FilterInputStream {
    private final String name;
    private long count;

    Bounded(InputStream in, String name) {
      super(in);
      this.name = name;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      counted(value < 0 ? -1 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return counted(super.read(buffer, offset, length));
    }

    /** Bytes that are skipped must be digested too. */
    @Override
    public long skip(long n) throws IOException {
      byte[] skipped = new byte[(int) Math.min(n, BUFFER)];
      return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private int counted(int read) throws IOException {
      count += Math.max(0, read);
      if (count > MAX_BYTES) {
        throw new IOException(name + " is larger than " + MAX_BYTES + " bytes");
      }
      return read;
    }
  }

  /** Keeps a reader from closing what must still be digested. */
  private static final class Unclosable extends FilterInputStream {
    Unclosable(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return in.read(buffer, offset, length);
    }

    @Override
    public void close() {
      // The caller of the body closes.
    }
  }
}
