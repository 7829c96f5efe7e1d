package org.radcam.io.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcam.io.GoldenPlace.assertPlace;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.radcam.TestData;
import org.radcam.image.ImageTraits;
import org.radcam.image.SourceImage;
import org.radcam.io.Digests;
import org.radcam.io.ImageFiles;
import org.radcam.io.UnreadableImageException;

class RealSeriesTest {
  /** The table says how its values were made. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "series.csv", delimiter = ';')
  void realSeriesAgreeWithSimpleItk(
      String path, String sha256, String size, String spacing, String origin, String direction)
      throws IOException {
    SourceImage image = ImageFiles.read(TestData.require(path));
    assertPlace(image.geometry(), size, spacing, origin, direction);
    ImageTraits traits = image.traits();
    float[] values = image.volume().voxels();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (traits.rescaleSlope() * values[i] + traits.rescaleIntercept());
    }
    assertThat(Digests.sha256(values)).isEqualTo(sha256);
  }

  /** Seventeen directions of diffusion, each a mosaic of slices in one image. */
  @Test
  void mosaicsWithoutAPositionAreRefused() {
    Path folder = TestData.require("dicom_mr_series/UIH_head/dti_tra");
    assertThatThrownBy(() -> ImageFiles.read(folder))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("do not say where they lie");
  }
}
