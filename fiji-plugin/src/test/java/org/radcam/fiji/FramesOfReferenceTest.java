package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.fiji.host.ClassifierService;
import org.radcam.fiji.host.Models;
import org.radcam.fiji.host.Person;
import org.radcam.fiji.options.OptionText;
import org.radcam.fiji.options.TaskSettings;
import org.radcam.task.Tasks;

/** Sequences of examinations between which the patient may have moved. */
class FramesOfReferenceTest {
  private static final String OPTIONS = "t2wi=T2 ce_t1wi=CE adc=ADC roi=selection heatmap=none";

  private String question = "";

  @Test
  void whereNobodyIsThereTheyAreRefused() {
    openWithFrames("1.2.3", "1.2.4");

    assertThatThrownBy(() -> run(OPTIONS, person(false, true)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'T2' and 'ADC'")
        .hasMessageContaining("differing frames of reference")
        .hasMessageContaining("acceptframes=true")
        .hasMessageNotContaining("1.2.3");
  }

  @Test
  void aPersonIsAskedAndMayInsist() {
    openWithFrames("1.2.3", "1.2.4");

    CaseRun.Outcome outcome = run(OPTIONS, person(true, true));

    assertThat(question).contains("differing frames of reference");
    assertThat(outcome.acceptedFrames()).isTrue();
    assertThat(outcome.warnings()).anyMatch(line -> line.contains("frames of reference"));
  }

  @Test
  void aPersonWhoDoesNotKnowGetsNothing() {
    openWithFrames("1.2.3", "1.2.4");

    assertThatThrownBy(() -> run(OPTIONS, person(true, false)))
        .isInstanceOf(CancellationException.class);

    assertThat(ResultsTable.getResultsTable().size()).isZero();
  }

  @Test
  void aMacroMayInsist() {
    openWithFrames("1.2.3", "1.2.4");

    assertThat(run(OPTIONS + " acceptframes", person(false, true)).warnings())
        .anyMatch(line -> line.contains("frames of reference"));
  }

  @Test
  void ofOneFrameNothingIsAsked() {
    openWithFrames("1.2.3", "1.2.3");

    assertThat(run(OPTIONS, person(true, true)).acceptedFrames()).isFalse();
    assertThat(question).doesNotContain("frames");
  }

  private static void openWithFrames(String frame, String ofAdc) {
    Macros.run("print('an empty table');");
    Macros.continueWith("setBatchMode(true);");
    show("T2", frame);
    show("CE", frame);
    show("ADC", ofAdc);
    WindowManager.getImage("T2").setRoi(20, 20, 24, 24);
  }

  /** A stack as ImageJ imports a series: each slice with its own header. */
  private static void show(String title, String frame) {
    ImagePlus stack = IJ.createImage(title, "16-bit ramp", 72, 70, 4);
    for (int slice = 1; slice <= 4; slice++) {
      stack.getStack().getProcessor(slice).noise(40);
      stack
          .getStack()
          .setSliceLabel(
              "n.dcm\n0008,0018  SOP Instance UID: 9."
                  + slice
                  + "\n0008,0060  Modality: MR\n0018,0050  Slice Thickness: 3\n"
                  + "0020,000E  Series Instance UID: 8\n"
                  + "0020,0032  Image Position (Patient): 0\\0\\"
                  + 3 * slice
                  + "\n0020,0037  Image Orientation (Patient): 1\\0\\0\\0\\1\\0\n"
                  + "0020,0052  Frame of Reference UID: "
                  + frame
                  + "\n0028,0030  Pixel Spacing: 1\\1\n",
              slice);
    }
    ij.macro.Interpreter.addBatchModeImage(stack);
  }

  private Person person(boolean there, boolean agrees) {
    return new Person() {
      @Override
      public boolean isThere() {
        return there;
      }

      @Override
      public boolean agrees(String asked) {
        question += asked;
        return agrees;
      }
    };
  }

  private static CaseRun.Outcome run(String options, Person person) {
    ClassifierService classifiers = Macros.context().service(ClassifierService.class);
    return new CaseRun(
            new Models("sinonasal").choose(Optional.of("sinonasal-demo")), classifiers, person)
        .run(
            TaskSettings.of(Tasks.get("sinonasal"), OptionText.parse(options)),
            Optional.empty(),
            Progress.NONE);
  }
}
