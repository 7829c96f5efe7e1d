package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.TestData;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.io.NiftiImages;
import org.radcam.zoo.cli.RadcamCli;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** {@code Radiomics...} must say what {@code ./radcam radiomics} says, bit for bit. */
class RadiomicsMacroTest {
  private static final Size SIZE = new Size(9, 8, 6);

  /** ImageJ's TIFF keeps six digits of its inverse, along x and y. */
  private static final double[] SPACING = {1.25, 0.5, 2.5};

  @TempDir private Path folder;
  private Path nifti;
  private Path mask;
  private Path tiff;
  private Path table;

  @BeforeEach
  void imageAndMask() throws IOException {
    nifti = folder.resolve("image.nii");
    mask = folder.resolve("my mask.nii");
    tiff = folder.resolve("image.tif");
    table = folder.resolve("features.csv");
    Geometry geometry = Geometry.millimetres(SIZE, SPACING[0], SPACING[1], SPACING[2]);
    Volume volume = Volume.filled(geometry, 0);
    for (int n = 0; n < volume.voxels().length; n++) {
      volume.voxels()[n] = n * n % 97 - 30.25f;
    }
    NiftiImages.write(nifti, volume);
    NiftiImages.write(mask, new Mask(geometry, inside(0, SIZE.slices() - 1)));
    IJ.saveAsTiff(stack(volume), tiff.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "discretisation=fbs:5 ivh=fbn:40 range=-20:50 outliers=2",
        "spacing=2 interpolation=cubic round",
        "spacing=1,1,0 filter=wavelet:hll aggregations=2D,3D",
        "filter=log:3 families=statistics,cooccurrence"
      })
  void theTableIsThatOfTheCommandLine(String options) throws IOException {
    Macros.Outcome outcome =
        Macros.run(
            "open('%s'); run('Radiomics...', 'roifile=[%s] output=[%s] %s');"
                .formatted(tiff, mask, table, options));

    assertThat(outcome.failures()).isEmpty();
    assertThat(Files.readString(table)).isEqualTo(commandLine(nifti, mask, options));
    assertThat(outcome.printed()).contains(" features of the region 'my mask.nii' on 'image.tif'");
  }

  @Test
  void theIbsisDigitalPhantomHasTheSameValuesInFiji() throws IOException {
    Path phantom = TestData.require("ibsi/digital_phantom/nifti");
    Path image = phantom.resolve("image/phantom.nii.gz");
    Path region = phantom.resolve("mask/mask.nii.gz");
    IJ.saveAsTiff(stack(ImageFiles.read(image).volume()), tiff.toString());

    Macros.Outcome outcome =
        Macros.run(
            "open('%s'); run('Radiomics...', 'roifile=[%s] discretisation=none output=[%s]');"
                .formatted(tiff, region, table));

    assertThat(outcome.failures()).isEmpty();
    assertThat(Files.readString(table))
        .isEqualTo(commandLine(image, region, "discretisation=none"))
        .contains("morph_volume,", "ih_mode,Mode of the grey levels,1.0");
  }

  @Test
  void aSelectionIsTheRegionOfItsSliceAndOfThoseThatAreAskedFor() throws IOException {
    Path one = folder.resolve("one.nii");
    Path three = folder.resolve("three.nii");
    Geometry geometry = Geometry.millimetres(SIZE, SPACING[0], SPACING[1], SPACING[2]);
    NiftiImages.write(one, new Mask(geometry, inside(2, 2)));
    NiftiImages.write(three, new Mask(geometry, inside(2, 4)));
    Path wide = folder.resolve("wide.csv");

    Macros.Outcome outcome =
        Macros.run(
            ("open('%s'); setSlice(3); makeRectangle(2, 1, 5, 4);"
                    + "run('Radiomics...', 'output=[%s]');"
                    + "run('Radiomics...', 'roislices=3-5 output=[%s]');")
                .formatted(tiff, table, wide));

    assertThat(outcome.failures()).isEmpty();
    assertThat(Files.readString(table)).isEqualTo(commandLine(nifti, one, ""));
    assertThat(Files.readString(wide)).isEqualTo(commandLine(nifti, three, ""));
  }

  @Test
  void anOpenMaskAndItsLabelAreTheRegion() throws IOException {
    Path labelled = folder.resolve("labelled.nii");
    Geometry geometry = Geometry.millimetres(SIZE, SPACING[0], SPACING[1], SPACING[2]);
    NiftiImages.write(labelled, new Mask(geometry, inside(0, 1)));
    ImageStack slices = new ImageStack(SIZE.columns(), SIZE.rows());
    for (int k = 0; k < SIZE.slices(); k++) {
      float[] values = new float[SIZE.columns() * SIZE.rows()];
      for (int n = 0; n < values.length; n++) {
        values[n] = inside(k, k).get(n + k * values.length) ? k < 2 ? 7 : 3 : 0;
      }
      slices.addSlice(new FloatProcessor(SIZE.columns(), SIZE.rows(), values));
    }
    Path file = folder.resolve("labels.tif");
    IJ.saveAsTiff(calibrated(new ImagePlus("labels", slices)), file.toString());

    Macros.Outcome outcome =
        Macros.run(
            "open('%s'); open('%s'); run('Radiomics...', 'mask=labels.tif label=7 output=[%s]');"
                .formatted(file, tiff, table));

    assertThat(outcome.failures()).isEmpty();
    assertThat(Files.readString(table)).isEqualTo(commandLine(nifti, labelled, ""));
  }

  @Test
  void aMacroReadsTheValuesFromTheResultsTable() throws IOException {
    Macros.Outcome outcome =
        Macros.run(
            ("open('%s'); run('Radiomics...', 'roifile=[%s] families=statistics');"
                    + "print(nResults, getResultString('tag', 0),"
                    + " d2s(getResult('value', 0), 9), getResultString('Label', 17));")
                .formatted(tiff, mask));

    assertThat(outcome.failures()).isEmpty();
    String mean = commandLine(nifti, mask, "families=statistics").lines().toList().get(1);
    double value = Double.parseDouble(mean.substring(mean.lastIndexOf(',') + 1));
    assertThat(outcome.printed()).contains("18 stat_mean " + IJ.d2s(value, 9) + " image.tif");
  }

  @Test
  void theMacroOfTheRepositoryWritesTheTable() throws IOException {
    Macros.Outcome outcome =
        Macros.run(
            Files.readString(Path.of("..", "macros", "radiomics.ijm")),
            "image=%s mask=[%s] output=%s options=[discretisation=fbs:5 round spacing=2]"
                .formatted(tiff, mask, table));

    assertThat(outcome.failures()).isEmpty();
    assertThat(Files.readString(table))
        .isEqualTo(commandLine(nifti, mask, "discretisation=fbs:5 round spacing=2"));
    assertThat(outcome.printed()).containsPattern("(?m)^morph_volume \\d+").contains("stat_mean ");
  }

  @Test
  void whatWasTypedIntoTheDialogAndItsRecordedLineGiveTheSame()
      throws IOException, ExecutionException, InterruptedException {
    Macros.run("print('an empty table');");
    ImagePlus image = IJ.openImage(tiff.toString());
    CommandService commands = Macros.context().service(CommandService.class);

    Module module =
        Macros.context()
            .service(ModuleService.class)
            .run(
                commands.getCommand(RadiomicsCommand.class),
                true,
                Map.of(
                    "image",
                    image,
                    "roifile",
                    mask.toFile(),
                    "discretisation",
                    "fbn:8",
                    "spacing",
                    "2",
                    "round",
                    true,
                    "output",
                    table.toFile()))
            .get();
    String byDialog = Files.readString(table);
    Files.delete(table);
    Macros.Outcome outcome = Macros.run("open('" + tiff + "');" + RecordedLine.of(module));

    assertThat(byDialog)
        .isEqualTo(commandLine(nifti, mask, "discretisation=fbn:8 spacing=2 round"));
    assertThat(outcome.failures()).isEmpty();
    assertThat(Files.readString(table)).isEqualTo(byDialog);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                | Draw one on 'image.tif'",
        "roi=selection                   | Nothing is selected on 'image.tif'",
        "roi=none                        | Features are those of a region",
        "roi=everywhere                  | must be one of auto, selection",
        "roi=mask mask=image.tif         | is the image itself",
        "mask=nobody.tif                 | no open image and no file: 'nobody.tif'",
        "roifile=/no/such.roi            | no file: '/no/such.roi'",
        "roifile=MASK discretisation=fbx | 'fbx' is not understood",
        "roifile=MASK bins=3             | There is no option 'bins'",
        "roifile=MASK spacing=many       | one size in mm or three",
        "roifile=MASK round              | need spacing",
        "roifile=MASK label=seven        | so that 'seven' cannot be found",
        "roifile=MASK label=7            | no voxel of the label 7",
        "label=7                         | belongs to a mask",
        "roifile=MASK output=/no/such/x  | Cannot write to /no/such/x",
      })
  void aMistakeStopsTheMacroWithItsReasonAndWritesNothing(String options, String reason) {
    String typed = options == null ? "" : options.replace("MASK", "[" + mask + "]");
    Macros.Outcome outcome =
        Macros.run("open('" + tiff + "'); run('Radiomics...', '" + typed + "'); print('went on');");

    assertThat(outcome.failures()).singleElement().asString().contains(reason);
    assertThat(outcome.printed()).doesNotContain("went on");
    assertThat(ResultsTable.getResultsTable().size()).isZero();
  }

  private String commandLine(Path image, Path region, String options) throws IOException {
    Path file = folder.resolve("cli.csv");
    List<String> arguments =
        new ArrayList<>(
            List.of("radiomics", "--image=" + image, "--mask=" + region, "--out=" + file));
    for (String option : options.split(" ")) {
      if (!option.isEmpty()) {
        arguments.add("--" + option);
      }
    }
    assertThat(RadcamCli.commandLine().execute(arguments.toArray(new String[0]))).isZero();
    return Files.readString(file);
  }

  private static BitSet inside(int first, int last) {
    BitSet voxels = new BitSet();
    for (int k = first; k <= last; k++) {
      for (int j = 1; j < 5; j++) {
        voxels.set(SIZE.index(2, j, k), SIZE.index(7, j, k));
      }
    }
    return voxels;
  }

  private static ImagePlus stack(Volume volume) {
    Size size = volume.size();
    ImageStack slices = new ImageStack(size.columns(), size.rows());
    int area = size.columns() * size.rows();
    for (int k = 0; k < size.slices(); k++) {
      float[] values = new float[area];
      System.arraycopy(volume.voxels(), k * area, values, 0, area);
      slices.addSlice(new FloatProcessor(size.columns(), size.rows(), values));
    }
    ImagePlus image = new ImagePlus("image", slices);
    Calibration calibration = image.getCalibration();
    calibration.setUnit("mm");
    calibration.pixelWidth = volume.geometry().spacing().x();
    calibration.pixelHeight = volume.geometry().spacing().y();
    calibration.pixelDepth = volume.geometry().spacing().z();
    return image;
  }

  private static ImagePlus calibrated(ImagePlus image) {
    Calibration calibration = image.getCalibration();
    calibration.setUnit("mm");
    calibration.pixelWidth = SPACING[0];
    calibration.pixelHeight = SPACING[1];
    calibration.pixelDepth = SPACING[2];
    return image;
  }
}
