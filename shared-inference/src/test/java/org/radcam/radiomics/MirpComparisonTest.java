package org.radcam.radiomics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.TestData;
import org.radcam.image.Mask;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.io.MaskFiles;

/**
 * Resampling, re-segmentation and discretisation as in the IBSI's configurations A to E, whose CT
 * image the test data do not have, on another image (brain2 of pyradiomics), against MIRP 2.5.0
 * (Zwanenburg and Loeck, JOSS 2024;9:6413), the implementation of the IBSI's authors. The script
 * src/test/golden/mirp_brain2.py made the values. For images that are not CT, MIRP makes the
 * intensity-volume histogram of 1000 bins where the configurations have none.
 */
class MirpComparisonTest {
  @ParameterizedTest
  @CsvSource({"A, 346", "B, 346", "C, 210", "D, 210", "E, 210"})
  void theConfigurationGivesMirpsValues(String configuration, int features) throws IOException {
    Path data = TestData.require("pyradiomics");
    Volume image = ImageFiles.read(data.resolve("brain2_image.nrrd")).volume();
    Mask mask = MaskFiles.read(data.resolve("brain2_label.nrrd"), image.geometry(), 1);
    Map<String, Double> ours = new HashMap<>();
    Radiomics.extract(image, mask, settings(configuration))
        .forEach(feature -> ours.put(feature.tag(), feature.value()));
    List<String> failures = new ArrayList<>();
    Map<String, Double> expected = golden(configuration);
    expected.forEach(
        (tag, value) -> {
          // MIRP interpolates in single precision.
          if (!(Math.abs(ours.get(tag) - value) <= 1e-4 * Math.abs(value))) {
            failures.add(tag + ": " + ours.get(tag) + " instead of " + value);
          }
        });
    assertThat(failures).isEmpty();
    assertThat(expected.keySet()).hasSize(features);
  }

  private static RadiomicsSettings settings(String configuration) {
    Discretisation size = Discretisation.parse("fbs:25");
    Discretisation number = Discretisation.parse("fbn:32");
    return switch (configuration) {
      case "A" -> RadiomicsSettings.of(size).withRange(new IntensityRange(200, 600));
      case "B" ->
          RadiomicsSettings.of(number)
              .withRange(new IntensityRange(200, 600))
              .withResampling(Resampling.inPlane(1));
      case "C" ->
          RadiomicsSettings.of(size)
              .withVolumeHistogram(Discretisation.parse("fbs:2.5"))
              .withRange(new IntensityRange(100, 600))
              .withResampling(Resampling.isotropic(2));
      case "D" ->
          RadiomicsSettings.of(number).withOutlierSigmas(3).withResampling(Resampling.isotropic(2));
      default ->
          RadiomicsSettings.of(number)
              .withRange(new IntensityRange(100, 600))
              .withOutlierSigmas(3)
              .withResampling(new Resampling(2, 2, 2, Resampling.Interpolation.CUBIC, false, 0.5));
    };
  }

  private static Map<String, Double> golden(String configuration) throws IOException {
    Map<String, Double> values = new HashMap<>();
    try (InputStream in =
        MirpComparisonTest.class.getResourceAsStream("mirp-brain2-" + configuration + ".csv")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .forEach(row -> values.put(row[0], Double.valueOf(row[1])));
    }
    return values;
  }
}
