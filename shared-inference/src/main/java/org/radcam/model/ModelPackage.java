package org.radcam.model;

import java.io.IOException;
import java.io.InputStream;

/**
 * A model's card and the files beside it, wherever they are kept: a folder, or the resources of a
 * jar.
 */
public interface ModelPackage {
  ModelCard card();

  /** Where the package is kept, for messages. */
  String location();

  /** Opens one of the package's files as it is, without checking it. */
  InputStream open(String fileName) throws IOException;

  /**
   * Reads a file and checks it in one go: the bytes that {@code body} sees are the bytes that are
   * digested. What the body made is returned only if the whole file is what the card says.
   *
   * @param file one of the files that the card names
   * @param body reads the content; it need not read to the end, nor close the stream
   * @throws org.radcam.UserException naming the file, if it is missing, unreadable, or differs from
   *     the card
   */
  default <T> T read(PackageFile file, ContentReader<T> body) {
    return CheckedRead.read(this, file, body);
  }

  /** Makes something of a file's content. */
  @FunctionalInterface
  interface ContentReader<T> {
    T read(InputStream content) throws IOException;
  }
}
