package org.radcam.fiji.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;

class HeatOverlayTest {
  private static final HeatStyle RED = new HeatStyle(ColourMap.RED, 1, 0.9);

  @Test
  void theHottestPixelIsDrawnWhereItIs() {
    ImagePlus image = new ImagePlus("x", new ByteProcessor(60, 40));

    HeatMaps.add(image, List.of(Heats.spot(image, 1, 17, 29)), RED, true);

    // Not a square image, not its middle: a swapped axis or a shift would show.
    ImageProcessor drawn = image.flatten().getProcessor();
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 60; x++) {
        boolean hot = x == 17 && y == 29;
        assertThat(drawn.getPixel(x, y) & 0xFFFFFF)
            .as(x + ", " + y)
            .isEqualTo(hot ? 0xFF0000 : 0x000000);
      }
    }
  }

  @Test
  void inAStackEverySliceHasItsOwnElement() {
    ImageStack stack = new ImageStack(60, 40);
    for (int n = 0; n < 3; n++) {
      stack.addSlice(new ByteProcessor(60, 40));
    }
    ImagePlus image = new ImagePlus("s", stack);
    HeatMaps.add(image, List.of(Heats.spot(image, 1, 1, 1), Heats.spot(image, 3, 2, 2)), RED, true);
    HeatMaps.of(image).orElseThrow().preview(image);

    Roi[] elements = image.getOverlay().toArray();
    assertThat(elements).extracting(Roi::getPosition).containsExactlyInAnyOrder(1, 3);
  }

  @Test
  void whatTheUserPutOnTheImageStaysAndStaysOnTop() {
    ImagePlus image = new ImagePlus("x", new ByteProcessor(60, 40));
    Roi mine = new Roi(1, 2, 3, 4);
    ImageRoi picture = new ImageRoi(5, 5, new ColorProcessor(4, 4));
    image.setOverlay(new Overlay(mine));
    image.getOverlay().add(picture);
    Roi selection = new Roi(9, 9, 9, 9);
    image.setRoi(selection);

    HeatMaps.add(image, List.of(Heats.spot(image, 1, 17, 29)), RED, true);
    HeatMaps maps = HeatMaps.of(image).orElseThrow();
    maps.putOn(image);

    assertThat(image.getOverlay().size()).isEqualTo(3);
    assertThat(image.getOverlay().get(1)).isSameAs(mine);
    assertThat(image.getOverlay().get(2)).isSameAs(picture);
    assertThat(image.getRoi()).isSameAs(selection);

    maps.looking(new HeatLook(RED, false)).putOn(image);
    assertThat(image.getOverlay().toArray()).containsExactly(mine, picture);
  }

  @Test
  void anOverlayOfHeatAloneGoesWhenItIsSwitchedOff() {
    ImagePlus image = new ImagePlus("x", new ByteProcessor(60, 40));
    HeatMaps.add(image, List.of(Heats.spot(image, 1, 17, 29)), RED, true);
    HeatMaps maps = HeatMaps.of(image).orElseThrow();

    maps.looking(new HeatLook(RED, false)).putOn(image);

    assertThat(image.getOverlay()).isNull();
    assertThat(HeatMaps.of(image)).isPresent();
  }

  @Test
  void aSavedImageLooksTheSameWhenItIsOpenedAgain(@TempDir Path folder) {
    ByteProcessor grey = new ByteProcessor(60, 40);
    grey.setValue(100);
    grey.fill();
    ImagePlus image = new ImagePlus("x", grey);
    HeatMaps.add(
        image, List.of(Heats.spot(image, 1, 17, 29)), new HeatStyle(ColourMap.HOT, 0.5, 0), true);
    String file = folder.resolve("saved.tif").toString();

    IJ.saveAsTiff(image, file);
    ImagePlus opened = IJ.openImage(file);

    ImageProcessor before = image.flatten().getProcessor();
    ImageProcessor after = opened.flatten().getProcessor();
    for (int n = 0; n < before.getPixelCount(); n++) {
      for (int shift = 0; shift <= 16; shift += 8) {
        // ImageJ saves the opacity in 255 steps, rounded down.
        assertThat(after.get(n) >> shift & 0xFF)
            .isCloseTo(before.get(n) >> shift & 0xFF, within(1));
      }
    }
    assertThat(image.flatten().getProcessor().getPixel(0, 0) & 0xFFFFFF).isEqualTo(0x646464);
  }
}
