package org.radcam.prepare;

import java.util.Arrays;
import java.util.Map;
import org.radcam.image.Geometry;
import org.radcam.image.Resizer;
import org.radcam.image.Size;
import org.radcam.image.Volume;

/**
 * Brings the image to the network's number of voxels.
 *
 * <ul>
 *   <li>{@link Aspect#STRETCH}: each axis by itself, outer edges kept.
 *   <li>{@link Aspect#FIT}: columns and rows by one physical scale so that the whole image fits,
 *       centred; what is left over is filled with the image's smallest value. Slices stretch.
 * </ul>
 *
 * @param columns voxels along a row after the step
 * @param rows voxels down a column
 * @param slices number of slices; zero keeps theirs
 */
public record Resize(int columns, int rows, int slices, Aspect aspect) implements PreparationStep {
  static final String KEY = "resize";

  /** What happens to an image of another shape than the network's. */
  public enum Aspect {
    STRETCH,
    FIT
  }

  public Resize {
    if (columns < 1 || rows < 1 || slices < 0 || columns > 4096 || rows > 4096 || slices > 4096) {
      throw new IllegalArgumentException(
          "A network input has 1 to 4096 voxels along an axis, got "
              + columns
              + ", "
              + rows
              + ", "
              + slices);
    }
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Prepared apply(Prepared image) {
    int depth = slices == 0 ? image.volume().size().slices() : slices;
    Volume result =
        aspect == Aspect.STRETCH
            ? Resizer.resize(image.volume(), new Size(columns, rows, depth))
            : fit(image.volume(), depth);
    return image.after(
        KEY,
        result,
        Map.of(
            "columns", (double) columns,
            "rows", (double) rows,
            "slices", (double) depth,
            "fit", aspect == Aspect.FIT ? 1.0 : 0.0));
  }

  private Volume fit(Volume volume, int depth) {
    Geometry from = volume.geometry();
    double pixel = Math.max(from.width() / columns, from.height() / rows);
    int usedColumns = Math.max(1, Math.min(columns, (int) Math.round(from.width() / pixel)));
    int usedRows = Math.max(1, Math.min(rows, (int) Math.round(from.height() / pixel)));
    Volume used = Resizer.resize(volume, new Size(usedColumns, usedRows, depth));
    int left = (columns - usedColumns) / 2;
    int top = (rows - usedRows) / 2;
    Size size = new Size(columns, rows, depth);
    float[] values = new float[size.voxels()];
    Arrays.fill(values, used.range().low());
    for (int k = 0; k < depth; k++) {
      for (int j = 0; j < usedRows; j++) {
        System.arraycopy(
            used.voxels(),
            used.size().index(0, j, k),
            values,
            size.index(left, top + j, k),
            usedColumns);
      }
    }
    return new Volume(used.geometry().crop(-left, -top, 0, size), values);
  }
}
