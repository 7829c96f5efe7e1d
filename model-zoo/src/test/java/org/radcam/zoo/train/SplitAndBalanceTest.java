package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;

class SplitAndBalanceTest {
  private static final CaseFiles FILES = CaseFiles.of("CXR", Path.of("x"));
  private static final List<String> CLASSES = List.of("no_finding", "finding");

  @Property(tries = 200)
  void noPatientIsInTwoFoldsAndClassesAreSpreadEvenly(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int folds) {
    List<TrainingCase> cases = randomCases(seed, 60);
    for (int label = 0; label < 2; label++) {
      int wanted = label;
      Assume.that(
          cases.stream()
                  .filter(c -> c.label() == wanted)
                  .map(TrainingCase::patient)
                  .distinct()
                  .count()
              >= folds);
    }

    int[] foldOf = CaseFolds.assign(cases, CLASSES, folds, seed);

    Map<String, Integer> first = new HashMap<>();
    int[][] counts = new int[folds][2];
    for (int n = 0; n < foldOf.length; n++) {
      Integer other = first.putIfAbsent(cases.get(n).patient(), foldOf[n]);
      assertThat(other == null || other == foldOf[n]).isTrue();
      counts[foldOf[n]][cases.get(n).label()]++;
    }
    for (int label = 0; label < 2; label++) {
      int least = Integer.MAX_VALUE;
      int most = 0;
      for (int[] count : counts) {
        least = Math.min(least, count[label]);
        most = Math.max(most, count[label]);
      }
      // No patient has more than five images.
      assertThat(most - least).isLessThanOrEqualTo(5);
    }
  }

  @Test
  void theOrderOfRowsDoesNotMatterToTheFolds() {
    List<TrainingCase> cases = randomCases(4, 40);
    List<TrainingCase> shuffled = new ArrayList<>(cases);
    Collections.shuffle(shuffled, new Random(8));

    int[] folds = CaseFolds.assign(cases, CLASSES, 3, 1);
    int[] other = CaseFolds.assign(shuffled, CLASSES, 3, 1);

    for (int n = 0; n < folds.length; n++) {
      assertThat(other[shuffled.indexOf(cases.get(n))]).isEqualTo(folds[n]);
    }
  }

  @Test
  void aClassWithTooFewPatientsIsNamed() {
    List<TrainingCase> cases =
        List.of(one(0, "a", ""), one(0, "b", ""), one(0, "c", ""), one(1, "d", ""));

    assertThatThrownBy(() -> CaseFolds.assign(cases, CLASSES, 2, 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'finding' has 1 patient, too few for 2 folds");
  }

  @Test
  void classWeightsAreTheInverseOfClassShares() {
    List<TrainingCase> cases =
        List.of(one(0, "a", ""), one(0, "b", ""), one(0, "c", ""), one(1, "d", ""));

    assertThat(Balance.CLASS.weights(cases, 2))
        .containsExactly(new double[] {2 / 3.0, 2 / 3.0, 2 / 3.0, 2}, within(1e-12));
    assertThat(Balance.NONE.weights(cases, 2)).containsOnly(1);
  }

  @Test
  void withinAStratumTheClassesWeighTheSameAndAStratumOfOneClassIsLeftAlone() {
    List<TrainingCase> cases =
        List.of(
            one(0, "a", "AP"),
            one(0, "b", "AP"),
            one(0, "c", "AP"),
            one(1, "d", "AP"),
            one(0, "e", "PA"),
            one(1, "f", "PA"),
            one(1, "g", "LL"));

    assertThat(Balance.CLASS_IN_STRATUM.weights(cases, 2))
        .containsExactly(new double[] {2 / 3.0, 2 / 3.0, 2 / 3.0, 2, 1, 1, 1}, within(1e-12));
  }

  private static List<TrainingCase> randomCases(long seed, int patients) {
    Random random = new Random(seed);
    List<TrainingCase> cases = new ArrayList<>();
    for (int patient = 0; patient < patients; patient++) {
      for (int image = 0; image <= random.nextInt(5); image++) {
        cases.add(
            new TrainingCase(
                patient + "-" + image,
                "p" + patient,
                FILES,
                Map.of(),
                random.nextInt(10) < 3 ? 1 : 0,
                "",
                Split.TRAIN));
      }
    }
    return cases;
  }

  private static TrainingCase one(int label, String patient, String stratum) {
    return new TrainingCase(patient, patient, FILES, Map.of(), label, stratum, Split.TRAIN);
  }
}
