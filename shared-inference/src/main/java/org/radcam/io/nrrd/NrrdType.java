package org.radcam.io.nrrd;

import java.util.Locale;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.SampleType;

/** NRRD's many names for types of numbers. */
final class NrrdType {
  private NrrdType() {}

  static SampleType of(String name) throws ImageFormatException {
    return switch (name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")) {
      case "signed char", "int8", "int8_t" -> SampleType.INT8;
      case "uchar", "unsigned char", "uint8", "uint8_t" -> SampleType.UINT8;
      case "short", "short int", "signed short", "signed short int", "int16", "int16_t" ->
          SampleType.INT16;
      case "ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t" ->
          SampleType.UINT16;
      case "int", "signed int", "int32", "int32_t" -> SampleType.INT32;
      case "uint", "unsigned int", "uint32", "uint32_t" -> SampleType.UINT32;
      case "longlong",
          "long long",
          "long long int",
          "signed long long",
          "signed long long int",
          "int64",
          "int64_t" ->
          SampleType.INT64;
      case "ulonglong", "unsigned long long", "unsigned long long int", "uint64", "uint64_t" ->
          SampleType.UINT64;
      case "float" -> SampleType.FLOAT32;
      case "double" -> SampleType.FLOAT64;
      default -> throw NrrdHeader.malformed("the field 'type', which names no type of number");
    };
  }
}
