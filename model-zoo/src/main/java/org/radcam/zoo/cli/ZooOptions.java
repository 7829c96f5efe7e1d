package org.radcam.zoo.cli;

import java.nio.file.Path;
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

  ModelZoo zoo() {
    return models == null ? ModelZoo.standard() : ModelZoo.withUserFolder(models);
  }
}
