package org.radcam.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MissingImagesTest {
  @Test
  void aModelThatAnswersFromTheRestNeedsOneImageOnly() {
    assertThat(MissingImages.REST.needed(3, List.of("T2WI", "ADC"))).isEmpty();
    assertThat(MissingImages.REST.needed(2, List.of("T2WI", "ADC")))
        .contains("at least one of these images: T2WI, ADC");
  }

  @Test
  void anotherModelNeedsThemAll() {
    assertThat(MissingImages.REFUSE.needed(3, List.of())).isEmpty();
    assertThat(MissingImages.REFUSE.needed(3, List.of("ADC"))).contains("one more image: ADC");
    assertThat(MissingImages.REFUSE.needed(3, List.of("T2WI", "ADC")))
        .contains("more images: T2WI, ADC");
  }
}
