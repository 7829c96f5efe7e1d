package org.radcam.network.weights;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a safetensors header, and believes nothing in it. Refused are:
 *
 * <ul>
 *   <li>anything that is not one JSON object of tensors and, once, {@code __metadata__} with text;
 *   <li>a name given twice or of more than 512 characters, and more than {@value #MAX_ENTRIES}
 *       tensors or notes;
 *   <li>a tensor without {@code dtype}, {@code shape} or {@code data_offsets}, or with more;
 *   <li>an unknown dtype; a shape with more than {@value #MAX_AXES} axes, a negative size, or a
 *       product beyond 64 bits;
 *   <li>offsets that run backwards, leave the file, or do not fit dtype and shape;
 *   <li>tensors that overlap or leave holes.
 * </ul>
 */
final class HeaderParser {
  private static final int MAX_ENTRIES = 100_000;
  private static final int MAX_AXES = 8;
  private static final String METADATA = "__metadata__";

  private final String file;
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final Map<String, TensorEntry> entries = new LinkedHashMap<>();
  private boolean metadataSeen;

  /**
   * Parses and checks a header.
   *
   * @param file the file's name, for messages
   */
  static Header parse(String file, String json) throws IOException {
    HeaderParser parser = new HeaderParser(file);
    try (JsonReader reader = new JsonReader(new StringReader(json))) {
      reader.setStrictness(Strictness.STRICT);
      parser.readObject(reader);
    } catch (MalformedJsonException
        | EOFException
        | IllegalStateException
        | NumberFormatException e) {
      throw new BadWeightsException(file, "its header is not what safetensors prescribes", e);
    }
    return parser.checked();
  }

  private HeaderParser(String file) {
    this.file = file;
  }

  private void readObject(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (name.equals(METADATA)) {
        refuseIf(metadataSeen, "its header has " + METADATA + " twice");
        metadataSeen = true;
        readMetadata(json);
      } else {
        refuseIf(Names.isTooLong(name), Names.tooLong(name));
        refuseIf(entries.size() == MAX_ENTRIES, "it lists more than " + MAX_ENTRIES + " tensors");
        TensorEntry entry = readEntry(name, json);
        refuseIf(entries.put(name, entry) != null, tensor(name) + " is there twice");
      }
    }
    json.endObject();
    refuseIf(json.peek() != JsonToken.END_DOCUMENT, "its header goes on after its end");
  }

  private void readMetadata(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      refuseIf(metadata.size() == MAX_ENTRIES, "it has more than " + MAX_ENTRIES + " notes");
      String key = json.nextName();
      refuseIf(json.peek() != JsonToken.STRING, "its note '" + Names.shown(key) + "' is no text");
      refuseIf(
          metadata.put(key, json.nextString()) != null,
          "its note '" + Names.shown(key) + "' is there twice");
    }
    json.endObject();
  }

  private TensorEntry readEntry(String name, JsonReader json) throws IOException {
    String type = null;
    long[] shape = null;
    long[] offsets = null;
    int fields = 0;
    json.beginObject();
    while (json.hasNext()) {
      String field = json.nextName();
      fields++;
      switch (field) {
        case "dtype" -> type = json.nextString();
        case "shape" -> shape = readNumbers(json, name, MAX_AXES);
        case "data_offsets" -> offsets = readNumbers(json, name, 2);
        default -> refuse(tensor(name) + " has an unknown field '" + Names.shown(field) + "'");
      }
    }
    json.endObject();
    refuseIf(
        type == null || shape == null || offsets == null || offsets.length != 2 || fields != 3,
        tensor(name) + " needs dtype, shape and two data_offsets, each once");
    return entry(name, type, shape, offsets[0], offsets[1]);
  }

  private long[] readNumbers(JsonReader json, String name, int most) throws IOException {
    List<Long> numbers = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      refuseIf(numbers.size() == most, tensor(name) + " has a list of more than " + most);
      refuseIf(json.peek() != JsonToken.NUMBER, tensor(name) + " has a size that is no number");
      long number = json.nextLong();
      refuseIf(number < 0, tensor(name) + " has a negative size or offset, " + number);
      numbers.add(number);
    }
    json.endArray();
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private TensorEntry entry(String name, String typeName, long[] shape, long begin, long end) {
    TensorType type =
        TensorType.named(typeName)
            .orElseThrow(
                () ->
                    new BadWeightsException(
                        file,
                        tensor(name) + " has the unknown dtype '" + Names.shown(typeName) + "'"));
    TensorEntry entry = new TensorEntry(name, type, shape, begin, end);
    long bytes = type.bytes();
    try {
      for (long size : shape) {
        bytes = Math.multiplyExact(bytes, size);
      }
    } catch (ArithmeticException e) {
      throw new BadWeightsException(
          file, tensor(name) + " of shape " + entry.shapeText() + " is impossibly large", e);
    }
    refuseIf(
        begin > end || end - begin != bytes,
        tensor(name)
            + " of type "
            + type
            + " and shape "
            + entry.shapeText()
            + " needs "
            + bytes
            + " bytes, but its offsets are "
            + begin
            + " to "
            + end);
    return entry;
  }

  private Header checked() {
    List<TensorEntry> ordered = new ArrayList<>(entries.values());
    ordered.sort(Comparator.comparingLong(TensorEntry::begin).thenComparing(TensorEntry::end));
    long at = 0;
    for (TensorEntry entry : ordered) {
      refuseIf(entry.begin() < at, tensor(entry.name()) + " overlaps the tensor before it");
      refuseIf(entry.begin() > at, "there is a hole before " + tensor(entry.name()));
      at = entry.end();
    }
    return new Header(metadata, ordered, at);
  }

  private static String tensor(String name) {
    return "tensor '" + Names.shown(name) + "'";
  }

  private void refuseIf(boolean bad, String why) {
    if (bad) {
      refuse(why);
    }
  }

  private void refuse(String why) {
    throw new BadWeightsException(file, why);
  }
}
