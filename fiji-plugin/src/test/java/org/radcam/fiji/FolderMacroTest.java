package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderMacroTest {
  @TempDir private Path folder;
  private Path input;
  private Path output;

  @BeforeEach
  void makeImages() throws IOException {
    input = Files.createDirectory(folder.resolve("my n=77 images"));
    output = folder.resolve("the results");
    save("a", 96, 80);
    save("b", 80, 96);
  }

  @Test
  void everyImageOfAFolderHasARowAndAnOverlay() throws IOException {
    Macros.Outcome outcome = classify("");

    assertThat(outcome.failures()).isEmpty();
    List<String> table = Files.readAllLines(output.resolve("results.csv"));
    assertThat(table.get(0))
        .isEqualTo(
            "case,task,model,predicted,p_no_finding,p_finding,warnings,seconds,device,status,error");
    assertThat(table).hasSize(3);
    assertThat(output.resolve("a.png").resolve("overlay.png")).exists();
    assertThat(output.resolve("b.png").resolve("heatmap.tif")).exists();
    assertThat(output.resolve("b.png").resolve("result.json")).exists();
    assertThat(outcome.printed()).contains("2 cases classified").contains("not for clinical use");
  }

  @Test
  void aBrokenFileIsARowAndTheRunGoesOn() throws IOException {
    Files.writeString(input.resolve("broken.png"), "this is no image");

    Macros.Outcome outcome = classify("");

    assertThat(outcome.failures()).isEmpty();
    assertThat(Files.readAllLines(output.resolve("results.csv")))
        .anyMatch(row -> row.startsWith("broken.png,") && row.contains(",failed,"));
  }

  @Test
  void strictMakesABrokenFileAFailureOfTheMacro() throws IOException {
    Files.writeString(input.resolve("broken.png"), "this is no image");

    assertThat(classify("strict=true").failures())
        .singleElement()
        .asString()
        .contains("2 cases classified, 1 failed");
    assertThat(classify("strict").failures()).isNotEmpty();
  }

  @Test
  void nothingClassifiedIsAFailureOfTheMacro() throws IOException {
    Files.delete(input.resolve("a.png"));
    Files.delete(input.resolve("b.png"));
    Files.writeString(input.resolve("broken.png"), "this is no image");

    assertThat(classify("").failures()).singleElement().asString().contains("No image could be");
  }

  @Test
  void aSecondRunGoesOnWhereTheFirstEnded() throws IOException {
    classify("");
    save("c", 90, 90);

    assertThat(classify("").printed()).contains("3 cases classified (2 of them in an earlier run)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "task=chest-xray output=o                     | Say which folder: input=",
        "task=chest-xray input=/no/such/dir output=o  | There is no folder '/no/such/dir'",
        "input=. output=o                             | Say which task",
        "task=teeth input=. output=o                  | There is no task 'teeth'",
        "task=chest-xray input=. output=o strickt     | There is no option 'strickt'",
        "task=chest-xray input=[. output=o            | no closing bracket",
      })
  void aWrongArgumentStopsTheMacroWithAMessage(String argument, String message) throws IOException {
    Macros.Outcome outcome = Macros.run(text("classify_folder.ijm"), argument);

    assertThat(outcome.failures()).isNotEmpty();
    assertThat(outcome.failures().get(0)).contains(message);
  }

  @Test
  void withoutAnArgumentTheMacroSaysWhatItNeeds() throws IOException {
    assertThat(Macros.run(text("classify_folder.ijm"), "").failures())
        .singleElement()
        .asString()
        .contains("task=chest-xray input=DIR output=DIR");
  }

  @Test
  void oneImageIsClassifiedAndSavedByItsMacro() throws IOException {
    Macros.Outcome outcome =
        Macros.run(
            text("classify_image.ijm"),
            "image=[" + input.resolve("a.png") + "] output=[" + output + "]");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).containsPattern("(?m)^a\\.png ");
    assertThat(output.resolve("overlay.png")).exists();
    ImagePlus heat = IJ.openImage(output.resolve("heatmap.tif").toString());
    assertThat(heat.getBitDepth()).isEqualTo(32);
    assertThat(heat.getWidth()).isEqualTo(96);
  }

  @Test
  void everyMacroOfTheRepositoryIsRunByATest() throws IOException {
    try (var files = Files.list(macros())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "classify_folder.ijm",
              "classify_image.ijm",
              "classify_image.groovy",
              "radiomics.ijm",
              "classify_manifest.ijm",
              "bone_matrix.ijm",
              "vertebral_fracture.ijm",
              "sinonasal.ijm",
              "brain_metastasis.ijm",
              "classify_case.groovy",
              "evaluate.ijm");
    }
  }

  private Macros.Outcome classify(String more) throws IOException {
    return Macros.run(
        text("classify_folder.ijm"),
        "task=chest-xray input=[" + input + "] output=[" + output + "] " + more);
  }

  private void save(String name, int width, int height) {
    ImagePlus image = IJ.createImage(name, "8-bit ramp", width, height, 1);
    IJ.saveAs(image, "PNG", input.resolve(name + ".png").toString());
  }

  private static String text(String macro) throws IOException {
    return Files.readString(macros().resolve(macro));
  }

  private static Path macros() {
    return Path.of("..", "macros");
  }
}
