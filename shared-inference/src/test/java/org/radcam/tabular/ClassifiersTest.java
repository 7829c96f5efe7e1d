package org.radcam.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.UserException;

class ClassifiersTest {
  static List<TabularClassifier> classifiers() {
    return SmallModels.classifiers();
  }

  @ParameterizedTest
  @MethodSource("classifiers")
  void probabilitiesAddUpToOneEvenFarFromTheTrainingCases(TabularClassifier classifier) {
    for (float[] values : new float[][] {{0, 0}, {1e6f, -1e6f}, {-3e38f, 3e38f}}) {
      double[] probabilities = classifier.probabilities(values);
      assertThat(probabilities).hasSize(classifier.classes());
      double sum = 0;
      for (double probability : probabilities) {
        assertThat(probability).isBetween(0.0, 1.0);
        sum += probability;
      }
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void featuresAreStandardisedBeforeTheClassifierSeesThem() {
    TabularModel model = SmallModels.model(SmallModels.classifiers().get(0));

    // Standardised: (14 - 10) / 4 = 1 and (-1 + 0.5) / 0.25 = -2.
    double logOdds = 0.2f + 0.7f - 2 * -1.3f;
    assertThat(model.probabilities(new double[] {14, -1})[1])
        .isCloseTo(1 / (1 + Math.exp(-logOdds)), within(1e-7));
  }

  @Test
  void aMissingValueIsRefusedByTheNameOfItsFeature() {
    TabularModel model = SmallModels.model(SmallModels.classifiers().get(0));

    assertThatThrownBy(() -> model.probabilities(new double[] {Double.NaN, 0}))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("glcm_contrast");
  }

  @Test
  void contributionsOfALinearModelAddUpToItsLogOdds() {
    TabularModel model = SmallModels.model(SmallModels.classifiers().get(0));
    double[] values = {13, 0.7};

    LinearTerms terms = model.linear().orElseThrow();

    double[] p = model.probabilities(values);
    assertThat(terms.margin(1, values)).isCloseTo(Math.log(p[1] / p[0]), within(1e-6));
    assertThat(terms.margin(0, values)).isCloseTo(Math.log(p[0] / p[1]), within(1e-6));
    assertThat(terms.contributions(1, new double[] {10, -0.5}))
        .containsExactly(new double[2], within(0.0));
    assertThat(terms.contributions(1, values)[0]).isCloseTo(0.7 * 3 / 4, within(1e-6));
  }

  @Test
  void marginsOfSeveralClassesAreTheLogitsOfTheirSoftmax() {
    TabularModel model = SmallModels.model(SmallModels.classifiers().get(1));
    double[] values = {13, 0.7};

    LinearTerms terms = model.linear().orElseThrow();

    double[] p = model.probabilities(values);
    assertThat(terms.margin(2, values) - terms.margin(0, values))
        .isCloseTo(Math.log(p[2] / p[0]), within(1e-5));
  }

  @Test
  void aLinearSupportVectorMachineOfTwoClassesHasExactContributions() {
    TabularModel model = SmallModels.model(SmallModels.machine(0));
    double[] values = {9, -0.2};

    LinearTerms terms = model.linear().orElseThrow();

    double[] p = model.probabilities(values);
    assertThat(terms.margin(1, values)).isCloseTo(Math.log(p[1] / p[0]), within(1e-5));
    assertThat(SmallModels.model(SmallModels.machine(0.5f)).linear()).isEmpty();
  }

  @Test
  void aLinearSupportVectorMachineWhoseWeightsNoFloatHoldsHasNone() {
    SupportVectorMachine huge =
        new SupportVectorMachine(
            0,
            new float[][] {{1e30f, 0}, {0, 1}},
            new int[] {0, 1},
            new float[][] {{1e20f, -1}},
            new float[] {0},
            new float[] {-1},
            new float[] {0});
    assertThat(huge.linear()).isEmpty();
    SupportVectorMachine constant =
        new SupportVectorMachine(
            0,
            new float[][] {{1, 0}, {0, 1}},
            new int[] {0, 1},
            new float[][] {{1, -1}},
            new float[] {1e30f},
            new float[] {-1e20f},
            new float[] {0});
    assertThat(constant.linear()).isEmpty();
  }

  @Test
  void equallyDistantNeighboursCountInTheirOrder() {
    NearestNeighbours model =
        new NearestNeighbours(
            new float[][] {{1, 0}, {-1, 0}, {0, 1}, {0.5f, 0}}, new int[] {0, 1, 1, 1}, 2, 2);

    assertThat(model.probabilities(new float[] {0, 0})).containsExactly(0.5, 0.5);
  }

  @Test
  void aValueAtTheThresholdGoesLeft() {
    assertThat(SmallModels.TREES.leaf(0, new float[] {9, 0.5f})).isEqualTo(1);
    assertThat(SmallModels.TREES.leaf(0, new float[] {9, Math.nextUp(0.5f)})).isEqualTo(2);
  }

  @Test
  void treesThatDoNotLeadDownAreRefused() {
    float[] none = new float[3];
    int[] split = {0, -1, -1};
    assertThatThrownBy(
            () -> new DecisionTrees(new int[] {0}, split, none, new int[] {0, 0, 0}, new int[3]))
        .hasMessageContaining("node 0 cannot be a child of node 0");
    assertThatThrownBy(
            () ->
                new DecisionTrees(
                    new int[] {0}, split, none, new int[] {1, 0, 0}, new int[] {1, 0, 0}))
        .hasMessageContaining("node 1 cannot be a child of node 0");
  }

  /** Pairs that come from one vector of probabilities give it back. */
  @Test
  void couplingFindsTheProbabilitiesThatPairsComeFrom() {
    double[] truth = {0.6, 0.3, 0.1};
    double[][] pairwise = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        pairwise[i][j] = truth[i] / (truth[i] + truth[j]);
      }
    }

    // The stopping rule is LIBSVM's and coarse.
    assertThat(PairwiseCoupling.probabilities(pairwise)).containsExactly(truth, within(5e-3));
  }

  @Test
  void standardisingAConstantFeatureDoesNotBlowUpRounding() {
    SplittableRandom random = new SplittableRandom(2);
    double[][] rows = new double[20][2];
    for (double[] row : rows) {
      row[0] = 1e6 + 1e-6 * random.nextDouble();
      row[1] = random.nextDouble();
    }

    Standardiser standardiser = Standardiser.of(rows, List.of("a", "b"));

    assertThat(standardiser.scales()[0]).isEqualTo(1);
    assertThat(standardiser.apply(rows[0])[0]).isCloseTo(0, within(1e-5f));
  }
}
