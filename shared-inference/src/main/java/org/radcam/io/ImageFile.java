package org.radcam.io;

import java.nio.file.Path;
import org.radcam.image.SourceImage;

/**
 * The content of an image file, read from its disk once: its digest and its image are of the same
 * bytes, even where the file is being replaced meanwhile.
 */
public final class ImageFile {
  private final String name;
  private final String sha256;
  private byte[] bytes;

  private ImageFile(String name, byte[] bytes) {
    this.name = name;
    this.sha256 = Digests.sha256(bytes);
    this.bytes = bytes;
  }

  static ImageFile read(Path file) throws UnreadableImageException {
    return new ImageFile(String.valueOf(file.getFileName()), FileBytes.read(file));
  }

  /** The digest of the file's bytes, as lower-case hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /**
   * The image; several pages or frames are slices. Called at most once, for the bytes are not kept.
   *
   * @throws UnreadableImageException as {@link ImageFiles#read}
   */
  public SourceImage decode() throws UnreadableImageException {
    if (bytes == null) {
      throw new IllegalStateException("The file has been decoded already");
    }
    byte[] content = bytes;
    bytes = null; // decoders change them in place
    return ImageFiles.read(name, content);
  }
}
