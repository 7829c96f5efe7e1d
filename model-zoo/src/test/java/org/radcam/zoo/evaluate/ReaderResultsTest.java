package org.radcam.zoo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.Progress;
import org.radcam.UserException;

/** Tables of reader studies, as a user writes them. */
class ReaderResultsTest {
  private static final String HEADER = "case,label,reader,condition,predicted\n";

  private static final String STUDY =
      HEADER
          + "1,a,Ann,without,b\n1,a,Ann,with,a\n2,b,Ann,without,b\n2,b,Ann,with,b\n"
          + "3,a,Ann,without,a\n3,a,Ann,with,a\n4,b,Ann,without,a\n4,b,Ann,with,b\n"
          + "1,a,Bob,Unaided,a\n1,a,Bob,AIDED,a\n2,b,Bob,unaided,b\n2,b,Bob,aided,b\n"
          + "3,a,Bob,unaided,b\n3,a,Bob,aided,b\n4,b,Bob,unaided,b\n4,b,Bob,aided,b\n";

  private static final String MODEL =
      "case,label,p_a,p_b\n1,a,.8,.2\n2,b,.4,.6\n3,a,.9,.1\n4,b,.7,.3\n";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Evaluation evaluation(Path... tables) {
    return Evaluation.of(
        PredictionReader.read(List.of(tables), Optional.empty()),
        new EvaluationSettings(200, 1),
        Progress.NONE);
  }

  private void refuses(String rows, String... words) throws IOException {
    Path table = file("study.csv", rows);
    assertThatThrownBy(() -> PredictionReader.read(List.of(table), Optional.empty()))
        .isInstanceOf(UserException.class)
        .message()
        .contains(words);
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
  void eachReaderIsComparedWithoutAndWithTheModel() throws IOException {
    Evaluation evaluation = evaluation(file("study.csv", STUDY));

    assertThat(evaluation.figures())
        .extracting(one -> one.predictions().model())
        .containsExactly("Ann (without)", "Ann (with)", "Bob (without)", "Bob (with)");
    assertThat(evaluation.readers().comparisons()).hasSize(1);
    ReaderComparison study = evaluation.readers().comparisons().get(0);
    assertThat(study.cases()).isEqualTo(4);
    // Ann 2 of 4 and 4 of 4, Bob 3 of 4 twice.
    var accuracy = study.figures().get(0).study();
    assertThat(accuracy.readers().get(0).difference().estimate()).isEqualTo(0.5);
    assertThat(accuracy.readers().get(1).difference().estimate()).isZero();
    assertThat(accuracy.difference().estimate()).isEqualTo(0.25);
    assertThat(evaluation.readers().agreements())
        .extracting(one -> one.condition().orElseThrow())
        .containsExactly(ReadingCondition.WITHOUT, ReadingCondition.WITH);
    assertThat(report(evaluation))
        .contains("Readers without and with the model (4 cases, 4 patients)")
        .contains("Readers without the model are not compared with other readers with it.");
  }

  @Test
  void differentReadersAreComparedOnlyUnderTheSameCondition() throws IOException {
    assertThat(evaluation(file("study.csv", STUDY)).comparisons())
        .extracting(one -> one.first() + " / " + one.second())
        .containsExactly(
            "Ann (without) / Ann (with)",
            "Ann (without) / Bob (without)",
            "Ann (with) / Bob (with)",
            "Bob (without) / Bob (with)");
  }

  @Test
  void theReadersOfEachConditionAreComparedWithTheModel() throws IOException {
    Evaluation evaluation = evaluation(file("study.csv", STUDY), file("net.csv", MODEL));

    assertThat(evaluation.readers().comparisons())
        .extracting(one -> one.first() + " / " + one.second())
        .containsExactly("without / with", "readers (without) / net", "readers (with) / net");
    // The model is right in 3 of 4, the readers without it in 2 and 3 of 4.
    assertThat(
            evaluation
                .readers()
                .comparisons()
                .get(1)
                .figures()
                .get(0)
                .study()
                .difference()
                .estimate())
        .isEqualTo(0.125);
  }

  @Test
  void aReaderMayStandInTheColumnOfModelsAndHaveNoCondition() throws IOException {
    Evaluation evaluation =
        evaluation(
            file(
                "all.csv",
                "case,label,model,predicted,p_a,p_b\n1,a,net,,.8,.2\n2,b,net,,.3,.7\n"
                    + "1,a,Ann,a,,\n2,b,Ann,b,,\n1,a,Bob,b,,\n2,b,Bob,b,,\n"));

    assertThat(evaluation.readers().comparisons()).hasSize(1);
    assertThat(evaluation.readers().comparisons().get(0).first()).isEqualTo("readers");
    assertThat(evaluation.readers().agreements()).hasSize(1);
  }

  @Test
  void casesThatOneHasNotReadAreLeftOutAndCounted() throws IOException {
    Evaluation evaluation =
        evaluation(file("study.csv", STUDY + "5,a,Ann,without,a\n5,a,Ann,with,a\n"));

    ReaderComparison study = evaluation.readers().comparisons().get(0);
    assertThat(study.cases()).isEqualTo(4);
    assertThat(study.warnings())
        .containsExactly(
            "Only the 4 cases that all of them answered are compared; 5 were answered by one or"
                + " more.");
  }

  @Test
  void readersWithoutACaseInCommonAreAWarning() throws IOException {
    Evaluation evaluation =
        evaluation(
            file(
                "study.csv",
                "case,label,reader,predicted\n1,a,Ann,a\n2,b,Ann,b\n3,a,Bob,a\n4,b,Bob,b\n"),
            file("net.csv", MODEL));

    assertThat(evaluation.readers().comparisons().get(0).figures()).isEmpty();
    assertThat(evaluation.readers().agreements().get(0).all()).isEmpty();
    assertThat(report(evaluation))
        .contains("Readers and net: No case was answered by all of them: nothing is compared.")
        .contains("Cohen&#39;s kappa needs cases; there are none".replace("&#39;", "'"));
  }

  @Test
  void aConditionThatIsNoneIsRefusedWithItsRow() throws IOException {
    refuses(
        HEADER + "1,a,Ann,without,a\n2,b,Ann,fracture,b\n",
        "Row 3 of 'study.csv'",
        "'fracture'",
        "'without'",
        "'with'",
        "Rename the column");
  }

  @Test
  void aConditionForSomeReadingsOnlyIsRefusedWithBothRows() throws IOException {
    refuses(HEADER + "1,a,Ann,without,a\n2,b,Ann,,b\n", "Row 3", "'Ann' has no condition", "row 2");
    refuses(HEADER + "1,a,Ann,,a\n2,b,Ann,with,b\n", "Row 3", "'Ann' has a condition", "row 2");
  }

  @Test
  void aRowOfAModelAndAReaderIsRefused() throws IOException {
    refuses(
        "case,label,model,reader,condition,predicted\n1,a,net,Ann,with,a\n2,b,net,Ann,with,b\n",
        "Row 2",
        "'model' and 'reader' both say who answered");
    refuses(
        "case,label,model,reader,predicted\n1,a,Ann,,a\n2,b,,Ann,b\n",
        "Row 3",
        "a reader in some rows, and a model in others");
  }

  @Test
  void aReadingTwiceInOneConditionIsRefused() throws IOException {
    refuses(STUDY + "4,b,Bob,with,b\n", "Row 18", "already answered by 'Bob (with)'");
  }

  @Test
  void differentLabelsOfOneCaseAreRefusedWithBothRows() throws IOException {
    Path study = file("study.csv", STUDY.replace("4,b,Bob,aided", "4,a,Bob,aided"));

    assertThatThrownBy(() -> evaluation(study))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("different labels")
        .hasMessageContaining("row 17");
  }
}
