package org.radcam.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.nifti.NiftiImageReader;
import org.radcam.io.nrrd.NrrdImageReader;

/**
 * The second file of a volume whose header is a file of its own: NIfTI pairs ({@code .hdr} and
 * {@code .img}), and NRRD headers that name a data file in the same folder.
 */
final class Companion {
  private Companion() {}

  /** The bytes of the file that a header needs; empty where it needs none or there is none. */
  static Optional<byte[]> of(Path file, byte[] bytes) throws UnreadableImageException {
    try {
      for (Path candidate : candidates(file, bytes)) {
        if (Files.exists(candidate)) {
          return Optional.of(FileBytes.read(candidate));
        }
      }
      return Optional.empty();
    } catch (ImageFormatException e) {
      throw new UnreadableImageException(e.getMessage(), e);
    }
  }

  private static List<Path> candidates(Path file, byte[] bytes) throws ImageFormatException {
    return switch (ImageFiles.kind(bytes)) {
      case NIFTI -> NiftiImageReader.isPair(bytes) ? images(file) : List.of();
      case NRRD -> NrrdImageReader.dataFile(bytes).map(file::resolveSibling).stream().toList();
      default -> List.of();
    };
  }

  private static List<Path> images(Path header) {
    String name = header.getFileName().toString().replaceFirst("(?i)\\.hdr(\\.gz)?$", "");
    return Arrays.asList(
        header.resolveSibling(name + ".img"),
        header.resolveSibling(name + ".img.gz"),
        header.resolveSibling(name + ".IMG"));
  }

  /** Both files' bytes have a digest of the two digests; a file alone has its own. */
  static String sha256(byte[] bytes, Optional<byte[]> second) {
    String first = Digests.sha256(bytes);
    return second.isEmpty()
        ? first
        : Digests.sha256OfDigests(List.of(first, Digests.sha256(second.get())));
  }
}
