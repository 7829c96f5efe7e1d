package org.radcam.zoo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.Progress;

/** What other parts of the program put into a report, or leave out of it. */
class ReportHtmlTest {
  private static final EvaluationSettings QUICK = new EvaluationSettings(100, 1);
  private static final String ROWS = "1,a,0.9,0.1\n2,b,0.2,0.8\n3,a,0.6,0.4\n4,b,0.3,0.7\n";

  @TempDir private Path folder;

  private List<ModelPredictions> models(String... names) throws IOException {
    List<Path> tables = new ArrayList<>();
    for (String name : names) {
      tables.add(Files.writeString(folder.resolve(name + ".csv"), "case,label,p_a,p_b\n" + ROWS));
    }
    return PredictionReader.read(tables, Optional.empty());
  }

  private String report(Evaluation evaluation, ReportSection... sections) throws IOException {
    Path report =
        EvaluationFolder.write(
            folder.resolve("out"),
            evaluation,
            new EvaluationSource("Title", List.of()),
            List.of(sections),
            Progress.NONE);
    return Files.readString(report);
  }

  @Test
  void sectionsOfOthersComeBeforeTheDataAndAddNoMarkup() throws IOException {
    ReportSection study =
        new ReportSection(
            "Candidates <of> \"x\"",
            List.of("Few & <b>small</b>"),
            List.of("First <i>paragraph</i>.", "Second."),
            List.of(
                new ReportTable(
                    "Table <1>",
                    List.of("<name>", "AUC"),
                    List.of(List.of("<script>", "0.912 (0.850 to 0.961)")))));

    String page = report(Evaluation.of(models("net"), QUICK, Progress.NONE), study);

    assertThat(page)
        .containsSubsequence(
            "not for clinical use",
            "<h2>Candidates &lt;of&gt; &quot;x&quot;</h2>",
            "<p class=\"warning\">Few &amp; &lt;b&gt;small&lt;/b&gt;</p>",
            "<p>First &lt;i&gt;paragraph&lt;/i&gt;.</p>",
            "<p>Second.</p>",
            "<caption>Table &lt;1&gt;</caption>",
            "<th scope=\"col\">&lt;name&gt;</th>",
            "<td class=\"whole\">&lt;script&gt;</td><td>0.912<span class=\"interval\">(0.850 to 0.961)</span></td>",
            "<h2>Data</h2>")
        .doesNotContain("<b>", "<i>", "<script", "<of>", "<name>", "<1>");
  }

  @Test
  void aTableWhoseRowsAreShorterThanItsHeadIsRefused() {
    assertThatThrownBy(() -> new ReportTable("T", List.of("a", "b"), List.of(List.of("only one"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'T' has 2 columns and a row of 1");
  }

  @Test
  void onlyWhatWasAskedForIsComparedAndTheRestIsNoWarning() throws IOException {
    Evaluation evaluation =
        Evaluation.of(
            models("net", "other", "third"),
            QUICK,
            // One order is enough.
            (one, other) -> one.equals("third") && other.equals("net"),
            Progress.NONE);

    assertThat(evaluation.comparisons())
        .extracting(Comparison::first, Comparison::second)
        .containsExactly(tuple("net", "third"));
    assertThat(report(evaluation))
        .contains("Not compared, because it was not asked for: net with other; other with third.")
        .doesNotContain("no case in common");
  }

  @Test
  void withoutAChoiceEachIsComparedWithEach() throws IOException {
    Evaluation evaluation = Evaluation.of(models("net", "other", "third"), QUICK, Progress.NONE);

    assertThat(evaluation.comparisons()).hasSize(3);
    assertThat(report(evaluation)).doesNotContain("not asked for");
  }
}
