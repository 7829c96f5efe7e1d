package org.radcam.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

class ReferenceGridTest {
  private static final ReferenceGrid STEP = new ReferenceGrid();
  private static final Geometry PIXELS = Geometry.uncalibrated(new Size(6, 5, 4));
  private static final Geometry MILLIMETRES = Geometry.millimetres(new Size(6, 5, 4), 0.7, 1.1, 3);

  @Provide
  Arbitrary<Geometry> oblique() {
    return PlacedImages.oblique();
  }

  @Property(tries = 60)
  void everyVoxelGetsTheValueOfItsPlaceHoweverTheGridsLie(
      @ForAll("oblique") Geometry from, @ForAll("oblique") Geometry to) {
    SourceImage image = PlacedImages.image("DWI", from, PlacedImages.PLANE);
    Volume result = STEP.apply(PlacedImages.begin(image, to)).volume();
    assertThat(result.geometry()).isEqualTo(to);
    float low = image.volume().range().low();
    Size size = to.size();
    int inside = 0;
    for (int k = 0; k < size.slices(); k++) {
      for (int j = 0; j < size.rows(); j++) {
        for (int i = 0; i < size.columns(); i++) {
          Vector3 place = to.toPatient(i, j, k);
          Vector3 index = from.toIndex(place);
          float value = result.at(i, j, k);
          if (covered(index, from.size(), 0)) {
            inside++;
            assertThat((double) value)
                .isCloseTo(PlacedImages.PLANE.applyAsDouble(place), within(1e-3));
          } else if (!covered(index, from.size(), 0.6)) {
            assertThat(value).isEqualTo(low);
          }
        }
      }
    }
    assertThat(inside).isPositive();
  }

  private static boolean covered(Vector3 index, Size size, double beyond) {
    return index.x() >= -beyond
        && index.x() <= size.columns() - 1 + beyond
        && index.y() >= -beyond
        && index.y() <= size.rows() - 1 + beyond
        && index.z() >= -beyond
        && index.z() <= size.slices() - 1 + beyond;
  }

  @Test
  void slicesInReversedOrderFindTheirPlaces() {
    Direction down =
        new Direction(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, -1));
    Geometry reversed =
        new Geometry(
            MILLIMETRES.size(),
            MILLIMETRES.spacing(),
            MILLIMETRES.toPatient(0, 0, 3),
            down,
            MILLIMETRES.unit());
    SourceImage image = PlacedImages.image("ADC", reversed, Vector3::z);
    Volume result = STEP.apply(PlacedImages.begin(image, MILLIMETRES)).volume();
    for (int k = 0; k < 4; k++) {
      assertThat(result.at(2, 3, k)).isEqualTo(3f * k);
    }
  }

  @Test
  void anImageThatIsOnTheGridAlreadyKeepsItsValues() {
    SourceImage image = PlacedImages.image("T1WI", MILLIMETRES, PlacedImages.PLANE);
    Prepared prepared = STEP.apply(PlacedImages.begin(image, MILLIMETRES));
    assertThat(prepared.volume().voxels()).isEqualTo(image.volume().voxels());
    assertThat(prepared.steps().get(0).values()).containsEntry("outsideShare", 0.0);
  }

  @Test
  void pixelsAndMillimetresAreNotInOneSpace() {
    SourceImage image = PlacedImages.image("T1WI", PIXELS, PlacedImages.PLANE);
    assertThatThrownBy(() -> STEP.apply(PlacedImages.begin(image, MILLIMETRES)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void imagesOfDifferentPlacesAreRefused() {
    Geometry foot =
        new Geometry(
            MILLIMETRES.size(),
            MILLIMETRES.spacing(),
            new Vector3(0, 0, -900),
            MILLIMETRES.direction(),
            MILLIMETRES.unit());
    SourceImage image = PlacedImages.image("DWI", foot, PlacedImages.PLANE);
    assertThatThrownBy(() -> STEP.apply(PlacedImages.begin(image, MILLIMETRES)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("do not meet anywhere");
  }
}
