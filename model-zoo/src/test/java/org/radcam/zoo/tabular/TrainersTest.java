package org.radcam.zoo.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.UserException;
import org.radcam.engine.TorchEngine;
import org.radcam.stats.Auc;
import org.radcam.tabular.LinearClassifier;
import org.radcam.tabular.MultilayerPerceptron;
import org.radcam.tabular.Standardiser;
import org.radcam.tabular.TabularClassifier;
import org.radcam.tabular.TabularFile;
import org.radcam.tabular.TabularModel;
import org.tribuo.Model;
import org.tribuo.classification.Label;

class TrainersTest {
  @TempDir Path folder;

  static List<TabularTrainer> trainers() {
    return TabularTrainers.all();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aSupportVectorMachineAnswersAsLibsvmDoes(int classes) {
    SupportVectorTrainer trainer = new SupportVectorTrainer();

    agrees(classes, trainer::tribuo, SupportVectorTrainer::portable);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void aRandomForestAnswersAsTribuoDoes(int classes) {
    agrees(classes, new RandomForestTrainer()::tribuo, TribuoForests::portable);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void extraTreesAnswerAsTribuoDoes(int classes) {
    agrees(classes, new ExtraTreesTrainer()::tribuo, TribuoForests::portable);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void boostedTreesAnswerAsXgboostDoes(int classes) {
    agrees(classes, new XgboostTrainer()::tribuo, XgboostTrees::portable);
  }

  @Test
  void aPerceptronAnswersAsPytorchDoes() {
    TrainingTable table = table(3, 1);
    MultilayerPerceptron model = (MultilayerPerceptron) new PerceptronTrainer().train(table, 5);

    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      NDArray hidden =
          manager
              .create(table.rows())
              .matMul(manager.create(model.hiddenWeights()).transpose())
              .add(manager.create(model.hiddenBiases()))
              .maximum(0f);
      NDArray answers =
          hidden
              .matMul(manager.create(model.outputWeights()).transpose())
              .add(manager.create(model.outputBiases()))
              .softmax(1);
      for (int n = 0; n < table.rows().length; n++) {
        double[] probabilities = model.probabilities(table.rows()[n]);
        for (int c = 0; c < 3; c++) {
          assertThat(probabilities[c]).isCloseTo(answers.getFloat(n, c), within(1e-6));
        }
      }
    }
  }

  /** The gradient of the penalised likelihood is 0, which needs no other implementation. */
  @Test
  void logisticRegressionIsAtItsMaximum() {
    TrainingTable table = table(2, 1);

    LinearClassifier linear = (LinearClassifier) new LogisticTrainer().train(table, 0);

    for (int j = 0; j < table.features(); j++) {
      double gradient = -linear.weights()[0][j];
      for (int n = 0; n < table.rows().length; n++) {
        double residual = table.labels()[n] - linear.probabilities(table.rows()[n])[1];
        gradient += residual * table.rows()[n][j];
      }
      assertThat(gradient).isCloseTo(0, within(1e-4));
    }
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void everyClassifierLearnsSurvivesItsFileAndIsRepeatable(TabularTrainer trainer)
      throws IOException {
    TrainingTable table = table(3, 1);
    TrainingTable others = table(3, 2);
    TabularClassifier classifier = trainer.train(table, 7);
    float[] ones = new float[table.features()];
    Arrays.fill(ones, 1);
    List<String> names = IntStream.range(0, table.features()).mapToObj(j -> "f" + j).toList();
    Path file = folder.resolve("model.safetensors");
    TabularFile.write(
        file, new TabularModel(names, new Standardiser(new float[ones.length], ones), classifier));

    TabularClassifier back = TabularFile.read(file).classifier();
    TabularClassifier again = trainer.train(table, 7);

    double[] scores = new double[others.rows().length];
    boolean[] truth = new boolean[scores.length];
    for (int n = 0; n < scores.length; n++) {
      double[] probabilities = classifier.probabilities(others.rows()[n]);
      assertThat(back.probabilities(others.rows()[n])).containsExactly(probabilities);
      assertThat(again.probabilities(others.rows()[n])).containsExactly(probabilities);
      scores[n] = probabilities[1];
      truth[n] = others.labels()[n] == 1;
    }
    assertThat(Auc.of(scores, truth)).isGreaterThan(0.8);
    assertThat(Files.size(file)).isLessThan(1 << 20);
    assertThat(TabularTrainers.of(trainer.key())).isSameAs(trainer);
  }

  /** The LASSO often leaves one. */
  @ParameterizedTest
  @MethodSource("trainers")
  void aSingleFeatureIsEnough(TabularTrainer trainer) {
    TrainingTable table = table(2, 1);
    float[][] column = new float[table.rows().length][];
    for (int n = 0; n < column.length; n++) {
      column[n] = new float[] {table.rows()[n][0]};
    }

    TabularClassifier classifier = trainer.train(new TrainingTable(column, table.labels(), 2), 1);

    double low = classifier.probabilities(new float[] {1.5f})[0];
    assertThat(low).isGreaterThan(classifier.probabilities(new float[] {-1.5f})[0]);
  }

  @Test
  void anUnknownClassifierIsRefusedWithTheOnesThereAre() {
    assertThatThrownBy(() -> TabularTrainers.of("oracle"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no classifier 'oracle'")
        .hasMessageContaining("logistic-regression, naive-bayes");
  }

  private static void agrees(
      int classes,
      BiFunction<TrainingTable, Long, Model<Label>> trainer,
      BiFunction<Model<Label>, TrainingTable, ? extends TabularClassifier> export) {
    TrainingTable table = table(classes, 1);
    Model<Label> trained = trainer.apply(table, 3L);

    TabularClassifier portable = export.apply(trained, table);

    for (float[] row : table(classes, 2).rows()) {
      double[] expected =
          TribuoTables.probabilities(trained.predict(TribuoTables.example(row, 0)), classes);
      assertThat(portable.probabilities(row)).containsExactly(expected, within(1e-6));
    }
  }

  /** More than ten features, so that their names do not sort as their numbers; one is rounded. */
  private static TrainingTable table(int classes, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] rows = new float[120][14];
    int[] labels = new int[rows.length];
    for (int n = 0; n < rows.length; n++) {
      labels[n] = (n * 7 + n / 5) % classes;
      for (int j = 0; j < rows[n].length; j++) {
        rows[n][j] = (float) (random.nextGaussian() + (j % 5 == labels[n] ? 1 : 0));
      }
      rows[n][3] = Math.round(rows[n][3]);
    }
    double[][] values = new double[rows.length][rows[0].length];
    for (int n = 0; n < rows.length; n++) {
      for (int j = 0; j < rows[n].length; j++) {
        values[n][j] = rows[n][j];
      }
    }
    List<String> names = IntStream.range(0, rows[0].length).mapToObj(j -> "f" + j).toList();
    return TrainingTable.of(
        new TabularData(names, values, labels, classes), Standardiser.of(values, names));
  }
}
