package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.fiji.host.Models;
import org.radcam.fiji.options.OptionText;
import org.radcam.fiji.options.TaskSettings;
import org.radcam.model.ModelCard;
import org.radcam.task.Tasks;

class CasePlanTest {
  private final ImagePlus volume = IJ.createImage("v", "16-bit ramp", 72, 70, 4);
  private final ModelCard card =
      new Models("bone-matrix").choose(java.util.Optional.of("bone-matrix-demo")).card();

  @ParameterizedTest
  @ValueSource(strings = {"", "roi=auto", "roi=selection"})
  void aSelectionThatWasFoundIsOne(String options) {
    volume.setSlice(3);
    volume.setRoi(20, 20, 24, 24);

    assertThat(plan(options).ofSelection()).isTrue();
  }

  @Test
  void aRegionOfTheWholeStackThatIsAMaskIsNoSelection() {
    ImagePlus mask = IJ.createImage("m", "8-bit white", 72, 70, 4);
    ij.macro.Interpreter.addBatchModeImage(mask);

    try {
      assertThat(plan("mask=#" + mask.getID()).ofSelection()).isFalse();
    } finally {
      ij.macro.Interpreter.removeBatchModeImage(mask);
    }
  }

  @Test
  void aPlaceThatWasLostIsAWarningOfEveryCase() {
    for (int slice = 1; slice <= 4; slice++) {
      volume
          .getStack()
          .setSliceLabel(
              "n.dcm\n0028,0010  Rows: 99\n0028,0011  Columns: 99\n"
                  + "0020,0032  Image Position (Patient): 0\\0\\"
                  + 3 * slice
                  + "\n0020,0037  Image Orientation (Patient): 1\\0\\0\\0\\1\\0\n"
                  + "0028,0030  Pixel Spacing: 1\\1\n",
              slice);
    }
    volume.setRoi(20, 20, 24, 24);

    assertThat(plan("").warnings())
        .singleElement()
        .asString()
        .contains("its place in the patient is no longer known");
  }

  private CasePlan plan(String options) {
    volume.getCalibration().setUnit("mm");
    return CasePlan.of(
        card,
        TaskSettings.of(Tasks.get("bone-matrix"), OptionText.parse(options)),
        List.of(RoleImage.of(card.roles().get(0), volume)));
  }
}
