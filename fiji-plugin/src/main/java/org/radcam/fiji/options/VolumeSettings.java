package org.radcam.fiji.options;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;

/**
 * Which volume a user wants to open.
 *
 * @param series which of a folder's series: its number in the list, or its Series Instance UID;
 *     empty where the folder holds only one
 * @param path a file, or a folder of DICOM images
 */
public record VolumeSettings(Optional<String> series, Path path) {
  /** Names of the options, as the Macro Recorder writes them. */
  public static final List<String> KEYS = List.of("series", "path");

  /**
   * Reads a macro line. Paths are relative to the folder that the program was started in.
   *
   * @throws UserException naming the option that is wrong
   */
  public static VolumeSettings of(OptionText text) {
    text.allowOnly(KEYS);
    return of(text.text("series").orElse(""), text.text("path").orElse(""));
  }

  /**
   * What was typed.
   *
   * @throws UserException naming the option that is wrong
   */
  public static VolumeSettings of(String series, String path) {
    if (path.isBlank()) {
      throw new UserException(
          "Say which file or folder: path=[/path/of/the volume.nii.gz], for example.");
    }
    Path place;
    try {
      place = Path.of(path.strip());
    } catch (InvalidPathException e) {
      throw new UserException("'" + path + "' cannot be a file (option path).", e);
    }
    if (!Files.exists(place)) {
      throw new UserException(
          "There is no file or folder '" + place.toAbsolutePath().normalize() + "' (option path).");
    }
    boolean folder = Files.isDirectory(place);
    if (!series.isBlank() && !folder) {
      throw new UserException(
          "'"
              + place.getFileName()
              + "' is a file; only a folder has several series (option"
              + " series).");
    }
    return new VolumeSettings(Optional.of(series.strip()).filter(word -> !word.isEmpty()), place);
  }
}
