package org.radcam.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.radcam.network.weights.BadWeightsException;
import org.radcam.network.weights.Names;
import org.radcam.network.weights.Tensor;
import org.radcam.network.weights.TensorFile;

/** The tensors of one file, handed out only in the shape that is expected, with finite values. */
final class TensorShelf {
  /** For an axis that may have any size. */
  static final int ANY = -1;

  /** More than any task has, few enough that tables of pairs of classes stay small. */
  static final int MOST_CLASSES = 1000;

  private static final int EXACT_INTEGERS = 1 << 24;

  private final String file;
  private final TensorFile content;
  private final int features;
  private final Set<String> taken = new HashSet<>();

  TensorShelf(String file, TensorFile content, int features) {
    this.file = file;
    this.content = content;
    this.features = features;
  }

  /** How many features the file names. */
  int features() {
    return features;
  }

  float scalar(String name) {
    return take(name).values()[0];
  }

  int count(String name, int least, int most) {
    float value = scalar(name);
    if (value != (int) value || value < least || value > most) {
      throw refuse(name, "is " + value + ", but must be a whole number " + least + " to " + most);
    }
    return (int) value;
  }

  float[] vector(String name, int size) {
    return take(name, size).values();
  }

  /** Whole numbers, each at least {@code least} and below {@code end}. */
  int[] integers(String name, int size, int least, int end) {
    float[] values = vector(name, size);
    int[] integers = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      integers[i] = (int) values[i];
      if (integers[i] != values[i]
          || integers[i] < least
          || integers[i] >= end
          || Math.abs(integers[i]) > EXACT_INTEGERS) {
        throw refuse(
            name,
            "has "
                + values[i]
                + " where a whole number "
                + least
                + " to "
                + (end - 1)
                + " must be");
      }
    }
    return integers;
  }

  float[][] matrix(String name, int rows, int columns) {
    Tensor tensor = take(name, rows, columns);
    int width = (int) tensor.shape()[1];
    float[][] matrix = new float[(int) tensor.shape()[0]][];
    for (int row = 0; row < matrix.length; row++) {
      matrix[row] = Arrays.copyOfRange(tensor.values(), row * width, (row + 1) * width);
    }
    return matrix;
  }

  void checkClasses(String name, int classes) {
    if (classes < 2 || classes > MOST_CLASSES) {
      throw refuse(name, "is for " + classes + " classes; there are 2 to " + MOST_CLASSES);
    }
  }

  /** What nobody asked for shows that the file is of another kind than it says. */
  void checkNothingIsLeft() {
    List<String> left = new ArrayList<>();
    for (String name : content.tensors().keySet()) {
      if (!taken.contains(name)) {
        left.add(Names.shown(name));
      }
    }
    if (!left.isEmpty()) {
      throw new BadWeightsException(
          file, "it has tensors that do not belong to its kind: " + Names.listed(left));
    }
  }

  BadWeightsException refuse(String name, String why) {
    return new BadWeightsException(file, "tensor '" + name + "' " + why);
  }

  private Tensor take(String name, int... shape) {
    Tensor tensor = content.tensors().get(name);
    if (tensor == null) {
      throw new BadWeightsException(file, "tensor '" + name + "' is missing");
    }
    boolean fits = tensor.shape().length == shape.length;
    for (int axis = 0; fits && axis < shape.length; axis++) {
      fits = shape[axis] == ANY || tensor.shape()[axis] == shape[axis];
    }
    if (!fits) {
      throw refuse(
          name,
          "has the shape "
              + Arrays.toString(tensor.shape())
              + ", expected "
              + Arrays.toString(shape).replace("-1", "any"));
    }
    for (float value : tensor.values()) {
      if (!Float.isFinite(value)) {
        throw refuse(name, "holds " + value + ", which is no number to reckon with");
      }
    }
    taken.add(name);
    return tensor;
  }
}
