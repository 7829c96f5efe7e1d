package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeatMapMacroTest {
  private static final String CLASSIFIED =
      "newImage('x', '8-bit ramp', 96, 80, 1);"
          + "run('Chest X-ray: Finding or No Finding...', 'heatmap=finding');";

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
                + "run('Chest X-ray: Finding or No Finding...', 'heatmap=finding');"
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
  void aCroppedImageHasLostItsHeatMap() {
    Macros.Outcome outcome =
        Macros.run(
            CLASSIFIED
                + "makeRectangle(10, 10, 40, 40); run('Crop'); run('Heat Map...', 'opacity=1');");

    assertThat(outcome.failures()).singleElement().asString().contains("cropped or scaled");
  }
}
