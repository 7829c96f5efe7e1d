package org.radcam.io.dicom;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The DICOM attributes that RadCAM reads (PS3.6); all others are skipped unread, so that nothing
 * that identifies a patient is ever taken into memory as a value.
 */
enum Tag {
  TRANSFER_SYNTAX(0x0002_0010, "Transfer Syntax UID"),
  MEDIA_STORAGE_CLASS(0x0002_0002, "Media Storage SOP Class UID"),
  DIRECTORY_RECORDS(0x0004_1220, "Directory Record Sequence"),
  CHARACTER_SET(0x0008_0005, "Specific Character Set"),
  IMAGE_TYPE(0x0008_0008, "Image Type"),
  SOP_CLASS(0x0008_0016, "SOP Class UID"),
  SOP_INSTANCE(0x0008_0018, "SOP Instance UID"),
  MODALITY(0x0008_0060, "Modality"),
  CODE_VALUE(0x0008_0100, "Code Value"),
  CODE_MEANING(0x0008_0104, "Code Meaning"),
  SERIES_DESCRIPTION(0x0008_103E, "Series Description"),
  ANATOMIC_REGION(0x0008_2218, "Anatomic Region Sequence", true),
  PATIENT_SEX(0x0010_0040, "Patient's Sex"),
  PATIENT_AGE(0x0010_1010, "Patient's Age"),
  SPECIES(0x0010_2201, "Patient Species Description"),
  SPECIES_CODE(0x0010_2202, "Patient Species Code Sequence", true),
  CONTRAST_AGENT(0x0018_0010, "Contrast/Bolus Agent"),
  BODY_PART(0x0018_0015, "Body Part Examined"),
  SLICE_THICKNESS(0x0018_0050, "Slice Thickness"),
  REPETITION_TIME(0x0018_0080, "Repetition Time"),
  ECHO_TIME(0x0018_0081, "Echo Time"),
  INVERSION_TIME(0x0018_0082, "Inversion Time"),
  SPACING_BETWEEN_SLICES(0x0018_0088, "Spacing Between Slices"),
  PROTOCOL_NAME(0x0018_1030, "Protocol Name"),
  IMAGER_PIXEL_SPACING(0x0018_1164, "Imager Pixel Spacing"),
  PROCESSING_DESCRIPTION(0x0018_1400, "Acquisition Device Processing Description"),
  NOMINAL_SCANNED_PIXEL_SPACING(0x0018_2010, "Nominal Scanned Pixel Spacing"),
  VIEW_POSITION(0x0018_5101, "View Position"),
  SERIES_INSTANCE(0x0020_000E, "Series Instance UID"),
  PATIENT_ORIENTATION(0x0020_0020, "Patient Orientation"),
  IMAGE_POSITION(0x0020_0032, "Image Position (Patient)"),
  IMAGE_ORIENTATION(0x0020_0037, "Image Orientation (Patient)"),
  FRAME_OF_REFERENCE(0x0020_0052, "Frame of Reference UID"),
  PLANE_POSITION(0x0020_9113, "Plane Position Sequence", true),
  PLANE_ORIENTATION(0x0020_9116, "Plane Orientation Sequence", true),
  SAMPLES_PER_PIXEL(0x0028_0002, "Samples per Pixel"),
  PHOTOMETRIC(0x0028_0004, "Photometric Interpretation"),
  PLANAR_CONFIGURATION(0x0028_0006, "Planar Configuration"),
  NUMBER_OF_FRAMES(0x0028_0008, "Number of Frames"),
  ROWS(0x0028_0010, "Rows"),
  COLUMNS(0x0028_0011, "Columns"),
  PIXEL_SPACING(0x0028_0030, "Pixel Spacing"),
  PIXEL_ASPECT_RATIO(0x0028_0034, "Pixel Aspect Ratio"),
  BITS_ALLOCATED(0x0028_0100, "Bits Allocated"),
  BITS_STORED(0x0028_0101, "Bits Stored"),
  HIGH_BIT(0x0028_0102, "High Bit"),
  PIXEL_REPRESENTATION(0x0028_0103, "Pixel Representation"),
  PADDING_VALUE(0x0028_0120, "Pixel Padding Value"),
  PADDING_RANGE_LIMIT(0x0028_0121, "Pixel Padding Range Limit"),
  RESCALE_INTERCEPT(0x0028_1052, "Rescale Intercept"),
  RESCALE_SLOPE(0x0028_1053, "Rescale Slope"),
  RED_DESCRIPTOR(0x0028_1101, "Red Palette Color Lookup Table Descriptor"),
  GREEN_DESCRIPTOR(0x0028_1102, "Green Palette Color Lookup Table Descriptor"),
  BLUE_DESCRIPTOR(0x0028_1103, "Blue Palette Color Lookup Table Descriptor"),
  RED_DATA(0x0028_1201, "Red Palette Color Lookup Table Data"),
  GREEN_DATA(0x0028_1202, "Green Palette Color Lookup Table Data"),
  BLUE_DATA(0x0028_1203, "Blue Palette Color Lookup Table Data"),
  MODALITY_LUT(0x0028_3000, "Modality LUT Sequence", true),
  LUT_DESCRIPTOR(0x0028_3002, "LUT Descriptor"),
  LUT_DATA(0x0028_3006, "LUT Data"),
  PIXEL_MEASURES(0x0028_9110, "Pixel Measures Sequence", true),
  PIXEL_VALUE_TRANSFORMATION(0x0028_9145, "Pixel Value Transformation Sequence", true),
  TOTAL_COLUMNS(0x0048_0006, "Total Pixel Matrix Columns"),
  VIEW_CODE(0x0054_0220, "View Code Sequence", true),
  SEGMENTATION_TYPE(0x0062_0001, "Segmentation Type"),
  SEGMENTS(0x0062_0002, "Segment Sequence", true),
  SEGMENT_NUMBER(0x0062_0004, "Segment Number"),
  SEGMENT_LABEL(0x0062_0005, "Segment Label"),
  SEGMENT_IDENTIFICATION(0x0062_000A, "Segment Identification Sequence", true),
  REFERENCED_SEGMENT_NUMBER(0x0062_000B, "Referenced Segment Number"),
  MAXIMUM_FRACTIONAL_VALUE(0x0062_000E, "Maximum Fractional Value"),
  DOSE_GRID_SCALING(0x3004_000E, "Dose Grid Scaling"),
  REFERENCED_FRAMES(0x3006_0010, "Referenced Frame of Reference Sequence", true),
  STRUCTURE_SET_ROIS(0x3006_0020, "Structure Set ROI Sequence", true),
  ROI_NUMBER(0x3006_0022, "ROI Number"),
  ROI_FRAME_OF_REFERENCE(0x3006_0024, "Referenced Frame of Reference UID"),
  ROI_NAME(0x3006_0026, "ROI Name"),
  ROI_CONTOURS(0x3006_0039, "ROI Contour Sequence", true),
  CONTOURS(0x3006_0040, "Contour Sequence", true),
  CONTOUR_TYPE(0x3006_0042, "Contour Geometric Type"),
  CONTOUR_DATA(0x3006_0050, "Contour Data"),
  REFERENCED_ROI_NUMBER(0x3006_0084, "Referenced ROI Number"),
  SHARED_GROUPS(0x5200_9229, "Shared Functional Groups Sequence", true),
  PER_FRAME_GROUPS(0x5200_9230, "Per-Frame Functional Groups Sequence", true),
  FLOAT_PIXEL_DATA(0x7FE0_0008, "Float Pixel Data"),
  DOUBLE_PIXEL_DATA(0x7FE0_0009, "Double Float Pixel Data"),
  PIXEL_DATA(0x7FE0_0010, "Pixel Data");

  /** Groups below it are those of files and directories. */
  private static final int FIRST_GROUP = 8;

  private static final Map<Integer, Tag> BY_NUMBER =
      Arrays.stream(values()).collect(Collectors.toMap(tag -> tag.number, Function.identity()));

  private final int number;
  private final String words;
  private final boolean sequence;

  Tag(int number, String words) {
    this(number, words, /* sequence= */ false);
  }

  Tag(int number, String words, boolean sequence) {
    this.number = number;
    this.words = words;
    this.sequence = sequence;
  }

  static Optional<Tag> of(int number) {
    return Optional.ofNullable(BY_NUMBER.get(number));
  }

  /** The numbers of all attributes that are read of an image's data set. */
  static int[] ofImages() {
    return Arrays.stream(values())
        .mapToInt(tag -> tag.number)
        .filter(number -> number >>> 16 >= FIRST_GROUP)
        .sorted()
        .toArray();
  }

  /** Whether its items are read. */
  boolean isSequence() {
    return sequence;
  }

  boolean isPixelData() {
    return this == PIXEL_DATA || this == FLOAT_PIXEL_DATA || this == DOUBLE_PIXEL_DATA;
  }

  /** As {@code GGGG,EEEE}, in hexadecimal digits. */
  String key() {
    return String.format("%04X,%04X", number >>> 16, number & 0xffff);
  }

  /** For messages: the standard's name and number. */
  @Override
  public String toString() {
    return words + " (" + key() + ")";
  }
}
