package org.radcam.zoo.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Real radiomics features, of public tables; docs/radiomics-models.md has all. */
class RadiomicsTablesTest {
  /** Whether a lung nodule is to be followed up is told by its size, which radiomics measures. */
  @Test
  void theLassoFindsWhatTellsNodulesApart() throws IOException {
    RadiomicsTable table = RadiomicsTable.require("LNDb");
    int[] folds = Folds.assign(table.data(), table.patients(), 5, 1);

    LassoCrossValidation lasso = LassoCrossValidation.of(table.data(), folds);

    assertThat(lasso.atOneStandardError().selected()).hasSizeBetween(1, 40);
    assertThat(lasso.atOneStandardError().selected().length)
        .isLessThanOrEqualTo(lasso.atMinimum().selected().length);
    assertThat(lasso.deviances()[lasso.best()]).isLessThan(lasso.deviances()[0]);
  }

  @Test
  void simpleClassifiersOfATableWithMoreFeaturesThanCasesAreBetterThanChance() throws IOException {
    RadiomicsTable table = RadiomicsTable.require("WORC-Lipo");
    ComparisonSettings quick =
        new ComparisonSettings(
            List.of(new LogisticTrainer(), new RandomForestTrainer()),
            Selection.LAMBDA_MIN,
            5,
            5,
            200,
            1);

    ComparisonReport report = ClassifierComparison.run(table.data(), table.patients(), quick);

    for (ClassifierScore score : report.scores()) {
      assertThat(score.auc().low()).isGreaterThan(0.5);
      assertThat(score.auc().estimate()).isBetween(0.7, 0.9);
    }
    assertThat(report.model().features().size()).isLessThan(60);
  }
}
