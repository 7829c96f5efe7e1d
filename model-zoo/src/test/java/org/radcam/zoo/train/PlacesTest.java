package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.radcam.image.Size;
import org.radcam.model.Combine;
import org.radcam.model.Stage;
import org.radcam.network.ArchitectureSpec;
import org.radcam.task.Tasks;

class PlacesTest {
  /** Places of a ResNet-6, every 8 pixels from the first: 4 x 3 of 25 x 17 pixels. */
  private static final Size IMAGE = Size.of(25, 17);

  @Test
  void aPlaceIsInTheLesionIfItsCentreIs() {
    float[] lesion = new float[IMAGE.voxels()];
    // From x = 15 to 24 and y = 7 to 9: the centres (16, 8) and (24, 8).
    for (int y = 7; y <= 9; y++) {
      for (int x = 15; x <= 24; x++) {
        lesion[IMAGE.index(x, y, 0)] = 1;
      }
    }
    assertThat(places("resnet6", IMAGE).in(lesion))
        .containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0);
  }

  @Test
  void aLesionBetweenAllCentresCountsForThePlacesAboutIt() {
    float[] lesion = new float[IMAGE.voxels()];
    lesion[IMAGE.index(4, 12, 0)] = 1;
    // Half a step, 4 pixels, from x = 0 and 8 and from y = 8 and 16.
    assertThat(places("resnet6", IMAGE).in(lesion))
        .containsExactly(0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0);
  }

  @Test
  void aLesionOutsideTheImageIsNowhere() {
    assertThat(places("resnet6", IMAGE).in(new float[IMAGE.voxels()])).containsOnly(0);
  }

  @Test
  void placesOfVolumesGoSliceBySlice() {
    Size size = new Size(9, 17, 9);
    float[] lesion = new float[size.voxels()];
    lesion[size.index(8, 16, 0)] = 1;
    float[] places = places("resnet3d6", size).in(lesion);
    assertThat(places).hasSize(2 * 3 * 2);
    // Column 1 of row 2 of slice 0.
    assertThat(places[5]).isEqualTo(1);
    assertThat(places).containsOnlyOnce(1);
  }

  @Test
  void theLesionMovesAsTheImagesDo() {
    Augmentation moved = new Augmentation(20, 0.1, 0.1, 1, 0, 0, 0, 0, 0, 0, 0);
    float[] lesion = new float[IMAGE.voxels()];
    for (int y = 5; y <= 11; y++) {
      for (int x = 3; x <= 12; x++) {
        lesion[IMAGE.index(x, y, 0)] = 1;
      }
    }
    Scene varied =
        new Augmenter(moved, IMAGE)
            .vary(new Scene(List.of(lesion.clone()), Optional.of(lesion)), new SplittableRandom(3));
    assertThat(varied.lesion().orElseThrow()).containsExactly(varied.images().get(0));
    assertThat(varied.images().get(0)).isNotEqualTo(lesion);
  }

  private static Places places(String architecture, Size size) {
    Stage stage =
        Stage.only(
            Tasks.get("chest-xray"),
            List.of("no_finding", "finding"),
            List.of("CXR"),
            Combine.CHANNELS,
            ArchitectureSpec.of(architecture, 1, 2).withWidth(0.0625),
            1);
    return Places.of(stage, size);
  }
}
