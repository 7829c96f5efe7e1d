package org.radcam.zoo.tabular;

import java.util.List;
import java.util.Locale;
import org.radcam.tabular.TabularModel;

/**
 * What came of a comparison.
 *
 * @param scores one a kind, in the order of the settings
 * @param best the kind that was chosen
 * @param model of that kind, trained with all cases; its features are the selected ones
 * @param lasso the LASSO of all cases
 * @param atMinimum features at lambda.min, the heaviest first
 * @param atOneStandardError features at lambda.1se, the heaviest first
 * @param foldOf the fold of each case
 */
public record ComparisonReport(
    List<ClassifierScore> scores,
    TabularTrainer best,
    TabularModel model,
    LassoCrossValidation lasso,
    List<SelectedFeature> atMinimum,
    List<SelectedFeature> atOneStandardError,
    int[] foldOf) {
  public ComparisonReport {
    scores = List.copyOf(scores);
    atMinimum = List.copyOf(atMinimum);
    atOneStandardError = List.copyOf(atOneStandardError);
  }

  /** The scores as a Markdown table, the chosen kind marked. */
  public String table() {
    StringBuilder text = new StringBuilder("| classifier | AUC | 95 % interval | by fold |\n");
    text.append("|---|---|---|---|\n");
    for (ClassifierScore score : scores) {
      StringBuilder folds = new StringBuilder();
      for (double auc : score.foldAucs()) {
        folds.append(folds.isEmpty() ? "" : " ").append(number(auc));
      }
      text.append("| ")
          .append(score.trainer().title())
          .append(score.trainer() == best ? " (chosen) | " : " | ")
          .append(number(score.auc().estimate()))
          .append(" | ")
          .append(number(score.auc().low()))
          .append(" to ")
          .append(number(score.auc().high()))
          .append(" | ")
          .append(folds)
          .append(" |\n");
    }
    return text.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
