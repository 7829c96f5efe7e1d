package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.gui.Roi;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.fiji.heat.HeatMaps;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

class HeatMapMacroTest {
  private static final String CLASSIFIED =
      "newImage('x', '8-bit ramp', 96, 80, 1);"
          + "run('Chest X-ray: Finding or No Finding...', 'model=tiny-test heatmap=finding');";

  @Test
  void theHeatMapIsSwitchedOffAndOnWithoutClassifyingAgain() {
    Macros.Outcome outcome =
        Macros.run(
            CLASSIFIED
                + "run('Heat Map...', 'show=false'); print(Overlay.size);"
                + "run('Heat Map...', 'show'); print(Overlay.size, nResults);");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).isEqualTo("0\n1 1\n");
  }

  @Test
  void coloursOpacityAndThresholdChangeWhatIsDrawn() {
    Macros.Outcome outcome =
        Macros.run(
            CLASSIFIED
                + "run('Heat Map...', 'colours=Red opacity=1 threshold=0');"
                + "run('Flatten'); getStatistics(area, meanRed); close();"
                + "selectImage('x'); run('Heat Map...', 'opacity=0');"
                + "run('Flatten'); getStatistics(area, meanNone); close();"
                + "selectImage('x'); getStatistics(area, mean);"
                + "print(abs(meanNone - mean)); print(abs(meanRed - mean));");

    assertThat(outcome.failures()).isEmpty();
    String[] lines = outcome.printed().split("\n");
    assertThat(Double.parseDouble(lines[0])).isLessThan(0.5);
    assertThat(Double.parseDouble(lines[1])).isGreaterThan(1);
  }

  @Test
  void theValuesComeAsACalibratedImageOfRawHeat() {
    Macros.Outcome outcome =
        Macros.run(
            "newImage('x', '8-bit ramp', 96, 80, 1);"
                + "run('Properties...', 'unit=mm pixel_width=0.5 pixel_height=0.6 voxel_depth=1');"
                + "run('Chest X-ray: Finding or No Finding...', 'model=tiny-test heatmap=finding');"
                + "run('Heat Map...', 'heatimage');"
                + "getPixelSize(unit, w, h); print(getTitle(), bitDepth(), unit, w, h);");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).isEqualTo("heat map of x 32 mm 0.5 0.6\n");
  }

  @Test
  void anImageThatWasNotClassifiedHasNoHeatMap() {
    Macros.Outcome outcome =
        Macros.run("newImage('y', '8-bit ramp', 96, 80, 1); run('Heat Map...', 'opacity=0.3');");

    assertThat(outcome.failures()).singleElement().asString().contains("'y' has no heat map");
  }

  @Test
  void aWrongValueStopsTheMacroAndLeavesTheHeatMapAsItWas() {
    Macros.Outcome outcome =
        Macros.run(CLASSIFIED + "run('Heat Map...', 'opacity=7'); print('went on');");

    assertThat(outcome.failures()).singleElement().asString().contains("'opacity'");
    assertThat(outcome.printed()).doesNotContain("went on");
  }

  @Test
  void aHiddenHeatMapStaysHiddenUnlessItIsToBeShown() {
    Macros.Outcome outcome =
        Macros.run(
            CLASSIFIED
                + "run('Heat Map...', 'show=false');"
                + "run('Heat Map...', 'opacity=0.3'); print(Overlay.size);"
                + "run('Heat Map...', 'show'); print(Overlay.size);");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).isEqualTo("0\n1\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Flip Horizontally", "Invert", "Smooth"})
  void anImageWithOtherPixelsHasLostItsHeatMap(String edit) {
    Macros.run(CLASSIFIED + "run('" + edit + "');");
    ImagePlus image = Macros.activeImage();

    Macros.Outcome outcome =
        Macros.continueWith("run('Heat Map...', 'heatimage'); print('went on');");

    assertThat(outcome.failures()).singleElement().asString().contains("'x' was changed");
    assertThat(outcome.printed()).doesNotContain("went on");
    assertThat(image.getOverlay()).isNull();
    assertThat(HeatMaps.of(image)).isEmpty();
  }

  @Test
  void contrastForTheEyeDoesNotHurtTheHeatMap() {
    Macros.Outcome outcome =
        Macros.run(CLASSIFIED + "setMinAndMax(20, 90); run('Fire'); run('Heat Map...', 'show');");

    assertThat(outcome.failures()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Reverse, 2, 1", "Delete Slice, 3, 0"})
  void slicesThatMovedLoseTheirHeatMapsAndTheOthersKeepThem(
      String edit, int movedSlices, int elementsLeft) {
    Macros.run(
        "newImage('s', '8-bit ramp', 96, 80, 3);"
            + "for (n = 1; n <= 3; n++) { setSlice(n); run('Add...', 'value=' + 9 * n + ' slice'); }"
            + "run('Chest X-ray: Finding or No Finding...', 'model=tiny-test slices=all'); setSlice(1);"
            + "run('"
            + edit
            + "');");
    ImagePlus image = Macros.activeImage();

    Macros.Outcome outcome = Macros.continueWith("run('Heat Map...', 'opacity=1');");

    assertThat(outcome.failures())
        .singleElement()
        .asString()
        .contains(movedSlices + " of the slices of 's' were changed");
    Roi[] left = image.getOverlay() == null ? new Roi[0] : image.getOverlay().toArray();
    assertThat(left).hasSize(elementsLeft).allMatch(element -> element.getPosition() == 2);
    assertThat(HeatMaps.of(image).map(maps -> maps.slices().size()).orElse(0))
        .isEqualTo(elementsLeft);
  }

  @Test
  void aScriptThatNamesOnlySomeInputsLeavesTheOthersAsTheyAre()
      throws ExecutionException, InterruptedException {
    Macros.run(CLASSIFIED + "run('Heat Map...', 'show=false opacity=0.7 colours=Red');");
    ImagePlus image = Macros.activeImage();
    CommandService commands = Macros.context().service(CommandService.class);

    Macros.context()
        .service(ModuleService.class)
        .run(
            commands.getCommand(HeatMapCommand.class),
            true,
            Map.of("image", image, "threshold", 0.6))
        .get();

    HeatMaps maps = HeatMaps.of(image).orElseThrow();
    assertThat(maps.look().shown()).isFalse();
    assertThat(maps.look().style()).isEqualTo(new HeatStyle(ColourMap.RED, 0.7, 0.6));
    assertThat(image.getOverlay()).isNull();
  }

  @Test
  void aCroppedImageHasLostItsHeatMap() {
    Macros.Outcome outcome =
        Macros.run(
            CLASSIFIED
                + "makeRectangle(10, 10, 40, 40); run('Crop'); run('Heat Map...', 'opacity=1');");

    assertThat(outcome.failures()).singleElement().asString().contains("cropped or scaled");
  }
}
