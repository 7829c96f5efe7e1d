package org.radcam.fiji.heat;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.engine.DeviceChoice;
import org.radcam.fiji.image.VolumeImage;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.io.ImageFiles;
import org.radcam.io.MaskFiles;
import org.radcam.render.HeatStyle;
import org.radcam.task.ImageRole;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.radcam.zoo.ModelZoo;
import org.radcam.zoo.phantom.PhantomFolder;
import org.radcam.zoo.phantom.Phantoms;

/** The demo cascade on a phantom whose sequences have grids of their own. */
class HeatOfACascadeTest {
  @TempDir private Path folder;

  @Test
  void theHeatOfEveryStageLiesInTheLesionOnTheGridOfEverySequence() throws IOException {
    Task task = Tasks.get("brain-metastasis");
    PhantomFolder.write(Phantoms.get(task.key()), PhantomFolder.Counts.of(1), 7, folder);
    CSVRecord row = row();
    Map<String, SourceImage> images = new LinkedHashMap<>();
    for (ImageRole role : task.roles()) {
      images.put(role.key(), ImageFiles.read(folder.resolve(row.get("image:" + role.key()))));
    }
    SourceImage reference = images.get(task.referenceRole().key());
    Mask lesion = MaskFiles.read(folder.resolve(row.get("mask")), reference);
    Result result;
    try (Classifier classifier =
        Classifier.open(ModelZoo.shipped().find("brain-metastasis-demo"), DeviceChoice.CPU)) {
      result =
          classifier.classify(
              new Case("case", images, Optional.of(lesion), Map.of()), ClassifyOptions.DEFAULT);
    }
    assertThat(images.get("DWI").geometry().size())
        .isNotEqualTo(images.get("CE-T1WI").geometry().size());

    for (String role : List.of("CE-T1WI", "DWI")) {
      ImagePlus image = VolumeImage.of(images.get(role));
      List<HeatLayer> layers = HeatLayer.of(result, "", role, 1);
      assertThat(HeatMaps.add(image, layers, HeatStyle.DEFAULT, true)).isEmpty();
      HeatMaps maps = HeatMaps.of(image).orElseThrow();
      assertThat(maps.stages()).hasSize(3).startsWith(HeatLayer.FINAL, "origin");

      Geometry grid = images.get(role).geometry();
      HeatMap expected = result.heatMap().orElseThrow().on(grid);
      for (int slice = 1; slice <= image.getStackSize(); slice++) {
        assertThat(maps.layers().get(0).values(slice))
            .isEqualTo(expected.onSource().slice(slice - 1).voxels());
      }
      maps.goToHottest(image);
      assertThat(distance(hottest(expected), lesion)).isLessThan(15);
      assertThat(image.getOverlay().size()).isBetween(1, image.getStackSize() - 1);
      assertThat(HeatMaps.dropStale(image)).isEmpty();
      show(image, role);
    }
  }

  /** For the eye: the flattened slice with the most heat. */
  private static void show(ImagePlus image, String role) throws IOException {
    Path pictures = Files.createDirectories(Path.of("target", "pictures"));
    IJ.saveAs(image.flatten(), "PNG", pictures.resolve("cascade-" + role + ".png").toString());
  }

  private CSVRecord row() throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().get();
    try (CSVParser parser =
        CSVParser.parse(folder.resolve("labels.csv"), StandardCharsets.UTF_8, format)) {
      return parser.getRecords().get(0);
    }
  }

  private static Vector3 hottest(HeatMap map) {
    float[] values = map.onSource().voxels();
    int best = 0;
    for (int n = 0; n < values.length; n++) {
      best = values[n] > values[best] || Float.isNaN(values[best]) ? n : best;
    }
    return place(map.onSource().geometry(), best);
  }

  private static Vector3 place(Geometry grid, int voxel) {
    int columns = grid.size().columns();
    int slice = voxel / (columns * grid.size().rows());
    int row = voxel / columns % grid.size().rows();
    return grid.toPatient(voxel % columns, row, slice);
  }

  /** From a place to the nearest voxel of a mask, in mm. */
  private static double distance(Vector3 place, Mask mask) {
    return mask.voxels().stream()
        .mapToDouble(voxel -> place(mask.geometry(), voxel).minus(place).length())
        .min()
        .orElseThrow();
  }
}
