package org.radcam.weasis.fakehost;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.UID;
import org.dcm4che3.data.VR;
import org.weasis.dicom.codec.DicomSeries;

/**
 * A series made by a test, image by image. Unless told otherwise its images are transverse, of 16
 * unsigned bits, and are not rescaled.
 */
public final class FakeSeries {
  private final Attributes header;
  private final List<Attributes> images = new ArrayList<>();
  private final String name;

  /** What a pixel of a volume is. */
  @FunctionalInterface
  public interface StoredValue {
    /** The stored value at a column, row and slice. */
    int at(int column, int row, int slice);
  }

  /**
   * @param description also makes the series' UID, with the patient's id
   */
  public FakeSeries(FakePatient patient, String modality, String description) {
    header = new Attributes(patient.header());
    name = patient.header().getString(Tag.PatientID) + " " + modality + " " + description;
    header.setString(Tag.Modality, VR.CS, modality);
    header.setString(Tag.SeriesDescription, VR.LO, description);
    header.setString(Tag.SeriesInstanceUID, VR.UI, FakePatient.uid("series " + name));
    header.setString(
        Tag.FrameOfReferenceUID,
        VR.UI,
        FakePatient.uid("frame " + patient.header().getString(Tag.PatientID)));
    header.setInt(Tag.SeriesNumber, VR.IS, 1);
    header.setString(Tag.SOPClassUID, VR.UI, sopClass(modality));
    header.setInt(Tag.SamplesPerPixel, VR.US, 1);
    header.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    header.setDouble(Tag.ImageOrientationPatient, VR.DS, 1, 0, 0, 0, 1, 0);
    stored(16, 16, /* signed= */ false);
  }

  private static String sopClass(String modality) {
    return switch (modality) {
      case "CT" -> UID.CTImageStorage;
      case "MR" -> UID.MRImageStorage;
      case "SEG" -> UID.SegmentationStorage;
      default -> UID.DigitalXRayImageStorageForPresentation;
    };
  }

  /** What the images to come say beside what they are asked for. */
  public Attributes header() {
    return header;
  }

  /** Size in pixels, and the distances between them in mm: of columns, and of rows. */
  public FakeSeries grid(int columns, int rows, double acrossMm, double downMm) {
    header.setInt(Tag.Columns, VR.US, columns);
    header.setInt(Tag.Rows, VR.US, rows);
    header.setDouble(Tag.PixelSpacing, VR.DS, downMm, acrossMm);
    return this;
  }

  /** How values are stored: in 8 or 16 bits, of which some are used. */
  public FakeSeries stored(int bits, int used, boolean signed) {
    header.setInt(Tag.BitsAllocated, VR.US, bits);
    header.setInt(Tag.BitsStored, VR.US, used);
    header.setInt(Tag.HighBit, VR.US, used - 1);
    header.setInt(Tag.PixelRepresentation, VR.US, signed ? 1 : 0);
    return this;
  }

  /** How stored values become the modality's. */
  public FakeSeries rescale(double slope, double intercept) {
    header.setDouble(Tag.RescaleSlope, VR.DS, slope);
    header.setDouble(Tag.RescaleIntercept, VR.DS, intercept);
    return this;
  }

  /** Direction cosines of rows and of columns. */
  public FakeSeries axes(double... rowThenColumn) {
    header.setDouble(Tag.ImageOrientationPatient, VR.DS, rowThenColumn);
    return this;
  }

  /** Slices from the origin on, that far apart along z. */
  public FakeSeries volume(int slices, double apartMm, StoredValue values) {
    header.setDouble(Tag.SliceThickness, VR.DS, apartMm);
    for (int z = 0; z < slices; z++) {
      slice(values, z, 0, 0, z * apartMm);
    }
    return this;
  }

  /** One more image, at a place in the patient. */
  public FakeSeries slice(StoredValue values, int z, double... position) {
    header.setDouble(Tag.ImagePositionPatient, VR.DS, position);
    return image(values, z);
  }

  /** One more image; nothing is said of its place but what {@link #header} says. */
  public FakeSeries image(StoredValue values, int z) {
    Attributes image = new Attributes(header);
    int number = images.size() + 1;
    image.setInt(Tag.InstanceNumber, VR.IS, number);
    image.setString(Tag.SOPInstanceUID, VR.UI, FakePatient.uid("image " + name + number));
    image.setBytes(Tag.PixelData, vr(), pixels(values, z));
    images.add(image);
    return this;
  }

  /** All slices as the frames of one enhanced image (PS3.3 A.36, A.38). */
  public FakeSeries enhanced() {
    Attributes all = new Attributes(images.get(0));
    all.removeSelected(Tag.ImagePositionPatient, Tag.ImageOrientationPatient, Tag.PixelSpacing);
    all.setInt(Tag.NumberOfFrames, VR.IS, images.size());
    Sequence shared = all.newSequence(Tag.SharedFunctionalGroupsSequence, 1);
    Attributes groups = new Attributes();
    shared.add(groups);
    group(groups, Tag.PixelMeasuresSequence, Tag.PixelSpacing, Tag.SliceThickness);
    group(groups, Tag.PlaneOrientationSequence, Tag.ImageOrientationPatient);
    Sequence frames = all.newSequence(Tag.PerFrameFunctionalGroupsSequence, images.size());
    int size = images.get(0).getSafeBytes(Tag.PixelData).length;
    ByteBuffer pixels = ByteBuffer.allocate(size * images.size());
    for (Attributes image : images) {
      Attributes frame = new Attributes();
      frames.add(frame);
      Attributes place = new Attributes(image, Tag.ImagePositionPatient);
      frame.newSequence(Tag.PlanePositionSequence, 1).add(place);
      pixels.put(image.getSafeBytes(Tag.PixelData));
    }
    all.setBytes(Tag.PixelData, vr(), pixels.array());
    images.clear();
    images.add(all);
    return this;
  }

  private void group(Attributes groups, int sequence, int... tags) {
    groups.newSequence(sequence, 1).add(new Attributes(header, tags));
  }

  /** The data sets, to be changed before they are loaded. */
  public List<Attributes> images() {
    return images;
  }

  /** Loads the images into the test host's tree. */
  public DicomSeries load() {
    DicomSeries series = null;
    for (Attributes image : images) {
      URI uri = URI.create("data:" + image.getString(Tag.SOPInstanceUID));
      series = FakeHost.load(image, uri, FakeHost.model());
    }
    return series;
  }

  /** Writes the images as files. */
  public List<Path> write(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Attributes image : images) {
      String file = "%03d.dcm".formatted(image.getInt(Tag.InstanceNumber, 0));
      files.add(DicomFile.write(image, folder.resolve(file)));
    }
    return files;
  }

  private VR vr() {
    return header.getInt(Tag.BitsAllocated, 16) == 8 ? VR.OB : VR.OW;
  }

  private byte[] pixels(StoredValue values, int z) {
    int columns = header.getInt(Tag.Columns, 0);
    int rows = header.getInt(Tag.Rows, 0);
    int bytes = header.getInt(Tag.BitsAllocated, 16) / 8;
    ByteBuffer data = ByteBuffer.allocate(columns * rows * bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int value = values.at(x, y, z);
        if (bytes == 1) {
          data.put((byte) value);
        } else {
          data.putShort((short) value);
        }
      }
    }
    return data.array();
  }
}
