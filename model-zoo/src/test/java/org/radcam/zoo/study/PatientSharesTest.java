package org.radcam.zoo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.task.ClassLabel;
import org.radcam.task.Tasks;
import org.radcam.zoo.train.CaseFiles;
import org.radcam.zoo.train.Manifest;
import org.radcam.zoo.train.Split;
import org.radcam.zoo.train.TrainingCase;

class PatientSharesTest {
  private static final List<ClassLabel> CLASSES = Tasks.get("sinonasal").classes();
  private static final CaseFiles FILES = CaseFiles.of("ADC", Path.of("x"));

  @Property(tries = 200)
  void noPatientIsInTwoSplitsAndEveryClassIsInEach(
      @ForAll long seed, @ForAll @IntRange(min = 12, max = 80) int patients) {
    List<TrainingCase> cases = cases(seed, patients, Split.TRAIN);

    Map<String, Split> splits = split(cases, seed);

    Map<String, Split> ofPatient = new HashMap<>();
    Map<Split, int[]> counts = new HashMap<>();
    for (TrainingCase one : cases) {
      Split own = splits.get(one.id());
      assertThat(ofPatient.getOrDefault(one.patient(), own)).isEqualTo(own);
      ofPatient.put(one.patient(), own);
      counts.computeIfAbsent(own, any -> new int[3])[one.label()]++;
    }
    assertThat(counts.keySet())
        .containsExactlyInAnyOrder(Split.TRAIN, Split.VALIDATION, Split.TEST);
    for (int c = 0; c < 3; c++) {
      int all = counts.values().stream().mapToInt(each -> each[0]).sum();
      for (Split split : counts.keySet()) {
        assertThat(counts.get(split)[c]).isPositive();
      }
      // A patient has three cases at most, so that the share is missed by fewer than those.
      assertThat(counts.get(Split.TEST)[0]).isLessThan((int) Math.max(1, 0.2 * all) + 4);
    }
  }

  @Property(tries = 50)
  void theOrderOfRowsDoesNotMatter(@ForAll long seed) {
    List<TrainingCase> cases = cases(seed, 30, Split.TRAIN);
    List<TrainingCase> shuffled = new ArrayList<>(cases);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(split(shuffled, 3)).isEqualTo(split(cases, 3));
  }

  @Test
  void whatTheManifestSplitsStaysAndOnlyWhatItLacksIsDrawnFromItsTrainingPatients() {
    List<TrainingCase> cases = new ArrayList<>(cases(1, 30, Split.TRAIN));
    for (TrainingCase one : cases(2, 12, Split.EXTERNAL)) {
      cases.add(
          new TrainingCase(
              "e" + one.id(),
              "e" + one.patient(),
              FILES,
              Map.of(),
              one.label(),
              "",
              Split.EXTERNAL));
    }

    Map<String, Split> splits = split(cases, 1);

    for (TrainingCase one : cases) {
      if (one.split() == Split.EXTERNAL) {
        assertThat(splits.get(one.id())).isEqualTo(Split.EXTERNAL);
      }
    }
    assertThat(splits).containsValue(Split.VALIDATION).doesNotContainValue(Split.TEST);
  }

  @Test
  void patientsWithManyCasesAreInNoSplitMoreThanInAnother() {
    Map<Split, double[]> sums = new HashMap<>();
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<TrainingCase> cases = new ArrayList<>();
      for (int p = 0; p < 200; p++) {
        // Few patients have many: 1 to 15 cases.
        int own = 1 << random.nextInt(5);
        for (int n = 0; n < own - 1 || n == 0; n++) {
          cases.add(one(cases.size(), "p" + p, p % 3, Split.TRAIN));
        }
      }
      Map<String, Split> splits = split(cases, seed);
      Map<Split, Set<String>> patients = new HashMap<>();
      for (TrainingCase one : cases) {
        Split own = splits.get(one.id());
        patients.computeIfAbsent(own, any -> new HashSet<>()).add(one.patient());
        sums.computeIfAbsent(own, any -> new double[2])[0]++;
      }
      patients.forEach((split, names) -> sums.get(split)[1] += names.size());
    }

    double train = sums.get(Split.TRAIN)[0] / sums.get(Split.TRAIN)[1];
    double validation = sums.get(Split.VALIDATION)[0] / sums.get(Split.VALIDATION)[1];
    double test = sums.get(Split.TEST)[0] / sums.get(Split.TEST)[1];
    // Mean cases of a patient: their standard error over 100 splits is about 0.1.
    assertThat(validation).isCloseTo(train, within(0.4));
    assertThat(test).isCloseTo(train, within(0.4));
  }

  @Test
  void anotherSeedIsAnotherSplit() {
    List<TrainingCase> cases = cases(1, 40, Split.TRAIN);

    assertThat(split(cases, 1)).isNotEqualTo(split(cases, 2));
  }

  @Test
  void aClassWithTooFewPatientsIsNamed() {
    List<TrainingCase> cases = new ArrayList<>();
    for (int n = 0; n < 20; n++) {
      cases.add(one(n, "p" + n, n < 2 ? 1 : n % 2 == 0 ? 0 : 2, Split.TRAIN));
    }

    assertThatThrownBy(() -> split(cases, 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("The class '" + CLASSES.get(1).key() + "' has 2 patients")
        .hasMessageContaining("column split");
  }

  private static Map<String, Split> split(List<TrainingCase> cases, long seed) {
    return PatientShares.of(
        new Manifest("labels.csv", cases, "0", 0), CLASSES, new Study.Shares(0.15, 0.2), seed);
  }

  /** Patients with one to three cases of one class, classes taking turns. */
  private static List<TrainingCase> cases(long seed, int patients, Split split) {
    Random random = new Random(seed);
    List<TrainingCase> cases = new ArrayList<>();
    for (int p = 0; p < patients; p++) {
      int own = 1 + random.nextInt(3);
      for (int n = 0; n < own; n++) {
        cases.add(one(cases.size(), "p" + p, p % 3, split));
      }
    }
    return cases;
  }

  private static TrainingCase one(int id, String patient, int label, Split split) {
    return new TrainingCase("c" + id, patient, FILES, Map.of(), label, "", split);
  }
}
