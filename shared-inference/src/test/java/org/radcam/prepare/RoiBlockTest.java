package org.radcam.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

class RoiBlockTest {
  private static final Geometry GRID = Geometry.millimetres(new Size(20, 16, 10), 1, 1.5, 3);

  @Provide
  Arbitrary<Geometry> oblique() {
    return PlacedImages.oblique();
  }

  @Property(tries = 60)
  void theBlockIsAboutTheMiddleOfTheRegionAndEveryVoxelKeepsItsValue(
      @ForAll("oblique") Geometry grid,
      @ForAll @IntRange(min = 0, max = 8) int first,
      @ForAll @IntRange(min = 0, max = 3) int more) {
    int[] low = {first, 8 - first, first};
    int[] high = {first + more, 8 - first + more, first + more};
    SourceImage image = PlacedImages.image("DWI", grid, PlacedImages.PLANE);
    Volume block =
        new RoiBlock(10, 12, 14)
            .apply(PlacedImages.begin(image, PlacedImages.box(grid, low, high)))
            .volume();
    Geometry found = block.geometry();
    Size size = found.size();
    assertThat(size.columns()).isEqualTo(Math.max(1, (int) Math.round(10 / grid.spacing().x())));
    assertThat(size.slices()).isEqualTo(Math.max(1, (int) Math.round(14 / grid.spacing().z())));
    Vector3 middle =
        grid.toIndex(
            found.toPatient(
                (size.columns() - 1) / 2.0, (size.rows() - 1) / 2.0, (size.slices() - 1) / 2.0));
    assertThat(middle.x()).isCloseTo(first + more / 2.0, within(0.5 + 1e-6));
    assertThat(middle.y()).isCloseTo(8 - first + more / 2.0, within(0.5 + 1e-6));
    assertThat(middle.z()).isCloseTo(first + more / 2.0, within(0.5 + 1e-6));
    float lowest = image.volume().range().low();
    for (int k = 0; k < size.slices(); k++) {
      for (int j = 0; j < size.rows(); j++) {
        for (int i = 0; i < size.columns(); i++) {
          Vector3 index = grid.toIndex(found.toPatient(i, j, k));
          int ii = (int) Math.round(index.x());
          int jj = (int) Math.round(index.y());
          int kk = (int) Math.round(index.z());
          boolean inside =
              ii >= 0
                  && jj >= 0
                  && kk >= 0
                  && ii < grid.size().columns()
                  && jj < grid.size().rows()
                  && kk < grid.size().slices();
          assertThat(block.at(i, j, k)).isEqualTo(inside ? image.volume().at(ii, jj, kk) : lowest);
        }
      }
    }
  }

  @Test
  void whereTheBlockLeavesTheImageTheSmallestValueStands() {
    SourceImage image = PlacedImages.image("T1WI", GRID, p -> p.x() + 5);
    Mask corner = PlacedImages.box(GRID, new int[] {0, 0, 0}, new int[] {0, 0, 0});
    Prepared prepared = new RoiBlock(5, 7.5, 9).apply(PlacedImages.begin(image, corner));
    assertThat(prepared.volume().size()).isEqualTo(new Size(5, 5, 3));
    assertThat(prepared.volume().at(0, 0, 0)).isEqualTo(5f);
    assertThat(prepared.volume().at(4, 2, 1)).isEqualTo(7f);
    assertThat(prepared.steps().get(0).values())
        .containsEntry("i", -2.0)
        .containsEntry("j", -2.0)
        .containsEntry("k", -1.0);
  }

  @Test
  void anImageOfOneSliceStaysOne() {
    Geometry flat = Geometry.millimetres(Size.of(20, 16), 1, 1, 5);
    SourceImage image = PlacedImages.image("T1WI", flat, PlacedImages.PLANE);
    Mask roi = PlacedImages.box(flat, new int[] {8, 8, 0}, new int[] {9, 9, 0});
    assertThat(new RoiBlock(6, 6, 6).apply(PlacedImages.begin(image, roi)).volume().size())
        .isEqualTo(Size.of(6, 6));
  }

  @Test
  void aRegionThatLiesElsewhereIsRefused() {
    Geometry far =
        new Geometry(
            GRID.size(), GRID.spacing(), new Vector3(500, 0, 0), GRID.direction(), GRID.unit());
    SourceImage image = PlacedImages.image("T1WI", GRID, PlacedImages.PLANE);
    Mask roi = PlacedImages.box(far, new int[] {1, 1, 1}, new int[] {2, 2, 2});
    assertThatThrownBy(() -> new RoiBlock(6, 6, 6).apply(PlacedImages.begin(image, roi)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("lies outside 'T1WI'");
  }

  @Test
  void pixelsWithoutASizeAndAbsurdlySmallOnesAreRefused() {
    Geometry pixels = Geometry.uncalibrated(GRID.size());
    Geometry tiny = Geometry.millimetres(GRID.size(), 1e-4, 1e-4, 1e-4);
    Geometry small = Geometry.millimetres(GRID.size(), 0.02, 0.02, 0.02);
    for (Geometry grid : new Geometry[] {pixels, tiny, small}) {
      SourceImage image = PlacedImages.image("T1WI", grid, p -> 1);
      Mask roi = PlacedImages.box(grid, new int[] {1, 1, 1}, new int[] {2, 2, 2});
      assertThatThrownBy(() -> new RoiBlock(60, 60, 60).apply(PlacedImages.begin(image, roi)))
          .isInstanceOf(UserException.class)
          .hasMessageContaining(grid.equals(pixels) ? "millimetres" : "too many voxels");
    }
  }

  @Test
  void anExtentMustBeAboveZero() {
    assertThatThrownBy(() -> new RoiBlock(5, 0, 5)).hasMessageContaining("above 0 mm");
    assertThatThrownBy(() -> new RoiBlock(5, Double.NaN, 5)).hasMessageContaining("above 0 mm");
  }
}
