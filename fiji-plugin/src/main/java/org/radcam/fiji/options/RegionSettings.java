package org.radcam.fiji.options;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.radcam.UserException;
import org.radcam.fiji.image.RegionSource;
import org.radcam.fiji.image.SliceRange;
import org.radcam.io.RegionLabel;
import org.radcam.task.Task;

/**
 * Where a user says that the region of interest is.
 *
 * @param source where it comes from
 * @param mask title, ID or path of the mask, where it comes from one
 * @param file the file, where it comes from one, as typed
 * @param label which region of a mask or file is meant
 * @param slices on which slices the active selection counts
 * @param each whether every lesion is a case of its own
 */
public record RegionSettings(
    RegionSource source,
    Optional<String> mask,
    Optional<String> file,
    RegionLabel label,
    SliceRange slices,
    boolean each) {
  /** All regions together are one lesion. */
  public static final String ONE = "one";

  /** Every region, or every separate part of a mask, is a lesion of its own. */
  public static final String EACH = "each";

  public static final List<String> LESIONS = List.of(ONE, EACH);

  /** Words of the sources, the usual one first. */
  public static List<String> sources() {
    return Stream.of(RegionSource.values()).map(RegionSource::word).toList();
  }

  /**
   * Reads the options of a region. A mask or a file that is named is the region, unless another
   * source is named too.
   *
   * @throws UserException naming the option that is wrong
   */
  static RegionSettings of(Task task, OptionText text) {
    return of(text, TaskOptions.hasLesions(task));
  }

  /**
   * Reads the options of a region.
   *
   * @param lesions whether slices and single lesions can be asked for
   */
  static RegionSettings of(OptionText text, boolean lesions) {
    Optional<String> mask = text.filled(TaskOptions.MASK).filter(typed -> !Words.isNobody(typed));
    Optional<String> file = text.filled(TaskOptions.ROI_FILE);
    String word = Words.choice(text, TaskOptions.ROI, RegionSource.AUTO.word(), sources());
    RegionSource source =
        Stream.of(RegionSource.values())
            .filter(one -> one.word().equals(word))
            .findFirst()
            .orElseThrow();
    if (source == RegionSource.AUTO) {
      if (mask.isPresent() && file.isPresent()) {
        throw new UserException(
            "Both a mask and a region file are named. Say which one counts: roi=mask or roi=file.");
      }
      source = mask.isPresent() ? RegionSource.MASK : file.isPresent() ? RegionSource.FILE : source;
    }
    check(TaskOptions.MASK, "mask=[title]", source, RegionSource.MASK, mask);
    check(TaskOptions.ROI_FILE, "roifile=[/path/of/the file]", source, RegionSource.FILE, file);
    RegionLabel label =
        text.filled(TaskOptions.LABEL).map(RegionLabel::parse).orElse(RegionLabel.ALL);
    if (!label.isAll() && source != RegionSource.MASK && source != RegionSource.FILE) {
      throw new UserException(
          "The option 'label' belongs to a mask: give one with mask= or roifile=.");
    }
    return new RegionSettings(
        source,
        source == RegionSource.MASK ? mask : Optional.empty(),
        source == RegionSource.FILE ? file : Optional.empty(),
        label,
        lesions
            ? SliceRange.parse(text.filled(TaskOptions.ROI_SLICES).orElse(Words.CURRENT))
            : SliceRange.CURRENT,
        lesions && Words.choice(text, TaskOptions.LESIONS, ONE, LESIONS).equals(EACH));
  }

  /** The same with the selection on other slices. */
  RegionSettings withSlices(SliceRange other) {
    return new RegionSettings(source, mask, file, label, other, each);
  }

  /** A source and the option that belongs to it come together or not at all. */
  private static void check(
      String option,
      String example,
      RegionSource source,
      RegionSource own,
      Optional<String> typed) {
    if (source == own && typed.isEmpty()) {
      throw new UserException("Say where the region is: " + example + ".");
    }
    if (source != own && typed.isPresent()) {
      throw new UserException(
          "The region is to come from '"
              + source.word()
              + "', but the option '"
              + option
              + "' names another place. Leave one of them out.");
    }
  }
}
