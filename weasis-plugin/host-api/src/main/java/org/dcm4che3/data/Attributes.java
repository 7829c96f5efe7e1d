package org.dcm4che3.data;

import java.io.IOException;
import java.io.Serializable;
import org.radcam.weasis.hostapi.SignatureOnly;

public class Attributes implements Serializable {
  public Attributes() {
    throw new SignatureOnly();
  }

  public Attributes(int tag) {
    throw new SignatureOnly();
  }

  public void clear() {
    throw new SignatureOnly();
  }

  public Attributes(Attributes attributes) {
    throw new SignatureOnly();
  }

  public Attributes(Attributes attributes, int... values) {
    throw new SignatureOnly();
  }

  public final boolean isRoot() {
    throw new SignatureOnly();
  }

  public final Attributes getRoot() {
    throw new SignatureOnly();
  }

  public final boolean bigEndian() {
    throw new SignatureOnly();
  }

  public final Attributes getParent() {
    throw new SignatureOnly();
  }

  public final boolean isEmpty() {
    throw new SignatureOnly();
  }

  public final int size() {
    throw new SignatureOnly();
  }

  public int[] tags() {
    throw new SignatureOnly();
  }

  public Attributes getNestedDataset(int tag) {
    throw new SignatureOnly();
  }

  public Attributes getNestedDataset(int tag, int other) {
    throw new SignatureOnly();
  }

  public Attributes getNestedDataset(String privateCreator, int tag) {
    throw new SignatureOnly();
  }

  public Attributes getFunctionGroup(int tag, int other) {
    throw new SignatureOnly();
  }

  public int tagOf(String privateCreator, int tag) {
    throw new SignatureOnly();
  }

  public boolean contains(int tag) {
    throw new SignatureOnly();
  }

  public boolean contains(String privateCreator, int tag) {
    throw new SignatureOnly();
  }

  public boolean containsValue(int tag) {
    throw new SignatureOnly();
  }

  public boolean containsValue(String privateCreator, int tag) {
    throw new SignatureOnly();
  }

  public String privateCreatorOf(int tag) {
    throw new SignatureOnly();
  }

  public Object getValue(int tag) {
    throw new SignatureOnly();
  }

  public VR getVR(int tag) {
    throw new SignatureOnly();
  }

  public Sequence getSequence(int tag) {
    throw new SignatureOnly();
  }

  public Sequence getSequence(String privateCreator, int tag) {
    throw new SignatureOnly();
  }

  public byte[] getBytes(int tag) throws IOException {
    throw new SignatureOnly();
  }

  public byte[] getBytes(String privateCreator, int tag) throws IOException {
    throw new SignatureOnly();
  }

  public byte[] getSafeBytes(int tag) {
    throw new SignatureOnly();
  }

  public String getString(int tag) {
    throw new SignatureOnly();
  }

  public String getString(int tag, String text) {
    throw new SignatureOnly();
  }

  public String getString(int tag, int other) {
    throw new SignatureOnly();
  }

  public String getString(int tag, int index, String text) {
    throw new SignatureOnly();
  }

  public String getString(String privateCreator, int tag) {
    throw new SignatureOnly();
  }

  public String getString(String privateCreator, int tag, String text) {
    throw new SignatureOnly();
  }

  public String[] getStrings(int tag) {
    throw new SignatureOnly();
  }

  public String[] getStrings(String privateCreator, int tag) {
    throw new SignatureOnly();
  }

  public int getInt(int tag, int other) {
    throw new SignatureOnly();
  }

  public int getInt(int tag, int index, int other) {
    throw new SignatureOnly();
  }

  public int getInt(String privateCreator, int tag, int other) {
    throw new SignatureOnly();
  }

  public int[] getInts(int tag) {
    throw new SignatureOnly();
  }

  public int[] getInts(String privateCreator, int tag) {
    throw new SignatureOnly();
  }

  public float getFloat(int tag, float value) {
    throw new SignatureOnly();
  }

  public float[] getFloats(int tag) {
    throw new SignatureOnly();
  }

  public double getDouble(int tag, double value) {
    throw new SignatureOnly();
  }

  public double getDouble(int tag, int index, double value) {
    throw new SignatureOnly();
  }

  public double getDouble(String privateCreator, int tag, double value) {
    throw new SignatureOnly();
  }

  public double[] getDoubles(int tag) {
    throw new SignatureOnly();
  }

  public double[] getDoubles(String privateCreator, int tag) {
    throw new SignatureOnly();
  }

  public void setSpecificCharacterSet(String... values) {
    throw new SignatureOnly();
  }

  public Object remove(int tag) {
    throw new SignatureOnly();
  }

  public Object remove(String privateCreator, int tag) {
    throw new SignatureOnly();
  }

  public Object setNull(int tag, VR vr) {
    throw new SignatureOnly();
  }

  public Object setBytes(int tag, VR vr, byte[] bytes) {
    throw new SignatureOnly();
  }

  public Object setBytes(String privateCreator, int tag, VR vr, byte[] bytes) {
    throw new SignatureOnly();
  }

  public Object setString(int tag, VR vr, String text) {
    throw new SignatureOnly();
  }

  public Object setString(String privateCreator, int tag, VR vr, String text) {
    throw new SignatureOnly();
  }

  public Object setString(int tag, VR vr, String... values) {
    throw new SignatureOnly();
  }

  public Object setString(String privateCreator, int tag, VR vr, String... values) {
    throw new SignatureOnly();
  }

  public Object setInt(int tag, VR vr, int... values) {
    throw new SignatureOnly();
  }

  public Object setInt(String privateCreator, int tag, VR vr, int... values) {
    throw new SignatureOnly();
  }

  public Object setFloat(int tag, VR vr, float... values) {
    throw new SignatureOnly();
  }

  public Object setDouble(int tag, VR vr, double... values) {
    throw new SignatureOnly();
  }

  public Object setDouble(String privateCreator, int tag, VR vr, double... values) {
    throw new SignatureOnly();
  }

  public Object setValue(int tag, VR vr, Object value) {
    throw new SignatureOnly();
  }

  public Sequence newSequence(int tag, int other) {
    throw new SignatureOnly();
  }

  public Sequence newSequence(String privateCreator, int tag, int other) {
    throw new SignatureOnly();
  }

  public Sequence ensureSequence(int tag, int other) {
    throw new SignatureOnly();
  }

  public boolean addAll(Attributes attributes) {
    throw new SignatureOnly();
  }

  public boolean addSelected(Attributes attributes, int... values) {
    throw new SignatureOnly();
  }

  public boolean addNotSelected(Attributes attributes, int... values) {
    throw new SignatureOnly();
  }

  @Override
  public boolean equals(Object value) {
    throw new SignatureOnly();
  }

  @Override
  public int hashCode() {
    throw new SignatureOnly();
  }

  @Override
  public String toString() {
    throw new SignatureOnly();
  }

  public Attributes createFileMetaInformation(String text) {
    throw new SignatureOnly();
  }

  public static Attributes createFileMetaInformation(String text, String text2, String text3) {
    throw new SignatureOnly();
  }

  public int removePrivateAttributes() {
    throw new SignatureOnly();
  }

  public void removeSelected(int... values) {
    throw new SignatureOnly();
  }
}
