package org.radcam.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.radcam.network.layer.ParameterValues;

/**
 * The numbers that src/test/golden/make_golden.py draws and stores: weights and inputs from
 * SplitMix64 seeded with the FNV-1a hash of a name, outputs from JSON.
 */
public final class GoldenNumbers {
  private GoldenNumbers() {}

  public static JsonObject read(String name) {
    try (InputStream in = GoldenNumbers.class.getResourceAsStream("/golden/" + name + ".json")) {
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static float[] floats(JsonArray numbers) {
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.get(i).getAsFloat();
    }
    return values;
  }

  public static Shape shape(JsonArray sizes) {
    return new Shape(sizes.asList().stream().mapToLong(size -> size.getAsLong()).toArray());
  }

  public static float[] uniform(String name, int count, double low, double high) {
    long state = 0xCBF29CE484222325L;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      state = (state ^ (b & 0xFF)) * 0x100000001B3L;
    }
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      state += 0x9E3779B97F4A7C15L;
      long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      z ^= z >>> 31;
      values[i] = (float) (low + (high - low) * ((z >>> 40) / (double) (1 << 24)));
    }
    return values;
  }

  public static NDArray input(NDManager manager, Shape shape) {
    return manager.create(uniform("input", (int) shape.size(), -1, 1), shape);
  }

  /** Gives a network the golden weights. */
  public static <N extends FeatureNetwork> N fill(N network, NDManager manager) {
    network
        .namedParameters()
        .forEach(
            (name, parameter) -> {
              Shape shape = parameter.getShape();
              double[] bounds = bounds(name, shape);
              ParameterValues.set(
                  parameter, manager, uniform(name, (int) shape.size(), bounds[0], bounds[1]));
            });
    return network;
  }

  private static double[] bounds(String name, Shape shape) {
    if (name.endsWith("running_var")) {
      return new double[] {0.5, 1.5};
    }
    if (shape.dimension() > 1) {
      long fanIn = shape.size() / shape.get(0);
      double bound = Math.sqrt((shape.dimension() >= 4 ? 6.0 : 1.0) / fanIn);
      return new double[] {-bound, bound};
    }
    return name.endsWith("weight") ? new double[] {0.5, 1.0} : new double[] {-0.1, 0.1};
  }

  /** Length, and the projection onto a direction drawn from the name. */
  public static double[] summary(String name, float[] values) {
    float[] direction = uniform("direction " + name, values.length, -1, 1);
    double squares = 0;
    double projection = 0;
    for (int i = 0; i < values.length; i++) {
      squares += (double) values[i] * values[i];
      projection += (double) values[i] * direction[i];
    }
    return new double[] {Math.sqrt(squares), projection};
  }
}
