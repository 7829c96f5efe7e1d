package org.radcam.tabular;

import java.util.List;

/** One small model of every kind, of two features. */
final class SmallModels {
  static final Standardiser STANDARDISER =
      new Standardiser(new float[] {10, -0.5f}, new float[] {4, 0.25f});

  /** Two trees: a stump on feature 1, and a leaf. */
  static final DecisionTrees TREES =
      new DecisionTrees(
          new int[] {0, 3},
          new int[] {1, -1, -1, -1},
          new float[] {0.5f, 0, 0, 0},
          new int[] {1, 0, 0, 0},
          new int[] {2, 0, 0, 0});

  private SmallModels() {}

  static List<TabularClassifier> classifiers() {
    return List.of(
        new LinearClassifier(new float[][] {{0.7f, -1.3f}}, new float[] {0.2f}),
        new LinearClassifier(
            new float[][] {{0.7f, -1.3f}, {0, 2}, {1, 1}}, new float[] {0.2f, 0, -1}),
        new GaussianNaiveBayes(
            new float[] {-0.5f, -0.9f},
            new float[][] {{0, 1}, {1, 0}},
            new float[][] {{1, 2}, {0.5f, 1}}),
        new NearestNeighbours(
            new float[][] {{0, 0}, {1, 0}, {0, 1}, {5, 5}}, new int[] {0, 1, 2, 1}, 3, 3),
        new RandomForest(2, TREES, new float[][] {{0, 0}, {1, 0}, {0.25f, 0.75f}, {0.5f, 0.5f}}),
        new BoostedTrees(2, TREES, new float[] {0, 0.3f, -0.4f, 0.1f}, new int[] {1, 0}, 0.5f, 2),
        machine(0.5f),
        machine(0),
        new SupportVectorMachine(
            0.3f,
            new float[][] {{0, 1}, {1, 0}, {-1, -1}},
            new int[] {0, 1, 2},
            new float[][] {{0.5f, -0.5f, -0.4f}, {0.4f, 0.6f, -0.6f}},
            new float[] {0.1f, -0.2f, 0.05f},
            new float[] {-1.5f, -2, -1},
            new float[] {0.1f, 0, -0.1f}),
        new MultilayerPerceptron(
            new float[][] {{1, -1}, {0.5f, 2}, {-1, 0}},
            new float[] {0, 0.1f, 0.2f},
            new float[][] {{1, 0, -1}, {0, 1, 1}},
            new float[] {0.3f, 0}));
  }

  static SupportVectorMachine machine(float gamma) {
    return new SupportVectorMachine(
        gamma,
        new float[][] {{0, 1}, {1, 0}, {2, 2}},
        new int[] {0, 0, 1},
        new float[][] {{0.5f, 0.25f, -0.75f}},
        new float[] {0.1f},
        new float[] {-1.5f},
        new float[] {0.1f});
  }

  static TabularModel model(TabularClassifier classifier) {
    return new TabularModel(List.of("glcm_contrast", "deep \"17\""), STANDARDISER, classifier);
  }
}
