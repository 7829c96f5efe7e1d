package org.dcm4che3.io;

import java.io.File;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.dcm4che3.data.Attributes;
import org.radcam.weasis.hostapi.SignatureOnly;

public class DicomOutputStream extends FilterOutputStream {
  public DicomOutputStream(OutputStream outputStream, String text) throws IOException {
    super((OutputStream) null);
    throw new SignatureOnly();
  }

  public DicomOutputStream(File file) throws IOException {
    super((OutputStream) null);
    throw new SignatureOnly();
  }

  public final boolean isExplicitVR() {
    throw new SignatureOnly();
  }

  public final boolean isBigEndian() {
    throw new SignatureOnly();
  }

  public void write(byte[] bytes, int value, int value2) throws IOException {
    throw new SignatureOnly();
  }

  public void writeFileMetaInformation(Attributes attributes) throws IOException {
    throw new SignatureOnly();
  }

  public void writeDataset(Attributes attributes, Attributes attributes2) throws IOException {
    throw new SignatureOnly();
  }

  public void finish() throws IOException {
    throw new SignatureOnly();
  }

  public void close() throws IOException {
    throw new SignatureOnly();
  }
}
