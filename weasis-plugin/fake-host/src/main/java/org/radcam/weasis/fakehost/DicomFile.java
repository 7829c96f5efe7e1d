package org.radcam.weasis.fakehost;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.UID;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomOutputStream;
import org.dcm4che3.io.LongForm;

/**
 * DICOM files as the test host reads and writes them: whole, little endian, explicit or implicit,
 * pixel data not compressed.
 */
public final class DicomFile {
  private static final int ITEM = 0xFFFEE000;
  private static final int ITEM_END = 0xFFFEE00D;
  private static final int SEQUENCE_END = 0xFFFEE0DD;
  private static final int PREAMBLE = 132;

  private final ByteBuffer data;
  private boolean explicit = true;

  private DicomFile(byte[] bytes) {
    this.data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The data set of a file, without its meta information. */
  public static Attributes read(Path path) throws IOException {
    DicomFile file = new DicomFile(Files.readAllBytes(path));
    file.data.position(PREAMBLE);
    String syntax = file.meta().getString(Tag.TransferSyntaxUID);
    if (UID.ImplicitVRLittleEndian.equals(syntax)) {
      file.explicit = false;
    } else if (!UID.ExplicitVRLittleEndian.equals(syntax)) {
      throw new IOException("the test host does not read " + syntax);
    }
    Attributes dataset = new Attributes();
    file.elements(dataset, file.data.limit());
    return dataset;
  }

  /** Writes a data set as an explicit little-endian file. */
  public static Path write(Attributes dataset, Path path) throws IOException {
    File file = path.toFile();
    try (DicomOutputStream out = new DicomOutputStream(file)) {
      out.writeDataset(dataset.createFileMetaInformation(UID.ExplicitVRLittleEndian), dataset);
    }
    return path;
  }

  private Attributes meta() {
    Attributes meta = new Attributes();
    while (data.remaining() >= 8 && data.getShort(data.position()) == 2) {
      element(meta);
    }
    return meta;
  }

  private void elements(Attributes dataset, int end) {
    while (data.position() < end) {
      if (tagAhead() == ITEM_END) {
        data.position(data.position() + 8);
        return;
      }
      element(dataset);
    }
  }

  private void element(Attributes dataset) {
    int tag = tag();
    VR vr = explicit ? VR.valueOf(data.get() << 8 | data.get()) : implicitVr(dataset, tag);
    int length;
    if (!explicit) {
      length = data.getInt();
    } else if (LongForm.of(vr)) {
      data.getShort();
      length = data.getInt();
    } else {
      length = Short.toUnsignedInt(data.getShort());
    }
    if (vr == VR.SQ || length == -1) {
      items(dataset.newSequence(tag, 1), length);
    } else {
      dataset.setBytes(tag, vr, bytes(length));
    }
  }

  private static VR implicitVr(Attributes dataset, int tag) {
    VR vr = Elements.of(tag).map(Elements.Element::vr).orElse(VR.UN);
    boolean wide = tag == Tag.PixelData && dataset.getInt(Tag.BitsAllocated, 16) <= 8;
    return wide ? VR.OB : vr;
  }

  private void items(Sequence items, int length) {
    int end = length == -1 ? data.limit() : data.position() + length;
    while (data.position() < end) {
      int tag = tag();
      int size = data.getInt();
      if (tag == SEQUENCE_END) {
        return;
      }
      if (tag != ITEM) {
        throw new IllegalArgumentException("not an item: " + Integer.toHexString(tag));
      }
      Attributes item = new Attributes();
      items.add(item);
      elements(item, size == -1 ? end : data.position() + size);
    }
  }

  private int tagAhead() {
    return data.getShort(data.position()) << 16
        | Short.toUnsignedInt(data.getShort(data.position() + 2));
  }

  private int tag() {
    int tag = tagAhead();
    data.position(data.position() + 4);
    return tag;
  }

  private byte[] bytes(int length) {
    byte[] bytes = Arrays.copyOfRange(data.array(), data.position(), data.position() + length);
    data.position(data.position() + length);
    return bytes;
  }
}
