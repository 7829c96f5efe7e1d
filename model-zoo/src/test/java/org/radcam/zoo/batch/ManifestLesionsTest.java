package org.radcam.zoo.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.Progress;
import org.radcam.batch.BatchRequest;
import org.radcam.batch.BatchSummary;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.ConnectedComponents;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.io.MaskFiles;
import org.radcam.io.NiftiImages;
import org.radcam.render.HeatStyle;
import org.radcam.zoo.ModelZoo;
import org.radcam.zoo.phantom.PhantomFolder;
import org.radcam.zoo.phantom.Phantoms;

/** A brain with the phantom's metastasis, a second one drawn by hand, and a speck. */
class ManifestLesionsTest {
  @TempDir Path folder;
  private Path data;
  private Path output;
  private Geometry grid;

  @BeforeEach
  void drawPhantom() throws IOException {
    data = folder.resolve("data");
    PhantomFolder.write(
        Phantoms.get("brain-metastasis"), PhantomFolder.Counts.of(1), 135_791_113L, data);
    Path roi = data.resolve("masks/phantom-0001.nii.gz");
    grid = ImageFiles.read(roi).geometry();
    BitSet voxels = MaskFiles.read(roi, grid).voxels();
    Size size = grid.size();
    int k = size.slices() / 2;
    for (int n = 0; n < 3; n++) {
      voxels.set(size.index(2, 2 + n, k), size.index(6, 2 + n, k));
    }
    voxels.set(size.index(size.columns() - 2, size.rows() - 2, 0));
    NiftiImages.write(roi, new Mask(grid, voxels));
    output = folder.resolve("out");
  }

  @Test
  void everyLesionIsARowWithStagesAndThePatientHasASummary() throws IOException {
    BatchSummary summary = run(new ManifestSettings(true, 5, false));
    assertThat(summary.ok()).isEqualTo(2);
    List<CSVRecord> rows = read(output.resolve("results.csv"));
    assertThat(rows).extracting(row -> row.get("case")).containsOnly("phantom-0001");
    assertThat(rows).extracting(row -> row.get("lesion")).containsExactly("1", "2");
    for (CSVRecord row : rows) {
      double lung = Double.parseDouble(row.get("p_origin.lung"));
      double sclc = Double.parseDouble(row.get("p_lung.sclc"));
      assertThat(Double.parseDouble(row.get("p_sclc")))
          .isBetween(lung * sclc - 2e-6, lung * sclc + 2e-6);
      Path own = output.resolve("phantom-0001").resolve(row.get("lesion"));
      assertThat(own.resolve("overlay.png")).exists();
      assertThat(own.resolve("heatmap-origin.nii.gz")).exists();
      SourceImage heat = ImageFiles.read(own.resolve("heatmap.nii.gz"));
      assertThat(heat.geometry().sameGridAs(grid)).isTrue();
    }
    CSVRecord patient = read(summary.patients().orElseThrow()).get(0);
    assertThat(patient.get("lesions")).isEqualTo("2");
    double mean =
        rows.stream()
            .mapToDouble(row -> Double.parseDouble(row.get("p_origin.lung")))
            .average()
            .orElseThrow();
    assertThat(Double.parseDouble(patient.get("p_origin.lung")))
        .isBetween(mean - 2e-6, mean + 2e-6);
    assertThat(run(new ManifestSettings(true, 5, false)).resumed()).isEqualTo(2);
  }

  @Test
  void rowsNameTheLesionsOfOneMapOfLabels() throws IOException {
    Path roi = data.resolve("masks/phantom-0001.nii.gz");
    Mask all = MaskFiles.read(roi, grid);
    float[] labels = new float[grid.size().voxels()];
    List<Mask> lesions = ConnectedComponents.of(all, 1);
    for (int n = 0; n < lesions.size(); n++) {
      int label = n + 1;
      lesions.get(n).voxels().stream().forEach(voxel -> labels[voxel] = label);
    }
    NiftiImages.write(roi, new Volume(grid, labels));
    List<String> table = Files.readAllLines(data.resolve("labels.csv"));
    List<String> manifest = new ArrayList<>(List.of(table.get(0) + ",roi_label"));
    for (String label : List.of("1", "2", "9", "tumour")) {
      manifest.add(table.get(1).replaceFirst("phantom-0001", "lesion-" + label) + "," + label);
    }
    manifest.add(
        table
                .get(1)
                .replaceFirst("phantom-0001", "nowhere")
                .replace("masks/phantom-0001.nii.gz", "")
            + ",2");
    Files.write(data.resolve("labels.csv"), manifest);

    assertThat(run(ManifestSettings.DEFAULT).ok()).isEqualTo(2);

    List<CSVRecord> rows = read(output.resolve("results.csv"));
    assertThat(rows.get(0).get("p_sclc")).isNotEqualTo(rows.get(1).get("p_sclc"));
    assertThat(rows.get(2).get("error"))
        .contains("no voxel of the label 9; its labels are [1, 2, 3]");
    assertThat(rows.get(3).get("error")).contains("'tumour' cannot be found");
    assertThat(rows.get(4).get("error"))
        .isEqualTo(
            "Row 6 of the manifest names the region '2' (column roi_label), but no file that holds"
                + " it (column roi).");

    // Another label is another content: what is there is not taken for its answer.
    manifest.set(1, manifest.get(1).replaceFirst(",1$", ",2"));
    Files.write(data.resolve("labels.csv"), manifest);
    assertThat(run(ManifestSettings.DEFAULT).resumed()).isEqualTo(1);
    List<CSVRecord> again = read(output.resolve("results.csv"));
    assertThat(again.get(0).get("p_sclc")).isEqualTo(again.get(1).get("p_sclc"));
  }

  @Test
  void aRegionWithoutALargeEnoughPartIsAFailedRow() throws IOException {
    assertThat(run(new ManifestSettings(true, 1_000_000, false)).failed()).isEqualTo(1);
    assertThat(read(output.resolve("results.csv")).get(0).get("error"))
        .contains("no part of 1000000 or more voxels");
  }

  @Test
  void heatMapsOnTheGridsOfOtherImagesAreWrittenOnRequest() throws IOException {
    run(new ManifestSettings(false, 1, true));
    try (var files = Files.list(output.resolve("phantom-0001"))) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      assertThat(names)
          .contains("heatmap.nii.gz", "heatmap.DWI.nii.gz", "heatmap-origin.T2WI.nii.gz");
    }
  }

  private BatchSummary run(ManifestSettings settings) throws IOException {
    try (Classifier classifier =
        Classifier.open(ModelZoo.shipped().find("brain-metastasis-demo"), DeviceChoice.CPU)) {
      return ManifestBatch.run(
          new BatchRequest(
              data.resolve("labels.csv"), output, ClassifyOptions.DEFAULT, HeatStyle.DEFAULT),
          settings,
          classifier,
          Progress.NONE);
    }
  }

  private static List<CSVRecord> read(Path table) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(table, StandardCharsets.UTF_8)) {
      return format.parse(reader).getRecords();
    }
  }
}
