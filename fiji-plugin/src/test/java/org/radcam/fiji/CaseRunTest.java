package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.Progress;
import org.radcam.fiji.heat.HeatMaps;
import org.radcam.fiji.host.ClassifierService;
import org.radcam.fiji.host.Person;
import org.radcam.fiji.image.VolumeAdapter;
import org.radcam.fiji.options.OptionText;
import org.radcam.fiji.options.TaskSettings;
import org.radcam.io.NiftiImages;
import org.radcam.task.Tasks;

class CaseRunTest {
  private final List<String> questions = new ArrayList<>();
  private final List<Double> fractions = new ArrayList<>();
  private boolean answer = true;

  /** What the user does after the first slice. */
  private Runnable meanwhile = () -> {};

  private final Person person =
      new Person() {
        @Override
        public boolean isThere() {
          return true;
        }

        @Override
        public boolean agrees(String question) {
          questions.add(question);
          return answer;
        }
      };

  @Test
  void cancellingKeepsTheSlicesThatAreDone() {
    Macros.run("print('an empty table');");
    ImagePlus stack = IJ.createImage("s", "8-bit ramp", 96, 80, 4);

    assertThatThrownBy(() -> classify(stack, "slices=all", 2))
        .isInstanceOf(CancellationException.class);

    assertThat(ResultsTable.getResultsTable().size()).isEqualTo(2);
    assertThat(HeatMaps.of(stack).orElseThrow().slices()).containsExactly(1, 2);
    assertThat(stack.getOverlay().size()).isEqualTo(2);
  }

  @Test
  void classifyingOneMoreSliceKeepsTheMapsOfTheOthers() {
    ImagePlus stack = IJ.createImage("s", "8-bit ramp", 96, 80, 4);
    classify(stack, "slices=all", 99);
    stack.setSlice(3);

    classify(stack, "colours=Red", 99);

    assertThat(HeatMaps.of(stack).orElseThrow().slices()).containsExactly(1, 2, 3, 4);
    assertThat(stack.getOverlay().size()).isEqualTo(4);
  }

  @Test
  void withoutAHeatMapTheImageStaysAsItWas() {
    ImagePlus image = IJ.createImage("x", "8-bit ramp", 96, 80, 1);

    CaseRun.Outcome outcome = classify(image, "heatmap=none heatimage", 99);

    assertThat(outcome.images()).isEmpty();
    assertThat(image.getOverlay()).isNull();
  }

  @Test
  void aHeatMapThatIsNotShownIsKeptForLater() {
    ImagePlus image = IJ.createImage("x", "8-bit ramp", 96, 80, 1);

    classify(image, "overlay=false", 99);

    assertThat(image.getOverlay()).isNull();
    assertThat(HeatMaps.of(image)).isPresent();
  }

  @Test
  void progressCountsSlicesWithoutHeatMapsToo() {
    ImagePlus stack = IJ.createImage("s", "8-bit ramp", 96, 80, 4);

    classify(stack, "slices=all heatmap=none", 99);

    assertThat(fractions).containsExactly(0.0, 0.0, 0.0, 0.25, 0.5, 0.75, 1.0);
  }

  @Test
  void theHeatImageHoldsThisRunsMapsOnlyAndNamesTheirModel() {
    ImagePlus stack = IJ.createImage("s", "8-bit ramp", 96, 80, 4);
    classify(stack, "slices=all heatmap=no_finding", 99);
    stack.setSlice(3);

    ImagePlus heat = classify(stack, "heatmap=finding heatimage", 99).images().get(0);

    assertThat(heat.getStackSize()).isEqualTo(1);
    assertThat(heat.getProp("Slice_Label")).isEqualTo("slice 3, finding, " + TestModel.ID);
  }

  @Test
  void aPersonIsAskedOnceAboutAllStrongDoubtsOfAStack() {
    ImagePlus stack = stackOf("CR", "CT", "MR", "CT");

    CaseRun.Outcome outcome = classify(stack, "slices=all heatmap=none", 99);

    assertThat(questions)
        .singleElement()
        .asString()
        .containsOnlyOnce("its modality is CT")
        .containsOnlyOnce("its modality is MR")
        .doesNotContain("CR");
    assertThat(outcome.warnings()).noneMatch(line -> line.contains("modality"));
  }

  @Test
  void whoSaysNoGetsNothing() {
    Macros.run("print('an empty table');");
    ImagePlus stack = stackOf("CR", "CT");
    answer = false;

    assertThatThrownBy(() -> classify(stack, "slices=all heatimage", 99))
        .isInstanceOf(CancellationException.class);

    assertThat(ResultsTable.getResultsTable().size()).isZero();
    assertThat(stack.getOverlay()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0008,0060 Modality: MR          | its modality is MR",
        "0018,0015 Body Part: HIP        | it shows: HIP",
        "0010,2201 Species: Canis lupus  | an animal",
        "0008,103E Series: Left knee     | description names something else",
      })
  void everyStrongDoubtIsAskedAbout(String header, String question) {
    ImagePlus image = IJ.createImage("x", "8-bit ramp", 96, 80, 1);
    image.setProperty("Info", header + "\n");

    classify(image, "heatmap=none", 99);

    assertThat(questions).singleElement().asString().contains(question);
  }

  @Test
  void anImageWithoutContrastIsAskedAbout() {
    classify(IJ.createImage("x", "8-bit black", 96, 80, 1), "heatmap=none", 99);

    assertThat(questions).singleElement().asString().contains("the same value");
  }

  @Test
  void weakerDoubtsAreToldOnceAfterwards() {
    ImagePlus stack = IJ.createImage("s", "8-bit ramp", 300, 60, 3);

    CaseRun.Outcome outcome = classify(stack, "slices=all heatmap=none", 99);

    assertThat(questions).isEmpty();
    assertThat(outcome.warnings())
        .anyMatch(line -> line.startsWith("s:1: ") && line.contains("times as wide as high"))
        .anyMatch(line -> line.startsWith("s:1: ") && line.contains("findings cannot show"))
        .noneMatch(line -> line.startsWith("s:2: "));
  }

  @Test
  void slicesThatChangedSinceLoseTheirHeatMaps() {
    ImagePlus stack = IJ.createImage("s", "8-bit ramp", 96, 80, 3);
    classify(stack, "slices=all", 99);
    stack.getStack().getProcessor(2).flipHorizontal();
    stack.getStack().getProcessor(3).invert();
    stack.setSlice(3);

    classify(stack, "", 99);

    assertThat(HeatMaps.of(stack).orElseThrow().slices()).containsExactly(1, 3);
    assertThat(stack.getOverlay().toArray())
        .extracting(Roi::getPosition)
        .containsExactlyInAnyOrder(1, 3);
  }

  @Test
  void anImageThatIsClosedMeanwhileGetsNoHeatMapAndNoStackTrace() {
    Macros.run("print('an empty table');");
    ImagePlus stack = IJ.createImage("s", "8-bit ramp", 96, 80, 4);
    meanwhile = stack::flush;

    assertThatThrownBy(() -> classify(stack, "slices=all", 1))
        .isInstanceOf(CancellationException.class);

    assertThat(ResultsTable.getResultsTable().size()).isEqualTo(1);
    assertThat(HeatMaps.of(stack)).isEmpty();
  }

  @Test
  void anImageThatIsCroppedMeanwhileGetsNoHeatMapAndTheUserIsTold() {
    ImagePlus image = IJ.createImage("x", "8-bit ramp", 96, 80, 1);
    meanwhile = () -> image.setProcessor(image.getProcessor().resize(40, 30));

    CaseRun.Outcome outcome = classify(image, "heatimage", 99);

    assertThat(outcome.images()).isEmpty();
    assertThat(outcome.warnings()).anyMatch(line -> line.contains("x was changed or closed"));
    assertThat(HeatMaps.of(image)).isEmpty();
  }

  @Test
  void aCaseThatFailsForWhateverReasonIsARowAndTheOthersGoOn() {
    Macros.run("print('an empty table');");
    ImagePlus stack = IJ.createImage("s", "8-bit ramp", 96, 80, 4);
    meanwhile = () -> stack.getStack().setPixels(new byte[3], 2);

    CaseRun.Outcome outcome = classify(stack, "slices=all heatmap=none", 99);

    assertThat(outcome.failure()).hasValueSatisfying(why -> assertThat(why).contains("1 of 4"));
    assertThat(ResultsTable.getResultsTable().size()).isEqualTo(4);
    assertThat(ResultsTable.getResultsTable().getStringValue("Error", 1)).contains("Exception: ");
  }

  @Test
  void everySliceOfAFileHasItsOwnRowAndFiles(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("s.nii");
    NiftiImages.write(
        file, VolumeAdapter.volume(IJ.createImage("s", "8-bit ramp", 96, 80, 3)).volume());

    classify(null, "cxr=[" + file + "] slices=all output=[" + folder.resolve("out") + "]", 99);

    assertThat(Files.readAllLines(folder.resolve("out").resolve("results.csv")))
        .hasSize(4)
        .anyMatch(line -> line.contains("s.nii:3"));
    try (Stream<Path> left = Files.walk(folder.resolve("out"))) {
      assertThat(left.filter(path -> path.endsWith("result.json"))).hasSize(3);
    }
  }

  /** A stack as ImageJ imports a series: each slice with its own header. */
  private static ImagePlus stackOf(String... modalities) {
    ImagePlus stack = IJ.createImage("s", "8-bit ramp", 96, 80, modalities.length);
    for (int n = 0; n < modalities.length; n++) {
      stack.getStack().setSliceLabel("n.dcm\n0008,0060  Modality: " + modalities[n] + "\n", n + 1);
    }
    return stack;
  }

  /** Classifies and cancels after some slices. */
  private CaseRun.Outcome classify(ImagePlus image, String options, int slices) {
    ClassifierService classifiers = Macros.context().service(ClassifierService.class);
    fractions.clear();
    return new CaseRun(TestModel.install(), classifiers, person)
        .run(
            TaskSettings.of(Tasks.get("chest-xray"), OptionText.parse(options)),
            Optional.ofNullable(image),
            new Progress() {
              private int asked;

              @Override
              public void report(double fraction, String message) {
                fractions.add(fraction);
                if (fraction == 1) {
                  meanwhile.run();
                }
              }

              @Override
              public boolean isCancelled() {
                asked++;
                if (asked == 2) {
                  meanwhile.run();
                }
                return asked > slices;
              }
            });
  }
}
