package org.radcam.zoo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.radcam.model.FolderPackage;
import org.radcam.model.PackageFile;

/**
 * Deletes a package of the user's: the card first, so that a removal that stops half way leaves
 * something that is no package; then the files that the card names; then the folder, if that leaves
 * it empty.
 */
public final class PackageRemoval {
  private PackageRemoval() {}

  /**
   * Removes a package.
   *
   * @return names of what else was in its folder, and still is
   */
  public static List<String> run(FolderPackage model) throws IOException {
    Path folder = model.folder();
    Files.delete(folder.resolve(FolderPackage.CARD));
    for (PackageFile file : model.card().files()) {
      Files.deleteIfExists(folder.resolve(file.name()));
    }
    List<String> left;
    try (Stream<Path> entries = Files.list(folder)) {
      left = entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
    if (left.isEmpty()) {
      Files.delete(folder);
    }
    return left;
  }
}
