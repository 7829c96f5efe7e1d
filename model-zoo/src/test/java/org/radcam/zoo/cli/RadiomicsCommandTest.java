package org.radcam.zoo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.TestData;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.Volume;
import org.radcam.io.NiftiImages;
import picocli.CommandLine;

class RadiomicsCommandTest {
  @TempDir private Path folder;
  private Path image;
  private Path mask;
  private Path table;
  private String err;
  private String out;

  @BeforeEach
  void imageAndMask() throws IOException {
    image = folder.resolve("image.nii.gz");
    mask = folder.resolve("mask.nii.gz");
    table = folder.resolve("features.csv");
    Geometry geometry = Geometry.millimetres(new Size(8, 7, 6), 1, 2, 3);
    Volume volume = Volume.filled(geometry, 0);
    BitSet voxels = new BitSet();
    for (int n = 0; n < volume.voxels().length; n++) {
      volume.voxels()[n] = n * n % 37 - 10;
      voxels.set(n, n % 8 > 1 && n / 8 % 7 > 2 && n / 56 > 0 && n / 56 < 4);
    }
    NiftiImages.write(image, volume);
    NiftiImages.write(mask, new Mask(geometry, voxels));
  }

  @Test
  void theIbsisPhantomIsMeasuredWithItsOwnTags() throws IOException {
    Path phantom = TestData.require("ibsi/digital_phantom/nifti");
    int code =
        run(
            "--image",
            phantom.resolve("image/phantom.nii.gz"),
            "--mask",
            phantom.resolve("mask/mask.nii.gz"),
            "--discretisation",
            "none",
            "--out",
            table);
    assertThat(code).isZero();
    List<String> lines = Files.readAllLines(table);
    List<String> tags =
        Files.readAllLines(TestData.require("ibsi/reference_values/ibsi_1_dig_phantom.csv"))
            .stream()
            .skip(1)
            .map(line -> line.split(";")[2])
            .toList();
    assertThat(lines.get(0)).isEqualTo("tag,name,value");
    assertThat(lines.stream().skip(1).map(line -> line.split(",")[0])).isEqualTo(tags);
    assertThat(lines).contains("ih_mode,Mode of the grey levels,1.0");
    assertThat(out).contains("487 features in ");
  }

  @Test
  void everyOptionChangesWhatIsMeasured() throws IOException {
    assertThat(measure()).isZero();
    String plain = Files.readString(table);
    for (String[] options :
        new String[][] {
          {"--discretisation", "fbs:2"},
          {"--ivh", "none"},
          {"--range", "-5:20"},
          {"--range=0:"},
          {"--outliers", "1.5"},
          {"--spacing", "1.5"},
          {"--spacing", "1,1,0", "--interpolation", "cubic"},
          {"--spacing", "1,1,0", "--interpolation", "cubic", "--round"},
          {"--filter", "log:2"},
          {"--filter", "wavelet:hll", "--spacing", "2"},
          {"--families", "morphology,size_zone"},
          {"--aggregations", "2.5d,3D"}
        }) {
      assertThat(measure(options)).as(String.join(" ", options) + ": " + err).isZero();
      assertThat(Files.readString(table)).as(String.join(" ", options)).isNotEqualTo(plain);
    }
    assertThat(measure("--label", "1")).isZero();
    assertThat(table).hasContent(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--discretisation | fbx:3 | fbn:32",
        "--discretisation | none | whole numbers from 1",
        "--ivh | 7 | fbs:25",
        "--range | 5 | LOW:HIGH",
        "--range | 9:3 | smaller than its upper bound",
        "--outliers | -1 | standard deviations",
        "--spacing | 1,2 | one size in mm or three",
        "--spacing | -1 | must be positive",
        "--interpolation | cubic | need spacing",
        "--interpolation | round | linear, cubic, not 'round'",
        "--outliers | many | number of standard deviations",
        "--families | shape | morphology, local_intensity",
        "--aggregations | 4D | 2D, 2.5D, 3D, not '4D'",
        "--filter | gabor:3 | log:SIGMA",
        "--filter | wavelet:LL | LLL",
        "--label | 7 | 7"
      })
  void aMistakeIsExplainedAndNothingIsWritten(String option, String value, String words) {
    assertThat(measure(option, value)).isEqualTo(1);
    assertThat(err).contains(words).doesNotContain("\tat ");
    assertThat(err.strip().lines()).hasSize(1);
    assertThat(table).doesNotExist();
  }

  @Test
  void whatCannotBeReadOrWrittenIsNamed() {
    assertThat(run("--image", folder.resolve("no"), "--mask", mask, "--out", table)).isEqualTo(1);
    assertThat(err).contains("Cannot read the image");
    assertThat(run("--image", image, "--mask", folder.resolve("no"), "--out", table)).isEqualTo(1);
    assertThat(err).contains("Cannot read the mask");
    assertThat(run("--image", image, "--mask", mask, "--out", folder)).isEqualTo(1);
    assertThat(err).contains("Cannot write to");
  }

  private int measure(String... options) {
    Object[] arguments = new Object[6 + options.length];
    System.arraycopy(
        new Object[] {"--image", image, "--mask", mask, "--out", table}, 0, arguments, 0, 6);
    System.arraycopy(options, 0, arguments, 6, options.length);
    return run(arguments);
  }

  private int run(Object... arguments) {
    StringWriter outWriter = new StringWriter();
    StringWriter errWriter = new StringWriter();
    CommandLine command =
        RadcamCli.commandLine()
            .setOut(new PrintWriter(outWriter))
            .setErr(new PrintWriter(errWriter));
    String[] texts = new String[arguments.length + 1];
    texts[0] = "radiomics";
    for (int n = 0; n < arguments.length; n++) {
      texts[n + 1] = arguments[n].toString();
    }
    int code = command.execute(texts);
    out = outWriter.toString();
    err = errWriter.toString();
    return code;
  }
}
