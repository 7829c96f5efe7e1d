package org.radcam.zoo.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelPackage;
import org.radcam.zoo.ModelZoo;
import org.radcam.zoo.UserFolder;
import picocli.CommandLine.Option;

/** Where the user's packages are; shared by the zoo's commands. */
final class ZooOptions {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      description =
          "Folder of your own packages (default: the environment variable RADCAM_MODELS, else"
              + " your platform's folder for application data).")
  private Path models;

  /** Where new packages go. */
  Path folder() {
    return models == null ? UserFolder.models() : models;
  }

  /**
   * The package of an id or, where no package has that id, in that folder.
   *
   * @throws org.radcam.UserException if there is neither, or the folder's card is refused
   */
  ModelPackage find(String idOrFolder) {
    ModelZoo zoo = zoo();
    boolean known = zoo.packages().stream().anyMatch(m -> m.card().id().equals(idOrFolder));
    if (!known && Files.isDirectory(Path.of(idOrFolder))) {
      return FolderPackage.open(Path.of(idOrFolder));
    }
    return zoo.find(idOrFolder);
  }

  ModelZoo zoo() {
    return models == null ? ModelZoo.standard() : ModelZoo.withUserFolder(models);
  }
}
