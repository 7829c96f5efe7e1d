package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.fiji.image.Region;
import org.radcam.fiji.image.RegionSource;
import org.radcam.fiji.image.SliceRange;
import org.radcam.fiji.image.VolumeAdapter;
import org.radcam.fiji.options.RegionSettings;
import org.radcam.image.Geometry;
import org.radcam.image.Volume;
import org.radcam.io.NiftiImages;
import org.radcam.io.RegionLabel;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

class CaseRegionsTest {
  private final Task task = Tasks.get("brain-metastasis");
  private final ImagePlus image = IJ.createImage("scan", "8-bit ramp", 40, 30, 6);

  @TempDir private Path folder;

  @Test
  void twoAreasOfOneGroupAreOneLesionHoweverTheirFileIsNamed() throws IOException {
    for (String name : List.of("rois.zip", "rois without an ending")) {
      String file = group(name).toString();

      assertThat(regions(RegionSource.FILE, Optional.empty(), Optional.of(file))).hasSize(1);
      assertThat(regions(RegionSource.MASK, Optional.of(file), Optional.empty())).hasSize(1);
    }
  }

  @Test
  void ofAMaskWithSeveralLabelsOneCanBeMeant() throws IOException {
    Geometry grid = VolumeAdapter.grid(image);
    float[] values = new float[grid.size().voxels()];
    Arrays.fill(values, 100, 110, 1);
    Arrays.fill(values, 3000, 3004, 2);
    Path file = folder.resolve("labels.nii");
    NiftiImages.write(file, new Volume(grid, values));
    assertThat(labelled(file, RegionLabel.ALL)).containsExactly(14);
    assertThat(labelled(file, RegionLabel.of(2))).containsExactly(4);
    assertThatThrownBy(() -> labelled(file, RegionLabel.of(3)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no voxel of the label 3; its labels are [1, 2]");
    Path rois = group("rois.zip");
    assertThatThrownBy(() -> labelled(rois, RegionLabel.of(1)))
        .hasMessageContaining("leave out 'label'");
  }

  private List<Integer> labelled(Path file, RegionLabel label) {
    RegionSettings settings =
        new RegionSettings(
            RegionSource.FILE,
            Optional.empty(),
            Optional.of(file.toString()),
            label,
            SliceRange.CURRENT,
            false);
    return new CaseRegions(task, settings)
            .of(
                RoleImage.of(task.referenceRole(), image),
                () -> VolumeAdapter.grid(image),
                () -> VolumeAdapter.volume(image))
            .stream()
            .map(region -> region.mask().count())
            .toList();
  }

  private List<Region> regions(RegionSource source, Optional<String> mask, Optional<String> file) {
    RegionSettings each =
        new RegionSettings(source, mask, file, RegionLabel.ALL, SliceRange.CURRENT, true);
    return new CaseRegions(task, each)
        .of(
            RoleImage.of(task.referenceRole(), image),
            () -> VolumeAdapter.grid(image),
            () -> VolumeAdapter.volume(image));
  }

  private Path group(String name) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int n = 0; n < 2; n++) {
        Roi roi = new Roi(2 + 20 * n, 2, 5, 5);
        roi.setGroup(3);
        roi.setPosition(2);
        out.putNextEntry(new ZipEntry("area" + n + ".roi"));
        out.write(RoiEncoder.saveAsByteArray(roi));
        out.closeEntry();
      }
    }
    return file;
  }
}
