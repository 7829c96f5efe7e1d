package org.dcm4che3.data;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A DICOM data set in the test host: it keeps what is set, in the order of tags.
 *
 * <p>Values of text are in the character set that the data set names; of character sets it knows
 * UTF-8 ({@code ISO_IR 192}) and Latin 1, which it takes all others for.
 */
public class Attributes implements Serializable {
  private final transient NavigableMap<Integer, Entry> entries =
      new TreeMap<>(Integer::compareUnsigned);
  transient Attributes parent;

  private record Entry(VR vr, Object value) {}

  public Attributes() {}

  public Attributes(int capacity) {}

  public Attributes(Attributes other) {
    addAll(other);
  }

  public Attributes(Attributes other, int... selection) {
    addSelected(other, selection);
  }

  public void clear() {
    entries.clear();
  }

  public final boolean isEmpty() {
    return entries.isEmpty();
  }

  public final int size() {
    return entries.size();
  }

  public int[] tags() {
    return entries.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  public final Attributes getParent() {
    return parent;
  }

  public final Attributes getRoot() {
    return parent == null ? this : parent.getRoot();
  }

  public final boolean isRoot() {
    return parent == null;
  }

  public final boolean bigEndian() {
    return false;
  }

  public Attributes getNestedDataset(int tag) {
    return getNestedDataset(tag, 0);
  }

  public Attributes getNestedDataset(int tag, int item) {
    Sequence items = getSequence(tag);
    return items == null || item >= items.size() ? null : items.get(item);
  }

  public Attributes getNestedDataset(String privateCreator, int tag) {
    int found = tagOf(privateCreator, tag);
    return found == -1 ? null : getNestedDataset(found);
  }

  /** The item of a functional group: of the frame, else of all frames (PS3.3 C.7.6.16). */
  public Attributes getFunctionGroup(int tag, int frame) {
    Attributes ofFrame = getNestedDataset(Tag.PerFrameFunctionalGroupsSequence, frame);
    Attributes group = ofFrame == null ? null : ofFrame.getNestedDataset(tag);
    if (group != null) {
      return group;
    }
    Attributes shared = getNestedDataset(Tag.SharedFunctionalGroupsSequence);
    return shared == null ? null : shared.getNestedDataset(tag);
  }

  /** Where a private element is: in the block that its creator reserved (PS3.5 7.8.1), else -1. */
  public int tagOf(String privateCreator, int tag) {
    if (privateCreator == null) {
      return tag;
    }
    for (int block = 0x10; block <= 0xFF; block++) {
      if (privateCreator.equals(getString((tag & 0xFFFF0000) | block))) {
        return (tag & 0xFFFF00FF) | (block << 8);
      }
    }
    return -1;
  }

  public boolean contains(int tag) {
    return entries.containsKey(tag);
  }

  public boolean contains(String privateCreator, int tag) {
    int found = tagOf(privateCreator, tag);
    return found != -1 && contains(found);
  }

  public boolean containsValue(int tag) {
    Entry entry = entries.get(tag);
    return entry != null && !isNull(entry.value());
  }

  public boolean containsValue(String privateCreator, int tag) {
    int found = tagOf(privateCreator, tag);
    return found != -1 && containsValue(found);
  }

  public String privateCreatorOf(int tag) {
    boolean isPrivate = (tag & 0x10000) != 0 && (tag & 0xFF00) != 0;
    return isPrivate ? getString((tag & 0xFFFF0000) | ((tag >>> 8) & 0xFF)) : null;
  }

  public Object getValue(int tag) {
    Entry entry = entries.get(tag);
    return entry == null ? null : entry.value();
  }

  public VR getVR(int tag) {
    Entry entry = entries.get(tag);
    return entry == null ? null : entry.vr();
  }

  public Sequence getSequence(int tag) {
    return getValue(tag) instanceof Sequence items ? items : null;
  }

  public Sequence getSequence(String privateCreator, int tag) {
    int found = tagOf(privateCreator, tag);
    return found == -1 ? null : getSequence(found);
  }

  public byte[] getBytes(int tag) throws IOException {
    return getSafeBytes(tag);
  }

  public byte[] getBytes(String privateCreator, int tag) throws IOException {
    int found = tagOf(privateCreator, tag);
    return found == -1 ? null : getBytes(found);
  }

  public byte[] getSafeBytes(int tag) {
    Entry entry = entries.get(tag);
    return entry == null || isNull(entry.value()) || entry.value() instanceof Sequence
        ? null
        : Values.toBytes(entry.vr(), entry.value(), charset());
  }

  public String getString(int tag) {
    return getString(tag, 0, null);
  }

  public String getString(int tag, String otherwise) {
    return getString(tag, 0, otherwise);
  }

  public String getString(int tag, int index) {
    return getString(tag, index, null);
  }

  public String getString(int tag, int index, String otherwise) {
    String[] texts = getStrings(tag);
    return texts == null || index >= texts.length || texts[index].isEmpty()
        ? otherwise
        : texts[index];
  }

  public String getString(String privateCreator, int tag) {
    return getString(privateCreator, tag, null);
  }

  public String getString(String privateCreator, int tag, String otherwise) {
    int found = tagOf(privateCreator, tag);
    return found == -1 ? otherwise : getString(found, otherwise);
  }

  public String[] getStrings(int tag) {
    Entry entry = entries.get(tag);
    if (entry == null || entry.value() instanceof Sequence) {
      return null;
    }
    String[] texts = Values.texts(entry.vr(), entry.value());
    return texts.length == 0 ? null : texts.clone();
  }

  public String[] getStrings(String privateCreator, int tag) {
    int found = tagOf(privateCreator, tag);
    return found == -1 ? null : getStrings(found);
  }

  public int getInt(int tag, int otherwise) {
    return getInt(tag, 0, otherwise);
  }

  public int getInt(int tag, int index, int otherwise) {
    return (int) (long) getDouble(tag, index, otherwise);
  }

  public int getInt(String privateCreator, int tag, int otherwise) {
    int found = tagOf(privateCreator, tag);
    return found == -1 ? otherwise : getInt(found, otherwise);
  }

  public int[] getInts(int tag) {
    double[] numbers = getDoubles(tag);
    return numbers == null ? null : Arrays.stream(numbers).mapToInt(n -> (int) (long) n).toArray();
  }

  public int[] getInts(String privateCreator, int tag) {
    int found = tagOf(privateCreator, tag);
    return found == -1 ? null : getInts(found);
  }

  public float getFloat(int tag, float otherwise) {
    return (float) getDouble(tag, otherwise);
  }

  public float[] getFloats(int tag) {
    double[] numbers = getDoubles(tag);
    if (numbers == null) {
      return null;
    }
    float[] floats = new float[numbers.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers[i];
    }
    return floats;
  }

  public double getDouble(int tag, double otherwise) {
    return getDouble(tag, 0, otherwise);
  }

  public double getDouble(int tag, int index, double otherwise) {
    double[] numbers = getDoubles(tag);
    return numbers == null || index >= numbers.length ? otherwise : numbers[index];
  }

  public double getDouble(String privateCreator, int tag, double otherwise) {
    int found = tagOf(privateCreator, tag);
    return found == -1 ? otherwise : getDouble(found, otherwise);
  }

  public double[] getDoubles(int tag) {
    Entry entry = entries.get(tag);
    if (entry == null) {
      return null;
    }
    double[] numbers = Values.numbers(entry.vr(), entry.value());
    return numbers.length == 0 ? null : numbers;
  }

  public double[] getDoubles(String privateCreator, int tag) {
    int found = tagOf(privateCreator, tag);
    return found == -1 ? null : getDoubles(found);
  }

  public void setSpecificCharacterSet(String... codes) {
    setString(Tag.SpecificCharacterSet, VR.CS, codes);
  }

  public Object remove(int tag) {
    Entry entry = entries.remove(tag);
    return entry == null ? null : entry.value();
  }

  public Object remove(String privateCreator, int tag) {
    int found = tagOf(privateCreator, tag);
    return found == -1 ? null : remove(found);
  }

  public Object setNull(int tag, VR vr) {
    return put(tag, vr, vr.isStringType() ? new String[0] : new byte[0]);
  }

  public Object setBytes(int tag, VR vr, byte[] bytes) {
    return put(tag, vr, Values.fromBytes(vr, bytes, charset()));
  }

  public Object setBytes(String privateCreator, int tag, VR vr, byte[] bytes) {
    return setBytes(reserve(privateCreator, tag), vr, bytes);
  }

  public Object setString(int tag, VR vr, String text) {
    return text == null || text.isEmpty()
        ? setNull(tag, vr)
        : setString(tag, vr, text.split("\\\\", -1));
  }

  public Object setString(int tag, VR vr, String... texts) {
    if (!vr.isStringType()) {
      return setDouble(tag, vr, Arrays.stream(texts).mapToDouble(Double::parseDouble).toArray());
    }
    return put(tag, vr, texts.clone());
  }

  public Object setString(String privateCreator, int tag, VR vr, String text) {
    return setString(reserve(privateCreator, tag), vr, text);
  }

  public Object setString(String privateCreator, int tag, VR vr, String... texts) {
    return setString(reserve(privateCreator, tag), vr, texts);
  }

  public Object setInt(int tag, VR vr, int... numbers) {
    return setDouble(tag, vr, Arrays.stream(numbers).asDoubleStream().toArray());
  }

  public Object setInt(String privateCreator, int tag, VR vr, int... numbers) {
    return setInt(reserve(privateCreator, tag), vr, numbers);
  }

  public Object setFloat(int tag, VR vr, float... numbers) {
    if (vr.isStringType()) {
      String[] texts = new String[numbers.length];
      for (int i = 0; i < texts.length; i++) {
        texts[i] = Float.toString(numbers[i]);
      }
      return put(tag, vr, texts);
    }
    double[] doubles = new double[numbers.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = numbers[i];
    }
    return setDouble(tag, vr, doubles);
  }

  public Object setDouble(int tag, VR vr, double... numbers) {
    return put(tag, vr, Values.of(vr, numbers));
  }

  public Object setDouble(String privateCreator, int tag, VR vr, double... numbers) {
    return setDouble(reserve(privateCreator, tag), vr, numbers);
  }

  public Object setValue(int tag, VR vr, Object value) {
    if (value instanceof byte[] bytes) {
      return setBytes(tag, vr, bytes);
    }
    return value instanceof String[] texts
        ? setString(tag, vr, texts)
        : value instanceof String text ? setString(tag, vr, text) : put(tag, vr, value);
  }

  public Sequence newSequence(int tag, int capacity) {
    Sequence items = new Sequence(this);
    put(tag, VR.SQ, items);
    return items;
  }

  public Sequence newSequence(String privateCreator, int tag, int capacity) {
    return newSequence(reserve(privateCreator, tag), capacity);
  }

  public Sequence ensureSequence(int tag, int capacity) {
    Sequence items = getSequence(tag);
    return items == null ? newSequence(tag, capacity) : items;
  }

  public boolean addAll(Attributes other) {
    return addSelected(other, other.tags());
  }

  public boolean addSelected(Attributes other, int... selection) {
    boolean added = false;
    for (int tag : selection) {
      Entry entry = other.entries.get(tag);
      if (entry != null) {
        entries.put(tag, new Entry(entry.vr(), copy(entry.value())));
        added = true;
      }
    }
    return added;
  }

  public boolean addNotSelected(Attributes other, int... selection) {
    int[] rest =
        Arrays.stream(other.tags())
            .filter(tag -> Arrays.stream(selection).noneMatch(s -> s == tag))
            .toArray();
    return addSelected(other, rest);
  }

  public Attributes createFileMetaInformation(String transferSyntax) {
    return createFileMetaInformation(
        getString(Tag.SOPInstanceUID), getString(Tag.SOPClassUID), transferSyntax);
  }

  public static Attributes createFileMetaInformation(
      String instance, String sopClass, String transferSyntax) {
    Objects.requireNonNull(instance, "SOP Instance UID");
    Objects.requireNonNull(sopClass, "SOP Class UID");
    Attributes meta = new Attributes();
    meta.setBytes(Tag.FileMetaInformationVersion, VR.OB, new byte[] {0, 1});
    meta.setString(Tag.MediaStorageSOPClassUID, VR.UI, sopClass);
    meta.setString(Tag.MediaStorageSOPInstanceUID, VR.UI, instance);
    meta.setString(Tag.TransferSyntaxUID, VR.UI, transferSyntax);
    meta.setString(Tag.ImplementationClassUID, VR.UI, "2.25.4711");
    return meta;
  }

  public int removePrivateAttributes() {
    int before = entries.size();
    entries.keySet().removeIf(tag -> (tag & 0x10000) != 0);
    return before - entries.size();
  }

  public void removeSelected(int... selection) {
    for (int tag : selection) {
      entries.remove(tag);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attributes that
        && Arrays.equals(tags(), that.tags())
        && Arrays.stream(tags())
            .allMatch(
                tag ->
                    getVR(tag) == that.getVR(tag)
                        && Objects.deepEquals(getValue(tag), that.getValue(tag)));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(tags());
  }

  @Override
  public String toString() {
    return "data set of " + size() + " elements";
  }

  private Object put(int tag, VR vr, Object value) {
    Entry before = entries.put(tag, new Entry(vr, value));
    return before == null ? null : before.value();
  }

  private int reserve(String privateCreator, int tag) {
    int found = tagOf(privateCreator, tag);
    for (int block = 0x10; found == -1; block++) {
      if (!contains((tag & 0xFFFF0000) | block)) {
        setString((tag & 0xFFFF0000) | block, VR.LO, privateCreator);
        found = (tag & 0xFFFF00FF) | (block << 8);
      }
    }
    return found;
  }

  private Object copy(Object value) {
    if (!(value instanceof Sequence items)) {
      return value;
    }
    Sequence copies = new Sequence(this);
    items.forEach(item -> copies.add(new Attributes(item)));
    return copies;
  }

  private Charset charset() {
    for (Attributes set = this; set != null; set = set.parent) {
      String[] codes = set.getStrings(Tag.SpecificCharacterSet);
      if (codes != null) {
        return codes[0].equals("ISO_IR 192") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
      }
    }
    return StandardCharsets.ISO_8859_1;
  }

  private static boolean isNull(Object value) {
    return value instanceof String[] texts
        ? texts.length == 0
        : value instanceof byte[] bytes ? bytes.length == 0 : ((Sequence) value).isEmpty();
  }
}
