package org.radcam.tabular;

/**
 * A linear model taken apart: margin of class c = intercepts[c] + sum over j of weights[c][j] *
 * (value j - centres[j]). The margin of a class is its log odds where there are two classes, and
 * its logit of the softmax where there are more.
 *
 * @param weights class by feature, per unit of the feature as it is (not standardised)
 * @param centres of the features: the mean of the training cases
 * @param intercepts margin of each class for a case of mean features
 */
public record LinearTerms(double[][] weights, double[] centres, double[] intercepts) {
  /** What each feature adds to the margin of a class, beside a case of mean features. */
  public double[] contributions(int label, double[] features) {
    double[] contributions = new double[centres.length];
    for (int j = 0; j < contributions.length; j++) {
      contributions[j] = weights[label][j] * (features[j] - centres[j]);
    }
    return contributions;
  }

  /** The margin of a class. */
  public double margin(int label, double[] features) {
    double margin = intercepts[label];
    for (double contribution : contributions(label, features)) {
      margin += contribution;
    }
    return margin;
  }
}
