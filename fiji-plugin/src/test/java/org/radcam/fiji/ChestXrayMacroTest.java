package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChestXrayMacroTest {
  private static final String XRAY = "newImage('x', '8-bit ramp', 96, 80, 1);";
  private static final String COMMAND = "Chest X-ray: Finding or No Finding...";

  @Test
  void aMacroGetsTheAnswerInTheResultsTable() {
    Macros.Outcome outcome =
        Macros.run(
            XRAY
                + run("")
                + "print(nResults, getResultString('Label', 0), getResult('Slice', 0));"
                + "print(d2s(getResult('p_finding', 0) + getResult('p_no_finding', 0), 6));"
                + "print(getResultString('Model', 0), getResultString('Device', 0));"
                + "print(getResultString('Note', 0));");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed())
        .contains("1 x 1\n", "\n1.000000\n", TestModel.ID + " ", "not for clinical use");
  }

  @Test
  void theHeatMapIsOnTheImageAndAsAnImageIfAskedFor() {
    Macros.Outcome outcome =
        Macros.run(
            XRAY
                + run("heatmap=finding heatimage=true")
                + "print(getTitle(), bitDepth(), getWidth(), getHeight());"
                + "selectImage('x'); print(Overlay.size);");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).isEqualTo("heat map of x 32 96 80\n1\n");
  }

  @Test
  void everySliceOfAStackHasItsRowAndItsOwnOverlay() {
    Macros.Outcome outcome =
        Macros.run(
            "newImage('s', '16-bit ramp', 96, 80, 3);"
                + run("slices=all")
                + "print(nResults, getResult('Slice', 2), Overlay.size);");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).isEqualTo("3 3 3\n");
  }

  @Test
  void theCurrentSliceAloneIsClassifiedUnlessAllAreAskedFor() {
    Macros.Outcome outcome =
        Macros.run(
            "newImage('s', '16-bit ramp', 96, 80, 3); setSlice(2);"
                + run("")
                + "print(nResults, getResult('Slice', 0), Overlay.size);");

    assertThat(outcome.printed()).isEqualTo("1 2 1\n");
  }

  @ParameterizedTest
  @CsvSource({"8-bit", "16-bit", "32-bit", "RGB"})
  void everyKindOfGreyImageIsClassified(String kind) {
    Macros.Outcome outcome =
        Macros.run("newImage('x', '" + kind + " ramp', 96, 80, 1);" + run("") + "print(nResults);");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).endsWith("1\n");
  }

  @Test
  void heatInsideASelectionIsMeasured() {
    Macros.Outcome outcome =
        Macros.run(
            XRAY
                + "makeRectangle(0, 0, 48, 80);"
                + run("heatmap=finding")
                + "print(getResult('ROI area share', 0)); print(selectionType());"
                + "print(isNaN(getResult('ROI heat share', 0)), isNaN(getResult('ROI mean heat', 0)));");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).isEqualTo("0.5\n0\n0 0\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                     | No image is open",
        "newImage('x','8-bit ramp',96,80,1); makeLine(1,1,9,9); | straight line",
        "newImage('x','8-bit ramp',96,80,1); makePoint(1,1);    | point",
      })
  void whatCannotBeClassifiedStopsTheMacroWithAMessage(String before, String message) {
    Macros.Outcome outcome = Macros.run(before + run("") + "print('went on');");

    assertThat(outcome.failures()).singleElement().asString().containsIgnoringCase(message);
    assertThat(outcome.printed()).doesNotContain("went on").doesNotContain("Exception");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image=[no such title] | The option 'image' names no open image",
        "opactiy=0.3          | There is no option 'opactiy'",
        "opacity=half         | 'opacity' must be a number from 0 to 1",
        "colours=Mud          | no colour map 'Mud'",
        "model=none-such      | There is no model 'none-such'",
        "model=chest-xray-resnet152 | needs weights",
        "heatmap=cat          | There is no class 'cat'",
        "method=magic         | no heat map method 'magic'",
        "device=tpu           | Unknown device 'tpu'",
        "slices=some          | 'slices' must be one of current, all",
      })
  void aWrongOptionStopsTheMacroWithAMessage(String options, String message) {
    Macros.Outcome outcome = Macros.run(XRAY + run(options) + "print('went on');");

    assertThat(outcome.failures()).singleElement().asString().contains(message);
    assertThat(outcome.printed()).doesNotContain("went on");
  }

  @Test
  void aColourPictureIsAnsweredWithAWarningInTableAndLog() {
    Macros.Outcome outcome =
        Macros.run(
            "newImage('photo', 'RGB ramp', 96, 80, 1); setColor(255, 0, 0); fillRect(5, 5, 20, 20);"
                + run("")
                + "print('<' + getResultString('Warnings', 0) + '>');");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed())
        .contains("RadCAM: photo: This is a colour picture")
        .contains("<This is a colour");
  }

  @Test
  void usersOverlayElementsStayAboveTheHeatMap() {
    Macros.Outcome outcome =
        Macros.run(
            XRAY
                + "makeRectangle(3, 4, 10, 10); Overlay.addSelection('red'); run('Select None');"
                + run("")
                + run("")
                + "Overlay.activateSelection(1); getSelectionBounds(x, y, w, h);"
                + "print(Overlay.size, x, y, w, h);");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).isEqualTo("2 3 4 10 10\n");
  }

  private static String run(String options) {
    String model = options.contains("model=") ? "" : "model=" + TestModel.ID + " ";
    return "run('" + COMMAND + "', '" + model + options + "');";
  }
}
