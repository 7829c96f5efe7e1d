package org.radcam.fiji.options;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.fiji.image.RegionSource;
import org.radcam.radiomics.FeatureTable;
import org.radcam.radiomics.RadiomicsSettings;
import org.radcam.radiomics.RadiomicsText;

/**
 * What a user asks of a measurement of radiomics features.
 *
 * @param settings how features are measured
 * @param region where the region is
 * @param output the table to write; empty for none
 */
public record RadiomicsOptions(
    RadiomicsSettings settings, RegionSettings region, Optional<Path> output) {
  /** Names of the options, as the Macro Recorder writes them; those of the command line. */
  public static final List<String> KEYS =
      List.of(
          "image",
          TaskOptions.ROI,
          TaskOptions.MASK,
          TaskOptions.ROI_FILE,
          TaskOptions.ROI_SLICES,
          TaskOptions.LABEL,
          "discretisation",
          "ivh",
          "range",
          "outliers",
          "spacing",
          "interpolation",
          "round",
          "filter",
          "families",
          "aggregations",
          TaskOptions.OUTPUT);

  /** Where a region may come from: nowhere is none of them. */
  public static List<String> sources() {
    return RegionSettings.sources().stream()
        .filter(word -> !word.equals(RegionSource.NONE.word()))
        .toList();
  }

  /**
   * Reads a macro line, or what was typed into a dialog.
   *
   * @throws UserException naming the option that is wrong
   */
  public static RadiomicsOptions of(OptionText text) {
    text.allowOnly(KEYS);
    RegionSettings region = RegionSettings.of(text, true);
    if (region.source() == RegionSource.NONE) {
      throw new UserException("Features are those of a region: roi=none leaves nothing.");
    }
    return new RadiomicsOptions(radiomics(text).settings(), region, output(text));
  }

  private static RadiomicsText radiomics(OptionText text) {
    return new RadiomicsText(
        text.filled("discretisation").orElse(""),
        text.filled("ivh").orElse(""),
        text.filled("range").orElse(""),
        text.filled("outliers").orElse(""),
        text.filled("spacing").orElse(""),
        text.filled("interpolation").orElse(""),
        text.flag("round", false),
        text.filled("filter").orElse(""),
        text.filled("families").orElse(""),
        text.filled("aggregations").orElse(""));
  }

  private static Optional<Path> output(OptionText text) {
    Optional<String> typed = text.filled(TaskOptions.OUTPUT);
    try {
      Optional<Path> file = typed.map(Path::of);
      file.ifPresent(FeatureTable::checkPlace);
      return file;
    } catch (InvalidPathException e) {
      throw new UserException("'" + typed.orElseThrow() + "' cannot be a file (option output).", e);
    }
  }
}
