package org.dcm4che3.io;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.UID;
import org.dcm4che3.data.VR;

/**
 * Writes DICOM files (PS3.10) in the test host: explicit or implicit, little endian, sequences and
 * items of undefined length.
 */
public class DicomOutputStream extends FilterOutputStream {
  private static final int ITEM = 0xFFFEE000;
  private static final int ITEM_END = 0xFFFEE00D;
  private static final int SEQUENCE_END = 0xFFFEE0DD;

  private boolean explicit;

  public DicomOutputStream(OutputStream out, String transferSyntax) throws IOException {
    super(out);
    switchTo(transferSyntax);
  }

  public DicomOutputStream(File file) throws IOException {
    this(new FileOutputStream(file), UID.ExplicitVRLittleEndian);
  }

  public final boolean isExplicitVR() {
    return explicit;
  }

  public final boolean isBigEndian() {
    return false;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  public void writeFileMetaInformation(Attributes meta) throws IOException {
    write(new byte[128], 0, 128);
    write(new byte[] {'D', 'I', 'C', 'M'}, 0, 4);
    ByteArrayOutputStream group = new ByteArrayOutputStream();
    try (DicomOutputStream elements = new DicomOutputStream(group, UID.ExplicitVRLittleEndian)) {
      elements.elements(meta);
    }
    header(Tag.FileMetaInformationGroupLength, VR.UL, 4);
    fourBytes(group.size());
    write(group.toByteArray(), 0, group.size());
  }

  public void writeDataset(Attributes meta, Attributes dataset) throws IOException {
    if (meta != null) {
      explicit = true;
      writeFileMetaInformation(meta);
      switchTo(meta.getString(Tag.TransferSyntaxUID));
    }
    elements(dataset);
  }

  public void finish() throws IOException {
    flush();
  }

  @Override
  public void close() throws IOException {
    super.close();
  }

  private void switchTo(String transferSyntax) throws IOException {
    explicit = UID.ExplicitVRLittleEndian.equals(transferSyntax);
    if (!explicit && !UID.ImplicitVRLittleEndian.equals(transferSyntax)) {
      throw new IOException("the test host does not write " + transferSyntax);
    }
  }

  private void elements(Attributes dataset) throws IOException {
    for (int tag : dataset.tags()) {
      if (tag == Tag.FileMetaInformationGroupLength) {
        continue;
      }
      Sequence items = dataset.getSequence(tag);
      if (items != null) {
        sequence(tag, items);
      } else {
        byte[] value = dataset.getSafeBytes(tag);
        int length = value == null ? 0 : value.length;
        header(tag, dataset.getVR(tag), length);
        if (value != null) {
          write(value, 0, length);
        }
      }
    }
  }

  private void sequence(int tag, Sequence items) throws IOException {
    header(tag, VR.SQ, -1);
    for (Attributes item : items) {
      bare(ITEM, -1);
      elements(item);
      bare(ITEM_END, 0);
    }
    bare(SEQUENCE_END, 0);
  }

  private void header(int tag, VR vr, int length) throws IOException {
    if (!explicit) {
      bare(tag, length);
      return;
    }
    twoBytes(tag >>> 16);
    twoBytes(tag);
    out.write(vr.code() >>> 8);
    out.write(vr.code());
    if (LongForm.of(vr)) {
      twoBytes(0);
      fourBytes(length);
    } else if (length > 0xFFFF) {
      throw new IOException("a value of " + vr + " cannot have " + length + " bytes");
    } else {
      twoBytes(length);
    }
  }

  private void bare(int tag, int length) throws IOException {
    twoBytes(tag >>> 16);
    twoBytes(tag);
    fourBytes(length);
  }

  private void twoBytes(int value) throws IOException {
    out.write(value);
    out.write(value >>> 8);
  }

  private void fourBytes(int value) throws IOException {
    twoBytes(value);
    twoBytes(value >>> 16);
  }
}
