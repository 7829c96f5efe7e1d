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
  static final String IMAGE_TYPE = "0008,0008";
  static final String SOP_INSTANCE = "0008,0018";
  static final String MODALITY = "0008,0060";
  static final String SERIES_DESCRIPTION = "0008,103E";
  static final String ANATOMIC_REGION = "0008,2218";
  static final String SPECIES = "0010,2201";
  static final String SPECIES_CODE = "0010,2202";
  static final String BODY_PART = "0018,0015";
  static final String CONTRAST_AGENT = "0018,0010";
  static final String SCANNING_SEQUENCE = "0018,0020";
  static final String SEQUENCE_NAME = "0018,0024";
  static final String SLICE_THICKNESS = "0018,0050";
  static final String REPETITION_TIME = "0018,0080";
  static final String ECHO_TIME = "0018,0081";
  static final String INVERSION_TIME = "0018,0082";
  static final String SPACING_BETWEEN_SLICES = "0018,0088";
  static final String PROTOCOL_NAME = "0018,1030";
  static final String PROCESSING_DESCRIPTION = "0018,1400";
  static final String VIEW_POSITION = "0018,5101";
  static final String B_VALUE = "0018,9087";
  static final String SERIES_INSTANCE = "0020,000E";
  static final String PATIENT_ORIENTATION = "0020,0020";
  static final String IMAGE_POSITION = "0020,0032";
  static final String IMAGE_ORIENTATION = "0020,0037";
  static final String FRAME_OF_REFERENCE = "0020,0052";
  static final String PHOTOMETRIC = "0028,0004";
  static final String NUMBER_OF_FRAMES = "0028,0008";
  static final String ROWS = "0028,0010";
  static final String COLUMNS = "0028,0011";
  static final String PIXEL_SPACING = "0028,0030";
  static final String BITS_ALLOCATED = "0028,0100";
  static final String PIXEL_REPRESENTATION = "0028,0103";
  static final String PADDING_VALUE = "0028,0120";
  static final String PADDING_LIMIT = "0028,0121";
  static final String RESCALE_INTERCEPT = "0028,1052";
  static final String RESCALE_SLOPE = "0028,1053";
  static final String VIEW_CODE = "0054,0220";

  /** Per-Frame Functional Groups Sequence, of enhanced images with several frames. */
  static final String FRAME_GROUPS = "5200,9230";

  private static final String CODE_VALUE = "0008,0100";
  private static final String CODE_MEANING = "0008,0104";

  /** For example {@code 0008,0060 Modality: DX}; inside a sequence {@code >Modality}. */
  private static final Pattern LINE =
      Pattern.compile("([0-9A-Fa-f]{4},[0-9A-Fa-f]{4})\\s+(>*)([^:]*):(.*)");

  private final Map<String, String> elements = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> codes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> meanings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private DicomHeader(String text) {
    String sequence = "";
    for (String line : (Iterable<String>) text.lines()::iterator) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        continue;
      }
      String tag = parts.group(1);
      String value = parts.group(4).strip();
      if (parts.group(2).isEmpty()) {
        elements.putIfAbsent(tag, value);
        sequence = tag;
      } else if (tag.equals(CODE_VALUE) && !value.isEmpty()) {
        codes.putIfAbsent(sequence, value);
      } else if (tag.equals(CODE_MEANING) && !value.isEmpty()) {
        meanings.putIfAbsent(sequence, value);
      }
    }
  }

  /** The header of one slice; empty where the image did not come from DICOM. */
  static DicomHeader of(ImagePlus image, int slice) {
    DicomHeader own = of(SliceText.label(image, slice));
    return own.isEmpty() ? of(SliceText.info(image)) : own;
  }

  /** The header that a text holds; empty where it holds none. */
  static DicomHeader of(String text) {
    return new DicomHeader(text);
  }

  boolean isEmpty() {
    return elements.isEmpty();
  }

  /** Whether an element is there, with a value or without. */
  boolean has(String tag) {
    return elements.containsKey(tag);
  }

  /** An element's value as ImageJ writes it. */
  Optional<String> text(String tag) {
    return Optional.ofNullable(elements.get(tag)).filter(value -> !value.isEmpty());
  }

  /** Exactly so many numbers; empty where the element is absent or holds something else. */
  Optional<double[]> numbers(String tag, int count) {
    String[] parts = text(tag).orElse("").split("\\\\", -1);
    if (parts.length != count) {
      return Optional.empty();
    }
    double[] numbers = new double[count];
    for (int n = 0; n < count; n++) {
      try {
        numbers[n] = Double.parseDouble(parts[n].strip());
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
      if (!Double.isFinite(numbers[n])) {
        return Optional.empty();
      }
    }
    return Optional.of(numbers);
  }

  /** The value of the code in a sequence. */
  Optional<String> code(String sequence) {
    return Optional.ofNullable(codes.get(sequence));
  }

  /** What the code in a sequence means. */
  Optional<String> meaning(String sequence) {
    return Optional.ofNullable(meanings.get(sequence));
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
