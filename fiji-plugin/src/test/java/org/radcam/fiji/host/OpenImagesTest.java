package org.radcam.fiji.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;

class OpenImagesTest {
  private final ImagePlus image = IJ.createImage("T1 [left", "8-bit ramp", 9, 8, 1);

  @BeforeEach
  void open() {
    Interpreter.addBatchModeImage(image);
  }

  @AfterEach
  void close() {
    Interpreter.removeBatchModeImage(image);
  }

  @Test
  void whatAChooserCallsAnImageFindsIt() {
    String word = OpenImages.word(image, List.of(image));

    assertThat(word).isEqualTo("#" + image.getID() + " T1 left");
    assertThat(OpenImages.find(word)).containsSame(image);
    assertThat(OpenImages.find("#" + image.getID())).containsSame(image);
    assertThat(OpenImages.find("" + image.getID())).containsSame(image);
  }

  @Test
  void anotherImageThatHasTheIdNowIsNotTaken() {
    image.setTitle("other");

    assertThatThrownBy(() -> OpenImages.find("#" + image.getID() + " T1 left"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("is 'other', not 'T1 left'");
  }
}
