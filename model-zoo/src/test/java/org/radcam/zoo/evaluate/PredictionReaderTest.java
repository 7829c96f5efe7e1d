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
import org.radcam.UserException;

class PredictionReaderTest {
  private static final String HEADER = "case,patient,split,label,p_a,p_b\n";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private List<ModelPredictions> read(String text) throws IOException {
    return PredictionReader.read(List.of(file("net.csv", text)), Optional.empty());
  }

  private void refuses(String text, String... words) throws IOException {
    Path file = file("net.csv", text);
    assertThatThrownBy(() -> PredictionReader.read(List.of(file), Optional.empty()))
        .isInstanceOf(UserException.class)
        .message()
        .contains(words);
  }

  @Test
  void everySplitOfEveryModelIsASetOfItsOwn() throws IOException {
    List<ModelPredictions> sets =
        read(
            "case,patient,split,label,model,p_a,p_b,predicted\n"
                + "2,P2,test,b,net,0.4,0.6,\n"
                + "1,P1,test,a,net,0.9,0.1,\n"
                + "3,P3,external,a,net,0.7,0.3,\n"
                + "4,P4,external,b,net,0.7,0.3,\n"
                + "1,P1,test,a,reader 1,,,b\n"
                + "2,P2,test,b,reader 1,,,b\n");

    assertThat(sets).extracting(ModelPredictions::model).containsExactly("net", "net", "reader 1");
    assertThat(sets)
        .extracting(ModelPredictions::split)
        .containsExactly("test", "external", "test");
    assertThat(sets.get(0).cases()).extracting(PredictedCase::id).containsExactly("1", "2");
    assertThat(sets.get(0).labels()).containsExactly(0, 1);
    assertThat(sets.get(0).probabilities().orElseThrow().probabilities()[1])
        .containsExactly(0.4, 0.6);
    assertThat(sets.get(2).probabilities()).isEmpty();
    assertThat(sets.get(2).predicted()).containsExactly(1, 1);
  }

  @Test
  void tablesOfTrainingTellTheTestFromTheCrossValidation() throws IOException {
    assertThat(
            read(
                "case,patient,fold,label,p_a,p_b\n1,1,fold-1,a,1,0\n2,2,fold-2,b,0,1\n"
                    + "3,3,final,a,1,0\n4,4,final,b,0,1\n"))
        .extracting(ModelPredictions::split)
        .containsExactly("cross-validation", "test");
  }

  @Test
  void aSpreadsheetsSemicolonsAndByteOrderMarkAreRead() throws IOException {
    List<ModelPredictions> sets = read("\uFEFFcase;label;p_a;p_b\n1;a;0.9;0.1\n2;b;\"0.2\";0.8\n");

    assertThat(sets).hasSize(1);
    assertThat(sets.get(0).model()).isEqualTo("net");
    assertThat(sets.get(0).split()).isEqualTo("all");
    assertThat(sets.get(0).patients()).containsExactly("1", "2");
  }

  @Test
  void theTableOfABatchIsJoinedWithAFileOfLabels() throws IOException {
    Path results =
        file(
            "results.csv",
            "case,task,model,predicted,p_a,p_b,warnings,seconds,device,status,error,lesion\n"
                + "x,t,demo,a,0.9,0.1,,1,CPU,ok,,1\n"
                + "x,t,demo,b,0.1,0.9,,1,CPU,ok,,2\n"
                + "y,t,demo,,,,,1,CPU,failed,too dark,\n");
    Path labels =
        file(
            "labels.csv",
            "case,lesion,label,patient,split\nx,1,a,P,test\nx,2,b,P,test\ny,,b,Q,test\n");

    List<ModelPredictions> sets = PredictionReader.read(List.of(results), Optional.of(labels));

    assertThat(sets).hasSize(1);
    assertThat(sets.get(0).model()).isEqualTo("demo");
    assertThat(sets.get(0).cases()).extracting(PredictedCase::id).containsExactly("x/1", "x/2");
    assertThat(sets.get(0).unanswered()).isEqualTo(1);
  }

  @Test
  void columnsOfStagesAreNoClasses() throws IOException {
    assertThat(
            read("case,label,p_a,p_b,p_first.a\n1,a,0.9,0.1,0.3\n2,b,0.2,0.8,\n").get(0).classes())
        .containsExactly("a", "b");
  }

  @Test
  void theNamedClassCountsWhereAThresholdChoseAnother() throws IOException {
    ModelPredictions set =
        read("case,label,p_a,p_b,predicted\n1,a,0.6,0.4,b\n2,b,0.5,0.5,b\n").get(0);

    assertThat(set.predicted()).containsExactly(1, 1);
    assertThat(set.thresholded()).isEqualTo(1);
  }

  @Test
  void aProbabilityThatIsNoneIsRefusedWithItsRow() throws IOException {
    refuses(HEADER + "1,P,t,a,0.9,0.1\n2,Q,t,b,NaN,0.5\n", "Row 3", "net.csv", "p_a", "NaN");
    refuses(HEADER + "1,P,t,a,1.2,-0.2\n2,Q,t,b,0.5,0.5\n", "Row 2", "1.2");
    refuses(HEADER + "1,P,t,a,0.9,0.3\n2,Q,t,b,0.5,0.5\n", "Row 2", "sum to 1.2");
    refuses(
        "case,label,p_a,p_b,p_value\n1,a,0.9,0.1,0.04\n2,b,0.5,0.5,0.3\n",
        "Row 2",
        "sum to 1.04",
        "the columns p_a, p_b, p_value: rename one");
    refuses(HEADER + "1,P,t,a,0.9,\n2,Q,t,b,0.5,0.5\n", "Row 2", "p_b is empty");
    refuses(HEADER + "1,P,t,a,high,0.1\n2,Q,t,b,0.5,0.5\n", "Row 2", "'high'", "no number");
    refuses("case;label;p_a;p_b\n1;a;0,9;0,1\n2;b;0,5;0,5\n", "Row 2", "with a point");
  }

  @Test
  void blankRowsArePassedOverButCounted() throws IOException {
    assertThat(read(HEADER + "\n1,P,t,a,0.9,0.1\n,, ,,,\n2,Q,t,b,0.5,0.5\n\n\n").get(0).cases())
        .extracting(PredictedCase::row)
        .containsExactly("row 3 of 'net.csv'", "row 5 of 'net.csv'");
    refuses(HEADER + "\n1,P,t,a,0.9,0.1\n\n2,Q,t,b,0.5\n", "Row 5", "5 cells");
  }

  @Test
  void anUnknownClassIsRefusedWithItsRow() throws IOException {
    refuses(HEADER + "1,P,t,a,0.9,0.1\n2,Q,t,c,0.5,0.5\n", "Row 3", "'c' is no class", "a, b");
  }

  @Test
  void aCaseThatIsAnsweredTwiceIsRefusedWithBothRows() throws IOException {
    refuses(HEADER + "1,P,t,a,0.9,0.1\n2,Q,t,b,0.5,0.5\n1,P,t,a,0.9,0.1\n", "Row 4", "row 2");
  }

  @Test
  void aPatientInTwoSplitsIsRefusedWithoutBeingNamed() throws IOException {
    assertThatThrownBy(
            () -> read(HEADER + "1,Smith,test,a,0.9,0.1\n2,Smith,validation,b,0.5,0.5\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Row 3")
        .hasMessageContaining("row 2")
        .hasMessageNotContaining("Smith");
  }

  @Test
  void oneClassAloneIsRefused() throws IOException {
    refuses(HEADER + "1,P,t,a,0.9,0.1\n2,Q,t,a,0.5,0.5\n", "split 't'", "class 'a'");
  }

  @Test
  void labelsThatContradictAreRefused() throws IOException {
    Path net = file("net.csv", HEADER + "1,P,t,a,0.9,0.1\n2,Q,t,b,0.5,0.5\n");
    Path labels = file("labels.csv", "case,label\n1,b\n2,b\n");

    assertThatThrownBy(() -> PredictionReader.read(List.of(net), Optional.of(labels)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("Row 2")
        .hasMessageContaining("labels.csv");
  }

  @Test
  void aTableThatIsNoneIsRefused() throws IOException {
    refuses("", "empty");
    refuses("case,label,p_a,p_b\n", "no rows");
    refuses("name,label,p_a,p_b\n1,a,1,0\n", "no column 'case'");
    refuses("case,p_a,p_b\n1,1,0\n", "no column 'label'", "--labels");
    refuses("case,label,p_a\n1,a,1\n", "two classes or more");
    refuses("case,label,p_a,p_b\n1,a,1\n", "Row 2", "3 cells");
    refuses("case,case,p_a,p_b\n1,a,1,0\n", "two columns 'case'");
    refuses("case,label,p_a,p_b\n\"1,a,1,0\n", "quotation mark");
    assertThatThrownBy(
            () -> PredictionReader.read(List.of(folder.resolve("none.csv")), Optional.empty()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("There is no file");
  }
}
