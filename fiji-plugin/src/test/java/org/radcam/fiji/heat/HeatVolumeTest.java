package org.radcam.fiji.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.StackReverser;
import ij.process.ColorProcessor;
import ij.process.StackConverter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.classify.HeatMap;
import org.radcam.fiji.image.VolumeAdapter;
import org.radcam.image.Geometry;
import org.radcam.image.Volume;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatMapRenderer;
import org.radcam.render.HeatStyle;

class HeatVolumeTest {
  private static final HeatStyle STYLE = new HeatStyle(ColourMap.TURBO, 1, 0.2);
  private static final int[] HERE = {5, 7, 2};
  private static final int[] THERE = {15, 11, 5};

  private final ImagePlus image = Heats.volume();
  private final Geometry grid = VolumeAdapter.grid(image);

  @Test
  void everySliceShowsWhatTheRendererDrawsAndEmptySlicesHaveNoElement() {
    HeatMap map = Heats.block(grid, HERE, 3);

    add(HeatScale.OWN, Heats.layer(image, "", "", map, 1));

    Volume displayed = map.displayed();
    Set<Integer> drawn = new TreeSet<>();
    for (int slice = 1; slice <= image.getStackSize(); slice++) {
      int[] expected = HeatMapRenderer.argb(displayed, slice - 1, STYLE);
      assertThat(painted(slice)).as("slice " + slice).isEqualTo(expected);
      if (Arrays.stream(expected).anyMatch(argb -> argb != 0)) {
        drawn.add(slice);
      }
    }
    assertThat(elementSlices()).isEqualTo(drawn).hasSizeBetween(2, 6);
  }

  @Test
  void whereLesionsOverlapTheLargerShareCounts() {
    HeatMap strong = Heats.block(grid, HERE, 4);
    HeatMap weak = Heats.block(grid, new int[] {8, 8, 3}, 1);

    add(
        HeatScale.OWN,
        Heats.layer(image, "lesion 1", "", strong, 1),
        Heats.layer(image, "lesion 2", "", weak, 1));

    float[] first = strong.displayed().voxels();
    float[] second = weak.displayed().voxels();
    Volume larger = Volume.filled(grid, Float.NaN);
    int both = 0;
    for (int n = 0; n < first.length; n++) {
      boolean overlap = first[n] > 0.2 && second[n] > 0.2;
      both += overlap ? 1 : 0;
      larger.voxels()[n] =
          Float.isNaN(first[n])
              ? second[n]
              : Float.isNaN(second[n]) ? first[n] : Math.max(first[n], second[n]);
    }
    assertThat(both).isPositive();
    for (int slice = 1; slice <= 12; slice++) {
      assertThat(painted(slice)).isEqualTo(HeatMapRenderer.argb(larger, slice - 1, STYLE));
    }
  }

  @Test
  void onACommonScaleAWeakLesionIsPale() {
    HeatMap strong = Heats.block(grid, HERE, 4);
    HeatMap weak = Heats.block(grid, THERE, 1);

    add(
        HeatScale.COMMON,
        Heats.layer(image, "lesion 1", "", strong, 1),
        Heats.layer(image, "lesion 2", "", weak, 1));

    ShownHeat shown = HeatMaps.of(image).orElseThrow().chosen();
    assertThat(shown.most(9)).isEqualTo(slicePeak(weak, 8) / strong.peak()).isLessThan(0.3f);
    assertThat(shown.most(5)).isEqualTo(slicePeak(strong, 4) / strong.peak()).isGreaterThan(0.7f);
  }

  @Test
  void oneStageIsShownAtATime() {
    HeatMap last = Heats.block(grid, HERE, 4);
    HeatMap early = Heats.block(grid, THERE, 1);
    List<HeatLayer> layers =
        List.of(
            Heats.layer(image, "", "", last, 1),
            Heats.layer(image, "", "origin", early, 1),
            Heats.layer(image, "", "lung", last, 1));

    HeatMaps.add(image, layers, new HeatLook(STYLE, true, "origin", HeatScale.OWN));

    HeatMaps maps = HeatMaps.of(image).orElseThrow();
    assertThat(maps.stages()).containsExactly("", "origin", "lung");
    assertThat(painted(8)).isEqualTo(HeatMapRenderer.argb(early.displayed(), 7, STYLE));

    maps.looking(new HeatLook(STYLE, true)).putOn(image);

    assertThat(painted(4)).isEqualTo(HeatMapRenderer.argb(last.displayed(), 3, STYLE));
  }

  @Test
  void whereAStageWasNotTakenTheFinalAnswersMapIsShown() {
    HeatMap map = Heats.block(grid, HERE, 4);
    List<HeatLayer> layers =
        List.of(Heats.layer(image, "", "", map, 1), Heats.layer(image, "", "origin", map, 1));

    HeatMaps.add(image, layers, new HeatLook(STYLE, true, "lung", HeatScale.OWN));

    assertThat(HeatMaps.of(image).orElseThrow().look().stage()).isEqualTo(HeatLayer.FINAL);
    assertThat(painted(4)).isEqualTo(HeatMapRenderer.argb(map.displayed(), 3, STYLE));
  }

  @Test
  void jumpingGoesToTheSliceWithTheLargestValue() {
    HeatMap strong = Heats.block(grid, THERE, 4);
    image.setSlice(1);
    add(
        HeatScale.OWN,
        Heats.layer(image, "lesion 1", "", Heats.block(grid, HERE, 1), 1),
        Heats.layer(image, "lesion 2", "", strong, 1));

    HeatMaps.of(image).orElseThrow().goToHottest(image);

    assertThat(slicePeak(strong, image.getCurrentSlice() - 1)).isEqualTo(strong.peak());
  }

  @Test
  void aMapThatIsNoInterpolationIsShownAsItIs() {
    Volume values = Volume.filled(grid, Float.NaN);
    for (int n = 0; n < values.voxels().length; n += 7) {
      values.voxels()[n] = n;
    }
    HeatMap block = Heats.block(grid, HERE, 3);
    HeatMap mean = new HeatMap("finding", "grad-cam", block.raw(), block.seen(), values);

    add(HeatScale.OWN, Heats.layer(image, "", "", mean, 1));

    assertThat(painted(12)).isEqualTo(HeatMapRenderer.argb(mean.displayed(), 11, STYLE));
    assertThat(painted(3)).isEqualTo(HeatMapRenderer.argb(mean.displayed(), 2, STYLE));
  }

  @Test
  void aRunReplacesAllMapsOfEarlierOnesHoweverManyLesionsTheyHad() {
    HeatMap map = Heats.block(grid, HERE, 4);
    add(
        HeatScale.OWN,
        Heats.layer(image, "lesion 1", "", map, 1),
        Heats.layer(image, "lesion 1", "origin", map, 1),
        Heats.layer(image, "lesion 2", "", map, 1));

    add(HeatScale.OWN, Heats.layer(image, "lesion 1", "", Heats.block(grid, THERE, 1), 1));

    HeatMaps maps = HeatMaps.of(image).orElseThrow();
    assertThat(maps.subjects()).containsExactly("lesion 1");
    assertThat(maps.stages()).containsExactly("");
  }

  @Test
  void oneChangedSliceMakesTheMapOfAVolumeStale() {
    add(HeatScale.OWN, Heats.layer(image, "", "", Heats.block(grid, HERE, 4), 1));
    assertThat(HeatMaps.dropStale(image)).isEmpty();

    image.getStack().getProcessor(12).set(3, 4, 999);

    assertThat(HeatMaps.dropStale(image)).containsExactly("v");
    assertThat(HeatMaps.of(image)).isEmpty();
    assertThat(image.getOverlay()).isNull();
  }

  @Test
  void aReversedVolumeHasLostItsMap() {
    add(HeatScale.OWN, Heats.layer(image, "", "", Heats.block(grid, HERE, 4), 1));

    new StackReverser().flipStack(image);

    assertThat(HeatMaps.dropStale(image)).containsExactly("v");
  }

  @Test
  void anotherTypeWithTheSameValuesKeepsTheMap() {
    ImagePlus pictures = Heats.pictures(40, 30, 3);
    HeatMaps.add(pictures, List.of(Heats.spot(pictures, 2, 1, 1)), STYLE, true);
    pictures.resetDisplayRange();

    new StackConverter(pictures).convertToGray32();

    assertThat(HeatMaps.dropStale(pictures)).isEmpty();
    assertThat(HeatMaps.of(pictures)).isPresent();
  }

  @Test
  void whatChangedWhileTheModelWorkedGetsNoMap() {
    HeatLayer layer = Heats.layer(image, "", "", Heats.block(grid, HERE, 4), 1);
    image.getStack().getProcessor(1).invert();

    List<String> names = HeatMaps.add(image, List.of(layer), STYLE, true);

    assertThat(names).containsExactly("v");
    assertThat(HeatMaps.of(image)).isEmpty();
  }

  @Test
  void elementsAndSelectionOfTheUserStay() {
    Roi mine = new Roi(1, 2, 3, 4);
    mine.setPosition(4);
    image.setOverlay(new Overlay(mine));
    Roi selection = new Roi(9, 9, 9, 9);
    image.setRoi(selection);

    add(HeatScale.OWN, Heats.layer(image, "", "", Heats.block(grid, HERE, 4), 1));

    Roi[] elements = image.getOverlay().toArray();
    assertThat(elements[elements.length - 1]).isSameAs(mine);
    assertThat(image.getRoi()).isSameAs(selection);
    HeatMaps.of(image).orElseThrow().looking(new HeatLook(STYLE, false)).putOn(image);
    assertThat(image.getOverlay().toArray()).containsExactly(mine);
  }

  @Test
  void copiesAndSavedImagesLookTheSame(@TempDir Path folder) {
    HeatStyle half = new HeatStyle(ColourMap.HOT, 0.5, 0.1);
    HeatLayer layer = Heats.layer(image, "", "", Heats.block(grid, HERE, 4), 1);
    HeatMaps.add(image, List.of(layer), half, true);
    String file = folder.resolve("saved.tif").toString();

    ImagePlus copy = image.duplicate();
    IJ.saveAsTiff(image, file);
    ImagePlus opened = IJ.openImage(file);

    for (int slice = 3; slice <= 6; slice++) {
      int[] expected = flattened(image, slice);
      assertThat(flattened(copy, slice)).isEqualTo(expected);
      int[] again = flattened(opened, slice);
      for (int n = 0; n < expected.length; n++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          // ImageJ saves the opacity in 255 steps, rounded down.
          assertThat(again[n] >> shift & 0xFF).isCloseTo(expected[n] >> shift & 0xFF, within(1));
        }
      }
    }
    assertThat(flattened(image, 5)).isNotEqualTo(flattened(new ImagePlus("", image.getStack()), 5));
  }

  private void add(HeatScale scale, HeatLayer... layers) {
    HeatMaps.add(image, List.of(layers), new HeatLook(STYLE, true, "", scale));
  }

  private float slicePeak(HeatMap map, int k) {
    return map.onSource().slice(k).range().high();
  }

  private Set<Integer> elementSlices() {
    Set<Integer> slices = new TreeSet<>();
    for (Roi element : image.getOverlay().toArray()) {
      slices.add(element.getPosition());
    }
    return slices;
  }

  /** The heat of a slice as ARGB on the whole slice; nothing where it has no element. */
  private int[] painted(int slice) {
    int[] pixels = new int[40 * 30];
    List<Roi> elements = new ArrayList<>();
    for (Roi element : image.getOverlay().toArray()) {
      if (element.getPosition() == slice) {
        elements.add(element);
      }
    }
    assertThat(elements).hasSizeLessThan(2);
    for (Roi element : elements) {
      ColorProcessor painted = (ColorProcessor) ((ImageRoi) element).getProcessor();
      for (int y = 0; y < painted.getHeight(); y++) {
        for (int x = 0; x < painted.getWidth(); x++) {
          int at = (element.getBounds().y + y) * 40 + element.getBounds().x + x;
          pixels[at] = painted.get(x, y);
        }
      }
    }
    return pixels;
  }

  private static int[] flattened(ImagePlus image, int slice) {
    image.setSlice(slice);
    return (int[]) image.flatten().getProcessor().getPixels();
  }
}
