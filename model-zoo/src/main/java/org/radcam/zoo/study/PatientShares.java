package org.radcam.zoo.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.radcam.UserException;
import org.radcam.task.ClassLabel;
import org.radcam.zoo.train.Manifest;
import org.radcam.zoo.train.Split;
import org.radcam.zoo.train.TrainingCase;

/**
 * Splits patients by shares.
 *
 * <ul>
 *   <li>What the manifest splits stays as it is. Validation patients are drawn from its training
 *       patients where it has none; test patients where it has no patient that is kept out at all.
 *   <li>All cases of a patient stay together, and every class is shared out by itself: patients in
 *       random order each go where their classes lack most of what they are to have, as a share of
 *       it. How many cases a patient has plays no part in that, so that no split has the patients
 *       with many.
 *   <li>A split that is drawn has a case of every class at least. A class with fewer training
 *       patients than there are splits to share them is refused.
 * </ul>
 */
final class PatientShares {
  private final List<ClassLabel> classes;
  private final Map<String, int[]> counts = new LinkedHashMap<>();
  private final Map<Split, double[]> targets = new LinkedHashMap<>();
  private final Map<Split, double[]> lacking = new LinkedHashMap<>();

  private PatientShares(List<ClassLabel> classes) {
    this.classes = classes;
  }

  /**
   * The split of each case.
   *
   * @throws UserException if a class has too few patients
   */
  static Map<String, Split> of(
      Manifest manifest, List<ClassLabel> classes, Study.Shares shares, long seed) {
    Map<String, Split> splits = new LinkedHashMap<>();
    manifest.cases().forEach(one -> splits.put(one.id(), one.split()));
    Map<Split, Double> drawn = new LinkedHashMap<>();
    if (manifest.validation().isEmpty()) {
      drawn.put(Split.VALIDATION, shares.validation());
    }
    if (manifest.heldOut().isEmpty()) {
      drawn.put(Split.TEST, shares.test());
    }
    if (!drawn.isEmpty()) {
      List<TrainingCase> cases = manifest.training();
      Map<String, Split> ofPatients = new PatientShares(classes).share(cases, drawn, seed);
      cases.forEach(one -> splits.put(one.id(), ofPatients.get(one.patient())));
    }
    return splits;
  }

  private Map<String, Split> share(List<TrainingCase> cases, Map<Split, Double> drawn, long seed) {
    for (TrainingCase one : cases) {
      counts.computeIfAbsent(one.patient(), name -> new int[classes.size()])[one.label()]++;
    }
    int[] totals = new int[classes.size()];
    counts.values().forEach(own -> add(totals, own));
    double[] left = new double[classes.size()];
    lacking.put(Split.TRAIN, left);
    drawn.forEach((split, share) -> lacking.put(split, new double[classes.size()]));
    for (int c = 0; c < classes.size(); c++) {
      checkEnough(c);
      left[c] = totals[c];
      for (Map.Entry<Split, Double> one : drawn.entrySet()) {
        double target = Math.max(1, one.getValue() * totals[c]);
        lacking.get(one.getKey())[c] = target;
        left[c] -= target;
      }
    }
    lacking.forEach((split, own) -> targets.put(split, own.clone()));
    Map<String, Split> splits = new HashMap<>();
    for (String patient : order(seed)) {
      int[] own = counts.get(patient);
      Split most = Split.TRAIN;
      for (Split split : lacking.keySet()) {
        if (need(own, split) > need(own, most)) {
          most = split;
        }
      }
      for (int c = 0; c < own.length; c++) {
        lacking.get(most)[c] -= own[c];
      }
      splits.put(patient, most);
    }
    checkFilled(cases, splits);
    return splits;
  }

  /** Patients sorted first, so that the order of the manifest's rows does not matter. */
  private List<String> order(long seed) {
    List<String> patients = new ArrayList<>(counts.keySet());
    Collections.sort(patients);
    Collections.shuffle(patients, new Random(seed));
    return patients;
  }

  /** How much of their targets a split lacks of the patient's classes, in the mean of the cases. */
  private double need(int[] own, Split split) {
    double need = 0;
    for (int c = 0; c < own.length; c++) {
      if (own[c] > 0) {
        need += own[c] * lacking.get(split)[c] / targets.get(split)[c];
      }
    }
    return need;
  }

  private void checkEnough(int label) {
    long patients = counts.values().stream().filter(own -> own[label] > 0).count();
    if (patients < lacking.size()) {
      throw tooFew(label, patients);
    }
  }

  private void checkFilled(List<TrainingCase> cases, Map<String, Split> splits) {
    for (Split split : lacking.keySet()) {
      for (int c = 0; c < classes.size(); c++) {
        int label = c;
        if (cases.stream()
            .noneMatch(one -> one.label() == label && splits.get(one.patient()) == split)) {
          throw tooFew(label, counts.values().stream().filter(own -> own[label] > 0).count());
        }
      }
    }
  }

  private UserException tooFew(int label, long patients) {
    return new UserException(
        "The class '"
            + classes.get(label).key()
            + "' has "
            + patients
            + (patients == 1 ? " patient" : " patients")
            + ", too few to share among "
            + String.join(", ", lacking.keySet().stream().map(Split::key).toList())
            + ". Add cases, or name the splits in the manifest's column split.");
  }

  private static void add(int[] sums, int[] more) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] += more[c];
    }
  }
}
