package org.radcam.tabular;

import java.util.Map;
import org.radcam.network.weights.Tensor;

/**
 * Answers for standardised features. All numbers it is made of are single-precision, so that what a
 * file holds is the model itself and not an approximation of it; it reckons in double precision.
 */
public sealed interface TabularClassifier
    permits LinearClassifier,
        GaussianNaiveBayes,
        SupportVectorMachine,
        NearestNeighbours,
        RandomForest,
        BoostedTrees,
        MultilayerPerceptron {
  /** How a file calls this kind of classifier. */
  String kind();

  /** Number of features. */
  int inputs();

  /** Number of classes, at least 2. */
  int classes();

  /**
   * The probability of each class; they add up to 1.
   *
   * @param standardised one finite value a feature
   */
  double[] probabilities(float[] standardised);

  /** What a file holds of it, by name; docs/radiomics-models.md has the layout. */
  Map<String, Tensor> tensors();
}
