package org.radcam.weasis.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.render.HeatStyle;
import org.radcam.weasis.run.Answer;
import org.radcam.weasis.viewer.ViewedImage;

class CapturePicturesTest {
  /** Pixels twice as high as wide. */
  private static final Geometry GRID = Geometry.millimetres(new Size(16, 12, 5), 0.5, 1, 4);

  @Test
  void thePicturesAreTheSlicesFromTheFirstToTheLastWithHeat() {
    List<CapturePicture> pictures = of(0, 2, 0, 1, 0.1);
    assertThat(pictures).extracting(CapturePicture::slice).containsExactly(1, 2, 3);
    assertThat(pictures)
        .extracting(CapturePicture::source)
        .extracting(ViewedImage::image)
        .containsExactly(3, 2, 1);
  }

  @Test
  void withoutAnyHeatItIsTheSliceInView() {
    assertThat(of(0, 0, 0, 0, 0)).extracting(CapturePicture::slice).containsExactly(4);
    assertThat(of(-1, -2, 0, 0, 0)).extracting(CapturePicture::slice).containsExactly(4);
  }

  @Test
  void pixelsAreSquareAndLargeEnoughForTheTextBelow() {
    BufferedImage picture = of(0, 2, 0, 0, 0).get(0).picture();
    assertThat(picture.getWidth()).isEqualTo(512);
    assertThat(picture.getHeight()).isGreaterThan(2 * 12 * 32 + 40);
    // The wedge of the image gets brighter; heat in the middle is in colour; the band is black.
    assertThat(new Color(picture.getRGB(2, 5)).getRed()).isLessThan(20);
    assertThat(new Color(picture.getRGB(509, 5)).getRed()).isGreaterThan(230);
    Color heat = new Color(picture.getRGB(256, 384));
    assertThat(heat.getRed()).isNotEqualTo(heat.getBlue());
    assertThat(picture.getRGB(510, picture.getHeight() - 2) & 0xFFFFFF).isZero();
    assertThat(colours(picture, 2 * 12 * 32)).contains(0xFFD040, 0xFFFFFF);
  }

  @Test
  void theCaptionSaysWhatTheModelIsAndWhatItPredicts() {
    List<String> lines = new CaptureCaption(answer(0, 2, 0, 1, 0.1).result(), 1, 5).lines();
    assertThat(lines)
        .containsExactly(
            "DEMO - TRAINED ON SYNTHETIC PHANTOMS, NOT FOR CLINICAL USE",
            "RadCAM tiny-demo, slice 2 of 5",
            "Predicted: Finding, 75.0 %",
            "Colours: evidence for Finding (grad-cam)");
  }

  @Test
  void manySlicesAreThoseAroundTheHottest() {
    Geometry many = Geometry.millimetres(new Size(16, 12, 12), 1, 1, 1);
    double[] heat = {1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1};
    Answer answer = Answers.of(many, heat);
    BufferedImage one = CapturePictures.of(answer, HeatStyle.DEFAULT).get(0).picture();
    long most = 5L * 3 * one.getWidth() * one.getHeight() + 7;
    assertThat(CapturePictures.of(answer, HeatStyle.DEFAULT, most))
        .extracting(CapturePicture::slice)
        .containsExactly(7, 8, 9, 10, 11);
    assertThat(CapturePictures.of(answer, HeatStyle.DEFAULT, 1))
        .extracting(CapturePicture::slice)
        .containsExactly(9);
    // The number of the slice makes no picture larger than another.
    assertThat(CapturePictures.of(answer, HeatStyle.DEFAULT))
        .hasSize(12)
        .extracting(picture -> picture.picture().getHeight())
        .containsOnly(one.getHeight());
  }

  @Test
  void anAnswerWithoutAHeatMapIsRefused() {
    assertThatThrownBy(() -> of(Double.NaN))
        .hasMessageContaining("no heat map to keep as an image");
  }

  private static Answer answer(double... heat) {
    return Answers.of(GRID, heat);
  }

  private static List<CapturePicture> of(double... heat) {
    return CapturePictures.of(answer(heat), HeatStyle.DEFAULT);
  }

  private static List<Integer> colours(BufferedImage picture, int fromRow) {
    int rows = picture.getHeight() - fromRow;
    int[] rgb = picture.getRGB(0, fromRow, picture.getWidth(), rows, null, 0, picture.getWidth());
    return Arrays.stream(rgb).map(one -> one & 0xFFFFFF).distinct().boxed().toList();
  }
}
