package org.radcam.fiji.heat;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.gui.Roi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.fiji.HeatMapCommand;
import org.radcam.fiji.Macros;
import org.radcam.fiji.image.VolumeAdapter;
import org.radcam.image.Geometry;
import org.radcam.io.ImageFiles;
import org.radcam.io.UnreadableImageException;
import org.radcam.render.HeatStyle;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

/** {@code Heat Map...} on a volume with two lesions and a cascade of two stages. */
class HeatMapOptionsTest {
  @TempDir private Path folder;

  private ImagePlus image;

  @BeforeEach
  void twoLesionsInTwoStages() {
    Macros.run("newImage('v', '8-bit ramp', 40, 30, 12);");
    image = Macros.activeImage();
    Geometry grid = VolumeAdapter.grid(image);
    List<HeatLayer> layers =
        List.of(
            Heats.layer(image, "lesion 1", "", Heats.block(grid, new int[] {5, 7, 1}, 4), 1),
            Heats.layer(image, "lesion 2", "", Heats.block(grid, new int[] {15, 11, 5}, 1), 1),
            Heats.layer(image, "lesion 1", "origin", Heats.block(grid, new int[] {5, 7, 4}, 2), 1));
    HeatMaps.add(image, layers, HeatStyle.DEFAULT, true);
  }

  private HeatLook look() {
    return HeatMaps.of(image).orElseThrow().look();
  }

  @Test
  void stageAndScaleAreChosenAndStay() {
    Macros.Outcome outcome =
        Macros.continueWith(
            "run('Heat Map...', 'stage=origin scale=common'); run('Heat Map...', 'opacity=0.7');");

    assertThat(outcome.failures()).isEmpty();
    assertThat(look().stage()).isEqualTo("origin");
    assertThat(look().scale()).isEqualTo(HeatScale.COMMON);
    assertThat(look().style().opacity()).isEqualTo(0.7);
    assertThat(image.getOverlay().toArray()).allMatch(element -> element.getPosition() > 4);

    Macros.continueWith("run('Heat Map...', 'stage=final scale=own');");

    assertThat(look().stage()).isEqualTo(HeatLayer.FINAL);
    assertThat(image.getOverlay().toArray()).extracting(Roi::getPosition).contains(4);
  }

  @Test
  void jumpGoesToTheHottestSliceOfWhatIsShown() {
    Macros.Outcome outcome =
        Macros.continueWith(
            "setSlice(1); run('Heat Map...', 'jump'); print(getSliceNumber());"
                + "run('Heat Map...', 'stage=origin jump'); print(getSliceNumber());");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).isEqualTo("4\n7\n");
  }

  @Test
  void imagesOfTheHeatAreOpenedAndTheLastIsActive() {
    Macros.Outcome outcome =
        Macros.continueWith(
            "run('Heat Map...', 'composite'); getDimensions(w, h, c, z, t); print(getTitle(), c, z, t);"
                + "selectImage('v'); run('Heat Map...', 'heatimage');"
                + "getDimensions(w, h, c, z, t); print(getTitle(), c, z, t, nImages);");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).isEqualTo("heat over v 2 12 1\nheat map of v 3 12 1 3\n");
  }

  @Test
  void theValuesAreWrittenToAFileWhoseNameMayHoldAnything() throws UnreadableImageException {
    Path file = folder.resolve("my heat stage=origin.nii.gz");

    Macros.Outcome outcome =
        Macros.continueWith("run('Heat Map...', 'stage=origin export=[" + file + "]');");

    assertThat(outcome.failures()).isEmpty();
    assertThat(look().stage()).isEqualTo("origin");
    float[] written = ImageFiles.read(file).volume().voxels();
    HeatLayer origin = HeatMaps.of(image).orElseThrow().layers().get(2);
    assertThat(written).hasSize(40 * 30 * 12);
    for (int slice = 1; slice <= 12; slice++) {
      float[] part = Arrays.copyOfRange(written, (slice - 1) * 1200, slice * 1200);
      assertThat(part).isEqualTo(origin.values(slice));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stage=lung           | 'stage' must be one of final, origin, not 'lung'",
        "scale=mine           | There is no scale 'mine'",
        "export=heat.png      | must end in .nii.gz, .nii or .tif",
        "export=/no/such/x.nii | There is no folder '/no/such'",
        "jump=often           | 'jump' must be true or false",
        "treshold=0.3         | There is no option 'treshold'",
      })
  void aWrongOptionStopsTheMacroAndChangesNothing(String options, String message) {
    HeatLook before = look();

    Macros.Outcome outcome =
        Macros.continueWith("run('Heat Map...', 'opacity=0.9 " + options + "'); print('went on');");

    assertThat(outcome.failures()).singleElement().asString().contains(message);
    assertThat(outcome.printed()).doesNotContain("went on");
    assertThat(look()).isEqualTo(before);
  }

  @Test
  void aChangedVolumeIsNamedAsOneImage() {
    Macros.Outcome outcome =
        Macros.continueWith(
            "setSlice(12); run('Add...', 'value=9 slice'); run('Heat Map...', 'jump');");

    assertThat(outcome.failures())
        .singleElement()
        .asString()
        .contains("The image 'v' was changed, moved, cropped or scaled");
    assertThat(image.getOverlay()).isNull();
  }

  @Test
  void aScriptGivesFieldsAsTheDialogDoes() throws ExecutionException, InterruptedException {
    Path file = folder.resolve("heat.tif");
    CommandService commands = Macros.context().service(CommandService.class);

    Macros.context()
        .service(ModuleService.class)
        .run(
            commands.getCommand(HeatMapCommand.class),
            true,
            Map.of("image", image, "stage", "origin", "jump", true, "export", file.toFile()))
        .get();

    assertThat(look().stage()).isEqualTo("origin");
    assertThat(image.getCurrentSlice()).isEqualTo(7);
    assertThat(Files.exists(file)).isTrue();
  }
}
