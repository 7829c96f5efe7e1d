package org.radcam.fiji.options;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.fiji.heat.HeatLayer;
import org.radcam.fiji.heat.HeatLook;
import org.radcam.fiji.heat.HeatScale;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;

/**
 * What a user wants of heat maps that are there.
 *
 * @param look how they are shown
 * @param jump whether to go to the slice with the most heat
 * @param heatImage whether they become an image of their own
 * @param composite whether image and heat become a composite
 * @param export file for the values
 */
public record HeatMapSettings(
    HeatLook look, boolean jump, boolean heatImage, boolean composite, Optional<Path> export) {
  /** Names of the options, as the Macro Recorder writes them. */
  public static final List<String> KEYS =
      List.of(
          "image",
          "show",
          "stage",
          "scale",
          "opacity",
          "colours",
          "threshold",
          "jump",
          "heatimage",
          "composite",
          "export");

  /**
   * Reads a macro line. What it does not name stays as it is.
   *
   * @param now how the heat maps look now
   * @param stages keys of the stages that there are maps of
   * @throws UserException naming the option that is wrong
   */
  public static HeatMapSettings of(OptionText text, HeatLook now, List<String> stages) {
    text.allowOnly(KEYS);
    HeatStyle style = now.style();
    return new HeatMapSettings(
        new HeatLook(
            new HeatStyle(
                text.text("colours").map(ColourMap::of).orElse(style.colours()),
                text.number("opacity", style.opacity(), 0, 1),
                text.number("threshold", style.threshold(), 0, 1)),
            text.flag("show", now.shown()),
            text.filled("stage").map(word -> stage(word, stages)).orElse(now.stage()),
            text.filled("scale").map(HeatScale::of).orElse(now.scale())),
        text.flag("jump", false),
        text.flag("heatimage", false),
        text.flag("composite", false),
        text.filled("export").map(HeatMapSettings::export));
  }

  /** What dialogs and macros call a stage. */
  public static String word(String stage) {
    return stage.equals(HeatLayer.FINAL) ? LookSettings.FINAL : stage;
  }

  /**
   * The key of a stage.
   *
   * @param word as in dialogs and macros
   * @throws UserException if there are no maps of it, listing those that there are
   */
  public static String stage(String word, List<String> stages) {
    List<String> words = stages.stream().map(HeatMapSettings::word).toList();
    return stages.get(words.indexOf(Words.choice("stage", word.strip(), words)));
  }

  /**
   * A file that heat maps can be written to.
   *
   * @throws UserException if its ending is another, or there is no such folder
   */
  public static Path export(String typed) {
    Path file;
    try {
      file = Path.of(typed.strip()).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new UserException("'" + typed + "' cannot be a file (option export).", e);
    }
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    List<String> endings = List.of(".nii.gz", ".nii", ".tif", ".tiff");
    if (endings.stream().noneMatch(name::endsWith)) {
      throw new UserException(
          "Heat maps are written as NIfTI or TIFF: the file's name must end in .nii.gz, .nii or .tif"
              + " (option export), not '"
              + typed
              + "'.");
    }
    if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
      throw new UserException("There is no folder '" + file.getParent() + "' (option export).");
    }
    if (Files.isDirectory(file)) {
      throw new UserException("'" + file + "' is a folder, not a file (option export).");
    }
    return file;
  }
}
