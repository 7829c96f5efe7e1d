package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Whether a file that a manifest names is in the manifest's folder. A symbolic link may lead to
 * another place in the folder, but not out of it.
 */
public final class FilesInside {
  private FilesInside() {}

  /**
   * Whether it is inside.
   *
   * @param folder absolute, without {@code ..}
   * @param file the same; need not exist
   */
  public static boolean isInside(Path folder, Path file) {
    if (!file.startsWith(folder)) {
      return false;
    }
    try {
      return file.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      // It does not exist, or cannot be reached: nothing is read that way.
      return true;
    }
  }
}
