package org.radcam.fiji.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import ij.process.ImageStatistics;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.io.NiftiImages;

class RegionsTest {
  @TempDir private Path folder;

  private final ImagePlus image = IJ.createImage("scan", "8-bit ramp", 40, 30, 6);

  // ---- the active selection

  @Test
  void aSelectionCountsOnTheCurrentSlice() {
    image.setSlice(4);
    image.setRoi(new Roi(3, 4, 5, 6));

    Region region = one(RegionRequest.of(RegionSource.SELECTION));

    assertThat(region.source()).isEqualTo(RegionSource.SELECTION);
    assertThat(region.mask().count()).isEqualTo(30);
    assertThat(region.mask().contains(3, 4, 3)).isTrue();
    assertThat(region.mask().bounds().size().slices()).isEqualTo(1);
  }

  @Test
  void aSelectionCountsOnTheSlicesThatAreAskedFor() {
    image.setRoi(new Roi(3, 4, 5, 6));
    RegionRequest request = RegionRequest.of(RegionSource.SELECTION);

    assertThat(one(request.withSlices(SliceRange.ALL)).mask().count()).isEqualTo(180);
    Mask range = one(request.withSlices(SliceRange.parse("2-5"))).mask();
    assertThat(range.bounds().k()).isEqualTo(1);
    assertThat(range.bounds().size().slices()).isEqualTo(4);
    assertThatThrownBy(() -> one(request.withSlices(SliceRange.parse("5-7"))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no slice 7");
  }

  @Test
  void aMissingSelectionIsRefused() {
    assertThatThrownBy(() -> one(RegionRequest.of(RegionSource.SELECTION)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Nothing is selected on 'scan'");
  }

  @Test
  void aSelectedLineIsRefused() {
    image.setRoi(new Line(1, 1, 9, 9));

    assertThatThrownBy(() -> one(RegionRequest.of(RegionSource.AUTO)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no inside");
  }

  @Property(tries = 60)
  void aMaskHoldsThePixelsThatImageJMeasures(
      @ForAll @IntRange(min = -8, max = 38) int x,
      @ForAll @IntRange(min = -8, max = 28) int y,
      @ForAll @IntRange(min = 9, max = 30) int width,
      @ForAll @IntRange(min = 9, max = 30) int height,
      @ForAll @IntRange(min = 0, max = 2) int kind) {
    Roi box = new Roi(x, y, width, height);
    Roi oval = new OvalRoi(x, y, width, height);
    Roi ring =
        new ShapeRoi(new OvalRoi(x, y, width, height))
            .not(new ShapeRoi(new Roi(x + 3, y + 3, 2, 3)));
    ImagePlus plain = new ImagePlus("x", new ByteProcessor(40, 30));
    plain.setRoi(kind == 0 ? box : kind == 1 ? oval : ring);
    if (plain.getRoi() == null) {
      return; // ImageJ drops what lies outside
    }
    ImageStatistics measured = plain.getStatistics();

    int inside;
    try {
      inside = one(plain, RegionRequest.of(RegionSource.SELECTION)).mask().count();
    } catch (UserException e) {
      inside = 0;
    }

    assertThat(inside).isEqualTo(measured.pixelCount);
  }

  // ---- the overlay

  @Test
  void areasOfTheOverlayCountOnTheirSlices() {
    overlay(at(2, new Roi(1, 1, 4, 4)), at(3, new Roi(20, 20, 2, 2)));

    Region region = one(RegionRequest.of(RegionSource.OVERLAY));

    assertThat(region.mask().count()).isEqualTo(20);
    assertThat(region.mask().contains(1, 1, 1)).isTrue();
    assertThat(region.mask().contains(20, 20, 2)).isTrue();
  }

  @Test
  void anAreaOfNoSliceCountsOnEverySlice() {
    overlay(at(0, new Roi(1, 1, 4, 4)));

    assertThat(one(RegionRequest.of(RegionSource.OVERLAY)).mask().count()).isEqualTo(96);
  }

  @Test
  void inAHyperstackTheSliceIsThatOfTheElement() {
    ImagePlus hyper = IJ.createHyperStack("hyper", 40, 30, 1, 6, 1, 8);
    Roi roi = new Roi(1, 1, 4, 4);
    roi.setPosition(1, 5, 1);
    hyper.setOverlay(new Overlay(roi));

    assertThat(one(hyper, RegionRequest.of(RegionSource.OVERLAY)).mask().bounds().k()).isEqualTo(4);
  }

  @Test
  void decorationOfTheOverlayIsPassedOver() {
    overlay(
        new TextRoi(2, 2, "R"),
        new Arrow(1, 1, 5, 5),
        new ImageRoi(0, 0, new ByteProcessor(40, 30)),
        at(2, new Roi(1, 1, 4, 4)));

    assertThat(one(RegionRequest.of(RegionSource.OVERLAY)).mask().count()).isEqualTo(16);
  }

  @Test
  void anOverlayWithoutAnAreaIsRefusedWhenItIsAskedForAndPassedOverOtherwise() {
    overlay(new TextRoi(2, 2, "R"));

    assertThatThrownBy(() -> one(RegionRequest.of(RegionSource.OVERLAY)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no area in the overlay of 'scan'");
    assertThat(regions(RegionRequest.of(RegionSource.AUTO))).isEmpty();
  }

  @Test
  void anAreaOutsideTheImageIsRefusedByItsName() {
    Roi roi = at(2, new Roi(100, 100, 5, 5));
    roi.setName("nodule");
    overlay(roi);

    assertThatThrownBy(() -> one(RegionRequest.of(RegionSource.OVERLAY)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'nodule' holds no pixel of 'scan'");
  }

  @Test
  void anAreaBeyondTheLastSliceIsRefused() {
    overlay(at(9, new Roi(1, 1, 5, 5)));

    assertThatThrownBy(() -> one(RegionRequest.of(RegionSource.OVERLAY)))
        .hasMessageContaining("slice 9, beyond the 6 slices");
  }

  @Test
  void theSelectionComesBeforeTheOverlay() {
    overlay(at(2, new Roi(1, 1, 4, 4)));
    assertThat(one(RegionRequest.of(RegionSource.AUTO)).source()).isEqualTo(RegionSource.OVERLAY);

    image.setRoi(new Roi(3, 4, 5, 6));
    assertThat(one(RegionRequest.of(RegionSource.AUTO)).source()).isEqualTo(RegionSource.SELECTION);
  }

  @Test
  void aLeftoverPointDoesNotHideTheOverlay() {
    overlay(at(2, new Roi(1, 1, 4, 4)));
    image.setRoi(new PointRoi(9, 9));

    assertThat(one(RegionRequest.of(RegionSource.AUTO)).source()).isEqualTo(RegionSource.OVERLAY);
  }

  @Test
  void withoutAScreenTheManagerIsRefusedWithAWayOut() {
    assertThatThrownBy(() -> one(RegionRequest.of(RegionSource.MANAGER)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Without a screen")
        .hasMessageContaining("file");
  }

  // ---- lesions

  @Test
  void areasThatOverlapOnNeighbouringSlicesAreOneLesion() {
    overlay(
        at(1, new Roi(1, 1, 4, 4)),
        at(2, new Roi(3, 3, 4, 4)),
        at(2, new Roi(20, 20, 4, 4)),
        at(4, new Roi(1, 1, 4, 4)));

    List<Region> lesions = regions(RegionRequest.of(RegionSource.OVERLAY).withEach(true));

    assertThat(lesions).extracting(region -> region.mask().count()).containsExactly(32, 16, 16);
  }

  @Test
  void areasThatTouchOnOneSliceWereDrawnAsTwo() {
    overlay(at(1, new Roi(1, 1, 4, 4)), at(1, new Roi(5, 1, 4, 4)));

    assertThat(regions(RegionRequest.of(RegionSource.OVERLAY).withEach(true))).hasSize(2);
  }

  @Test
  void areasOfOneNameOrOneGroupAreOneLesion() {
    Roi a = named("met", at(1, new Roi(1, 1, 4, 4)));
    Roi b = named("met", at(5, new Roi(20, 20, 4, 4)));
    Roi c = at(1, new Roi(30, 1, 4, 4));
    Roi d = at(6, new Roi(30, 20, 4, 4));
    c.setGroup(3);
    d.setGroup(3);
    overlay(a, c, b, d);

    List<Region> lesions = regions(RegionRequest.of(RegionSource.OVERLAY).withEach(true));

    assertThat(lesions).extracting(Region::name).containsExactly("met", "group 3");
    assertThat(lesions).extracting(region -> region.mask().count()).containsExactly(32, 32);
  }

  @Test
  void aLaterAreaCanJoinTwoLesions() {
    overlay(
        at(1, new Roi(1, 1, 4, 4)),
        at(1, new Roi(10, 1, 4, 4)),
        at(3, new Roi(30, 20, 4, 4)),
        at(2, new Roi(1, 1, 14, 4)));

    List<Region> lesions = regions(RegionRequest.of(RegionSource.OVERLAY).withEach(true));

    assertThat(lesions).extracting(region -> region.mask().count()).containsExactly(88, 16);
  }

  @Test
  void lesionsHaveNamesOfTheirOwn() {
    overlay(at(1, new Roi(1, 1, 4, 4)), at(1, new Roi(10, 1, 4, 4)));

    assertThat(regions(RegionRequest.of(RegionSource.OVERLAY).withEach(true)))
        .extracting(Region::name)
        .containsExactly("lesion 1", "lesion 2");
  }

  // ---- files of regions

  @Test
  void aZipOfRegionsIsReadWithTheirSlices() throws IOException {
    Path zip =
        zip(named("one", at(2, new Roi(1, 1, 4, 4))), named("two", at(3, new OvalRoi(9, 9, 8, 8))));

    List<Region> regions = regions(RegionRequest.file(zip).withEach(true));

    assertThat(regions).extracting(Region::name).containsExactly("one", "two");
    assertThat(regions.get(1).mask().bounds().k()).isEqualTo(2);
    assertThat(regions.get(0).source()).isEqualTo(RegionSource.FILE);
  }

  @Test
  void aSingleRegionWithoutASliceCountsWhereASelectionWould() throws IOException {
    Path file = folder.resolve("one.roi");
    Files.write(file, RoiEncoder.saveAsByteArray(new Roi(1, 1, 4, 4)));
    image.setSlice(3);

    assertThat(one(RegionRequest.file(file)).mask().bounds().k()).isEqualTo(2);
    assertThat(one(RegionRequest.file(file).withSlices(SliceRange.ALL)).mask().count())
        .isEqualTo(96);
  }

  @Test
  void aRegionThatTheManagerNamedBySliceIsOnThatSlice() throws IOException {
    Path zip = zip(named("0005-0010-0012", new Roi(1, 1, 4, 4)));

    assertThat(one(RegionRequest.file(zip)).mask().bounds().k()).isEqualTo(4);
  }

  @Test
  void aPointAmongTheRegionsOfAFileIsRefusedByItsName() throws IOException {
    Path zip = zip(named("area", new Roi(1, 1, 4, 4)), named("tip", new PointRoi(3, 3)));

    assertThatThrownBy(() -> one(RegionRequest.file(zip)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'tip' is a point");
  }

  @Test
  void aTextAmongTheRegionsOfAFileIsRefused() throws IOException {
    Path zip = zip(named("mark", new TextRoi(2, 2, "R")));

    assertThatThrownBy(() -> one(RegionRequest.file(zip)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'mark.roi'")
        .hasMessageContaining("no inside");
  }

  @Test
  void anArchiveWithoutRegionsIsRefused() throws IOException {
    Path zip = folder.resolve("set.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("readme.txt"));
    }

    assertThatThrownBy(() -> one(RegionRequest.file(zip))).hasMessageContaining("holds no region");
  }

  @Test
  void anArchiveThatUnpacksWithoutEndIsRefused() throws IOException {
    Path zip = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("bomb.roi"));
      byte[] zeros = new byte[1 << 20];
      for (int n = 0; n < 64; n++) {
        out.write(zeros);
      }
    }

    assertThatThrownBy(() -> one(RegionRequest.file(zip)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("larger than");
  }

  @Test
  void damagedRegionsNeverCrash() throws IOException {
    byte[] whole =
        RoiEncoder.saveAsByteArray(
            named(
                "x",
                new ShapeRoi(new OvalRoi(2, 2, 20, 15)).or(new ShapeRoi(new Roi(25, 3, 5, 5)))));
    byte[] traced =
        RoiEncoder.saveAsByteArray(
            named(
                "x",
                new OvalRoi(2, 2, 20, 15).getPolygon() == null
                    ? new Roi(1, 1, 2, 2)
                    : new ij.gui.PolygonRoi(new OvalRoi(2, 2, 20, 15).getPolygon(), Roi.FREEROI)));
    Random random = new Random(4);
    Path file = folder.resolve("x.roi");
    for (int n = 0; n < 1500; n++) {
      byte[] bytes = (n % 2 == 0 ? whole : traced).clone();
      for (int change = 0; change <= n % 4; change++) {
        bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt();
      }
      Files.write(
          file, n % 10 == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
      try {
        regions(RegionRequest.file(file));
      } catch (UserException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  // ---- masks

  @Test
  void aMaskFileOnTheImagesGridIsTheRegion() throws IOException {
    ImagePlus placed = new DicomStack(DicomStack.OBLIQUE).depths(6, 3, 0).open();
    Geometry grid = VolumeAdapter.grid(placed);
    Mask drawn = new Mask(grid, new java.util.BitSet());
    drawn.voxels().set(grid.size().index(1, 2, 0));
    Path file = folder.resolve("m.nii.gz");
    NiftiImages.write(file, drawn);

    Region region = one(placed, RegionRequest.file(file));

    assertThat(region.mask().voxels()).isEqualTo(drawn.voxels());
    assertThat(region.name()).isEqualTo("m.nii.gz");
  }

  @Test
  void aMaskFileOfAnotherPlaceIsRefused() throws IOException {
    ImagePlus placed = new DicomStack(DicomStack.OBLIQUE).depths(0, 3, 6).open();
    Geometry grid = VolumeAdapter.grid(placed);
    Mask elsewhere = new Mask(grid.crop(1, 0, 0, grid.size()), new java.util.BitSet());
    elsewhere.voxels().set(0);
    Path file = folder.resolve("m.nii.gz");
    NiftiImages.write(file, elsewhere);

    assertThatThrownBy(() -> one(placed, RegionRequest.file(file)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("not on the image's grid");
  }

  @Test
  void anOpenMaskIsTheRegionWhereItIsNotZero() {
    ImagePlus mask = IJ.createImage("mask", "8-bit black", 40, 30, 6);
    mask.getStack().getProcessor(2).set(5, 6, 255);
    mask.getStack().getProcessor(4).set(20, 20, 7);

    assertThat(one(RegionRequest.mask(mask)).mask().count()).isEqualTo(2);
    assertThat(one(RegionRequest.mask(mask).withLabel(7)).mask().contains(20, 20, 3)).isTrue();
    assertThat(regions(RegionRequest.mask(mask).withEach(true)))
        .extracting(Region::name)
        .containsExactly("lesion 1", "lesion 2");
  }

  @Test
  void aMaskOfAnotherSizeAnEmptyOneAndTheImageItselfAreRefused() {
    ImagePlus small = IJ.createImage("small", "8-bit black", 40, 30, 5);
    ImagePlus empty = IJ.createImage("empty", "8-bit black", 40, 30, 6);

    assertThatThrownBy(() -> one(RegionRequest.mask(small)))
        .hasMessageContaining("40 x 30 x 5")
        .hasMessageContaining("40 x 30 x 6");
    assertThatThrownBy(() -> one(RegionRequest.mask(empty))).hasMessageContaining("is empty");
    assertThatThrownBy(() -> one(RegionRequest.mask(image))).hasMessageContaining("itself");
  }

  @Test
  void aFileThatIsNoMaskIsRefusedInTheUsersWords() throws IOException {
    Path file = folder.resolve("notes.txt");
    Files.writeString(file, "nothing");

    assertThatThrownBy(() -> one(RegionRequest.file(file)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'notes.txt' cannot be read");
    assertThatThrownBy(() -> one(RegionRequest.file(folder.resolve("absent.zip"))))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'absent.zip'");
  }

  @Test
  void slicesAreNamedInWordsNumbersOrRanges() {
    assertThat(SliceRange.parse(" All ")).isEqualTo(SliceRange.ALL);
    assertThat(SliceRange.parse("")).isEqualTo(SliceRange.CURRENT);
    assertThat(SliceRange.parse("7")).isEqualTo(new SliceRange(7, 7));
    assertThat(SliceRange.parse("3 - 9")).isEqualTo(new SliceRange(3, 9));
    for (String wrong : List.of("0", "9-3", "3-", "x", "-2", "1,2", "9999999999")) {
      assertThatThrownBy(() -> SliceRange.parse(wrong))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("'" + wrong + "'");
    }
  }

  private List<Region> regions(RegionRequest request) {
    return Regions.of(image, VolumeAdapter.grid(image), request);
  }

  private Region one(RegionRequest request) {
    return one(image, request);
  }

  private static Region one(ImagePlus reference, RegionRequest request) {
    List<Region> regions = Regions.of(reference, VolumeAdapter.grid(reference), request);
    assertThat(regions).hasSize(1);
    return regions.get(0);
  }

  private void overlay(Roi... elements) {
    Overlay overlay = new Overlay();
    for (Roi element : elements) {
      overlay.add(element);
    }
    image.setOverlay(overlay);
  }

  private static Roi at(int slice, Roi roi) {
    roi.setPosition(slice);
    return roi;
  }

  private static Roi named(String name, Roi roi) {
    roi.setName(name);
    return roi;
  }

  private Path zip(Roi... rois) throws IOException {
    Path file = folder.resolve("set.zip");
    try (OutputStream bytes = Files.newOutputStream(file);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Roi roi : rois) {
        out.putNextEntry(new ZipEntry(roi.getName() + ".roi"));
        out.write(RoiEncoder.saveAsByteArray(roi));
        out.closeEntry();
      }
    }
    return file;
  }
}
