package org.radcam.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
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
import org.radcam.model.RadiomicsSpec;
import org.radcam.model.TestCards;

/** A region on a fine grid, and an image with voxels four times as wide. */
class RadiomicsFeaturesTest {
  private static final Geometry FINE = grid(new Size(40, 40, 4), 1);
  private static final Geometry COARSE = grid(new Size(10, 10, 4), 4);

  @Test
  void aRegionBetweenTheCentresOfVoxelsIsToldFromOneOutside() {
    assertThatThrownBy(() -> measure(21, 23))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("so small that no voxel of 'coarse.nii' has its centre inside");
    assertThatThrownBy(() -> measure(39, 40))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("lies outside 'coarse.nii'");
    assertThat(measure(19, 30).values()).isNotEmpty();
  }

  /** A square region from one column and row to before another. */
  private static RadiomicsFeatures measure(int from, int to) {
    BitSet inside = new BitSet();
    for (int k = 0; k < 4; k++) {
      for (int j = from; j < to; j++) {
        inside.set(FINE.size().index(from, j, k), FINE.size().index(to - 1, j, k) + 1);
      }
    }
    float[] values = new float[COARSE.size().voxels()];
    for (int n = 0; n < values.length; n++) {
      values[n] = n * 37 % 101;
    }
    RadiomicsSpec spec = TestCards.features().build().features().orElseThrow().radiomics().get(1);
    return RadiomicsFeatures.of(
        spec,
        filter -> filter.equals(RadiomicsSpec.UNFILTERED),
        new SourceImage(
            "coarse.nii", new Volume(COARSE, values), ImageTraits.UNKNOWN, Placement.KNOWN),
        new Mask(FINE, inside),
        FINE);
  }

  private static Geometry grid(Size size, double spacing) {
    return new Geometry(
        size,
        new Vector3(spacing, spacing, 2),
        new Vector3(0, 0, 0),
        Direction.IDENTITY,
        LengthUnit.MILLIMETRE);
  }
}
