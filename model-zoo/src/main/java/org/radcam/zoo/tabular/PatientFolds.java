package org.radcam.zoo.tabular;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.radcam.UserException;

/**
 * Splits cases into folds so that no patient is in two of them and every class is spread evenly:
 * patients in random order, those with most cases first, each go where their classes are rarest.
 */
public final class PatientFolds {
  private PatientFolds() {}

  /**
   * The fold of each case, 0 to {@code folds - 1}.
   *
   * @param patientOf the patient of each case
   * @param labels the class of each case
   * @param classes names of the classes, for the message
   * @throws UserException if some class has fewer patients than there are folds
   */
  public static int[] assign(
      List<String> patientOf, int[] labels, List<String> classes, int folds, long seed) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (int n = 0; n < labels.length; n++) {
      counts.computeIfAbsent(patientOf.get(n), name -> new int[classes.size()])[labels[n]]++;
    }
    checkEnough(counts, classes, folds);
    // Sorted first, so that the order of the manifest's rows does not matter.
    List<String> patients = new ArrayList<>(counts.keySet());
    Collections.sort(patients);
    Collections.shuffle(patients, new Random(seed));
    patients.sort(Comparator.comparingInt(patient -> -sum(counts.get(patient))));
    int[][] held = new int[folds][classes.size()];
    Map<String, Integer> foldOf = new LinkedHashMap<>();
    for (String patient : patients) {
      int[] own = counts.get(patient);
      int best = 0;
      for (int fold = 1; fold < folds; fold++) {
        if (compare(held[fold], held[best], own) < 0) {
          best = fold;
        }
      }
      for (int c = 0; c < own.length; c++) {
        held[best][c] += own[c];
      }
      foldOf.put(patient, best);
    }
    return patientOf.stream().mapToInt(foldOf::get).toArray();
  }

  /** Fewest cases of the patient's own classes first, then fewest cases at all. */
  private static int compare(int[] a, int[] b, int[] own) {
    long difference = 0;
    for (int c = 0; c < own.length; c++) {
      difference += (long) own[c] * (a[c] - b[c]);
    }
    return difference != 0 ? Long.signum(difference) : Integer.compare(sum(a), sum(b));
  }

  private static void checkEnough(Map<String, int[]> counts, List<String> classes, int folds) {
    for (int c = 0; c < classes.size(); c++) {
      int label = c;
      long patients = counts.values().stream().filter(own -> own[label] > 0).count();
      if (patients < folds) {
        throw new UserException(
            "The class '"
                + classes.get(c)
                + "' has "
                + patients
                + (patients == 1 ? " patient" : " patients")
                + ", too few for "
                + folds
                + " folds: every fold needs at least one. Add cases, or use fewer folds.");
      }
    }
  }

  private static int sum(int[] values) {
    int sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }
}
