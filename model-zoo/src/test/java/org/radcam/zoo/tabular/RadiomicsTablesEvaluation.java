package org.radcam.zoo.tabular;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Cross-validates the LASSO and the eight classifiers on public radiomics tables, and writes folds
 * and areas to model-zoo/target/radiomics-tables, where src/test/golden/compare_tables.py takes
 * them up and prints the table of docs/radiomics-models.md. Run with {@code mvn -pl model-zoo -am
 * test -Dtest=RadiomicsTablesEvaluation -Dsurefire.failIfNoSpecifiedTests=false
 * -Dsurefire.argLine=-Dradcam.evaluate=true}.
 */
@EnabledIfSystemProperty(named = "radcam.evaluate", matches = "true")
class RadiomicsTablesEvaluation {
  private static final long SEED = 1;
  private static final ComparisonSettings SETTINGS = ComparisonSettings.standard(SEED);

  @Test
  void writesFoldsAndAreasOfEveryTable() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "radiomics-tables"));
    for (String name : RadiomicsTable.NAMES) {
      RadiomicsTable table = RadiomicsTable.require(name);
      long begin = System.nanoTime();
      ComparisonReport report = ClassifierComparison.run(table.data(), table.patients(), SETTINGS);
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(Locale.ROOT, "%n%s, %.0f s%n%s", name, seconds, report.table());
      Files.writeString(folder.resolve(name + "-folds.csv"), folds(table, report.foldOf()));
      Files.writeString(folder.resolve(name + "-areas.csv"), areas(table, report));
    }
  }

  /**
   * The fold of each patient; and its fold within the cases outside each fold, -1 for the others.
   */
  static String folds(RadiomicsTable table, int[] foldOf) {
    int[][] inner = new int[SETTINGS.folds()][foldOf.length];
    for (int fold = 0; fold < inner.length; fold++) {
      int[] rest = TabularData.indices(foldOf, fold, false);
      List<String> owners = Arrays.stream(rest).mapToObj(table.patients()::get).toList();
      int[] own = Folds.atMost(table.data().cases(rest), owners, SETTINGS.innerFolds(), SEED);
      Arrays.fill(inner[fold], -1);
      for (int n = 0; n < rest.length; n++) {
        inner[fold][rest[n]] = own[n];
      }
    }
    StringBuilder text = new StringBuilder("patient,fold,inner0,inner1,inner2,inner3,inner4\n");
    for (int n = 0; n < foldOf.length; n++) {
      text.append(table.patients().get(n)).append(',').append(foldOf[n]);
      for (int[] own : inner) {
        text.append(',').append(own[n]);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String areas(RadiomicsTable table, ComparisonReport report) {
    StringBuilder text = new StringBuilder("classifier,fold,auc,low,high\n");
    double[] lasso = lasso(table, report.foldOf());
    for (int fold = 0; fold < lasso.length; fold++) {
      text.append(String.format(Locale.ROOT, "lasso,%d,%.6f,,%n", fold, lasso[fold]));
    }
    for (ClassifierScore score : report.scores()) {
      String key = score.trainer().key();
      for (int fold = 0; fold < score.foldAucs().length; fold++) {
        text.append(
            String.format(Locale.ROOT, "%s,%d,%.6f,,%n", key, fold, score.foldAucs()[fold]));
      }
      text.append(
          String.format(
              Locale.ROOT,
              "%s,all,%.6f,%.6f,%.6f%n",
              key,
              score.auc().estimate(),
              score.auc().low(),
              score.auc().high()));
    }
    return text.toString();
  }

  /** The LASSO at lambda.min as a classifier of its own. */
  private static double[] lasso(RadiomicsTable table, int[] foldOf) {
    double[] areas = new double[SETTINGS.folds()];
    for (int fold = 0; fold < areas.length; fold++) {
      int[] rest = TabularData.indices(foldOf, fold, false);
      List<String> owners = Arrays.stream(rest).mapToObj(table.patients()::get).toList();
      LinearSolution solution =
          FeatureSelector.choose(
                  table.data().cases(rest),
                  owners,
                  Selection.LAMBDA_MIN,
                  SETTINGS.innerFolds(),
                  SEED)
              .lasso()
              .atMinimum();
      TabularData held = table.data().cases(TabularData.indices(foldOf, fold, true));
      double[][] answers =
          IntStream.range(0, held.size())
              .mapToObj(n -> solution.probabilities(held.rows()[n]))
              .toArray(double[][]::new);
      areas[fold] = new MacroAuc(answers, held.labels(), 2).value();
    }
    return areas;
  }
}
