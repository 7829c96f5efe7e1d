package org.radcam.io.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The character set of a data set's texts (Specific Character Set, PS3.3 C.12.1.1.2). Sets that
 * switch by escape sequences are read as their first set, and what is not in it becomes "?": texts
 * are shown, never decided on.
 */
record CharacterSet(Charset charset) {
  /** The set that the attribute's value names. */
  static CharacterSet of(DicomHeader header) {
    String first = header.text(Tag.CHARACTER_SET).orElse("").split("\\\\", -1)[0];
    String code = first.strip().toUpperCase(Locale.ROOT).replace("ISO 2022 ", "ISO_");
    return new CharacterSet(
        switch (code) {
          case "ISO_IR 192" -> StandardCharsets.UTF_8;
          case "ISO_IR 100", "ISO_IR100" -> StandardCharsets.ISO_8859_1;
          case "ISO_IR 101" -> named("ISO-8859-2");
          case "ISO_IR 109" -> named("ISO-8859-3");
          case "ISO_IR 110" -> named("ISO-8859-4");
          case "ISO_IR 144" -> named("ISO-8859-5");
          case "ISO_IR 127" -> named("ISO-8859-6");
          case "ISO_IR 126" -> named("ISO-8859-7");
          case "ISO_IR 138" -> named("ISO-8859-8");
          case "ISO_IR 148" -> named("ISO-8859-9");
          case "ISO_IR 13" -> named("JIS_X0201");
          case "ISO_IR 166" -> named("TIS-620");
          case "GB18030", "GBK" -> named("GB18030");
          default -> StandardCharsets.US_ASCII;
        });
  }

  /** A text without its padding; control characters become spaces. */
  String decode(byte[] bytes, int offset, int length) {
    return new String(bytes, offset, length, charset)
        .replace('\uFFFD', '?')
        .replaceAll("\\p{Cntrl}", " ")
        .strip();
  }

  /** A runtime without the extended charsets still reads the ASCII part. */
  private static Charset named(String name) {
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.US_ASCII;
  }
}
