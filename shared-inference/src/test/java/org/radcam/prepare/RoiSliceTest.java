package org.radcam.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;

class RoiSliceTest {
  private static final RoiSlice STEP = new RoiSlice();
  private static final Geometry GRID = Geometry.millimetres(new Size(9, 7, 6), 0.5, 0.5, 4);

  @Provide
  Arbitrary<Geometry> oblique() {
    return PlacedImages.oblique();
  }

  @Property(tries = 60)
  void theSliceWithMostOfTheRegionStaysInItsPlace(
      @ForAll("oblique") Geometry grid, @ForAll @IntRange(min = 0, max = 11) int largest) {
    BitSet voxels = new BitSet();
    Mask wide = PlacedImages.box(grid, new int[] {2, 3, largest}, new int[] {8, 9, largest});
    voxels.or(wide.voxels());
    voxels.or(PlacedImages.box(grid, new int[] {2, 3, 0}, new int[] {4, 4, 11}).voxels());
    SourceImage image = PlacedImages.image("CT", grid, PlacedImages.PLANE);
    Prepared prepared = STEP.apply(PlacedImages.begin(image, new Mask(grid, voxels)));
    assertThat(prepared.steps().get(0).values()).containsEntry("k", (double) largest);
    assertThat(prepared.volume().geometry()).isEqualTo(grid.slice(largest));
    assertThat(prepared.volume().voxels()).isEqualTo(image.volume().slice(largest).voxels());
  }

  @Test
  void theFirstOfSlicesThatTieIsTaken() {
    Mask roi = PlacedImages.box(GRID, new int[] {1, 1, 2}, new int[] {3, 3, 4});
    SourceImage image = PlacedImages.image("CT", GRID, PlacedImages.PLANE);
    assertThat(STEP.apply(PlacedImages.begin(image, roi)).steps().get(0).values())
        .containsEntry("k", 2.0);
  }

  @Test
  void anImageOfReversedSlicesGivesTheSamePlace() {
    Direction down =
        new Direction(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, -1));
    Geometry reversed =
        new Geometry(GRID.size(), GRID.spacing(), GRID.toPatient(0, 0, 5), down, GRID.unit());
    Mask roi = PlacedImages.box(GRID, new int[] {1, 1, 1}, new int[] {3, 3, 1});
    SourceImage image = PlacedImages.image("T2WI", reversed, Vector3::z);
    Prepared prepared = STEP.apply(PlacedImages.begin(image, roi));
    assertThat(prepared.steps().get(0).values()).containsEntry("k", 4.0);
    assertThat(prepared.volume().at(0, 0, 0)).isEqualTo(4f);
  }

  @Test
  void anImageOfThinnerSlicesGivesTheNearest() {
    Geometry thin = Geometry.millimetres(new Size(9, 7, 24), 0.5, 0.5, 1);
    Mask roi = PlacedImages.box(GRID, new int[] {1, 1, 3}, new int[] {3, 3, 3});
    SourceImage image = PlacedImages.image("T2WI", thin, Vector3::z);
    assertThat(STEP.apply(PlacedImages.begin(image, roi)).volume().at(0, 0, 0)).isEqualTo(12f);
  }

  @Test
  void aRegionBeyondTheSlicesIsRefusedAndSoIsNone() {
    Geometry short2 = Geometry.millimetres(new Size(9, 7, 2), 0.5, 0.5, 4);
    Mask roi = PlacedImages.box(GRID, new int[] {1, 1, 5}, new int[] {3, 3, 5});
    SourceImage image = PlacedImages.image("T2WI", short2, PlacedImages.PLANE);
    assertThatThrownBy(() -> STEP.apply(PlacedImages.begin(image, roi)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("lies outside 'T2WI'");
    assertThatThrownBy(() -> STEP.apply(PlacedImages.begin(image, short2)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'T2WI' has none");
  }

  @Test
  void anImageOfOneSliceStaysAsItIs() {
    Geometry flat = Geometry.uncalibrated(Size.of(5, 4));
    Mask roi = PlacedImages.box(flat, new int[] {1, 1, 0}, new int[] {3, 2, 0});
    SourceImage image = PlacedImages.image("XR", flat, PlacedImages.PLANE);
    assertThat(STEP.apply(PlacedImages.begin(image, roi)).volume().voxels())
        .isEqualTo(image.volume().voxels());
  }
}
