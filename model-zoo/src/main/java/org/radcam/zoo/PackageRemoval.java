package org.radcam.zoo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelCard;
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
    ModelCard card = model.card();
    Files.delete(folder.resolve(FolderPackage.CARD));
    Stream<PackageFile> named =
        Stream.of(
                card.weights().stream(),
                card.domain().stream(),
                card.test().stream()
                    .flatMap(
                        test ->
                            Stream.concat(
                                Stream.of(test.input(), test.output()), test.clinical().stream())),
                card.attachments().stream())
            .flatMap(files -> files);
    for (PackageFile file : named.toList()) {
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
