package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.io.NiftiImages;
import org.radcam.model.ModelCard;
import org.radcam.task.Tasks;

/** Two lesions of a CT in one map of labels. */
class CaseReaderTest {
  private static final Geometry GRID =
      new Geometry(
          new Size(8, 6, 4),
          new Vector3(0.7, 0.9, 3),
          new Vector3(-20, 31, 7),
          Direction.IDENTITY,
          LengthUnit.MILLIMETRE);

  @TempDir private Path folder;

  @BeforeEach
  void drawLesions() throws IOException {
    float[] labels = new float[GRID.size().voxels()];
    labels[GRID.size().index(1, 1, 1)] = 1;
    labels[GRID.size().index(5, 4, 2)] = 2;
    labels[GRID.size().index(6, 4, 2)] = 2;
    NiftiImages.write(folder.resolve("ct.nii.gz"), Volume.filled(GRID, 40));
    NiftiImages.write(folder.resolve("lesions.nii.gz"), new Volume(GRID, labels));
  }

  @Test
  void everyRowHasTheLesionThatItNames() throws IOException {
    assertThat(read("2").roi().orElseThrow().voxels().stream())
        .containsExactly(GRID.size().index(5, 4, 2), GRID.size().index(6, 4, 2));
    assertThat(read("1").roi().orElseThrow().count()).isEqualTo(1);
    assertThat(read("").roi().orElseThrow().count()).isEqualTo(3);
    assertThatThrownBy(() -> read("3"))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "The region of interest of case 'a' cannot be used: The mask 'lesions.nii.gz' holds no"
                + " voxel of the label 3; its labels are [1, 2]");
  }

  private Case read(String label) throws IOException {
    Path manifest = folder.resolve("manifest.csv");
    Files.writeString(
        manifest,
        "case,patient,image,roi,roi_label,label\n"
            + "a,P1,ct.nii.gz,lesions.nii.gz,"
            + label
            + ",osteoid\n");
    CaseNeeds needs = new CaseNeeds(Tasks.get("bone-matrix"), List.of("CT"), true, List.of());
    TrainingCase one =
        ManifestReader.read(manifest, ManifestColumns.STANDARD, needs).cases().get(0);
    ModelCard plan =
        new PackageMaker(RecipeReader.builtIn("bone-matrix-demo"), new Provenance("", "", "", ""))
            .plan();
    return new CaseReader(plan).read(one);
  }
}
