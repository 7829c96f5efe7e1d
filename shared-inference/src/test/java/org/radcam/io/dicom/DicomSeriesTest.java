package org.radcam.io.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.radcam.io.GoldenPlace.assertClose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.io.DicomSeries;
import org.radcam.io.ImageFiles;
import org.radcam.io.UnreadableImageException;

class DicomSeriesTest {
  /** Rows point to the back, columns to the feet: slices go from the left to the right. */
  private static final String SAGITTAL = "0\\1\\0\\0\\0\\-1";

  private static final String AXIAL = "1\\0\\0\\0\\1\\0";

  @TempDir Path folder;

  /** Three columns, two rows; every pixel is {@code value}. */
  private DicomBytes slice(String series, String orientation, String position, int value) {
    return start(series, orientation, position).words(0x7FE0_0010, pixels(6, value));
  }

  private static int[] pixels(int count, int value) {
    int[] pixels = new int[count];
    Arrays.fill(pixels, value);
    return pixels;
  }

  private static DicomBytes start(String series, String orientation, String position) {
    return DicomBytes.image(DicomBytes.EXPLICIT, 3, 2, 16)
        .text(0x0018_0050, "DS", "7")
        .text(0x0020_000E, "UI", series)
        .text(0x0020_0032, "DS", position)
        .text(0x0020_0037, "DS", orientation)
        .text(0x0028_0030, "DS", "0.5\\0.25");
  }

  private void add(String name, DicomBytes slice) throws IOException {
    Files.write(folder.resolve(name), slice.file());
  }

  private void axial(double... heights) throws IOException {
    for (int n = 0; n < heights.length; n++) {
      add(n + ".dcm", slice("1.2", AXIAL, "4\\5\\" + heights[n], n));
    }
  }

  @Test
  void slicesAreSortedAlongTheirNormalWhateverTheFilesAreCalled() throws IOException {
    add("a", slice("1.2", SAGITTAL, "-3\\5\\6", 1));
    add("b", slice("1.2", SAGITTAL, "3\\5\\6", 3));
    add("c", slice("1.2", SAGITTAL, "0\\5\\6", 2));
    SourceImage image = ImageFiles.read(folder);
    Geometry grid = image.geometry();
    assertThat(grid.size()).isEqualTo(new Size(3, 2, 3));
    assertThat(grid.spacing()).isEqualTo(new Vector3(0.25, 0.5, 3));
    assertThat(grid.direction().k()).isEqualTo(new Vector3(-1, 0, 0));
    assertThat(grid.origin()).isEqualTo(new Vector3(3, 5, 6));
    assertThat(image.volume().at(0, 0, 0)).isEqualTo(3);
    assertThat(image.volume().at(2, 1, 1)).isEqualTo(2);
    assertThat(image.volume().at(2, 1, 2)).isEqualTo(1);
    assertThat(image.name()).isEqualTo(folder.getFileName().toString());
  }

  @Test
  void roundedPositionsOfAnObliqueStackAreEvenedOut() throws IOException {
    for (int k = 0; k < 30; k++) {
      // Normal (0, -0.6, 0.8), slices 0.7 mm apart, positions rounded to hundredths.
      String position = String.format(Locale.ROOT, "0\\%.2f\\%.2f", -0.42 * k, 0.56 * k);
      add("s" + k, slice("1.2", "1\\0\\0\\0\\0.8\\0.6", position, k));
    }
    Geometry grid = ImageFiles.read(folder).geometry();
    assertClose(grid.spacing(), 0.25, 0.5, 0.7);
    assertClose(grid.direction().k(), 0, -0.6, 0.8);
  }

  @Test
  void slopesThatDifferBetweenSlicesAreAppliedAndEqualOnesKept() throws IOException {
    for (int k = 0; k < 3; k++) {
      add(
          "pet" + k,
          start("1.2", AXIAL, "0\\0\\" + k)
              .text(0x0028_1052, "DS", "-1")
              .text(0x0028_1053, "DS", String.valueOf(0.5 + k))
              .words(0x7FE0_0010, pixels(6, 10)));
    }
    SourceImage pet = ImageFiles.read(folder);
    assertThat(pet.volume().at(1, 1, 0)).isEqualTo(4);
    assertThat(pet.volume().at(1, 1, 2)).isEqualTo(24);
    assertThat(pet.traits().rescaleSlope()).isEqualTo(1);
    assertThat(pet.traits().rescaleIntercept()).isZero();
    add(
        "ct",
        start("1.1", AXIAL, "0\\0\\0")
            .text(0x0028_1052, "DS", "-1024")
            .words(0x7FE0_0010, pixels(6, 24)));
    add(
        "ct2",
        start("1.1", AXIAL, "0\\0\\1")
            .text(0x0028_1052, "DS", "-1024")
            .words(0x7FE0_0010, pixels(6, 24)));
    SourceImage ct = ImageFiles.readSeries(folder, "1.1");
    assertThat(ct.volume().voxels()).containsOnly(24);
    assertThat(ct.traits().rescaleIntercept()).isEqualTo(-1024);
    assertThat(ct.traits().brightness()).isEqualTo(Brightness.LARGE_IS_BRIGHT);
  }

  @Test
  void aSeriesLiesInTheFrameOfReferenceOfItsSlicesWhichMustNotDiffer() throws IOException {
    add("a", in("1.9", 0));
    add("b", in("1.9", 2));
    assertThat(ImageFiles.read(folder).placement()).isEqualTo(Placement.in("1.9"));
    add("c", in("1.8", 4));
    assertThatThrownBy(() -> ImageFiles.read(folder))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("differing frames of reference")
        .hasMessageNotContaining("1.9");
  }

  private static DicomBytes in(String frame, int height) {
    return start("1.2", AXIAL, "0\\0\\" + height)
        .text(0x0020_0052, "UI", frame)
        .words(0x7FE0_0010, pixels(6, 1));
  }

  @Test
  void amongSeveralSeriesOneIsChosenByItsUid() throws IOException {
    axial(0, 1);
    add("other", slice("1.3", AXIAL, "0\\0\\0", 9));
    assertThat(ImageFiles.series(folder))
        .containsExactly(new DicomSeries("1.2", "DX", 2), new DicomSeries("1.3", "DX", 1));
    assertThatThrownBy(() -> ImageFiles.read(folder))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("2 series")
        .hasMessageContaining("DX, images: 2, UID 1.2; DX, images: 1, UID 1.3");
    assertThat(ImageFiles.readSeries(folder, "1.3").volume().voxels()).containsOnly(9);
    assertThatThrownBy(() -> ImageFiles.readSeries(folder, "1.4"))
        .hasMessageContaining("no series of this Series Instance UID");
  }

  @Test
  void aGapIsRefusedSayingWhereItIs() throws IOException {
    axial(0, 5, 10, 20, 25);
    assertThatThrownBy(() -> ImageFiles.read(folder))
        .hasMessageContaining("10.00 mm between slices 3 and 4 of 5")
        .hasMessageContaining("from the patient's feet")
        .hasMessageContaining("5.000 mm elsewhere");
  }

  @Test
  void distancesThatDriftAreRefusedToo() throws IOException {
    axial(0, 0.95, 1.9, 2.85, 3.8, 4.85, 5.9, 6.95, 8);
    assertThatThrownBy(() -> ImageFiles.read(folder)).hasMessageContaining("no regular grid");
  }

  @Test
  void severalImagesAtOnePositionAreRefused() throws IOException {
    axial(0, 5, 5, 10);
    assertThatThrownBy(() -> ImageFiles.read(folder)).hasMessageContaining("same position");
  }

  @Test
  void copiesOfAnImageAreRefused() throws IOException {
    add("one", slice("1.2", AXIAL, "0\\0\\0", 1).text(0x0008_0018, "UI", "1.2.3"));
    add("two", slice("1.2", AXIAL, "0\\0\\5", 1).text(0x0008_0018, "UI", "1.2.3"));
    assertThatThrownBy(() -> ImageFiles.read(folder)).hasMessageContaining("more than once");
  }

  @Test
  void aTiltedGantryIsRefused() throws IOException {
    for (int k = 0; k < 4; k++) {
      add("s" + k, slice("1.2", AXIAL, "0\\" + 0.9 * k + "\\" + 5 * k, k));
    }
    assertThatThrownBy(() -> ImageFiles.read(folder))
        .hasMessageContaining("tilted gantry")
        .hasMessageContaining("slice 2 of 4 by 0.900 mm");
  }

  @Test
  void imagesThatAreNoSlicesOfOneVolumeAreRefused() throws IOException {
    axial(0, 5);
    add("scout", slice("1.2", SAGITTAL, "0\\0\\0", 1));
    assertThatThrownBy(() -> ImageFiles.read(folder))
        .hasMessageContaining("orientation, as scouts");
    add(
        "scout",
        DicomBytes.image(DicomBytes.EXPLICIT, 4, 2, 16)
            .text(0x0020_000E, "UI", "1.2")
            .text(0x0020_0032, "DS", "4\\5\\10")
            .text(0x0020_0037, "DS", AXIAL)
            .text(0x0028_0030, "DS", "0.5\\0.25")
            .words(0x7FE0_0010, pixels(8, 1)));
    assertThatThrownBy(() -> ImageFiles.read(folder))
        .hasMessageContaining("differ in size (3 x 2 and 4 x 2)");
    add(
        "scout",
        DicomBytes.image(DicomBytes.EXPLICIT, 3, 2, 16)
            .text(0x0020_000E, "UI", "1.2")
            .text(0x0020_0032, "DS", "4\\5\\10")
            .text(0x0020_0037, "DS", AXIAL)
            .text(0x0028_0030, "DS", "0.5\\0.5")
            .words(0x7FE0_0010, pixels(6, 1)));
    assertThatThrownBy(() -> ImageFiles.read(folder)).hasMessageContaining("size of their pixels");
    add(
        "scout",
        DicomBytes.image(DicomBytes.EXPLICIT, 3, 2, 16)
            .text(0x0020_000E, "UI", "1.2")
            .words(0x7FE0_0010, pixels(6, 1)));
    assertThatThrownBy(() -> ImageFiles.read(folder)).hasMessageContaining("where they lie");
    add(
        "scout",
        DicomBytes.image(DicomBytes.EXPLICIT, 3, 2, 16)
            .text(0x0020_000E, "UI", "1.2")
            .text(0x0020_0032, "DS", "4\\5\\10")
            .text(0x0020_0037, "DS", AXIAL)
            .text(0x0028_0030, "DS", "0\\0") // by which files say that it is unknown
            .words(0x7FE0_0010, pixels(6, 1)));
    assertThatThrownBy(() -> ImageFiles.read(folder)).hasMessageContaining("where they lie");
  }

  @Test
  void otherFilesArePassedOverAndABrokenImageIsNamed() throws IOException {
    axial(0, 5);
    Files.writeString(folder.resolve("LICENSE"), "words");
    Files.createDirectory(folder.resolve("more"));
    add("report", new DicomBytes(DicomBytes.EXPLICIT).text(0x0008_0060, "CS", "SR"));
    assertThat(ImageFiles.read(folder).volume().size().slices()).isEqualTo(2);
    byte[] cut = slice("1.2", AXIAL, "4\\5\\10", 1).file();
    Files.write(folder.resolve("broken.dcm"), Arrays.copyOf(cut, cut.length - 1));
    assertThatThrownBy(() -> ImageFiles.read(folder))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("'broken.dcm'")
        .hasMessageContaining("cut off");
  }

  @Test
  void aFolderWithoutImagesSaysSo() {
    assertThatThrownBy(() -> ImageFiles.read(folder))
        .hasMessage("The folder holds no DICOM images (folders in it are not looked into).");
  }

  @Test
  void anOpenedFolderHasADigestOfItsImagesWhateverTheyAreCalled() throws IOException {
    axial(0, 5);
    String digest = ImageFiles.open(folder).sha256();
    assertThat(ImageFiles.open(folder).decode().volume().size().slices()).isEqualTo(2);
    Files.move(folder.resolve("0.dcm"), folder.resolve("z.dcm"));
    assertThat(ImageFiles.open(folder).sha256()).isEqualTo(digest);
    add("z.dcm", slice("1.2", AXIAL, "4\\5\\0", 77));
    assertThat(ImageFiles.open(folder).sha256()).isNotEqualTo(digest);
  }
}
