package org.radcam.weasis.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dcm4che3.data.Attributes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.Progress;
import org.radcam.TestData;
import org.radcam.UserException;
import org.radcam.image.SourceImage;
import org.radcam.io.ImageFiles;
import org.radcam.weasis.fakehost.DicomFile;
import org.radcam.weasis.fakehost.FakeHost;
import org.radcam.weasis.viewer.ViewerSeries.SeriesImage;
import org.weasis.dicom.codec.DicomSeries;

/** Real series by way of the viewer are what the library's own readers make of their files. */
class RealSeriesInViewerTest {
  @BeforeEach
  void start() {
    FakeHost.reset();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return new ArrayList<>(
          found.filter(file -> file.getFileName().toString().endsWith(".dcm")).sorted().toList());
    }
  }

  private static DicomSeries load(List<Path> files) throws IOException {
    DicomSeries series = null;
    for (Path file : files) {
      Attributes header = DicomFile.read(file);
      series = FakeHost.load(header, file.toUri(), FakeHost.model());
    }
    return series;
  }

  private static void assertSame(SourceImage viewed, SourceImage file) {
    assertThat(viewed.geometry()).isEqualTo(file.geometry());
    assertThat(viewed.placement()).isEqualTo(file.placement());
    assertThat(viewed.traits()).isEqualTo(file.traits());
    assertThat(Arrays.equals(viewed.volume().voxels(), file.volume().voxels())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dicom_mr_series/CMB-CRC_SCAN_001/t2",
        "dicom_mr_series/CMB-CRC_SCAN_001/adc",
        "dicom_mr_series/UIH_head/t1_gre_sag",
        "dicom_ct_series/dcmqi_ct3slice",
        "dicom_ct_series/CRLM-CT-1004",
        "sts_ct_mr_pet/dicom/STS_025/CT/image",
        "sts_ct_mr_pet/dicom/STS_025/MR_T1/image",
        "sts_ct_mr_pet/dicom/STS_025/PET/image",
        "sts_ct_mr_pet/dicom/STS_042/PET/image"
      })
  void aVolumeIsThatOfItsFilesHoweverTheyCame(String path) throws IOException {
    Path folder = TestData.require(path);
    List<Path> files = files(folder);
    Collections.shuffle(files, new Random(3));
    WeasisSeries series = new WeasisSeries(load(files));
    SourceImage file = ImageFiles.read(folder);
    SeriesImage viewed = series.volume(Progress.NONE);
    assertSame(viewed.source(), file);
    assertThat(series.images()).isEqualTo(files.size());
    int middle = viewed.slices().size() / 2;
    SourceImage slice = series.slice(viewed.slices().get(middle), Progress.NONE).source();
    assertThat(slice.geometry().toIndex(file.geometry().toPatient(0, 0, middle)).length())
        .isLessThan(0.1);
    double first = file.traits().rescaleSlope() * file.volume().at(9, 7, middle);
    double other = slice.traits().rescaleSlope() * slice.volume().at(9, 7, 0);
    assertThat(other + slice.traits().rescaleIntercept())
        .isEqualTo(
            first + file.traits().rescaleIntercept(), offset(1e-3 * Math.max(1, Math.abs(first))));
  }

  @Test
  void whatTheFilesAreRefusedForTheSeriesIsRefusedForToo() throws IOException {
    Path folder = TestData.require("dicom_mr_series/UIH_head/dti_tra");
    WeasisSeries series = new WeasisSeries(load(files(folder)));
    assertThatThrownBy(() -> series.volume(Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("cannot be read as a volume")
        .hasMessageContaining("do not say where they lie");
    assertThat(series.slice(0, Progress.NONE).source().geometry().size().slices()).isEqualTo(1);
  }

  /**
   * Every file of these folders that the test host reads, and the library, too. The least number is
   * what was compared when the test was written.
   */
  @ParameterizedTest
  @CsvSource({"dicom_cxr_cr_dx, 1", "dicom_odd, 39", "dicom_transfer_syntaxes, 3"})
  void aSingleImageIsThatOfItsFile(String path, int least) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(TestData.require(path))) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    int same = 0;
    for (Path file : files) {
      FakeHost.reset();
      SourceImage image;
      DicomSeries loaded;
      try {
        image = ImageFiles.read(file);
        loaded = load(List.of(file));
      } catch (IOException | RuntimeException e) {
        continue; // neither the test host nor every reader reads everything
      }
      boolean readable = loaded != null && loaded.size(null) > 0 && !image.traits().colour();
      if (readable && image.geometry().size().slices() == loaded.size(null)) {
        WeasisSeries series = new WeasisSeries(loaded);
        assertSame(series.volume(Progress.NONE).source(), image);
        same++;
      }
    }
    assertThat(same).isGreaterThanOrEqualTo(least);
  }
}
