package org.radcam.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.TestData;
import org.radcam.UserException;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

class MaskFilesTest {
  private static final Size SIZE = new Size(3, 2, 4);

  @TempDir Path folder;

  private static Geometry oblique() {
    Vector3 i = new Vector3(0.8, 0.6, 0);
    Vector3 j = new Vector3(-0.36, 0.48, 0.8);
    return new Geometry(
        SIZE,
        new Vector3(0.7, 0.5, 3),
        new Vector3(-120, 33, -7),
        Direction.ofPlane(i, j),
        LengthUnit.MILLIMETRE);
  }

  private Path nifti(Geometry grid, float... values) throws IOException {
    Path file = folder.resolve("mask.nii.gz");
    NiftiImages.write(file, new Volume(grid, values));
    return file;
  }

  @Test
  void aMaskIsReadBackFromNifti() throws IOException {
    BitSet voxels = new BitSet();
    voxels.set(5);
    voxels.set(23);
    Path file = folder.resolve("mask.nii");
    NiftiImages.write(file, new Mask(oblique(), voxels));
    Mask mask = MaskFiles.read(file, oblique());
    assertThat(mask.voxels()).isEqualTo(voxels);
    assertThat(mask.geometry()).isEqualTo(oblique());
  }

  @Test
  void aPlacedMaskOfAnImageWithoutAPlaceNeedsItsShapeOnly() throws IOException {
    Geometry scaled = Geometry.millimetres(SIZE, 0.7, 0.5, 3);
    SourceImage image =
        new SourceImage("ct.tif", Volume.filled(scaled, 0), ImageTraits.UNKNOWN, Placement.UNKNOWN);
    float[] values = new float[24];
    values[7] = 1;
    Mask mask = MaskFiles.read(nifti(oblique(), values), image);
    assertThat(mask.geometry()).isEqualTo(scaled);
    assertThat(mask.voxels().nextSetBit(0)).isEqualTo(7);
    SourceImage placed =
        new SourceImage("ct.nii", Volume.filled(scaled, 0), ImageTraits.UNKNOWN, Placement.KNOWN);
    assertThatThrownBy(() -> MaskFiles.read(nifti(oblique(), values), placed))
        .hasMessageContaining("its first voxel is at");
  }

  /** Slices first and from the other end, columns reversed, then rows: a cyclic order. */
  @Test
  void axesInAnotherOrderAndDirectionAreTheSameVoxels() throws IOException {
    Geometry grid = oblique();
    Direction d = grid.direction();
    Geometry other =
        new Geometry(
            new Size(4, 3, 2),
            new Vector3(3, 0.7, 0.5),
            grid.toPatient(2, 0, 3),
            new Direction(d.k().times(-1), d.i().times(-1), d.j()),
            LengthUnit.MILLIMETRE);
    float[] values = new float[24];
    values[other.size().index(0, 2, 1)] = 1; // column 0, row 1, slice 3 of the image
    values[other.size().index(3, 0, 0)] = 1; // column 2, row 0, slice 0
    Mask mask = MaskFiles.read(nifti(other, values), grid);
    assertThat(mask.count()).isEqualTo(2);
    assertThat(mask.contains(0, 1, 3)).isTrue();
    assertThat(mask.contains(2, 0, 0)).isTrue();
  }

  @Test
  void aSingleSliceSeenFromTheOtherSideIsTheSameVoxels() throws IOException {
    Geometry grid = Geometry.millimetres(Size.of(2, 1), 1, 1, 5);
    Direction turned =
        new Direction(new Vector3(-1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, -1));
    Geometry other =
        new Geometry(
            Size.of(2, 1), grid.spacing(), new Vector3(1, 0, 0), turned, LengthUnit.MILLIMETRE);
    Mask mask = MaskFiles.read(nifti(other, 1, 0), grid);
    assertThat(mask.contains(0, 0, 0)).isFalse();
    assertThat(mask.contains(1, 0, 0)).isTrue();
  }

  @Test
  void aMaskOfAnotherGridIsRefusedSayingWhatDiffers() throws IOException {
    Geometry grid = oblique();
    Path shifted = nifti(grid.crop(1, 0, 0, SIZE), new float[24]);
    assertThatThrownBy(() -> MaskFiles.read(shifted, grid))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'mask.nii.gz' is not on the image's grid")
        .hasMessageContaining("(-119.440, 33.4200, -7.00000) mm, and the image's at (-120");
    Path coarse = nifti(Geometry.millimetres(SIZE, 0.7, 0.6, 3), new float[24]);
    assertThatThrownBy(() -> MaskFiles.read(coarse, grid))
        .hasMessageContaining("(0.700000, 0.600000, 3.00000) mm, and the image's (0.7");
    Path small = nifti(grid.crop(0, 0, 0, new Size(3, 2, 3)), new float[18]);
    assertThatThrownBy(() -> MaskFiles.read(small, grid))
        .hasMessageContaining("it has 3 x 2 x 3 voxels, and the image 3 x 2 x 4");
  }

  @Test
  void oneLabelOfSeveralIsChosen() throws IOException {
    float[] labels = new float[24];
    labels[3] = 1;
    labels[4] = 7;
    Path file = nifti(oblique(), labels);
    assertThat(MaskFiles.read(file, oblique()).count()).isEqualTo(2);
    assertThat(MaskFiles.read(file, oblique(), 7).voxels().stream()).containsExactly(4);
    assertThatThrownBy(() -> MaskFiles.read(file, oblique(), 2))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no voxel of the label 2; its labels are [1, 7]");
    RegionLabel tumour = RegionLabel.parse("tumour");
    assertThatThrownBy(() -> MaskFiles.read(file, oblique(), Placement.KNOWN, tumour))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("has no names for its regions, so that 'tumour' cannot be found");
  }

  @Test
  void anEmptyMaskIsReadAsThatAndFractionsAreRefused() throws IOException {
    assertThat(MaskFiles.read(nifti(oblique(), new float[24]), oblique()).isEmpty()).isTrue();
    float[] map = new float[24];
    map[9] = 0.25f;
    Path file = nifti(oblique(), map);
    assertThatThrownBy(() -> MaskFiles.read(file, oblique()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("fractions (0.25)");
    map[9] = Float.NaN;
    assertThat(MaskFiles.read(nifti(oblique(), map), oblique()).isEmpty()).isTrue();
  }

  @Test
  void aPictureNeedsTheSameNumberOfPixelsAndWhereBothKnowItTheirSize() throws IOException {
    Path png = folder.resolve("mask.png");
    PngImages.write(png, 3, 2, new int[] {0, 0xffffff, 0, 0, 0, 0x010101});
    Geometry slice = Geometry.millimetres(Size.of(3, 2), 0.2, 0.3, 1);
    assertThat(MaskFiles.read(png, slice).voxels().stream()).containsExactly(1, 5);
    assertThatThrownBy(() -> MaskFiles.read(png, oblique()))
        .hasMessageContaining("3 x 2 voxels, and the image 3 x 2 x 4");
    Path tiff = folder.resolve("mask.tif");
    FloatTiff.write(tiff, new Volume(oblique(), new float[24]));
    assertThat(MaskFiles.read(tiff, oblique()).isEmpty()).isTrue();
    FloatTiff.write(tiff, new Volume(Geometry.millimetres(SIZE, 1, 1, 1), new float[24]));
    assertThatThrownBy(() -> MaskFiles.read(tiff, oblique()))
        .hasMessageContaining("its voxels are");
  }

  @Test
  void coloursAndJpegAreNoMasks() throws IOException {
    Geometry grid = Geometry.uncalibrated(Size.of(3, 2));
    Path colour = folder.resolve("colour.png");
    PngImages.write(colour, 3, 2, new int[] {0, 0xff0000, 0, 0, 0, 0});
    assertThatThrownBy(() -> MaskFiles.read(colour, grid)).hasMessageContaining("in colours");
    Path jpeg = folder.resolve("mask.png");
    ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY), "jpeg", jpeg.toFile());
    assertThatThrownBy(() -> MaskFiles.read(jpeg, grid))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("JPEG");
    assertThatThrownBy(() -> MaskFiles.read(folder.resolve("absent"), grid))
        .isInstanceOf(UnreadableImageException.class);
    assertThatThrownBy(() -> MaskFiles.read(Files.createFile(folder.resolve("empty")), grid))
        .isInstanceOf(UnreadableImageException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"brain1", "brain2", "breast1"})
  void realMasksAreOnTheirImagesGrid(String name) throws IOException {
    Path image = TestData.require("pyradiomics/" + name + "_image.nrrd");
    Path label = TestData.require("pyradiomics/" + name + "_label.nrrd");
    Mask mask = MaskFiles.read(label, ImageFiles.read(image).geometry(), 1);
    assertThat(mask.isEmpty()).isFalse();
    Path other = TestData.require("pyradiomics/prostate_phantom_subvolume-label.nrrd");
    assertThatThrownBy(() -> MaskFiles.read(other, mask.geometry()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("82 x 67 x 13 voxels");
  }

  /** The data's README: 74 voxels inside. */
  @Test
  void thePhantomsMaskIsOnItsGrid() throws IOException {
    SourceImage phantom =
        ImageFiles.read(TestData.require("ibsi/digital_phantom/nifti/image/phantom.nii.gz"));
    Path mask = TestData.require("ibsi/digital_phantom/nifti/mask/mask.nii.gz");
    assertThat(MaskFiles.read(mask, phantom.geometry()).count()).isEqualTo(74);
  }
}
