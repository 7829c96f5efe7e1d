package org.radcam.io.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.io.MaskFiles;
import org.radcam.io.RegionLabel;
import org.radcam.io.UnreadableImageException;
import org.radcam.io.format.ImageFormatException;

/** Segmentations over an oblique grid of non-square pixels, whose frames are no whole bytes. */
class SegmentationsTest {
  private static final Geometry GRID =
      new Geometry(
          new Size(7, 5, 6),
          new Vector3(0.5, 0.8, 3),
          new Vector3(-20, 31, 7),
          new Direction(new Vector3(0.8, 0.6, 0), new Vector3(0, 0, -1), new Vector3(-0.6, 0.8, 0)),
          LengthUnit.MILLIMETRE);

  private static final OptionalInt ANY = OptionalInt.empty();

  @Test
  void framesThatBeginWithinAByteComeOntoTheirSlicesInWhateverOrder() throws ImageFormatException {
    byte[] file =
        new SegmentationBytes("BINARY", GRID)
            .segment(1, "tumour")
            .segment(2, "oedema")
            .frame(1, 4, with(3, 34))
            .frame(2, 4, with(7))
            .frame(1, 1, with(0, 8))
            .frame(2, 0, with(1))
            .file();
    Mask tumour = read(file, GRID, Placement.KNOWN, OptionalInt.of(1));
    assertThat(tumour.voxels()).isEqualTo(voxels(4 * 35 + 3, 4 * 35 + 34, 35, 35 + 8));
    assertThat(read(file, GRID, Placement.KNOWN, OptionalInt.of(2)).voxels())
        .isEqualTo(voxels(4 * 35 + 7, 1));
  }

  @Property(tries = 40)
  void whatIsWrittenIsReadAgain(
      @ForAll @IntRange(min = 1, max = 9) int columns,
      @ForAll @IntRange(min = 1, max = 9) int rows,
      @ForAll @IntRange(min = 1, max = 4) int slices,
      @ForAll long seed)
      throws ImageFormatException {
    Geometry grid = GRID.crop(-2, 1, 3, new Size(columns, rows, slices));
    Mask mask = random(grid, seed);
    byte[] file = new SegmentationBytes("BINARY", grid).segment(1, "").mask(1, mask).file();
    assertThat(read(file, grid, Placement.KNOWN, ANY)).isEqualTo(mask);
  }

  @Property(tries = 20)
  void framesWhoseRowsAndColumnsRunAnotherWayAreTheSameVoxels(@ForAll long seed)
      throws ImageFormatException {
    Direction own = GRID.direction();
    Vector3 spacing = GRID.spacing();
    // Columns down the image's rows from its last, rows along its columns, slices backwards.
    Geometry turned =
        new Geometry(
            new Size(5, 7, 6),
            new Vector3(spacing.y(), spacing.x(), spacing.z()),
            GRID.toPatient(0, 4, 0),
            new Direction(own.j().times(-1), own.i(), own.k()),
            LengthUnit.MILLIMETRE);
    Mask mask = random(turned, seed);
    byte[] file = new SegmentationBytes("BINARY", turned).segment(1, "").mask(1, mask).file();
    Mask read = read(file, GRID, Placement.KNOWN, ANY);
    assertThat(read.count()).isEqualTo(mask.count());
    for (int k = 0; k < 6; k++) {
      for (int j = 0; j < 5; j++) {
        for (int i = 0; i < 7; i++) {
          assertThat(read.contains(i, j, k)).isEqualTo(mask.contains(4 - j, i, k));
        }
      }
    }
  }

  @Test
  void whatLiesBesideTheImageIsCutOffAndWhatLiesWhollyBesideItRefused()
      throws ImageFormatException {
    Geometry shifted = GRID.crop(-3, 2, -1, GRID.size());
    byte[] across =
        new SegmentationBytes("BINARY", shifted)
            .segment(1, "")
            .frame(1, 0, all())
            .frame(1, 2, all())
            .file();
    Mask mask = read(across, GRID, Placement.KNOWN, ANY);
    assertThat(mask.bounds()).isEqualTo(new Mask.Box(0, 2, 1, new Size(4, 3, 1)));
    assertThat(mask.count()).isEqualTo(12);
    byte[] beside =
        new SegmentationBytes("BINARY", shifted).segment(1, "").frame(1, 0, all()).file();
    refused(beside, Placement.KNOWN, "No voxel of the image");
  }

  @Test
  void aFractionalOneIsInsideFromHalfOfItsLargestValue() throws ImageFormatException {
    int[] values = with();
    values[3] = 127;
    values[4] = 128;
    values[5] = 255;
    byte[] file =
        new SegmentationBytes("FRACTIONAL", GRID).segment(1, "").frame(1, 2, values).file();
    assertThat(read(file, GRID, Placement.KNOWN, ANY).voxels()).isEqualTo(voxels(74, 75));
    values[3] = 50;
    values[4] = 49;
    values[5] = 0;
    byte[] percent =
        new SegmentationBytes("FRACTIONAL", GRID)
            .maximum(100)
            .segment(1, "")
            .frame(1, 2, values)
            .file();
    assertThat(read(percent, GRID, Placement.KNOWN, ANY).voxels()).isEqualTo(voxels(73));
    byte[] zero =
        new SegmentationBytes("FRACTIONAL", GRID)
            .maximum(0)
            .segment(1, "")
            .frame(1, 2, values)
            .file();
    refused(zero, Placement.KNOWN, "Maximum Fractional Value");
  }

  @Test
  void aLabelMapHoldsAllSegmentsInTheSameFrames() throws ImageFormatException {
    int[] values = with();
    values[3] = 2;
    values[4] = 5;
    byte[] file =
        new SegmentationBytes("LABELMAP", GRID)
            .segment(0, "background")
            .segment(2, "liver")
            .segment(5, "tumour")
            .frame(1, 1, values)
            .file();
    RegionFile regions = RegionFile.of(file).orElseThrow();
    assertThat(regions.kind()).isEqualTo("SEG");
    assertThat(regions.regions())
        .containsExactly(new NumberedRegion(2, "liver"), new NumberedRegion(5, "tumour"));
    assertThat(read(file, GRID, Placement.KNOWN, OptionalInt.of(5)).voxels())
        .isEqualTo(voxels(35 + 4));
  }

  @Test
  void ofSeveralSegmentsOneMustBeNamed() {
    byte[] file =
        new SegmentationBytes("BINARY", GRID)
            .segment(1, "tumour")
            .segment(4, "")
            .frame(1, 0, all())
            .file();
    refused(file, Placement.KNOWN, "several regions, with the numbers 1 (tumour), 4: say which");
    assertThatThrownBy(() -> read(file, GRID, Placement.KNOWN, OptionalInt.of(3)))
        .hasMessageContaining("no region of the number 3; it holds 1 (tumour), 4.");
    assertThatThrownBy(() -> read(file, GRID, Placement.KNOWN, OptionalInt.of(4)))
        .hasMessageContaining("segment 4 of the DICOM segmentation is empty");
  }

  @Test
  void onAnotherGridOfTheSameFrameOfReferenceTheNearestPixelCounts() throws ImageFormatException {
    Geometry fine =
        new Geometry(
            new Size(11, 13, 15),
            new Vector3(0.3, 0.3, 1),
            GRID.toPatient(0.21, 0.13, 0.07),
            GRID.direction(),
            LengthUnit.MILLIMETRE);
    Mask mask = random(GRID, 11);
    for (SegmentationBytes bytes :
        List.of(
            new SegmentationBytes("BINARY", GRID).spacingBetweenSlices(3),
            new SegmentationBytes("BINARY", GRID).thickness(3),
            new SegmentationBytes("BINARY", GRID))) {
      byte[] file = bytes.in("1.2.3").segment(1, "").mask(1, mask).file();
      Mask read = read(file, fine, Placement.in("1.2.3"), ANY);
      for (int k = 0; k < 15; k++) {
        for (int j = 0; j < 13; j++) {
          for (int i = 0; i < 11; i++) {
            Vector3 at = GRID.toIndex(fine.toPatient(i, j, k));
            int[] near = {
              (int) Math.rint(at.x()), (int) Math.rint(at.y()), (int) Math.rint(at.z())
            };
            boolean expected =
                near[0] < 7
                    && near[1] < 5
                    && near[2] < 6
                    && mask.contains(near[0], near[1], near[2]);
            assertThat(read.contains(i, j, k)).as("%d %d %d", i, j, k).isEqualTo(expected);
          }
        }
      }
    }
  }

  @Test
  void slicesThatSpanSeveralOfTheImagesFillThemAllAndGapsStayEmpty() throws ImageFormatException {
    Geometry thick =
        new Geometry(
            new Size(7, 5, 2),
            new Vector3(0.5, 0.8, 9),
            GRID.toPatient(0, 0, 1),
            GRID.direction(),
            LengthUnit.MILLIMETRE);
    byte[] file =
        new SegmentationBytes("BINARY", thick)
            .in("1.2.3")
            .spacingBetweenSlices(9)
            .segment(1, "")
            .frame(1, 0, all())
            .file();
    assertThat(read(file, GRID, Placement.in("1.2.3"), ANY).bounds())
        .isEqualTo(new Mask.Box(0, 0, 0, new Size(7, 5, 3)));
    byte[] sparse =
        new SegmentationBytes("BINARY", GRID)
            .in("1.2.3")
            .thickness(3)
            .segment(1, "")
            .frame(1, 0, all())
            .frame(1, 4, all())
            .file();
    Geometry moved = GRID.crop(0, 0, 0, GRID.size()).withSize(new Size(7, 5, 12));
    Mask mask = read(sparse, moved, Placement.in("1.2.3"), ANY);
    assertThat(mask.count()).isEqualTo(2 * 2 * 35);
    assertThat(mask.contains(3, 3, 1)).isTrue();
    assertThat(mask.contains(3, 3, 2)).isFalse();
    assertThat(mask.contains(3, 3, 8)).isTrue();
  }

  @Test
  void framesOfOnePlaceAreJoinedOnAnotherGridHoweverManyThereAre() throws ImageFormatException {
    Geometry other = GRID.withSize(new Size(9, 9, 9));
    SegmentationBytes many =
        new SegmentationBytes("BINARY", GRID).in("1.2.3").thickness(3).segment(1, "");
    for (int pixel = 0; pixel < 35; pixel++) {
      many.frame(1, 2, with(pixel));
    }
    byte[] one =
        new SegmentationBytes("BINARY", GRID)
            .in("1.2.3")
            .thickness(3)
            .segment(1, "")
            .frame(1, 2, all())
            .file();
    assertThat(read(many.file(), other, Placement.in("1.2.3"), ANY))
        .isEqualTo(read(one, other, Placement.in("1.2.3"), ANY));
  }

  @Test
  void tilesSideBySideComeOntoAnotherGridUnlessTheyAreVeryMany() throws ImageFormatException {
    Geometry other = GRID.withSize(new Size(70, 5, 12));
    SegmentationBytes tiles =
        new SegmentationBytes("BINARY", GRID).in("1.2.3").thickness(3).segment(1, "");
    for (int tile = 0; tile < PlanesOnGrid.MOST_TILES; tile++) {
      tiles.frame(1, GRID.toPatient(0.5 * tile, 0, 0), with(6));
    }
    Mask read = read(tiles.file(), other, Placement.in("1.2.3"), ANY);
    assertThat(read.count()).isPositive();
    for (int i = 0; i < 70; i++) {
      double at = GRID.toIndex(other.toPatient(i, 0, 0)).x();
      assertThat(read.contains(i, 0, 0)).isEqualTo(at >= 5.5 && at < 14);
    }
    byte[] more = tiles.frame(1, GRID.toPatient(8, 0, 0), with(6)).file();
    assertThatThrownBy(() -> read(more, other, Placement.in("1.2.3"), ANY))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("more than 16 of its frames lie side by side");
  }

  @Test
  void nothingTellsThatGridsFitWithoutAFrameOfReferenceAndAnotherOneContradicts()
      throws ImageFormatException {
    Geometry other = GRID.withSize(new Size(9, 9, 9));
    byte[] unnamed =
        new SegmentationBytes("BINARY", GRID).thickness(3).segment(1, "").frame(1, 0, all()).file();
    byte[] named =
        new SegmentationBytes("BINARY", GRID)
            .in("1.2.3")
            .thickness(3)
            .segment(1, "")
            .frame(1, 0, all())
            .file();
    assertThatThrownBy(() -> read(unnamed, other, Placement.in("1.2.3"), ANY))
        .hasMessageContaining("not on the image's grid")
        .hasMessageContaining("frame of reference");
    assertThatThrownBy(() -> read(named, other, Placement.KNOWN, ANY))
        .hasMessageContaining("not on the image's grid");
    assertThat(read(named, GRID, Placement.KNOWN, ANY).count()).isEqualTo(35);
    assertThat(read(unnamed, GRID, Placement.in("1.2.3"), ANY).count()).isEqualTo(35);
    assertThatThrownBy(() -> read(named, GRID, Placement.in("1.2.7"), ANY))
        .hasMessageContaining("another frame of reference")
        .hasMessageNotContaining("1.2.");
  }

  @Test
  void aProjectionKnowsNoPlaceAndTakesASinglePictureOfItsSize() throws ImageFormatException {
    Geometry picture = Geometry.uncalibrated(Size.of(7, 5));
    byte[] file =
        new SegmentationBytes("BINARY", GRID).unplaced().segment(1, "").frame(1, 0, with(9)).file();
    assertThat(read(file, picture, Placement.UNKNOWN, ANY).voxels()).isEqualTo(voxels(9));
    assertThatThrownBy(
            () -> read(file, Geometry.uncalibrated(Size.of(7, 6)), Placement.UNKNOWN, ANY))
        .hasMessageContaining("7 x 5 pixels, and the image 7 x 6");
    assertThatThrownBy(() -> read(file, GRID, Placement.KNOWN, ANY))
        .hasMessageContaining("not both a single picture");
    byte[] two =
        new SegmentationBytes("BINARY", GRID)
            .segment(1, "")
            .frame(1, 0, all())
            .frame(1, 1, all())
            .file();
    assertThatThrownBy(() -> read(two, picture, Placement.UNKNOWN, ANY))
        .hasMessageContaining("not both a single picture");
  }

  @Test
  void whatIsTornOrContradictsItselfIsRefused() {
    SegmentationBytes one = new SegmentationBytes("BINARY", GRID).segment(1, "").frame(1, 0, all());
    for (long announced : new long[] {0, 2, 500_000, 2_000_000_000, 9_000_000_000_000L}) {
      refused(one.file(announced), Placement.KNOWN, "where it lies");
    }
    refused(new SegmentationBytes("BINARY", GRID).file(), Placement.KNOWN, "no segment");
    refused(
        new SegmentationBytes("OTHER", GRID).segment(1, "").frame(1, 0, all()).file(),
        Placement.KNOWN,
        "Segmentation Type");
    refused(
        new SegmentationBytes("BINARY", GRID)
            .segment(1, "")
            .frame(1, 0, all())
            .frame(1, 1, 1, 1, 1)
            .file(),
        Placement.KNOWN,
        "cut off");
    Geometry far =
        new Geometry(
            GRID.size(),
            GRID.spacing(),
            new Vector3(1e150, 0, 0),
            Direction.IDENTITY,
            LengthUnit.MILLIMETRE);
    refused(
        new SegmentationBytes("BINARY", far).segment(1, "").frame(1, 0, all()).file(),
        Placement.KNOWN,
        "Image Position");
    Geometry tiny =
        new Geometry(
            GRID.size(),
            new Vector3(1e-300, 1, 1),
            Vector3.ZERO,
            Direction.IDENTITY,
            LengthUnit.MILLIMETRE);
    refused(
        new SegmentationBytes("BINARY", tiny).segment(1, "").frame(1, 0, all()).file(),
        Placement.KNOWN,
        "Pixel Spacing");
  }

  @Test
  void aFileIsReadAsAMaskByItsSegmentsName(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("seg.dcm");
    Files.write(
        file,
        new SegmentationBytes("BINARY", GRID)
            .segment(1, "Lesion")
            .segment(2, "Tumour left")
            .segment(3, "lesion")
            .frame(1, 4, with(3, 34))
            .frame(2, 4, with(7))
            .frame(3, 4, with(9))
            .file());
    assertThat(named(file, "tumour LEFT").voxels()).isEqualTo(voxels(4 * 35 + 7));
    assertThatThrownBy(() -> named(file, "lesion"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(
            "holds several regions 'lesion': say by its number which one is meant, 1 (Lesion), 3"
                + " (lesion).");
    assertThatThrownBy(() -> named(file, "tumour"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(
            "holds no region 'tumour'; it holds 1 (Lesion), 2 (Tumour left), 3 (lesion).");
  }

  private static Mask named(Path file, String name) throws UnreadableImageException {
    return MaskFiles.read(file, GRID, Placement.KNOWN, RegionLabel.parse(name));
  }

  @Test
  void aFileIsReadAsAMaskByItsSegmentsNumber(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("seg.dcm");
    Files.write(
        file,
        new SegmentationBytes("BINARY", GRID)
            .segment(1, "tumour")
            .segment(2, "oedema")
            .frame(1, 4, with(3, 34))
            .frame(2, 4, with(7))
            .file());
    assertThat(MaskFiles.read(file, GRID, 2).voxels()).isEqualTo(voxels(4 * 35 + 7));
    assertThatThrownBy(() -> MaskFiles.read(file, GRID))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "The mask 'seg.dcm' cannot be used. The DICOM segmentation holds several regions, with"
                + " the numbers 1 (tumour), 2 (oedema): say which one is meant, or export it"
                + " alone.");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 330));
    assertThatThrownBy(() -> MaskFiles.read(file, GRID))
        .isInstanceOf(UnreadableImageException.class)
        .hasMessageContaining("cut off");
  }

  @Test
  void everyCutEndsInASentence() {
    byte[] file =
        new SegmentationBytes("BINARY", GRID)
            .in("1.2.3")
            .thickness(3)
            .segment(1, "a")
            .frame(1, 0, all())
            .frame(1, 3, all())
            .file();
    for (int length = 140; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      try {
        read(cut, GRID, Placement.KNOWN, ANY);
      } catch (ImageFormatException e) {
        assertThat(e).hasMessageContaining(" ");
      }
    }
  }

  @Test
  void otherFilesHoldNoRegions() throws ImageFormatException {
    assertThat(RegionFile.of(new byte[200])).isEmpty();
    assertThat(
            RegionFile.of(
                DicomBytes.image(DicomBytes.EXPLICIT, 2, 2, 8)
                    .element(0x7FE0_0010, "OB", new byte[4])
                    .file()))
        .isEmpty();
  }

  private static Mask read(byte[] file, Geometry grid, Placement placement, OptionalInt number)
      throws ImageFormatException {
    return RegionFile.of(file)
        .orElseThrow(() -> new ImageFormatException("It is no segmentation."))
        .read(grid, placement, number);
  }

  private static void refused(byte[] file, Placement placement, String words) {
    assertThatThrownBy(() -> read(file, GRID, placement, ANY))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining(words);
  }

  private static Mask random(Geometry grid, long seed) {
    Random random = new Random(seed);
    BitSet inside = new BitSet();
    for (int n = 0; n < grid.size().voxels(); n++) {
      inside.set(n, random.nextInt(3) == 0);
    }
    inside.set(random.nextInt(grid.size().voxels()));
    return new Mask(grid, inside);
  }

  /** A frame of the grid with these pixels set. */
  private static int[] with(int... pixels) {
    int[] values = new int[35];
    for (int pixel : pixels) {
      values[pixel] = 1;
    }
    return values;
  }

  private static int[] all() {
    int[] values = new int[35];
    Arrays.fill(values, 1);
    return values;
  }

  private static BitSet voxels(int... at) {
    BitSet voxels = new BitSet();
    Arrays.stream(at).forEach(voxels::set);
    return voxels;
  }
}
