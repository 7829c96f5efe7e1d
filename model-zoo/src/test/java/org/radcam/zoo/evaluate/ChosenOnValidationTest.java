package org.radcam.zoo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.Progress;
import org.radcam.UserException;

class ChosenOnValidationTest {
  private static final EvaluationSettings QUICK = new EvaluationSettings(100, 1);

  @TempDir private Path folder;

  /** So many cases of each split, of which each patient has so many; every fifth one is wrong. */
  private static String rows(String split, int cases, int ofPatient) {
    StringBuilder rows = new StringBuilder();
    for (int n = 0; n < cases; n++) {
      boolean b = n % 2 == 0;
      double p = (n % 5 == 3 ? 0.3 : 0.6) + (n % 7) / 100.0;
      rows.append(split + n + "," + split + "P" + n / ofPatient + "," + split)
          .append(b ? ",b," + (1 - p) + "," + p : ",a," + p + "," + (1 - p))
          .append('\n');
    }
    return rows.toString();
  }

  private List<ModelPredictions> read(String rows) throws IOException {
    Path table =
        Files.writeString(folder.resolve("net.csv"), "case,patient,split,label,p_a,p_b\n" + rows);
    return PredictionReader.read(List.of(table), Optional.empty());
  }

  private static Evaluation evaluation(List<ModelPredictions> sets) {
    return Evaluation.of(sets, QUICK, Progress.NONE);
  }

  private String report(Evaluation evaluation) throws IOException {
    return Files.readString(
        EvaluationFolder.write(
            folder.resolve("out"),
            evaluation,
            new EvaluationSource("T", List.of()),
            Progress.NONE));
  }

  @Test
  void everyOtherSplitIsJudgedAndTheValidationCasesAreNot() throws IOException {
    Evaluation evaluation =
        evaluation(read(rows("test", 40, 1) + rows("validation", 60, 1) + rows("external", 20, 1)));

    assertThat(evaluation.figures())
        .extracting(one -> one.chosen().map(ChosenOnValidation::validation))
        .containsExactly(Optional.of(60), Optional.empty(), Optional.of(60));
    assertThat(report(evaluation))
        .contains("Chosen on the split 'validation', judged here", "Prediction sets of 0.90")
        .doesNotContain("No threshold, calibration or prediction set was chosen");
  }

  @Test
  void withoutValidationCasesNothingIsChosenAndTheReportSaysSo() throws IOException {
    Evaluation evaluation = evaluation(read(rows("test", 40, 1)));

    assertThat(evaluation.figures().get(0).chosen()).isEmpty();
    assertThat(report(evaluation))
        .contains("No threshold, calibration or prediction set was chosen")
        .doesNotContain("judged here");
  }

  @Test
  void aPatientAmongTheValidationCasesIsRefusedAndNotNamed() throws IOException {
    List<ModelPredictions> sets =
        new ArrayList<>(read(rows("validation", 20, 1) + rows("test", 20, 1)));
    PredictedCase known = sets.get(0).cases().get(0);
    List<PredictedCase> cases = new ArrayList<>(sets.get(1).cases());
    PredictedCase own = cases.get(0);
    cases.set(
        0,
        new PredictedCase(
            own.id(),
            known.patient(),
            own.label(),
            own.probabilities(),
            own.predicted(),
            own.row()));
    sets.set(1, sets.get(1).with(cases));

    assertThatThrownBy(() -> evaluation(sets))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Model 'net', split 'test'")
        .hasMessageContaining("1 patient")
        .hasMessageNotContaining(known.patient());
  }

  @Test
  void fewValidationCasesLeaveOutWhatTheyDoNotDetermine() throws IOException {
    Evaluation evaluation =
        evaluation(
            read(rows("test", 40, 1) + "v1,v1,validation,a,0.9,0.1\nv2,v2,validation,b,0.1,0.9\n"));
    ChosenOnValidation chosen = evaluation.figures().get(0).chosen().orElseThrow();

    assertThat(chosen.thresholds()).hasSize(6);
    assertThat(chosen.sets()).isEmpty();
    assertThat(chosen.recalibration().temperature()).isEmpty();
    assertThat(chosen.warnings())
        .anyMatch(one -> one.contains("Fewer than 20 validation cases are of 'a' (1), 'b' (1)"))
        .anyMatch(one -> one.contains("No temperature can be fitted to these 2"))
        .anyMatch(one -> one.contains("need at least 9 validation cases; there are 2"));
    assertThat(report(evaluation)).contains("need at least 9 validation cases; there are 2.");
  }

  @Test
  void aClassWithoutValidationCasesHasNoThreshold() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("net.csv"),
            "case,split,label,p_a,p_b,p_c\n1,validation,a,.6,.3,.1\n2,validation,b,.5,.4,.1\n"
                + "3,test,a,.6,.3,.1\n4,test,c,.1,.1,.8\n5,test,b,.2,.6,.2\n");
    ChosenOnValidation chosen =
        evaluation(PredictionReader.read(List.of(table), Optional.empty()))
            .figures()
            .get(1)
            .chosen()
            .orElseThrow();

    assertThat(chosen.thresholds()).extracting(JudgedThreshold::positiveClass).doesNotContain(2);
    assertThat(chosen.warnings()).anyMatch(one -> one.contains("class 'c': it has no validation"));
  }

  @Test
  void sharesOfPatientsWithSeveralCasesHaveIntervalsOfTheBootstrap() throws IOException {
    String validation = rows("validation", 60, 1);
    ChosenOnValidation alone = chosen(read(validation + rows("test", 60, 1)));
    ChosenOnValidation clustered = chosen(read(validation + rows("test", 60, 6)));

    assertThat(alone.method()).isEqualTo("CLOPPER_PEARSON");
    assertThat(clustered.method()).isEqualTo("CLUSTERED_BOOTSTRAP");
    for (int n = 0; n < alone.thresholds().size(); n++) {
      assertThat(clustered.thresholds().get(n).sensitivity().estimate())
          .isEqualTo(alone.thresholds().get(n).sensitivity().estimate());
    }
    assertThat(clustered.sets().get(0).coverage()).isNotEqualTo(alone.sets().get(0).coverage());
  }

  private static ChosenOnValidation chosen(List<ModelPredictions> sets) {
    return evaluation(sets).figures().get(1).chosen().orElseThrow();
  }
}
