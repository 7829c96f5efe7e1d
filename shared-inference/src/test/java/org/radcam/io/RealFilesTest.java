package org.radcam.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.TestData;
import org.radcam.image.SourceImage;

class RealFilesTest {
  /** The least number of images is what was read when the test was written. */
  @ParameterizedTest
  @CsvSource({
    "dicom_odd, 77",
    "dicom_transfer_syntaxes, 9",
    "dicom_cxr_cr_dx, 3",
    "dicom_ct_series, 19",
    "dicom_mr_series, 51",
    "dicom_sr_seg_pm, 7",
    "cxr_nih, 80"
  })
  void everyFileIsAnImageOrIsRefusedInASentenceThatNamesNobody(String folder, int least)
      throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(TestData.require(folder))) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    int images = 0;
    for (Path file : files) {
      try {
        SourceImage image = ImageFiles.read(file);
        assertThat(image.volume().voxels()).hasSize(image.volume().size().voxels());
        images++;
      } catch (UnreadableImageException e) {
        assertThat(e.getMessage())
            .as(file.toString())
            .matches("(?s)[A-Z].*[A-Za-z)\"]\\.")
            .hasSizeLessThan(300)
            .doesNotContain("^", "null", "Exception", file.getFileName().toString())
            .doesNotContainPattern("[0-9]+\\.[0-9]+\\.[0-9]+");
      }
    }
    assertThat(images).isGreaterThanOrEqualTo(least);
  }
}
