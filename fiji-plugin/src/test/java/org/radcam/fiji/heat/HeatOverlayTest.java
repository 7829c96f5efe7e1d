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
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.classify.HeatMap;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Volume;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;

class HeatOverlayTest {
  private static final HeatStyle RED = new HeatStyle(ColourMap.RED, 1, 0.9);

  @Test
  void theHottestPixelIsDrawnWhereItIs() {
    ImagePlus image = new ImagePlus("x", new ByteProcessor(60, 40));

    new HeatMaps(maps(1, 17, 29), RED, true).putOn(image);

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
    NavigableMap<Integer, SliceHeat> maps = maps(1, 1, 1);
    maps.putAll(maps(3, 2, 2));

    new HeatMaps(maps, RED, true).putOn(image);
    new HeatMaps(maps, RED, true).preview(image, java.util.List.of(3));

    Roi[] elements = image.getOverlay().toArray();
    assertThat(elements).extracting(Roi::getPosition).containsExactlyInAnyOrder(1, 3);
  }

  @Test
  void onlyTheSlicesThatAreNamedLoseTheirElements() {
    ImageStack stack = new ImageStack(60, 40);
    for (int n = 0; n < 3; n++) {
      stack.addSlice(new ByteProcessor(60, 40));
    }
    ImagePlus image = new ImagePlus("s", stack);
    NavigableMap<Integer, SliceHeat> maps = maps(1, 1, 1);
    maps.putAll(maps(2, 1, 1));
    maps.putAll(maps(3, 1, 1));
    new HeatMaps(maps, RED, true).putOn(image);
    image.getOverlay().add(new Roi(1, 2, 3, 4));

    HeatOverlay.remove(image, java.util.List.of(2));

    assertThat(image.getOverlay().toArray()).extracting(Roi::getPosition).containsExactly(1, 3, 0);
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

    HeatMaps maps = new HeatMaps(maps(1, 17, 29), RED, true);
    maps.putOn(image);
    maps.looking(RED, true).putOn(image);

    assertThat(image.getOverlay().size()).isEqualTo(3);
    assertThat(image.getOverlay().get(1)).isSameAs(mine);
    assertThat(image.getOverlay().get(2)).isSameAs(picture);
    assertThat(image.getRoi()).isSameAs(selection);

    maps.looking(RED, false).putOn(image);
    assertThat(image.getOverlay().toArray()).containsExactly(mine, picture);
  }

  @Test
  void anOverlayOfHeatAloneGoesWhenItIsSwitchedOff() {
    ImagePlus image = new ImagePlus("x", new ByteProcessor(60, 40));
    HeatMaps maps = new HeatMaps(maps(1, 17, 29), RED, true);
    maps.putOn(image);

    maps.looking(RED, false).putOn(image);

    assertThat(image.getOverlay()).isNull();
    assertThat(HeatMaps.of(image)).isPresent();
  }

  @Test
  void aSavedImageLooksTheSameWhenItIsOpenedAgain(@TempDir Path folder) {
    ByteProcessor grey = new ByteProcessor(60, 40);
    grey.setValue(100);
    grey.fill();
    ImagePlus image = new ImagePlus("x", grey);
    new HeatMaps(maps(1, 17, 29), new HeatStyle(ColourMap.HOT, 0.5, 0), true).putOn(image);
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

  /** A map that is hot in one pixel. */
  private static NavigableMap<Integer, SliceHeat> maps(int slice, int x, int y) {
    Geometry grid = Geometry.millimetres(Size.of(60, 40), 0.5, 0.7, 1);
    Volume volume = Volume.filled(grid, 0);
    volume.voxels()[grid.size().index(x, y, 0)] = 3;
    NavigableMap<Integer, SliceHeat> maps = new TreeMap<>();
    maps.put(
        slice,
        new SliceHeat(
            new HeatMap("finding", "grad-cam", volume, volume.geometry(), volume),
            "m",
            "0".repeat(64)));
    return maps;
  }
}
