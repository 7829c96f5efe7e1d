package org.radcam.radiomics.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Volume;

class FiltersTest {
  /** Voxels of pyradiomics 3.0.1 with PyWavelets; odd numbers of columns and slices. */
  @ParameterizedTest
  @CsvSource({
    "LLH, -2.8989981451843536, 1.3346599924308316, -0.7311250399488174",
    "LHL, 3.2451406425345533, 4.6414667535084435, 8.48901360605517",
    "LHH, -12.739873245530832, 6.67991860730697, 8.238941535230678",
    "HLL, 12.238856418369148, 5.906645283482133, 9.6277503335499",
    "HLH, -3.0516481756995804, -1.385456719641868, 0.7104067536183052",
    "HHL, -10.552373558436182, 0.37986980433581546, 11.800450665942666",
    "HHH, 2.9194126217229344, 3.288400795315806, -6.755180238566419",
    "LLL, 36.07285193330807, 28.13346365723905, 21.87629003846613"
  })
  void waveletsAreThoseOfPyradiomics(String name, double first, double second, double third) {
    Volume image = Volume.filled(Geometry.millimetres(new Size(5, 4, 3), 1, 1, 1), 0);
    for (int n = 0; n < 60; n++) {
      image.voxels()[n] = (n * n * 7 + n * 3) % 23;
    }
    Map<String, Volume> images = Wavelet.transform(image);
    assertThat(images).hasSize(8);
    Volume part = images.get(name);
    assertThat(part.at(3, 2, 1)).isCloseTo((float) first, within(1e-5f));
    assertThat(part.at(4, 0, 2)).isCloseTo((float) second, within(1e-5f));
    assertThat(part.at(0, 3, 0)).isCloseTo((float) third, within(1e-5f));
  }

  @Test
  void aSliceHasFourWavelets() {
    Volume image = Volume.filled(Geometry.uncalibrated(Size.of(7, 5)), 3);
    Map<String, Volume> images = Wavelet.transform(image);
    assertThat(images).containsOnlyKeys("LL", "LH", "HL", "HH");
    // A constant passes the low-pass filters, times the root of 2 for each.
    assertThat(images.get("LL").at(6, 4, 0)).isCloseTo(6f, within(1e-5f));
    assertThat(images.get("HL").at(0, 0, 0)).isCloseTo(0f, within(1e-5f));
  }

  /**
   * Of SimpleITK 2.5 (LaplacianRecursiveGaussian, normalised across scale), which approximates a
   * Gaussian by recursion: within 2 percent of the largest response.
   */
  @ParameterizedTest
  @CsvSource({
    "1, -24.64936, -7.336343, 0.56836784, -7.553929",
    "2, -52.635998, -21.249197, -1.9314147, -21.972267"
  })
  void theLaplacianOfGaussianIsNearlyThatOfItk(
      double sigma, double centre, double near, double far, double beside) {
    Volume filtered = LaplacianOfGaussian.filter(blob(), sigma);
    double tolerance = 0.02 * Math.abs(centre);
    assertThat((double) filtered.at(18, 15, 11)).isCloseTo(centre, within(tolerance));
    assertThat((double) filtered.at(20, 12, 8)).isCloseTo(near, within(tolerance));
    assertThat((double) filtered.at(10, 20, 14)).isCloseTo(far, within(tolerance));
    assertThat((double) filtered.at(25, 15, 11)).isCloseTo(beside, within(tolerance));
  }

  @Test
  void aParabolaHasItsSecondDerivativeAtAnySpacing() {
    Volume image = Volume.filled(Geometry.millimetres(new Size(61, 1, 41), 0.5, 1, 0.8), 0);
    for (int k = 0; k < 41; k++) {
      for (int i = 0; i < 61; i++) {
        double x = i * 0.5;
        double z = k * 0.8;
        image.voxels()[k * 61 + i] = (float) (x * x + 3 * z * z);
      }
    }
    // sigma squared times (2 + 6), where the kernel does not reach the border.
    assertThat(LaplacianOfGaussian.filter(image, 1.5).at(30, 0, 20)).isCloseTo(18f, within(0.02f));
  }

  @Test
  void whatCannotBeFilteredIsRefused() {
    Volume image = Volume.filled(Geometry.uncalibrated(Size.of(3, 3)), Float.NaN);
    assertThatThrownBy(() -> Wavelet.transform(image)).isInstanceOf(UserException.class);
    assertThatThrownBy(() -> LaplacianOfGaussian.filter(image, 1))
        .isInstanceOf(UserException.class);
    assertThatThrownBy(() -> LaplacianOfGaussian.filter(blob(), 0))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("must be positive");
  }

  private static Volume blob() {
    Volume image = Volume.filled(Geometry.millimetres(new Size(40, 30, 24), 0.5, 0.6, 1), 0);
    for (int k = 0; k < 24; k++) {
      for (int j = 0; j < 30; j++) {
        for (int i = 0; i < 40; i++) {
          double distance =
              0.25 * (i - 18) * (i - 18) + 0.3 * (j - 15) * (j - 15) + 1.0 * (k - 11) * (k - 11);
          image.voxels()[(k * 30 + j) * 40 + i] =
              (float) (100 * Math.exp(-distance / 18) + 0.5 * i + 0.01 * j * j);
        }
      }
    }
    return image;
  }
}
