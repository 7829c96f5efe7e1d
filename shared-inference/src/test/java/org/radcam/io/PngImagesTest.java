package org.radcam.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngImagesTest {
  @TempDir Path folder;

  @Test
  void coloursComeBackAndTheSamePictureGivesTheSameBytes() throws IOException {
    int[] rgb = {0xff0000, 0x00ff00, 0x0000ff, 0x123456, 0xffffff, 0};
    Path one = folder.resolve("one.png");
    Path other = folder.resolve("other.png");
    PngImages.write(one, 3, 2, rgb);
    PngImages.write(other, 3, 2, rgb);
    BufferedImage read = ImageIO.read(one.toFile());
    assertThat(read.getWidth()).isEqualTo(3);
    for (int i = 0; i < rgb.length; i++) {
      assertThat(read.getRGB(i % 3, i / 3) & 0xffffff).isEqualTo(rgb[i]);
    }
    assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(other));
    assertThat(folder.toFile().list()).hasSize(2);
  }

  @Test
  void pixelsThatDoNotFillThePictureAreRefused() {
    assertThatThrownBy(() -> PngImages.write(folder.resolve("x.png"), 2, 2, new int[3]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(folder.toFile().list()).isEmpty();
  }
}
