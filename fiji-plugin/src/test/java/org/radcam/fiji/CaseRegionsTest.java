package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.fiji.image.Region;
import org.radcam.fiji.image.RegionSource;
import org.radcam.fiji.image.SliceRange;
import org.radcam.fiji.image.VolumeAdapter;
import org.radcam.fiji.options.RegionSettings;
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

  private List<Region> regions(RegionSource source, Optional<String> mask, Optional<String> file) {
    RegionSettings each = new RegionSettings(source, mask, file, SliceRange.CURRENT, true);
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
