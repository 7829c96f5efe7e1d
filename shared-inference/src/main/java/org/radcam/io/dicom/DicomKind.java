package org.radcam.io.dicom;

import java.util.Locale;
import java.util.Optional;
import org.radcam.io.format.ImageFormatException;

/**
 * Whether a DICOM file holds an image that RadCAM reads.
 *
 * <ul>
 *   <li>A directory (DICOMDIR), a report, a plan, contours and the like hold no image.
 *   <li>A segmentation's pixels are labels, a whole slide's frames are tiles: neither is an image.
 *   <li>Everything else with pixel data is one.
 * </ul>
 */
final class DicomKind {
  private static final String DIRECTORY = "1.2.840.10008.1.3.10";
  private static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";
  private static final String LABEL_MAP = "1.2.840.10008.5.1.4.1.1.66.7";

  private DicomKind() {}

  static void checkImage(DicomFiles.Contents contents) throws ImageFormatException {
    Optional<String> refusal = refusal(contents);
    if (refusal.isPresent()) {
      throw new ImageFormatException(refusal.get());
    }
  }

  /** What to say of a file that holds no image; empty where it holds one. */
  static Optional<String> refusal(DicomFiles.Contents contents) {
    DicomHeader header = contents.header();
    String sopClass = header.text(Tag.SOP_CLASS).orElse("");
    if (header.has(Tag.DIRECTORY_RECORDS)
        || contents.meta().text(Tag.MEDIA_STORAGE_CLASS).orElse("").equals(DIRECTORY)) {
      return Optional.of(
          "The file is a DICOM directory (the index of a disc), not an image: choose the image files"
              + " themselves.");
    }
    if (sopClass.equals(SEGMENTATION) || sopClass.equals(LABEL_MAP)) {
      return Optional.of(
          "The DICOM file is a segmentation (labels), not an image: choose the image that it was"
              + " made on.");
    }
    if (header.has(Tag.TOTAL_COLUMNS)) {
      return Optional.of(
          "The DICOM file is a whole-slide microscopy image in tiles, which RadCAM does not read.");
    }
    if (!header.has(Tag.PIXEL_DATA)
        && !header.has(Tag.FLOAT_PIXEL_DATA)
        && !header.has(Tag.DOUBLE_PIXEL_DATA)) {
      return Optional.of(
          "The DICOM file holds no image"
              + kind(header.text(Tag.MODALITY).orElse(""))
              + ": choose a file of an image series.");
    }
    return Optional.empty();
  }

  private static String kind(String modality) {
    return switch (modality.toUpperCase(Locale.ROOT)) {
      case "SR" -> " but a structured report";
      case "RTSTRUCT" -> " but radiotherapy contours";
      case "RTPLAN" -> " but a radiotherapy plan";
      case "RTRECORD" -> " but a radiotherapy treatment record";
      case "RTDOSE" -> " but a radiotherapy dose without a grid";
      case "PR" -> " but a presentation state";
      case "KO" -> " but a selection of key objects";
      case "ANN" -> " but annotations";
      case "RWV" -> " but a mapping of values";
      case "REG" -> " but a registration";
      case "DOC" -> " but a document";
      case "PLAN" -> " but a plan";
      case "ECG", "EPS", "HD", "AU", "RESP" -> " but a waveform";
      default -> " (it has no pixel data)";
    };
  }
}
