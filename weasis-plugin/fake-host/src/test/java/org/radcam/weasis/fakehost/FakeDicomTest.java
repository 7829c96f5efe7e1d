package org.radcam.weasis.fakehost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.UID;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomOutputStream;
import org.dcm4che3.util.UIDUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weasis.core.api.media.data.MediaSeriesGroup;
import org.weasis.core.api.media.data.TagW;
import org.weasis.dicom.codec.DicomImageElement;
import org.weasis.dicom.codec.DicomSeries;
import org.weasis.dicom.codec.HiddenSeriesManager;
import org.weasis.dicom.codec.SortSeriesStack;
import org.weasis.dicom.codec.SpecialElementRegion;
import org.weasis.dicom.codec.TagD;
import org.weasis.dicom.explorer.DicomModel;
import org.weasis.dicom.explorer.HangingProtocols;
import org.weasis.dicom.explorer.LoadLocalDicom;

/** Data sets keep what is set, survive files, and become images with the right values. */
class FakeDicomTest {
  @TempDir private Path folder;

  private final FakePatient patient = new FakePatient("P1").is("F", "045Y");

  @BeforeEach
  void reset() {
    FakeHost.reset();
  }

  @Test
  void a_data_set_survives_a_file_with_sequences_private_elements_and_letters() throws Exception {
    Attributes item = new Attributes();
    item.setString(Tag.CodeMeaning, VR.LO, "Grüße");
    Attributes set = new Attributes(patient.header());
    set.newSequence(Tag.DerivationCodeSequence, 1).add(item);
    set.setString("RADCAM", 0x00990001, VR.LO, "demo", "research");
    set.setDouble(Tag.PixelSpacing, VR.DS, 0.5, 0.25);
    set.setInt(Tag.Rows, VR.US, 65_535);
    set.setString(Tag.SOPInstanceUID, VR.UI, UIDUtils.createUID());
    set.setString(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage);
    Attributes read = DicomFile.read(DicomFile.write(set, folder.resolve("a.dcm")));
    assertThat(read).isEqualTo(set);
    assertThat(read.getNestedDataset(Tag.DerivationCodeSequence).getString(Tag.CodeMeaning))
        .isEqualTo("Grüße");
    assertThat(read.getStrings("RADCAM", 0x00990001)).containsExactly("demo", "research");
    assertThat(read.tagOf("RADCAM", 0x00990001)).isEqualTo(0x00991001);
    assertThat(read.getInt(Tag.Rows, 0)).isEqualTo(65_535);
  }

  @Test
  void an_implicit_file_is_read_too() throws Exception {
    Attributes set =
        new FakeSeries(patient, "CT", "x")
            .grid(2, 2, 1, 1)
            .volume(1, 1, (x, y, z) -> x)
            .images()
            .get(0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DicomOutputStream out = new DicomOutputStream(bytes, UID.ExplicitVRLittleEndian)) {
      out.writeDataset(set.createFileMetaInformation(UID.ImplicitVRLittleEndian), set);
    }
    Path file = Files.write(folder.resolve("implicit.dcm"), bytes.toByteArray());
    assertThat(DicomFile.read(file)).isEqualTo(set);
  }

  @Test
  void stored_values_are_signed_where_they_say_so_and_rescaled_by_the_modality_lut() {
    DicomSeries series =
        new FakeSeries(patient, "CT", "signed")
            .grid(2, 1, 1, 1)
            .stored(16, 12, /* signed= */ true)
            .rescale(2, -10)
            .volume(1, 1, (x, y, z) -> x == 0 ? -2048 : 5)
            .load();
    DicomImageElement image = series.getMedia(0, null, null);
    short[] stored = new short[2];
    image.getImage().get(0, 0, stored);
    assertThat(stored).containsExactly(-2048, 5);
    assertThat(image.getImage().depth()).isEqualTo(PixelArray.S16);
    assertThat(image.getModalityLutImage(null, null).get(0, 0)).containsExactly(-4106);
    assertThat(image.getModalityLutImage(null, null).get(0, 1)).containsExactly(0);
  }

  @Test
  void tags_are_with_the_patient_the_series_or_the_image() {
    DicomSeries series =
        new FakeSeries(patient, "CT", "Thorax")
            .grid(2, 2, 1, 1)
            .volume(2, 3, (x, y, z) -> z)
            .load();
    DicomImageElement image = series.getMedia(1, null, null);
    MediaSeriesGroup group = FakeHost.model().getParent(series, DicomModel.patient);
    assertThat(TagD.getTagValue(image, Tag.PatientSex)).isNull();
    assertThat(TagD.getTagValue(group, Tag.PatientSex)).isEqualTo("F");
    assertThat(TagD.getTagValue(series, Tag.PatientAge)).isEqualTo("045Y");
    assertThat(TagD.getTagValue(image, Tag.SeriesDescription)).isNull();
    assertThat(TagD.getTagValue(image, Tag.PixelSpacing, double[].class)).containsExactly(1, 1);
    assertThat(image.getTagValue(TagW.SlicePosition)).isEqualTo(3.0);
    assertThat(image.getMediaReader().getDicomObject().getString(Tag.PatientSex)).isEqualTo("F");
  }

  @Test
  void frames_of_an_enhanced_image_have_their_own_places() {
    DicomSeries series =
        new FakeSeries(patient, "MR", "enhanced")
            .grid(2, 2, 1, 1)
            .volume(3, 4, (x, y, z) -> 100 * z + x)
            .enhanced()
            .load();
    assertThat(series.size(null)).isEqualTo(3);
    DicomImageElement last = series.copyOfMedias(null, SortSeriesStack.slicePosition).get(2);
    assertThat(last.getKey()).isEqualTo(2);
    assertThat(last.getRawSliceGeometry().getTLHC().z).isEqualTo(8);
    assertThat(last.getImage().get(1, 1)).containsExactly(201);
  }

  @Test
  void segmentations_are_hidden_and_found_by_patient() {
    new FakeSeries(patient, "SEG", "Liver").grid(2, 2, 1, 1).volume(1, 1, (x, y, z) -> 1).load();
    assertThat(HiddenSeriesManager.getHiddenElementsFromPatient(SpecialElementRegion.class, "P1"))
        .hasSize(1);
    assertThat(HiddenSeriesManager.getHiddenElementsFromPatient(SpecialElementRegion.class, "P2"))
        .isEmpty();
  }

  @Test
  void files_are_loaded_into_the_tree_and_those_that_cannot_be_read_are_left() throws Exception {
    List<Path> files =
        new FakeSeries(patient, "CT", "files")
            .grid(2, 2, 1, 1)
            .volume(2, 1, (x, y, z) -> z)
            .write(folder);
    Path missing = folder.resolve("missing.dcm");
    File[] all = {files.get(1).toFile(), missing.toFile(), files.get(0).toFile()};
    LoadLocalDicom loader =
        new LoadLocalDicom(all, false, FakeHost.model(), HangingProtocols.OpeningViewer.NONE);
    DicomModel.LOADING_EXECUTOR.execute(loader);
    assertThat(loader.get()).isTrue();
    MediaSeriesGroup study = FakeHost.model().getStudyNode(FakePatient.uid("study P1"));
    assertThat(FakeHost.model().getChildren(study)).hasSize(1);
    assertThat(FakeHost.unreadable()).containsExactly(missing);
  }
}
