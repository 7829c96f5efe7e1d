package org.radcam.zoo.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.radcam.stats.calibration.HosmerLemeshow;

/** What a report says of how its figures were made. */
final class MethodText {
  private static final List<String> CHOSEN =
      List.of(
          "Thresholds, calibrations and prediction sets were chosen on the cases of the split '"
              + ChosenOnValidation.SPLIT
              + "' alone, and are judged on the other splits, none of whose patients is among them. The"
              + " shares have the intervals of all shares, Brier score, log loss and the size of sets"
              + " those of the bootstrap; what other validation cases would have chosen is not in"
              + " them.",
          "A case is positive where the class's probability is at least the threshold. Of thresholds"
              + " with equal Youden index (sensitivity + specificity - 1) the most sensitive one, of"
              + " those with enough sensitivity the highest was chosen.",
          "Temperature scaling (Guo et al. 2017) and, of two classes, Platt scaling (1999) of the log"
              + " odds. Prediction sets are split conformal: LAC (Sadinle et al. 2019) admits classes by"
              + " their own probability, APS (Romano et al. 2020, not randomised) by that of all classes"
              + " as likely or likelier.");

  private static final String READERS =
      "Readers are persons whom the table calls so, and whoever named classes without probabilities."
          + " They are compared on the cases that all of them answered. Figures of each reader, of the"
          + " readers' mean and their differences have percentile intervals of a bootstrap that draws"
          + " patients and keeps a patient's readings together."
          + " McNemar's exact test is of who is right. Agreement: Cohen's kappa without weights"
          + " (interval: Fleiss, Cohen and Everitt 1969), Fleiss' kappa (interval: Gwet 2021).";

  private MethodText() {}

  static List<String> of(Evaluation evaluation) {
    List<String> items =
        new ArrayList<>(
            List.of(
                "All intervals are of 95 %. A dash is a figure that the data do not define.",
                "Where every case is a patient of its own: areas under ROC curves have DeLong's intervals,"
                    + " shares (accuracy, sensitivity, specificity, precision) those of Clopper and Pearson,"
                    + " which are exact. Where patients have several cases, both are of a bootstrap that"
                    + " draws patients; a share of 0 or 1, of which every resample says the same, has"
                    + " Clopper and Pearson's for as many cases as the patients are worth.",
                String.format(
                    Locale.ROOT,
                    "F1, average precision (AP), Brier score, log loss and all averages: percentile intervals of that"
                        + " bootstrap, %,d resamples, seed %d. Bands of ROC curves: the same, point by point."
                        + " Points of reliability curves: Wilson's intervals. The expected calibration error"
                        + " (ECE) and net benefit have none.",
                    evaluation.settings().replicates(),
                    evaluation.settings().seed()),
                "Each class counts against all others. Macro: mean of the classes; weighted: by their cases;"
                    + " micro: over all pairs of a case and a class. A class's precision counts as 0 in"
                    + " averages where it was never named.",
                "Brier score: of two classes, the mean squared error of the second class's probability (0 to"
                    + " 1); of more, summed over classes (0 to 2). Expected calibration error: of the"
                    + " predicted class, "
                    + ProbabilityFigures.BINS
                    + " bins of equal width. Log loss: the mean of minus the natural logarithm of the true"
                    + " class's probability.",
                "Hosmer and Lemeshow's test: of each class, up to "
                    + HosmerLemeshow.GROUPS
                    + " groups between quantiles of its probability, as many degrees of freedom as groups,"
                    + " because the model was not fitted to these cases; it takes cases for independent.",
                "Models are compared on the cases that both answered: areas by DeLong's paired test, where"
                    + " patients have several cases in Obuchowski's form, which takes patients for"
                    + " independent; macro areas by the bootstrap of their difference; who is right how often"
                    + " by McNemar's exact test. p values are not corrected for the number of comparisons.",
                "Probabilities are taken as they are; the predicted class is the most probable one, or the one"
                    + " that the table names."));
    if (evaluation.figures().stream().anyMatch(one -> one.chosen().isPresent())) {
      items.addAll(CHOSEN);
    } else {
      items.add(
          "No threshold, calibration or prediction set was chosen: no model has probabilities both in"
              + " a split named '"
              + ChosenOnValidation.SPLIT
              + "' and in another one, to judge them on.");
    }
    if (!evaluation.readers().comparisons().isEmpty()
        || !evaluation.readers().agreements().isEmpty()) {
      items.add(READERS);
    }
    return items;
  }
}
