package org.radcam.radiomics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcam.TestData;

/**
 * The consensus values of the IBSI's first chapter for its digital phantom (Zwanenburg et al.,
 * Radiology 2020;295:328), in the form of shared/data/ibsi/reference_values.
 *
 * <p>The configurations A to E of that folder need a CT image (DOI 10.17195/candat.2016.08.1) that
 * the test data do not have.
 */
class IbsiDigitalPhantomTest {
  @Test
  void everyConsensusValueIsReproducedWithinItsTolerance() throws IOException {
    Path table = TestData.require("ibsi/reference_values/ibsi_1_dig_phantom.csv");
    Map<String, Double> measured = new LinkedHashMap<>();
    for (FeatureValue feature :
        Radiomics.extract(
            DigitalPhantom.image(),
            DigitalPhantom.mask(),
            RadiomicsSettings.of(new Discretisation.None()))) {
      assertThat(measured.put(feature.tag(), feature.value())).as(feature.tag()).isNull();
    }
    int expected = 0;
    List<String> failures = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (String line : Files.readAllLines(table).stream().skip(1).toList()) {
      String[] row = line.split(";");
      tags.add(row[2]);
      if (row[0].isEmpty()) {
        continue;
      }
      expected++;
      double reference = Double.parseDouble(row[0]);
      double tolerance = Math.max(Double.parseDouble(row[1]), halfOfTheThirdDigit(reference));
      Double value = measured.get(row[2]);
      if (value == null) {
        failures.add(row[2] + ": not measured");
      } else if (!(Math.abs(value - reference) <= tolerance)) {
        failures.add(row[2] + ": " + value + " instead of " + reference + " +- " + tolerance);
      }
    }
    System.out.println(
        "IBSI digital phantom: "
            + (expected - failures.size())
            + " of "
            + expected
            + " consensus values reproduced");
    failures.forEach(System.out::println);
    assertThat(failures).isEmpty();
    assertThat(expected).isEqualTo(482);
    // The table's rows without a value are measured, too, and nothing else is.
    assertThat(measured.keySet()).containsExactlyElementsOf(tags);
    assertThat(measured.values()).allSatisfy(value -> assertThat(value).isFinite());
  }

  /** References are rounded to three digits. */
  private static double halfOfTheThirdDigit(double reference) {
    if (reference == 0) {
      return 5e-4;
    }
    return 0.5 * Math.pow(10, Math.floor(Math.log10(Math.abs(reference))) - 2) * (1 + 1e-9);
  }
}
