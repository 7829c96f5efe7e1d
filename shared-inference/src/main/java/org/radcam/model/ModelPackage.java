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
}
