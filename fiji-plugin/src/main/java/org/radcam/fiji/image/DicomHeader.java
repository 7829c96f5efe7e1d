package org.radcam.fiji.image;

import ij.ImagePlus;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The DICOM header that ImageJ keeps as text beside an image: the label of each slice of an
 * imported series, or the image's {@code Info} property. Elements inside sequences (marked with
 * {@code >}) speak of other things than the image and are left out.
 *
 * <p>It holds the patient's data: values leave this class one by one, for a purpose.
 */
final class DicomHeader {
  static final String MODALITY = "0008,0060";
  static final String SERIES_DESCRIPTION = "0008,103E";
  static final String SPECIES = "0010,2201";
  static final String BODY_PART = "0018,0015";
  static final String VIEW_POSITION = "0018,5101";
  static final String PHOTOMETRIC = "0028,0004";
  static final String PIXEL_REPRESENTATION = "0028,0103";
  static final String RESCALE_INTERCEPT = "0028,1052";
  static final String RESCALE_SLOPE = "0028,1053";

  /** For example {@code 0008,0060 Modality: DX}. */
  private static final Pattern LINE =
      Pattern.compile("([0-9A-Fa-f]{4},[0-9A-Fa-f]{4})\\s+([^:>]*):(.*)");

  private final Map<String, String> elements = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private DicomHeader(String text) {
    text.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> elements.putIfAbsent(line.group(1), line.group(3).strip()));
  }

  /** The header of one slice; empty where the image did not come from DICOM. */
  static DicomHeader of(ImagePlus image, int slice) {
    String label = image.getStackSize() > 1 ? image.getStack().getSliceLabel(slice) : null;
    DicomHeader own = new DicomHeader(label == null ? "" : label);
    if (!own.elements.isEmpty()) {
      return own;
    }
    Object info = image.getProperty("Info");
    return new DicomHeader(info instanceof String text ? text : "");
  }

  /** An element's value as ImageJ writes it. */
  Optional<String> text(String tag) {
    return Optional.ofNullable(elements.get(tag)).filter(value -> !value.isEmpty());
  }

  OptionalDouble number(String tag) {
    try {
      return text(tag)
          .map(value -> OptionalDouble.of(Double.parseDouble(value)))
          .orElse(OptionalDouble.empty());
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
