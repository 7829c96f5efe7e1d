package org.radcam.zoo.train;

import java.nio.file.Files;
import java.nio.file.Path;
import org.radcam.UserException;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelPackage;
import org.radcam.zoo.ModelZoo;

/** Finds what a user names to begin from: a safetensors file, a package's folder, or a model. */
public final class InitialChoice {
  private InitialChoice() {}

  /**
   * Reads them.
   *
   * @param choice a model's id, a package's folder, or a safetensors file
   * @throws UserException if there is no such thing
   */
  public static InitialWeights of(String choice) {
    Path path = Path.of(choice);
    if (Files.isDirectory(path)) {
      return InitialWeights.of(FolderPackage.open(path));
    }
    if (Files.exists(path) || choice.endsWith(".safetensors")) {
      return InitialWeights.of(path);
    }
    ModelPackage model;
    try {
      model = ModelZoo.standard().find(choice);
    } catch (UserException e) {
      throw new UserException(
          "There is no weights file or package '" + choice + "'. " + e.getMessage(), e);
    }
    return InitialWeights.of(model);
  }
}
