package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.radcam.Progress;
import org.radcam.fiji.heat.HeatMaps;
import org.radcam.fiji.host.ClassifierService;
import org.radcam.fiji.options.ClassifySettings;
import org.radcam.fiji.options.OptionText;

class ImageClassificationTest {
  @Test
  void cancellingKeepsTheSlicesThatAreDone() {
    Macros.run("print('an empty table');");
    ImagePlus stack = IJ.createImage("s", "8-bit ramp", 96, 80, 4);

    assertThatThrownBy(() -> classify(stack, "slices=all", 2))
        .isInstanceOf(CancellationException.class);

    assertThat(ResultsTable.getResultsTable().size()).isEqualTo(2);
    assertThat(HeatMaps.of(stack).orElseThrow().bySlice()).containsOnlyKeys(1, 2);
    assertThat(stack.getOverlay().size()).isEqualTo(2);
  }

  @Test
  void classifyingOneMoreSliceKeepsTheMapsOfTheOthers() {
    ImagePlus stack = IJ.createImage("s", "8-bit ramp", 96, 80, 4);
    classify(stack, "slices=all", 99);
    stack.setSlice(3);

    classify(stack, "colours=Red", 99);

    assertThat(HeatMaps.of(stack).orElseThrow().bySlice()).containsOnlyKeys(1, 2, 3, 4);
    assertThat(stack.getOverlay().size()).isEqualTo(4);
  }

  @Test
  void withoutAHeatMapTheImageStaysAsItWas() {
    ImagePlus image = IJ.createImage("x", "8-bit ramp", 96, 80, 1);

    Optional<ImagePlus> heat = classify(image, "heatmap=none heatimage", 99);

    assertThat(heat).isEmpty();
    assertThat(image.getOverlay()).isNull();
  }

  @Test
  void aHeatMapThatIsNotShownIsKeptForLater() {
    ImagePlus image = IJ.createImage("x", "8-bit ramp", 96, 80, 1);

    classify(image, "overlay=false", 99);

    assertThat(image.getOverlay()).isNull();
    assertThat(HeatMaps.of(image)).isPresent();
  }

  /** Classifies and cancels after some slices. */
  private static Optional<ImagePlus> classify(ImagePlus image, String options, int slices) {
    ClassifierService classifiers = Macros.context().service(ClassifierService.class);
    return new ImageClassification(
            TestModel.install(), ClassifySettings.of(OptionText.parse(options)), classifiers)
        .run(
            image,
            new Progress() {
              private int asked;

              @Override
              public void report(double fraction, String message) {}

              @Override
              public boolean isCancelled() {
                return ++asked > slices;
              }
            });
  }
}
