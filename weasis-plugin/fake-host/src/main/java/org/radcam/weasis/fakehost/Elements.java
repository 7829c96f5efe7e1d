package org.radcam.weasis.fakehost;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dcm4che3.data.VR;

/** The part of DICOM's data dictionary (PS3.6) that the test host knows. */
public final class Elements {
  private static final Map<Integer, Element> BY_TAG = new HashMap<>();
  private static final Map<String, Element> BY_KEYWORD = new HashMap<>();

  static {
    read();
  }

  private Elements() {}

  /**
   * A data element.
   *
   * @param tag group and element
   * @param vr value representation
   * @param many whether it can have more than one value
   * @param keyword its keyword
   */
  public record Element(int tag, VR vr, boolean many, String keyword) {}

  /** The element of a tag. */
  public static Optional<Element> of(int tag) {
    return Optional.ofNullable(BY_TAG.get(tag));
  }

  /** The element of a keyword. */
  public static Optional<Element> of(String keyword) {
    return Optional.ofNullable(BY_KEYWORD.get(keyword));
  }

  private static void read() {
    try (InputStream in = Elements.class.getResourceAsStream("elements.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          add(line.split(" ", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(String[] columns) {
    Element element =
        new Element(
            Integer.parseUnsignedInt(columns[0], 16),
            VR.valueOf(columns[1]),
            !columns[2].equals("1"),
            columns[3]);
    BY_TAG.put(element.tag(), element);
    BY_KEYWORD.put(element.keyword(), element);
  }
}
