package org.radcam.io.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.radcam.TestData;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.io.ImageFiles;

class RealDicomTest {
  /** The table says how its values were made. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "golden.csv", delimiter = ';')
  void realFilesGiveTheValuesThatPydicomGives(
      String path,
      int columns,
      int rows,
      int slices,
      float min,
      float max,
      double mean,
      double slope,
      double intercept)
      throws IOException {
    Path file = TestData.require(path);
    SourceImage image = ImageFiles.read(file);
    assertThat(image.volume().size()).isEqualTo(new Size(columns, rows, slices));
    assertThat(image.volume().range().low()).isEqualTo(min);
    assertThat(image.volume().range().high()).isEqualTo(max);
    double sum = 0;
    for (float value : image.volume().voxels()) {
      sum += value;
    }
    assertThat(sum / image.volume().voxels().length)
        .isCloseTo(mean, within(1e-9 * Math.max(1, Math.abs(mean))));
    assertThat(image.traits().rescaleSlope()).isEqualTo(slope);
    assertThat(image.traits().rescaleIntercept()).isEqualTo(intercept);
  }
}
