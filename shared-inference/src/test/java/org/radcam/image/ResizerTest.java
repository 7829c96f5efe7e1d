package org.radcam.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizerTest {
  /**
   * Origin of the expected values: PyTorch 2.7.1, {@code torch.nn.functional.interpolate(v,
   * size=(rows, columns), mode="bilinear", antialias=True, align_corners=False)} with {@code v =
   * torch.tensor([float((i * 37) % 23) for i in range(35)]).reshape(1, 1, 5, 7)}.
   */
  @ParameterizedTest
  @CsvSource({
    "3, 4, 8.80952 10.53143 10.53143 11.33333 10.32804 10.04445 13.62222 11.14815 9.82993 9.14857 11.12000 11.41497",
    "2, 9, 6.00000 11.15152 12.05051 9.81313 9.31818 13.70202 10.53535 9.57576 14.72727 10.68182 10.25757 8.36869 7.98990 14.00000 11.87879 11.50000 11.46970 11.04545",
    "8, 3, 7.07143 12.23530 7.92857 9.69643 10.71691 10.55357 12.83036 9.05515 13.79018 10.41964 11.95956 12.40625 9.54911 11.90441 12.04911 10.21875 8.88971 12.71875 9.04018 11.20221 10.61607 8.07143 13.23529 8.92857"
  })
  void agreesWithPyTorchsAntialiasedBilinearResize(int rows, int columns, String expected) {
    float[] values = new float[35];
    for (int n = 0; n < 35; n++) {
      values[n] = n * 37 % 23;
    }
    Volume resized =
        Resizer.resize(
            new Volume(Geometry.uncalibrated(Size.of(7, 5)), values), Size.of(columns, rows));
    String[] golden = expected.split(" ");
    assertThat(resized.voxels()).hasSize(golden.length);
    for (int n = 0; n < golden.length; n++) {
      assertThat(resized.voxels()[n]).isCloseTo(Float.parseFloat(golden[n]), within(1e-4f));
    }
  }

  @Property(tries = 200)
  void aConstantStaysConstant(
      @ForAll @IntRange(min = 1, max = 30) int columns,
      @ForAll @IntRange(min = 1, max = 30) int rows,
      @ForAll @IntRange(min = 1, max = 5) int slices) {
    Volume volume = Volume.filled(Geometry.millimetres(new Size(13, 8, 3), 0.5, 2, 4), 7.25f);
    assertThat(Resizer.resize(volume, new Size(columns, rows, slices)).voxels())
        .containsOnly(7.25f);
  }
}
