package org.radcam.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.Size;
import org.radcam.image.Volume;

class HeatMapRendererTest {
  private static final Volume HEAT =
      new Volume(Geometry.uncalibrated(Size.of(5, 1)), new float[] {Float.NaN, 0, 0.19f, 0.2f, 1});

  @Test
  void heatBelowTheThresholdAndNoHeatAreTransparent() {
    int[] argb = HeatMapRenderer.argb(HEAT, 0, new HeatStyle(ColourMap.HOT, 0.4, 0.2));
    assertThat(argb[0]).isZero();
    assertThat(argb[1]).isZero();
    assertThat(argb[2]).isZero();
    assertThat(argb[3] >>> 24).isEqualTo(102);
    assertThat(argb[4]).isEqualTo(102 << 24 | 0xFFFFFF);
  }

  @Test
  void withoutAnyThresholdNoHeatIsStillTransparent() {
    assertThat(HeatMapRenderer.argb(HEAT, 0, new HeatStyle(ColourMap.HOT, 1, 0))[1]).isZero();
  }

  @Test
  void theOverlayShowsTheImageAsTheUserSeesIt() {
    Volume image =
        new Volume(Geometry.uncalibrated(Size.of(5, 1)), new float[] {0, 1000, 0, 1000, 500});
    Volume none = Volume.filled(image.geometry(), 0);
    BufferedImage bright =
        HeatMapRenderer.overlay(image, Brightness.LARGE_IS_BRIGHT, none, 0, HeatStyle.DEFAULT);
    BufferedImage dark =
        HeatMapRenderer.overlay(image, Brightness.LARGE_IS_DARK, none, 0, HeatStyle.DEFAULT);
    assertThat(bright.getRGB(0, 0)).isEqualTo(0xFF000000);
    assertThat(bright.getRGB(1, 0)).isEqualTo(0xFFFFFFFF);
    assertThat(dark.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
    assertThat(dark.getRGB(1, 0)).isEqualTo(0xFF000000);
  }

  @Test
  void colourMapsEndInTheirPublishedColours() {
    assertThat(ColourMap.TURBO.rgb(0)).isEqualTo(0x30123b);
    assertThat(ColourMap.TURBO.rgb(1)).isEqualTo(0x7a0403);
    assertThat(ColourMap.VIRIDIS.rgb(5)).isEqualTo(0xfde725);
    assertThat(ColourMap.of(" inferno ")).isEqualTo(ColourMap.INFERNO);
  }

  @Test
  void anUnknownColourMapAndAnImpossibleOpacityAreRefused() {
    assertThatThrownBy(() -> ColourMap.of("rainbow"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Turbo");
    assertThatThrownBy(() -> new HeatStyle(ColourMap.HOT, 1.5, 0))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("between 0 and 1");
  }
}
