package org.radcam.zoo.train;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.radcam.image.Size;
import org.radcam.model.Stage;
import org.radcam.network.Architectures;
import org.radcam.network.FeatureGrid;
import org.radcam.network.FeatureNetwork;

/** Which places of a network's last feature map lie in a lesion. */
final class Places {
  private final Size size;
  private final FeatureGrid grid;
  private final Size cells;

  private Places(Size size, FeatureGrid grid, Size cells) {
    this.size = size;
    this.grid = grid;
    this.cells = cells;
  }

  /**
   * The places of a stage's network.
   *
   * @param size of its input
   */
  static Places of(Stage stage, Size size) {
    FeatureNetwork network = Architectures.create(stage.architecture());
    int channels = stage.architecture().inputChannels();
    boolean flat = size.slices() == 1;
    Shape input =
        flat
            ? new Shape(1, channels, size.rows(), size.columns())
            : new Shape(1, channels, size.slices(), size.rows(), size.columns());
    int[] axes =
        Arrays.stream(network.featureShape(input).getShape())
            .skip(2)
            .mapToInt(Math::toIntExact)
            .toArray();
    int last = axes.length - 1;
    Size cells = new Size(axes[last], axes[last - 1], flat ? 1 : axes[0]);
    return new Places(size, network.featureGrid(), cells);
  }

  int count() {
    return cells.voxels();
  }

  /**
   * 1 for every place whose centre lies in the lesion; where none does, for those with some of the
   * lesion within half a step; 0 for all others.
   *
   * @param lesion above 0.5 inside, on the input's grid
   * @return row by row, slice by slice
   */
  float[] in(float[] lesion) {
    float[] centres = within(lesion, 0);
    for (float centre : centres) {
      if (centre > 0) {
        return centres;
      }
    }
    return within(lesion, (int) (grid.step() / 2));
  }

  private float[] within(float[] lesion, int reach) {
    float[] places = new float[count()];
    int at = 0;
    for (int k = 0; k < cells.slices(); k++) {
      for (int j = 0; j < cells.rows(); j++) {
        for (int i = 0; i < cells.columns(); i++) {
          places[at++] = touches(lesion, i, j, k, reach) ? 1 : 0;
        }
      }
    }
    return places;
  }

  private boolean touches(float[] lesion, int i, int j, int k, int reach) {
    int x = centre(i);
    int y = centre(j);
    int z = size.slices() == 1 ? 0 : centre(k);
    int depth = size.slices() == 1 ? 0 : reach;
    for (int c = Math.max(0, z - depth); c <= Math.min(size.slices() - 1, z + depth); c++) {
      for (int b = Math.max(0, y - reach); b <= Math.min(size.rows() - 1, y + reach); b++) {
        for (int a = Math.max(0, x - reach); a <= Math.min(size.columns() - 1, x + reach); a++) {
          if (lesion[size.index(a, b, c)] > 0.5) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private int centre(int cell) {
    return (int) Math.round(grid.first() + cell * grid.step());
  }
}
