package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.radcam.image.Size;

class AugmenterTest {
  private static final int COLUMNS = 7;
  private static final int ROWS = 5;

  @Test
  void withoutAmountsTheImageIsCopiedAsItIs() {
    float[] image = image();

    float[] varied = vary(Augmentation.NONE, image, 1);

    assertThat(varied).containsExactly(image).isNotSameAs(image);
  }

  @Test
  void aFlipMirrorsColumnsExactlyOnANonSquareImage() {
    float[] image = image();

    float[] varied = vary(new Augmentation(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0), image, 1);

    for (int y = 0; y < ROWS; y++) {
      for (int x = 0; x < COLUMNS; x++) {
        assertThat(varied[y * COLUMNS + x]).isEqualTo(image[y * COLUMNS + COLUMNS - 1 - x]);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameImageAndAnotherSeedAnother() {
    Augmentation all = new Augmentation(10, 0.1, 0.1, 0.5, 0, 0, 0.3, 0.2, 0.1, 1, 0.02);

    assertThat(vary(all, image(), 5)).containsExactly(vary(all, image(), 5));
    assertThat(vary(all, image(), 5)).isNotEqualTo(vary(all, image(), 6));
  }

  @Test
  void theGivenImageIsNeverChanged() {
    float[] image = image();

    vary(new Augmentation(20, 0.2, 0.2, 1, 1, 1, 0.3, 0.2, 0.1, 2, 0.1), image, 3);

    assertThat(image).containsExactly(image());
  }

  @Test
  void blurKeepsTheMeanOfAConstantImageAndSpreadsAPoint() {
    float[] flat = new float[COLUMNS * ROWS];
    Arrays.fill(flat, 3);
    float[] point = new float[COLUMNS * ROWS];
    point[2 * COLUMNS + 3] = 1;
    Augmentation blur = new Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0);

    for (float value : vary(blur, flat, 2)) {
      assertThat(value).isCloseTo(3, within(1e-5f));
    }
    float[] spread = vary(blur, point, 2);
    assertThat(spread[2 * COLUMNS + 3]).isLessThan(1);
    assertThat(spread[2 * COLUMNS + 2]).isEqualTo(spread[2 * COLUMNS + 4]).isPositive();
  }

  @Test
  void aShiftMovesInWhatLiesOutsideAsTheSmallestValue() {
    float[] image = new float[COLUMNS * ROWS];
    Arrays.fill(image, 9);
    image[0] = -4;

    float[] varied = vary(new Augmentation(0, 0, 0.5, 0, 0, 0, 0, 0, 0, 0, 0), image, 11);

    for (float value : varied) {
      assertThat(value).isBetween(-4f, 9f);
    }
    // A whole edge comes in from outside, most of it with the smallest value.
    assertThat(varied[2 * COLUMNS + COLUMNS - 1]).isLessThan(0);
  }

  @Test
  void anAmountBeyondItsRangeIsNamed() {
    assertThatThrownBy(() -> new Augmentation(0, 0, 0.7, 0, 0, 0, 0, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'shift'");
  }

  private static float[] vary(Augmentation amounts, float[] image, long seed) {
    return new Augmenter(amounts, Size.of(COLUMNS, ROWS))
        .vary(List.of(image), new SplittableRandom(seed))
        .get(0);
  }

  private static float[] image() {
    float[] image = new float[COLUMNS * ROWS];
    for (int n = 0; n < image.length; n++) {
      image[n] = (n * 31) % 17 - 5;
    }
    return image;
  }
}
