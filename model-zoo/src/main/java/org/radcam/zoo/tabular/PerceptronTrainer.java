package org.radcam.zoo.tabular;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.radcam.engine.Gradients;
import org.radcam.engine.TorchEngine;
import org.radcam.tabular.MultilayerPerceptron;
import org.radcam.tabular.TabularClassifier;

/**
 * 32 hidden rectified linear units; 200 steps of Adam (Kingma and Ba, ICLR 2015) with all cases at
 * once and a learning rate of 0.01, on the cross-entropy with a ridge penalty of 0.001 times the
 * sum of squared weights. Weights begin as He et al. propose (ICCV 2015, equation 10), drawn by
 * seed.
 */
final class PerceptronTrainer implements TabularTrainer {
  private static final int UNITS = 32;
  private static final int STEPS = 200;
  private static final float LEARNING_RATE = 0.01f;
  private static final float PENALTY = 0.001f;

  @Override
  public String key() {
    return "multilayer-perceptron";
  }

  @Override
  public String title() {
    return "Multilayer perceptron";
  }

  @Override
  public String help() {
    return "32 hidden units; 200 steps of Adam with learning rate 0.01, ridge penalty 0.001";
  }

  @Override
  public String source() {
    return "DJL with PyTorch";
  }

  @Override
  public TabularClassifier train(TrainingTable table, long seed) {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      Parameters parameters = new Parameters(manager, table, new SplittableRandom(seed));
      Optimizer adam =
          Optimizer.adam().optLearningRateTracker(Tracker.fixed(LEARNING_RATE)).build();
      NDArray rows =
          manager.create(flat(table.rows()), new Shape(table.rows().length, table.features()));
      NDArray truth = manager.create(truth(table), new Shape(table.rows().length, table.classes()));
      for (int step = 0; step < STEPS; step++) {
        descend(parameters, rows, truth);
        parameters.update(adam);
      }
      return parameters.perceptron();
    }
  }

  private static void descend(Parameters parameters, NDArray rows, NDArray truth) {
    try (NDManager step = rows.getManager().newSubManager();
        GradientCollector collector = Gradients.collect()) {
      rows.tempAttach(step);
      parameters.all.forEach(array -> array.tempAttach(step));
      NDArray logits = parameters.logits(rows);
      NDArray fit = logits.logSoftmax(1).mul(truth).sum().div(-truth.getShape().get(0));
      collector.backward(fit.add(parameters.squares().mul(PENALTY)));
    }
  }

  private static float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int n = 0; n < rows.length; n++) {
      System.arraycopy(rows[n], 0, flat, n * rows[n].length, rows[n].length);
    }
    return flat;
  }

  private static float[] truth(TrainingTable table) {
    float[] truth = new float[table.rows().length * table.classes()];
    for (int n = 0; n < table.rows().length; n++) {
      truth[n * table.classes() + table.labels()[n]] = 1;
    }
    return truth;
  }

  /** Weights and biases of both layers, in that order. */
  private static final class Parameters {
    private final List<NDArray> all;

    Parameters(NDManager manager, TrainingTable table, SplittableRandom random) {
      this.all =
          List.of(
              drawn(manager, UNITS, table.features(), random),
              manager.zeros(new Shape(UNITS)),
              drawn(manager, table.classes(), UNITS, random),
              manager.zeros(new Shape(table.classes())));
      all.forEach(array -> array.setRequiresGradient(true));
    }

    /** Uniform with variance 2 / inputs. */
    private static NDArray drawn(
        NDManager manager, int outputs, int inputs, SplittableRandom random) {
      double limit = Math.sqrt(6.0 / inputs);
      float[] values = new float[outputs * inputs];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (limit * (2 * random.nextDouble() - 1));
      }
      return manager.create(values, new Shape(outputs, inputs));
    }

    NDArray logits(NDArray rows) {
      NDArray hidden = rows.matMul(all.get(0).transpose()).add(all.get(1));
      return hidden.maximum(0f).matMul(all.get(2).transpose()).add(all.get(3));
    }

    NDArray squares() {
      return all.get(0).square().sum().add(all.get(2).square().sum());
    }

    void update(Optimizer optimizer) {
      for (int i = 0; i < all.size(); i++) {
        // Leaves a gradient of 0 behind.
        try (NDArray gradient = all.get(i).getGradient()) {
          optimizer.update(Integer.toString(i), all.get(i), gradient);
        }
      }
    }

    MultilayerPerceptron perceptron() {
      return new MultilayerPerceptron(
          matrix(0), all.get(1).toFloatArray(), matrix(2), all.get(3).toFloatArray());
    }

    private float[][] matrix(int index) {
      NDArray array = all.get(index);
      int rows = (int) array.getShape().get(0);
      int columns = (int) array.getShape().get(1);
      float[] flat = array.toFloatArray();
      float[][] matrix = new float[rows][];
      for (int row = 0; row < rows; row++) {
        matrix[row] = Arrays.copyOfRange(flat, row * columns, (row + 1) * columns);
      }
      return matrix;
    }
  }
}
