package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Volume;
import org.radcam.io.NiftiImages;
import org.radcam.task.ImageRole;
import org.radcam.task.Tasks;

/** The macros that the documentation shows, run as they stand but for the folder of the images. */
class DocumentedMacrosTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern BLOCK = Pattern.compile("```[a-z]*\\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyMacroOfTheDocumentationWorks(@TempDir Path folder) throws IOException {
    IJ.saveAs(
        IJ.createImage("x", "8-bit ramp", 96, 80, 1), "PNG", folder.resolve("xray.png").toString());

    NiftiImages.write(
        folder.resolve("volume.nii"),
        Volume.filled(Geometry.millimetres(new Size(4, 3, 2), 1, 1, 2), 7));

    TaskPhantoms tumour = TaskPhantoms.of("bone-matrix");
    ImageRole ct = Tasks.get("bone-matrix").referenceRole();
    Files.copy(tumour.image(0, ct), folder.resolve("tumour-ct.nii.gz"));
    Files.copy(tumour.mask(0), folder.resolve("tumour-mask.nii.gz"));

    Files.writeString(
        folder.resolve("predictions.csv"),
        "case,label,p_a,p_b\n1,a,0.9,0.1\n2,b,0.2,0.8\n3,b,0.4,0.6\n");

    List<String> macros = macros();

    assertThat(macros).isNotEmpty();
    for (String macro : macros) {
      Macros.Outcome outcome = Macros.run(macro.replace("/data/", folder + "/"));
      assertThat(outcome.failures()).as(macro).isEmpty();
    }
    assertThat(folder.resolve("heat.tif")).exists();
    assertThat(folder.resolve("evaluation/report.html")).exists();
  }

  /** Blocks with a command of ours that are no lines of a terminal. */
  private static List<String> macros() throws IOException {
    try (Stream<Path> pages = Files.walk(DOCS)) {
      return pages
          .filter(page -> page.toString().endsWith(".md"))
          .flatMap(page -> BLOCK.matcher(text(page)).results())
          .map(found -> found.group(1))
          .filter(block -> block.contains("run(\""))
          .toList();
    }
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
