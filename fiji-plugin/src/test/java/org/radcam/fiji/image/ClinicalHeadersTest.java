package org.radcam.fiji.image;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

class ClinicalHeadersTest {
  private static final Task BONE = Tasks.get("bone-matrix");

  @Test
  void sexAndAgeComeFromTheHeaderAndNothingElse() {
    assertThat(
            values(
                "0010,0010  Patient's Name: DOE^JANE\n0010,0020  Patient ID: 7\n"
                    + "0010,0040  Patient's Sex: F \n0010,1010  Patient's Age: 045Y\n"))
        .containsExactly(Map.entry("sex", "female"), Map.entry("age", "45"));
  }

  @ParameterizedTest
  @CsvSource({
    "045Y, 45",
    "7Y, 7",
    "018M, 1.5",
    "012M, 1",
    "001M, 0.08",
    "010W, 0.19",
    "200D, 0.55",
    "120Y, 120",
    "100Y, 100"
  })
  void agesAreInYears(String written, String years) {
    assertThat(values("0010,1010  Patient's Age: " + written + "\n")).containsEntry("age", years);
  }

  @ParameterizedTest
  @CsvSource({"130Y", "000Y", "45", "***", "Y45", "-45Y", "0x2Y"})
  void anAgeThatCannotBeIsLeftOut(String written) {
    assertThat(values("0010,1010  Patient's Age: " + written + "\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "19790301, 20240228, 44",
    "19790301, 20240301, 45",
    "20230101, 20240702, 1.5",
    "20240102, 20240102, 0"
  })
  void withoutAnAgeTheDatesTell(String birth, String study, String years) {
    assertThat(
            values(
                "0008,0020  Study Date: "
                    + study
                    + "\n0010,0030  Patient's Birth Date: "
                    + birth
                    + "\n"))
        .containsEntry("age", years);
  }

  @ParameterizedTest
  @CsvSource({"20250101, 20240101", "1979, 20240101", "19791340, 20240101", "18000101, 20240101"})
  void datesThatCannotBeAreLeftOut(String birth, String study) {
    assertThat(
            values(
                "0008,0020  Study Date: "
                    + study
                    + "\n0010,0030  Patient's Birth Date: "
                    + birth
                    + "\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"O", "U", "male", "X"})
  void anotherSexIsLeftToTheUser(String code) {
    assertThat(values("0010,0040  Patient's Sex: " + code + "\n")).isEmpty();
  }

  @Test
  void aTaskThatDoesNotAskGetsNothing() {
    assertThat(
            ClinicalHeaders.values(
                Tasks.get("brain-metastasis"), image("0010,0040  Patient's Sex: F\n")))
        .isEmpty();
  }

  @Test
  void anImageWithoutAHeaderSaysNothing() {
    assertThat(ClinicalHeaders.values(BONE, new ImagePlus("x", new ByteProcessor(2, 2)))).isEmpty();
  }

  private static Map<String, String> values(String header) {
    return ClinicalHeaders.values(BONE, image(header));
  }

  private static ImagePlus image(String header) {
    ImagePlus image = new ImagePlus("x", new ByteProcessor(2, 2));
    image.setProperty("Info", header);
    return image;
  }
}
