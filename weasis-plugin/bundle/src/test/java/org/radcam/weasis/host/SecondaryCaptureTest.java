package org.radcam.weasis.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.render.HeatStyle;
import org.radcam.weasis.fakehost.DicomFile;
import org.radcam.weasis.fakehost.FakeHost;
import org.radcam.weasis.fakehost.FakePatient;
import org.radcam.weasis.fakehost.FakeSeries;
import org.radcam.weasis.host.SecondaryCapture.Source;
import org.radcam.weasis.keep.Answers;
import org.radcam.weasis.viewer.ViewedImage;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.codec.DicomSeries;

class SecondaryCaptureTest {
  private static final Geometry GRID = Geometry.millimetres(new Size(15, 11, 3), 0.5, 0.8, 3);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private static final List<Attributes> SOURCES = sources();

  private static List<Attributes> sources() {
    FakePatient patient = new FakePatient("P1").is("F", "045Y");
    patient.header().setString(Tag.PatientName, VR.PN, "Mu\u0308ller^J\u014d");
    FakeSeries series = new FakeSeries(patient, "MR", "T2").grid(15, 11, 0.5, 0.8);
    series.header().setString(Tag.LossyImageCompression, VR.CS, "01");
    series.header().setString(Tag.LossyImageCompressionRatio, VR.DS, "12.5");
    return series.volume(3, 3, (x, y, z) -> x).images();
  }

  private Attributes write(Function<ViewedImage, Optional<Source>> sources, double... heat)
      throws IOException {
    Path out = folder.resolve("captures");
    List<Path> files =
        new SecondaryCapture(sources, CLOCK).write(Answers.of(GRID, heat), HeatStyle.DEFAULT, out);
    assertThat(files).hasSize(1).allMatch(Files::isRegularFile);
    assertThat(out.toFile().list()).hasSize(1);
    assertThat(files.get(0).getFileName().toString()).startsWith("radcam-20260304-050607-");
    return DicomFile.read(files.get(0));
  }

  private static Optional<Source> source(ViewedImage image) {
    return Optional.of(new Source(SOURCES.get(image.image()), OptionalInt.empty()));
  }

  @Test
  void aCaptureBelongsToThePatientAndStudyOfItsSource() throws IOException {
    Attributes capture = write(SecondaryCaptureTest::source, 0, 2, 0);
    Attributes source = SOURCES.get(1);
    for (int tag :
        new int[] {
          Tag.SpecificCharacterSet,
          Tag.PatientName,
          Tag.PatientID,
          Tag.PatientSex,
          Tag.PatientAge,
          Tag.StudyInstanceUID,
          Tag.StudyDate,
          Tag.StudyTime,
          Tag.StudyID,
          Tag.LossyImageCompression,
          Tag.LossyImageCompressionRatio
        }) {
      assertThat(capture.getString(tag)).isEqualTo(source.getString(tag)).isNotNull();
    }
    assertThat(capture.contains(Tag.PatientBirthDate)).isTrue();
    assertThat(capture.contains(Tag.AccessionNumber)).isTrue();
    assertThat(capture.getString(Tag.SeriesInstanceUID))
        .isNotEqualTo(source.getString(Tag.SeriesInstanceUID));
    assertThat(capture.contains(Tag.FrameOfReferenceUID)).isFalse();
    assertThat(capture.contains(Tag.PixelSpacing)).isFalse();
  }

  @Test
  void itSaysWhatItIsAndWhereItComesFrom() throws IOException {
    Attributes capture = write(SecondaryCaptureTest::source, 0, 2, 0);
    assertThat(capture.getString(Tag.SOPClassUID)).isEqualTo("1.2.840.10008.5.1.4.1.1.7");
    assertThat(capture.getString(Tag.Modality)).isEqualTo("OT");
    assertThat(capture.getString(Tag.ConversionType)).isEqualTo("WSD");
    assertThat(capture.getStrings(Tag.ImageType)).containsExactly("DERIVED", "SECONDARY");
    assertThat(capture.getString(Tag.BurnedInAnnotation)).isEqualTo("YES");
    assertThat(capture.getString(Tag.SeriesDescription)).isEqualTo("RadCAM tiny-demo (demo)");
    assertThat(capture.getString(Tag.SeriesDate)).isEqualTo("20260304");
    assertThat(capture.getString(Tag.DerivationDescription))
        .contains("grad-cam", "tiny-demo", "finding", "NOT FOR CLINICAL USE");
    assertThat(capture.getString(Tag.ImageComments))
        .contains("SYNTHETIC PHANTOMS", "No finding 0.2500; Finding 0.7500");
    Attributes reference = capture.getSequence(Tag.SourceImageSequence).get(0);
    assertThat(capture.getSequence(Tag.SourceImageSequence)).hasSize(1);
    assertThat(reference.getString(Tag.ReferencedSOPInstanceUID))
        .isEqualTo(SOURCES.get(1).getString(Tag.SOPInstanceUID));
    assertThat(reference.getString(Tag.ReferencedSOPClassUID))
        .isEqualTo(SOURCES.get(1).getString(Tag.SOPClassUID));
    assertThat(reference.contains(Tag.ReferencedFrameNumber)).isFalse();
    assertThat(
            reference
                .getSequence(Tag.PurposeOfReferenceCodeSequence)
                .get(0)
                .getString(Tag.CodeValue))
        .isEqualTo("121322");
  }

  @Test
  void severalSlicesAreFramesInTheirOrder() throws IOException {
    Attributes capture =
        write(
            image -> Optional.of(new Source(SOURCES.get(0), OptionalInt.of(image.image() + 1))),
            1,
            2,
            1);
    assertThat(capture.getString(Tag.SOPClassUID)).isEqualTo("1.2.840.10008.5.1.4.1.1.7.4");
    assertThat(capture.getInt(Tag.NumberOfFrames, 0)).isEqualTo(3);
    assertThat(capture.getStrings(CaptureHeader.FRAME_LABELS))
        .containsExactly("slice 1", "slice 2", "slice 3");
    assertThat(capture.getSequence(Tag.SourceImageSequence))
        .extracting(item -> item.getInt(Tag.ReferencedFrameNumber, 0))
        .containsExactly(3, 2, 1);
    int pixels = capture.getInt(Tag.Rows, 0) * capture.getInt(Tag.Columns, 0);
    byte[] data = capture.getSafeBytes(Tag.PixelData);
    assertThat(data.length).isEqualTo(9 * pixels + (9 * pixels) % 2);
    // The frame in the middle has more heat than the first; above the heat both are the same.
    assertThat(data[3 * 100]).isEqualTo(data[3 * pixels + 3 * 100]);
    int middle = 3 * (capture.getInt(Tag.Columns, 0) * 250 + capture.getInt(Tag.Columns, 0) / 2);
    assertThat(new int[] {data[middle], data[middle + 1], data[middle + 2]})
        .isNotEqualTo(
            new int[] {
              data[3 * pixels + middle],
              data[3 * pixels + middle + 1],
              data[3 * pixels + middle + 2]
            });
  }

  @Test
  void aSourceIsAnImageOfTheViewerOrAFrameOfOne() {
    FakeHost.reset();
    FakePatient patient = new FakePatient("P1");
    DicomSeries single =
        new FakeSeries(patient, "MR", "T2")
            .grid(15, 11, 0.5, 0.8)
            .volume(2, 3, (x, y, z) -> x)
            .load();
    DicomSeries enhanced =
        new FakeSeries(patient, "MR", "T1")
            .grid(15, 11, 0.5, 0.8)
            .volume(2, 3, (x, y, z) -> x)
            .enhanced()
            .load();
    List<OptionalInt> frames = new ArrayList<>();
    for (DicomSeries series : List.of(single, enhanced)) {
      for (DicomImageElement image : series.getMedias(null, null)) {
        frames.add(Source.of(image).orElseThrow().frame());
      }
    }
    assertThat(frames)
        .containsExactly(
            OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(1), OptionalInt.of(2));
  }

  @Test
  void aClosedSeriesAndAnAnswerWithoutHeatAreSaidAndLeaveNothing() {
    assertThatThrownBy(() -> write(image -> Optional.empty(), 0, 1, 0))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> write(SecondaryCaptureTest::source, Double.NaN))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no heat map");
    Attributes nowhere = new Attributes();
    assertThatThrownBy(
            () -> write(image -> Optional.of(new Source(nowhere, OptionalInt.empty())), 0, 1, 0))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("names no study");
    assertThat(folder.resolve("captures")).doesNotExist();
  }
}
