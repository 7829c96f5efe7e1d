package org.radcam.fiji.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.classify.HeatMap;
import org.radcam.fiji.image.VolumeAdapter;
import org.radcam.image.Geometry;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.io.UnreadableImageException;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;

class HeatExportTest {
  private static final HeatLook LOOK = new HeatLook(new HeatStyle(ColourMap.RED, 0.5, 0.2), true);

  @TempDir private Path folder;

  private final ImagePlus image = Heats.volume();
  private final Geometry grid = VolumeAdapter.grid(image);
  private final HeatMap here = Heats.block(grid, new int[] {5, 7, 2}, 4);
  private final HeatMap there = Heats.block(grid, new int[] {15, 11, 5}, 1);

  @Test
  void theHeatOfAVolumeIsAnImageOfItsSizeInItsPlace() {
    ImagePlus heat = HeatImage.of(image, maps(Heats.layer(image, "", "", here, 1)));

    assertThat(heat.getBitDepth()).isEqualTo(32);
    SourceImage again = VolumeAdapter.volume(heat);
    assertThat(again.volume().voxels()).isEqualTo(here.onSource().voxels()).contains(Float.NaN);
    assertThat(again.geometry()).isEqualTo(grid);
    assertThat(again.placement().known()).isTrue();
    assertThat(heat.getCalibration().pixelDepth).isEqualTo(3);
    assertThat(heat.getDisplayRangeMax()).isCloseTo(here.peak(), within(1e-6));
    assertThat(heat.getStack().getShortSliceLabel(5)).isEqualTo("slice 5, finding, m");
  }

  @Test
  void lesionsAndStagesAreChannelsThatSayWhatTheyAre() {
    ImagePlus heat =
        HeatImage.of(
            image,
            maps(
                Heats.layer(image, "lesion 1", "", here, 1),
                Heats.layer(image, "lesion 1", "origin", there, 1),
                Heats.layer(image, "lesion 1", "lung", here, 1),
                Heats.layer(image, "lesion 2", "", there, 1)));

    // The stage that gives the final answer is not there twice.
    assertThat(heat.getNChannels()).isEqualTo(3);
    assertThat(heat.getNSlices()).isEqualTo(12);
    assertThat(heat.isHyperStack()).isTrue();
    assertThat(label(heat, 1, 5)).isEqualTo("slice 5, lesion 1, final, finding, m");
    assertThat(label(heat, 2, 5)).isEqualTo("slice 5, lesion 1, stage origin, finding, m");
    assertThat(label(heat, 3, 7)).isEqualTo("slice 7, lesion 2, final, finding, m");
    for (int slice = 1; slice <= 12; slice++) {
      assertThat(values(heat, 1, slice)).isEqualTo(here.onSource().slice(slice - 1).voxels());
      assertThat(values(heat, 3, slice)).isEqualTo(there.onSource().slice(slice - 1).voxels());
    }
  }

  @Test
  void aCompositeHasTheImageAndTheSharesThatAreShown() {
    image.setDisplayRange(20, 150);
    ImagePlus composite = HeatComposite.of(image, maps(Heats.layer(image, "", "", here, 1)));

    assertThat(composite).isInstanceOf(CompositeImage.class);
    assertThat(composite.getNChannels()).isEqualTo(2);
    assertThat(composite.getNSlices()).isEqualTo(12);
    assertThat(composite.getCalibration().pixelDepth).isEqualTo(3);
    assertThat(values(composite, 2, 5)).isEqualTo(here.displayed().slice(4).voxels());
    float[] grey = values(composite, 1, 5);
    for (int n = 0; n < grey.length; n++) {
      assertThat(grey[n]).isEqualTo(image.getStack().getProcessor(5).getf(n));
    }
    composite.setPosition(1, 5, 1);
    assertThat(composite.getDisplayRangeMin()).isEqualTo(20);
    assertThat(composite.getDisplayRangeMax()).isEqualTo(150);
    // Where no network looked the composite shows the image alone.
    composite.updateAndDraw();
    int corner = composite.flatten().getProcessor().get(0, 0);
    assertThat(corner & 0xFF).isEqualTo(corner >> 8 & 0xFF).isEqualTo(corner >> 16 & 0xFF);
  }

  @Test
  void theCompositeOfACtShowsHounsfieldUnits() {
    ImagePlus pictures = Heats.pictures(40, 30, 2);
    pictures.getCalibration().setFunction(0, new double[] {-1024, 2}, "HU");
    pictures.setDisplayRange(5, 15);
    HeatMaps maps = maps(Heats.spot(pictures, 2, 1, 1));

    ImagePlus composite = HeatComposite.of(pictures, maps);

    assertThat(values(composite, 1, 2)[0]).isEqualTo(-1024 + 2 * 20);
    composite.setPosition(1, 1, 1);
    assertThat(composite.getDisplayRangeMin()).isEqualTo(-1024 + 2 * 5);
  }

  @Test
  void aNiftiFileHasTheValuesOnTheImagesGrid() throws UnreadableImageException {
    Path file = folder.resolve("heat.nii.gz");

    List<Path> files = HeatExport.write(image, maps(Heats.layer(image, "", "", here, 1)), file);

    assertThat(files).containsExactly(file);
    SourceImage read = ImageFiles.read(file);
    assertThat(read.volume().voxels()).isEqualTo(here.onSource().voxels());
    assertThat(read.geometry().sameGridAs(grid)).isTrue();
  }

  @Test
  void lesionsThatShareSlicesGetAFileEach() throws UnreadableImageException {
    HeatMaps maps =
        maps(
            Heats.layer(image, "lesion 1", "", here, 1),
            Heats.layer(image, "../lesion 2", "", there, 1));

    List<Path> files = HeatExport.write(image, maps, folder.resolve("heat.nii"));

    assertThat(files)
        .containsExactly(
            folder.resolve("heat-lesion-1.nii"), folder.resolve("heat-..-lesion-2.nii"));
    assertThat(ImageFiles.read(files.get(1)).volume().voxels())
        .isEqualTo(there.onSource().voxels());
  }

  @Test
  void aLesionsFileReplacesOnlyOneThatRadcamWrote() throws IOException {
    HeatMaps maps =
        maps(
            Heats.layer(image, "lesion 1", "", here, 1),
            Heats.layer(image, "lesion 2", "", there, 1));
    for (String ending : List.of(".nii", ".nii.gz")) {
      Path file = folder.resolve("heat" + ending);
      HeatExport.write(image, maps, file);
      assertThat(HeatExport.write(image, maps, file)).hasSize(2);
      Path second = folder.resolve("heat-lesion-2" + ending);
      Files.writeString(second, "mine");

      assertThatThrownBy(() -> HeatExport.write(image, maps, file))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("was not written by RadCAM");
      assertThat(second).hasContent("mine");
    }
  }

  @Test
  void othersMayReadATiffFileAsTheyMayOtherFiles() throws IOException {
    Path file = folder.resolve("heat.tif");
    Path usual = Files.writeString(folder.resolve("usual"), "");
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");

    HeatExport.write(image, maps(Heats.layer(image, "", "", here, 1)), file);

    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @Test
  void picturesOfAStackGoIntoOneFileWithNothingBetween() throws UnreadableImageException {
    ImagePlus pictures = Heats.pictures(40, 30, 3);
    Path file = folder.resolve("heat.nii");

    HeatExport.write(
        pictures, maps(Heats.spot(pictures, 1, 4, 5), Heats.spot(pictures, 3, 6, 7)), file);

    Volume read = ImageFiles.read(file).volume();
    assertThat(read.size().slices()).isEqualTo(3);
    assertThat(read.at(4, 5, 0)).isEqualTo(3);
    assertThat(read.at(6, 7, 2)).isEqualTo(3);
    assertThat(read.at(4, 5, 1)).isNaN();
  }

  @Test
  void aTiffFileHasEveryChannel() throws IOException {
    Path file = folder.resolve("heat.tif");
    HeatMaps maps =
        maps(
            Heats.layer(image, "lesion 1", "", here, 1),
            Heats.layer(image, "lesion 2", "", there, 1));

    HeatExport.write(image, maps, file);

    ImagePlus opened = IJ.openImage(file.toString());
    assertThat(opened.getNChannels()).isEqualTo(2);
    assertThat(values(opened, 2, 8)).isEqualTo(there.onSource().slice(7).voxels());
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() {
    HeatMaps maps = maps(Heats.layer(image, "", "", here, 1));

    assertThatThrownBy(
            () -> HeatExport.write(image, maps, folder.resolve("no such folder/heat.nii")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("heat.nii' cannot be written");
  }

  private static HeatMaps maps(HeatLayer... layers) {
    return HeatMaps.of(List.of(layers), LOOK);
  }

  private static String label(ImagePlus heat, int channel, int slice) {
    return heat.getStack().getShortSliceLabel(heat.getStackIndex(channel, slice, 1), 200);
  }

  private static float[] values(ImagePlus heat, int channel, int slice) {
    return (float[]) heat.getStack().getPixels(heat.getStackIndex(channel, slice, 1));
  }
}
