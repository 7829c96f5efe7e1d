package org.radcam.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.radcam.image.SourceImage;

/**
 * The content of an image file, or of a folder with a series of DICOM images, read from its disk
 * once: its digest and its image are of the same bytes, even where the file is being replaced
 * meanwhile.
 */
public final class ImageFile {
  private final String sha256;
  private Decoder decoder;

  private ImageFile(String sha256, Decoder decoder) {
    this.sha256 = sha256;
    this.decoder = decoder;
  }

  static ImageFile read(Path file) throws UnreadableImageException {
    if (Files.isDirectory(file)) {
      SeriesFolder.Loaded series = SeriesFolder.open(file).read();
      return new ImageFile(series.sha256(), series::image);
    }
    String name = String.valueOf(file.getFileName());
    byte[] bytes = FileBytes.read(file);
    Optional<byte[]> second = Companion.of(file, bytes);
    return new ImageFile(
        Companion.sha256(bytes, second), () -> ImageFiles.read(name, bytes, second));
  }

  /**
   * The digest of the file's bytes, as lower-case hexadecimal. Where an image is in several files
   * (a folder's slices, a header and its data), the digest of their digests' digits, one behind the
   * other: slices in their order, the header first.
   */
  public String sha256() {
    return sha256;
  }

  /**
   * The image; several pages or frames are slices. Called at most once, for the bytes are not kept.
   *
   * @throws UnreadableImageException as {@link ImageFiles#read}
   */
  public SourceImage decode() throws UnreadableImageException {
    if (decoder == null) {
      throw new IllegalStateException("The file has been decoded already");
    }
    Decoder once = decoder;
    decoder = null; // decoders change the bytes in place
    return once.decode();
  }

  @FunctionalInterface
  private interface Decoder {
    SourceImage decode() throws UnreadableImageException;
  }
}
