package org.radcam.network.layer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/** Puts values into parameters; the only place that does. */
public final class ParameterValues {
  /** DJL would draw from the engine's global generator, which no seed of ours reaches. */
  static final Initializer NONE =
      (manager, shape, type) -> {
        throw new IllegalStateException(
            "The network has no weights yet: draw them with a seed, or load them.");
      };

  private ParameterValues() {}

  /**
   * Gives a parameter its values, copied into native memory. A parameter that has values keeps its
   * array object (a trainer may hold it) and its device; a new one is made in the manager.
   *
   * @param values direct, in the machine's byte order, four bytes for each value, from position 0
   */
  public static void set(Parameter parameter, NDManager manager, ByteBuffer values) {
    Shape shape = parameter.getShape();
    ByteBuffer view = values.duplicate().order(ByteOrder.nativeOrder());
    view.position(0).limit(Math.toIntExact(shape.size() * Float.BYTES));
    // The engine would go on using the buffer itself, hence the copy.
    try (NDArray shared = manager.create(view, shape, DataType.FLOAT32)) {
      if (parameter.isInitialized()) {
        NDArray current = parameter.getArray();
        current.intern(copy(shared, current.getDevice()));
        if (parameter.requiresGradient()) {
          current.setRequiresGradient(true);
        }
      } else {
        attach(parameter, copy(shared, manager.getDevice()));
      }
    }
  }

  /** The same from an array. */
  public static void set(Parameter parameter, NDManager manager, float[] values) {
    ByteBuffer buffer = manager.allocateDirect(Math.multiplyExact(values.length, Float.BYTES));
    FloatBuffer floats = buffer.asFloatBuffer();
    floats.put(values);
    set(parameter, manager, buffer);
  }

  /** Draws evenly within a bound of 0. */
  static float[] uniform(int count, double bound, RandomGenerator random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    return values;
  }

  /** DJL's {@code toDevice} shares memory if the device is the same one, even asked for a copy. */
  private static NDArray copy(NDArray array, Device device) {
    return array.getDevice().equals(device) ? array.duplicate() : array.toDevice(device, true);
  }

  /** Makes an array the value of a parameter that has none. */
  private static void attach(Parameter parameter, NDArray array) {
    parameter.setInitializer((manager, shape, type) -> array);
    parameter.initialize(array.getManager(), DataType.FLOAT32);
    parameter.setInitializer(NONE);
  }
}
