package org.radcam.weasis.host;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.UID;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomOutputStream;
import org.radcam.UserException;
import org.radcam.io.AtomicFiles;
import org.radcam.render.HeatStyle;
import org.radcam.weasis.keep.CapturePicture;
import org.radcam.weasis.keep.CapturePictures;
import org.radcam.weasis.keep.CaptureWriter;
import org.radcam.weasis.run.Answer;
import org.radcam.weasis.viewer.ViewedImage;
import org.weasis.dicom.codec.DicomImageElement;

/**
 * Writes an answer as a DICOM colour Secondary Capture of the source's patient and study.
 *
 * <ul>
 *   <li>One slice is a Secondary Capture Image; several are frames of one Multi-frame True Color
 *       Secondary Capture Image, which every viewer pages through as one, each with its label.
 *   <li>Uncompressed RGB of 8 bits: what is burnt in stays sharp, and every reader reads it.
 *   <li>Patient and study are the source's ({@link CaptureHeader} says the rest).
 * </ul>
 */
final class SecondaryCapture implements CaptureWriter {
  private static final DateTimeFormatter IN_NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Function<ViewedImage, Optional<Source>> sources;
  private final Clock clock;

  /**
   * A source image.
   *
   * @param header all attributes of its file
   * @param frame which of the file's frames, from 1; empty where it has only one
   */
  record Source(Attributes header, OptionalInt frame) {
    /** An image that Weasis has open; empty where its file can no longer be read. */
    static Optional<Source> of(DicomImageElement image) {
      Attributes header = image.getMediaReader().getDicomObject();
      boolean several = image.getMediaReader().getMediaElementNumber() > 1;
      return Optional.ofNullable(header)
          .map(
              found ->
                  new Source(
                      found,
                      several && image.getKey() instanceof Integer frame
                          ? OptionalInt.of(frame + 1)
                          : OptionalInt.empty()));
    }
  }

  /**
   * A writer.
   *
   * @param sources finds an image of the viewer; empty where it is closed
   * @param clock tells when the capture is made
   */
  SecondaryCapture(Function<ViewedImage, Optional<Source>> sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  @Override
  public List<Path> write(Answer answer, HeatStyle style, Path folder) {
    List<CapturePicture> pictures = CapturePictures.of(answer, style);
    List<Source> shown = new ArrayList<>();
    for (CapturePicture picture : pictures) {
      shown.add(
          sources
              .apply(picture.source())
              .orElseThrow(
                  () ->
                      new UserException(
                          "The series was closed: open it again to keep the heat map in it.")));
    }
    LocalDateTime now = LocalDateTime.now(clock);
    Attributes capture = new CaptureHeader(answer.result(), shown, now).attributes();
    pixels(capture, pictures);
    Path file =
        folder.resolve(
            "radcam-"
                + IN_NAME.format(now)
                + "-"
                + UUID.randomUUID().toString().substring(0, 8)
                + ".dcm");
    try {
      Files.createDirectories(folder);
      AtomicFiles.write(
          file,
          out -> {
            // Closing it is the caller's.
            DicomOutputStream dicom = new DicomOutputStream(out, UID.ExplicitVRLittleEndian);
            dicom.writeDataset(
                capture.createFileMetaInformation(UID.ExplicitVRLittleEndian), capture);
            dicom.flush();
          });
    } catch (IOException e) {
      throw new UserException(
          "The heat map could not be written to '" + folder + "': " + e.getMessage(), e);
    }
    return List.of(file);
  }

  private static void pixels(Attributes capture, List<CapturePicture> pictures) {
    int columns = pictures.get(0).picture().getWidth();
    int rows = pictures.get(0).picture().getHeight();
    int length = 3 * columns * rows * pictures.size();
    byte[] bytes = new byte[length + length % 2];
    int at = 0;
    for (CapturePicture one : pictures) {
      BufferedImage picture = one.picture();
      for (int rgb : picture.getRGB(0, 0, columns, rows, null, 0, columns)) {
        bytes[at++] = (byte) (rgb >> 16);
        bytes[at++] = (byte) (rgb >> 8);
        bytes[at++] = (byte) rgb;
      }
    }
    capture.setInt(Tag.SamplesPerPixel, VR.US, 3);
    capture.setString(Tag.PhotometricInterpretation, VR.CS, "RGB");
    capture.setInt(Tag.PlanarConfiguration, VR.US, 0);
    capture.setInt(Tag.Rows, VR.US, rows);
    capture.setInt(Tag.Columns, VR.US, columns);
    capture.setInt(Tag.BitsAllocated, VR.US, 8);
    capture.setInt(Tag.BitsStored, VR.US, 8);
    capture.setInt(Tag.HighBit, VR.US, 7);
    capture.setInt(Tag.PixelRepresentation, VR.US, 0);
    if (pictures.size() > 1) {
      capture.setInt(Tag.NumberOfFrames, VR.IS, pictures.size());
      capture.setInt(CaptureHeader.FRAME_INCREMENT_POINTER, VR.AT, CaptureHeader.FRAME_LABELS);
      capture.setString(
          CaptureHeader.FRAME_LABELS,
          VR.SH,
          pictures.stream()
              .map(one -> String.format(Locale.ROOT, "slice %d", one.slice() + 1))
              .toArray(String[]::new));
    }
    capture.setBytes(Tag.PixelData, VR.OB, bytes);
  }
}
