package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.io.NiftiImages;

/** A region that was drawn on T2WI, and a model of ADC alone. */
class CaseMasksTest {
  private static final Geometry T2WI =
      new Geometry(
          new Size(24, 20, 6),
          new Vector3(1, 1, 4),
          new Vector3(-5, 3, 8),
          Direction.IDENTITY,
          LengthUnit.MILLIMETRE);

  /** Coarser, shifted, and stored from front to back. */
  private static final Geometry ADC =
      new Geometry(
          new Size(16, 14, 7),
          new Vector3(2, 2, 4),
          new Vector3(-7, 27, 7),
          new Direction(new Vector3(1, 0, 0), new Vector3(0, -1, 0), new Vector3(0, 0, 1)),
          LengthUnit.MILLIMETRE);

  private static final Recipe RECIPE =
      RecipeReader.of(
          "adc", "from: sinonasal-study\nroles: [ADC]\ncombine: channels\nmodel: {id: adc-own}\n");

  @TempDir private Path folder;

  @Test
  void comesOverFromTheGridOfAnImageThatTheRecipePassesOver() throws IOException {
    write(box(T2WI));

    Mask roi = region("case,patient,label,image:T2WI,image:ADC,roi\na,P,scc,t2,adc,roi\n").get();

    assertThat(roi.geometry().sameGridAs(ADC)).isTrue();
    assertThat(roi.count()).isPositive();
    roi.voxels().stream()
        .forEach(
            voxel -> {
              Size size = ADC.size();
              int area = size.columns() * size.rows();
              int row = voxel % area / size.columns();
              int slice = voxel / area;
              Vector3 at = T2WI.toIndex(ADC.toPatient(voxel % size.columns(), row, slice));
              assertThat(at.x()).isBetween(5.4, 14.6);
              assertThat(at.y()).isBetween(3.4, 12.6);
              assertThat(at.z()).isBetween(1.4, 4.6);
            });
    double volume = roi.count() * 2 * 2 * 4;
    assertThat(volume).isBetween(0.7 * 9 * 9 * 3 * 4, 1.3 * 9 * 9 * 3 * 4);
  }

  @Test
  void isTakenAsItIsOnTheGridOfTheRecipesOwnImage() throws IOException {
    Mask drawn = box(ADC);
    write(drawn);

    Mask roi = region("case,patient,label,image:T2WI,image:ADC,roi\na,P,scc,t2,adc,roi\n").get();

    assertThat(roi.voxels()).isEqualTo(drawn.voxels());
  }

  @Test
  void isRefusedWhereTheManifestHasNoImageOfItsGrid() throws IOException {
    write(box(T2WI));

    assertThatThrownBy(() -> region("case,patient,label,image:ADC,roi\na,P,scc,adc,roi\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("region of interest of case 'a'")
        .hasMessageContaining("24 x 20 x 6");
  }

  private Optional<Mask> region(String manifest) throws IOException {
    Path file = folder.resolve("manifest.csv");
    Files.writeString(
        file,
        manifest
            .replace(",t2", ",t2.nii.gz")
            .replace(",adc", ",adc.nii.gz")
            .replace(",roi\n", ",roi.nii.gz\n")
            .replaceFirst("roi.nii.gz\n", "roi\n"));
    Manifest read = ManifestReader.read(file, ManifestColumns.STANDARD, CaseNeeds.of(RECIPE));
    PackageMaker maker =
        new PackageMaker(RECIPE, new Provenance("", "", "", ""), new TestPhantoms());
    return new CaseReader(maker.plan()).read(read.cases().get(0)).roi();
  }

  private void write(Mask roi) throws IOException {
    NiftiImages.write(folder.resolve("t2.nii.gz"), Volume.filled(T2WI, 1));
    NiftiImages.write(folder.resolve("adc.nii.gz"), Volume.filled(ADC, 1));
    NiftiImages.write(folder.resolve("roi.nii.gz"), roi);
  }

  /** Columns 6 to 14, rows 4 to 12, slices 2 to 4. */
  private static Mask box(Geometry grid) {
    BitSet voxels = new BitSet();
    for (int k = 2; k <= 4; k++) {
      for (int j = 4; j <= 12; j++) {
        voxels.set(grid.size().index(6, j, k), grid.size().index(14, j, k) + 1);
      }
    }
    return new Mask(grid, voxels);
  }
}
