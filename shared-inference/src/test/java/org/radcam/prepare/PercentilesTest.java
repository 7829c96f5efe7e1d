package org.radcam.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PercentilesTest {
  /** Expected values: NumPy 2.4, {@code np.percentile(a, [0, 0.5, 10, 37.3, 50, 99.5, 100])}. */
  @Test
  void agreesWithNumPy() {
    float[] values = {3, -1.5f, 7, 0, 0, 12.25f, -8, 4};
    assertThat(Percentiles.of(values, 0, 0.5, 10, 37.3, 50, 99.5, 100))
        .containsExactly(new double[] {-8, -7.7725, -3.45, 0, 1.5, 12.06625, 12.25}, within(1e-9));
  }

  @Property
  void theMedianOfAnOddNumberOfValuesIsTheMiddleOneOfTheSorted(
      @ForAll @Size(min = 1, max = 99) float[] values) {
    float[] odd = values.length % 2 == 0 ? Arrays.copyOf(values, values.length - 1) : values;
    float[] sorted = odd.clone();
    Arrays.sort(sorted);
    assertThat((float) Percentiles.of(odd, 50)[0]).isEqualTo(sorted[odd.length / 2]);
  }
}
