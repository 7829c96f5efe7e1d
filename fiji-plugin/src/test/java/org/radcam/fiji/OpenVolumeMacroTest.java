package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.fiji.image.VolumeAdapter;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.io.NiftiImages;

class OpenVolumeMacroTest {
  private static final Direction OBLIQUE =
      Direction.ofPlane(new Vector3(0.96, 0.28, 0), new Vector3(-0.168, 0.576, -0.8));

  @TempDir private Path folder;

  @Test
  void aNiftiVolumeBecomesTheActiveImageAndKeepsItsPlace() throws IOException {
    Path file = nifti();
    SourceImage read = ImageFiles.read(file);

    Macros.Outcome outcome =
        Macros.run(
            "run('Open Volume...', 'path=["
                + file
                + "]'); getVoxelSize(w, h, d, unit);"
                + "print(getTitle(), nSlices, w, h, d, unit, getValue(3, 2));");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).startsWith("my volume.nii.gz 4 0.5 0.75 3 mm ");
    SourceImage shown = VolumeAdapter.volume(Macros.activeImage());
    assertThat(shown.volume().voxels()).isEqualTo(read.volume().voxels());
    assertThat(shown.geometry().sameGridAs(read.geometry())).isTrue();
    assertThat(shown.placement()).isEqualTo(read.placement());
  }

  @Test
  void itWorksInBatchModeToo() throws IOException {
    Macros.Outcome outcome =
        Macros.run(
            "setBatchMode(true); run('Open Volume...', 'path=["
                + nifti()
                + "]'); print(getTitle());");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed()).isEqualTo("my volume.nii.gz\n");
  }

  @Test
  void aFolderOfASeriesIsOneVolume() throws IOException {
    Path series = data("dicom_mr_series/CMB-CRC_SCAN_001/t2");

    Macros.Outcome outcome = Macros.run("run('Open Volume...', 'path=[" + series + "]');");

    assertThat(outcome.failures()).isEmpty();
    ImagePlus image = Macros.activeImage();
    assertThat(image.getTitle()).isEqualTo("t2");
    SourceImage read = ImageFiles.read(series);
    assertThat(VolumeAdapter.volume(image).volume().voxels()).isEqualTo(read.volume().voxels());
    assertThat(VolumeAdapter.volume(image).traits()).isEqualTo(read.traits());
  }

  @Test
  void oneOfSeveralSeriesIsChosenByNumberOrUid() throws IOException {
    copy(data("dicom_mr_series/CMB-CRC_SCAN_001/t2"), "a");
    copy(data("dicom_mr_series/CMB-CRC_SCAN_001/adc"), "b");

    Macros.Outcome unchosen = Macros.run("run('Open Volume...', 'path=[" + folder + "]');");
    assertThat(unchosen.failures())
        .singleElement()
        .asString()
        .contains("several series")
        .contains("option series")
        .contains("1: MR, images: ")
        .contains("2: MR, images: ");

    String uid = ImageFiles.series(folder).get(1).uid();
    for (String series : List.of("2", uid)) {
      Macros.Outcome chosen =
          Macros.run("run('Open Volume...', 'series=" + series + " path=[" + folder + "]');");
      assertThat(chosen.failures()).isEmpty();
      assertThat(VolumeAdapter.volume(Macros.activeImage()).volume().voxels())
          .isEqualTo(ImageFiles.readSeries(folder, uid).volume().voxels());
    }

    assertThat(Macros.run("run('Open Volume...', 'series=3 path=[" + folder + "]');").failures())
        .singleElement()
        .asString()
        .contains("holds no series '3'");
  }

  @Test
  void whatCannotBeOpenedStopsTheMacroInTheUsersWords() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "nothing");

    assertFails("path=[" + folder.resolve("absent.nii") + "]", "There is no file or folder");
    assertFails("path=[" + text + "]", "'notes.txt' cannot be opened.");
    assertFails("path=[" + folder + "]", "holds no DICOM images");
    assertFails("series=1 path=[" + text + "]", "is a file");
    assertFails("", "Say which file or folder");
    assertFails("file=[" + text + "]", "no option 'file'");
  }

  private static void assertFails(String options, String message) {
    Macros.Outcome outcome =
        Macros.run("run('Open Volume...', '" + options + "'); print('went on');");

    assertThat(outcome.failures()).as(options).singleElement().asString().contains(message);
    assertThat(outcome.printed()).doesNotContain("went on");
  }

  private Path nifti() throws IOException {
    Size size = new Size(5, 4, 4);
    float[] voxels = new float[size.voxels()];
    for (int n = 0; n < voxels.length; n++) {
      voxels[n] = 100 - 7 * n;
    }
    Geometry grid =
        new Geometry(
            size,
            new Vector3(0.5, 0.75, 3),
            new Vector3(-10, 20, 30),
            OBLIQUE,
            LengthUnit.MILLIMETRE);
    Path file = folder.resolve("my volume.nii.gz");
    NiftiImages.write(file, new Volume(grid, voxels));
    return file;
  }

  private void copy(Path from, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(prefix + file.getFileName()));
      }
    }
  }

  private static Path data(String name) {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolve("shared").resolve("data").resolve(name);
      if (Files.exists(data)) {
        return data;
      }
    }
    Assumptions.abort("Skipped: no test data at shared/data/" + name);
    throw new IllegalStateException();
  }
}
