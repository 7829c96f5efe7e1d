package org.radcam.fiji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.zoo.cli.RadcamCli;

/** {@code Evaluate...} on tables and files, without a screen. */
class EvaluateMacroTest {
  private static final String TABLE =
      """
      names = newArray("a.png", "b.png", "c.png", "d.png");
      truth = newArray("finding", "no_finding", "finding", "no_finding");
      p = newArray(0.912345, 0.2, 0.7, 0.6);
      for (n = 0; n < 4; n++) {
        row = nResults;
        setResult("Label", row, names[n]);
        setResult("p_no_finding", row, 1 - p[n]);
        setResult("p_finding", row, p[n]);
        setResult("Model", row, "net");
        setResult("True class", row, truth[n]);
      }
      """;

  @TempDir private Path folder;

  private JsonObject figures(String model) throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("out/metrics.json")))
        .getAsJsonObject()
        .getAsJsonObject("models")
        .getAsJsonObject(model)
        .getAsJsonObject("all");
  }

  @Test
  void theResultsTableWithAColumnOfTrueClassesIsEvaluated() throws IOException {
    Macros.Outcome outcome =
        Macros.run(TABLE + "run('Evaluate...', 'output=[" + folder.resolve("out") + "]');");

    assertThat(outcome.failures()).isEmpty();
    assertThat(outcome.printed())
        .contains("net, all, n = 4: AUC (macro) 1.000")
        .contains("Report: " + folder.resolve("out/report.html"));
    JsonObject figures = figures("net");
    assertThat(figures.getAsJsonObject("accuracy").get("value").getAsDouble()).isEqualTo(0.75);
    // (0.087655^2 + 0.2^2 + 0.3^2 + 0.6^2) / 4: all digits of the table, not those that it shows.
    assertThat(figures.get("brier").getAsDouble())
        .isCloseTo((0.087655 * 0.087655 + 0.04 + 0.09 + 0.36) / 4, within(1e-12));
  }

  @Test
  void readersOfATableAreComparedWithoutAndWithTheModel() throws IOException {
    Macros.Outcome outcome =
        Macros.run(
            """
            names = newArray("a.png", "b.png", "c.png", "d.png");
            truth = newArray("finding", "no_finding", "finding", "no_finding");
            for (n = 0; n < 8; n++) {
              setResult("Label", n, names[n % 4]);
              setResult("case", n, names[n % 4]);
              setResult("reader", n, "Ann");
              if (n < 4) setResult("condition", n, "without");
              else setResult("condition", n, "with");
              setResult("Predicted", n, truth[(n + (n == 0)) % 4]);
              setResult("True class", n, truth[n % 4]);
            }
            """
                + "run('Evaluate...', 'output=["
                + folder.resolve("out")
                + "]');");

    assertThat(outcome.failures()).isEmpty();
    JsonObject study =
        JsonParser.parseString(Files.readString(folder.resolve("out/metrics.json")))
            .getAsJsonObject()
            .getAsJsonArray("reader_comparisons")
            .get(0)
            .getAsJsonObject();
    assertThat(study.get("first").getAsString()).isEqualTo("without");
    assertThat(
            study
                .getAsJsonArray("figures")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("mean")
                .get("difference")
                .getAsDouble())
        .isEqualTo(0.25);
  }

  @Test
  void slicesOfOneImageAreCasesOfOnePatientAndRowsWithAnErrorHaveNoAnswer() throws IOException {
    Macros.Outcome outcome =
        Macros.run(
            TABLE
                + """
                for (n = 0; n < 4; n++) {
                  setResult("Label", n, "stack" + floor(n / 2));
                  setResult("Slice", n, 1 + n % 2);
                  setResult("Error", n, "");
                }
                row = nResults;
                setResult("Label", row, "dark.png");
                setResult("Model", row, "net");
                setResult("True class", row, "finding");
                setResult("Error", row, "too dark");
                """
                + "run('Evaluate...', 'output=["
                + folder.resolve("out")
                + "]');");

    assertThat(outcome.failures()).isEmpty();
    assertThat(figures("net").get("n").getAsInt()).isEqualTo(4);
    assertThat(figures("net").get("patients").getAsInt()).isEqualTo(2);
    assertThat(figures("net").get("unanswered").getAsInt()).isEqualTo(1);
  }

  @Test
  void theTableOfABatchIsEvaluatedByItsOwnColumns() throws IOException {
    String table =
        TABLE
            .replace("\"Label\"", "\"case\"")
            .replace("\"Model\"", "\"model\"")
            .replace("\"True class\"", "\"label\"");

    Macros.Outcome outcome =
        Macros.run(
            table
                + """
                for (n = 0; n < 3; n++) {
                  setResult("error", n, "");
                }
                setResult("error", 3, "too dark");
                """
                + "run('Evaluate...', 'label=label output=["
                + folder.resolve("out")
                + "]');");

    assertThat(outcome.failures()).isEmpty();
    assertThat(figures("net").get("n").getAsInt()).isEqualTo(3);
    assertThat(figures("net").get("unanswered").getAsInt()).isEqualTo(1);
  }

  @Test
  void trueClassesMayBeInAFile() throws IOException {
    Path labels =
        Files.writeString(
            folder.resolve("my labels.csv"),
            "case,label\na.png,finding\nb.png,no_finding\nc.png,finding\nd.png,no_finding\n");

    Macros.Outcome outcome =
        Macros.run(
            TABLE.replaceAll("setResult\\(\"True class\".*", "")
                + "run('Evaluate...', 'labels=["
                + labels
                + "] output=["
                + folder.resolve("out")
                + "]');");

    assertThat(outcome.failures()).isEmpty();
    assertThat(figures("net").get("n").getAsInt()).isEqualTo(4);
  }

  @Test
  void theShippedMacroWritesWhatTheCommandLineDoes() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("net.csv"),
            "case,label,p_a,p_b\n1,a,0.9,0.1\n2,b,0.2,0.8\n3,a,0.6,0.4\n4,b,0.7,0.3\n");
    Path line = folder.resolve("line");

    Macros.Outcome outcome =
        Macros.run(
            Files.readString(Path.of("../macros/evaluate.ijm")),
            "file=[" + file + "] output=[" + folder.resolve("out") + "]");
    int code =
        RadcamCli.commandLine()
            .execute("evaluate", "--predictions", file.toString(), "--out", line.toString());

    assertThat(outcome.failures()).isEmpty();
    assertThat(code).isZero();
    for (String name : new String[] {"metrics.json", "metrics.csv", "report.html"}) {
      assertThat(folder.resolve("out").resolve(name)).hasSameTextualContentAs(line.resolve(name));
    }
  }

  @Test
  void mistakesStopTheMacroAndWriteNothing() {
    Path out = folder.resolve("out");
    String output = "output=[" + out + "]";

    refused("run('Evaluate...', '" + output + "');", "The table 'Results' is empty");
    refused(TABLE + "run('Evaluate...', 'label=Truth " + output + "');", "has no column 'Truth'");
    refused(TABLE + "run('Evaluate...', 'table=Mine " + output + "');", "no open table 'Mine'");
    refused(TABLE + "run('Evaluate...', '');", "which folder");
    refused("run('Evaluate...', 'file=[/none.csv] " + output + "');", "There is no file");
    refused("run('Evaluate...', 'files=x " + output + "');", "no option 'files'");
    refused(
        TABLE.replace("0.912345", "1.5") + "run('Evaluate...', '" + output + "');",
        "Row 1 of 'Results'");
    assertThat(out).doesNotExist();
  }

  private static void refused(String macro, String reason) {
    assertThat(Macros.run(macro).failures()).as(macro).anyMatch(line -> line.contains(reason));
  }
}
