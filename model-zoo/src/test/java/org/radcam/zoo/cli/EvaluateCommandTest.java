package org.radcam.zoo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code radcam evaluate}, as a user calls it. */
class EvaluateCommandTest {
  private static final String HEADER = "case,patient,split,label,p_a,p_b\n";
  private static final String GOOD =
      HEADER
          + "1,P1,test,a,0.9,0.1\n2,P2,test,b,0.2,0.8\n3,P3,test,a,0.6,0.4\n"
          + "4,P4,test,b,0.55,0.45\n5,P5,test,b,0.3,0.7\n";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Cli.Answer evaluate(Path out, Path... tables) {
    List<Object> arguments = new ArrayList<>(List.of("evaluate", "--replicates", 100));
    for (Path table : tables) {
      arguments.addAll(List.of("--predictions", table));
    }
    arguments.addAll(List.of("--out", out));
    return Cli.run(arguments.toArray());
  }

  private static JsonObject metrics(Path out) throws IOException {
    return JsonParser.parseString(Files.readString(out.resolve("metrics.json"))).getAsJsonObject();
  }

  private static Map<String, byte[]> contents(Path out) throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(out.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return all;
  }

  @Test
  void everythingIsWrittenAndTheReportIsNamed() throws IOException {
    Path out = folder.resolve("new/out");

    Cli.Answer answer = evaluate(out, file("net.csv", GOOD));

    assertThat(answer.err()).isEmpty();
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains(
            "net, test, n = 5: AUC (macro) 1.000",
            "Fewer than 20 cases are of the classes 'a' (2), 'b' (3)")
        .contains("Report: " + out.resolve("report.html"));
    assertThat(contents(out).keySet())
        .containsExactlyInAnyOrder(
            "metrics.json",
            "metrics.csv",
            "report.html",
            "plots/roc-test-b.svg",
            "plots/roc-test-b.png",
            "plots/precision-recall-test-b.svg",
            "plots/precision-recall-test-b.png",
            "plots/decision-test-b.svg",
            "plots/decision-test-b.png",
            "plots/reliability-test-net.svg",
            "plots/reliability-test-net.png",
            "plots/confusion-test-net.svg",
            "plots/confusion-test-net.png");
  }

  @Test
  void theSameTableGivesTheSameBytes() throws IOException {
    Path table = file("net.csv", GOOD);
    Path reversed =
        Files.writeString(
            Files.createDirectory(folder.resolve("other")).resolve("net.csv"),
            HEADER
                + "5,P5,test,b,0.3,0.7\n4,P4,test,b,0.55,0.45\n3,P3,test,a,0.6,0.4\n"
                + "2,P2,test,b,0.2,0.8\n1,P1,test,a,0.9,0.1\n");

    evaluate(folder.resolve("first"), table);
    evaluate(folder.resolve("second"), table);
    evaluate(folder.resolve("third"), reversed);

    Map<String, byte[]> first = contents(folder.resolve("first"));
    Map<String, byte[]> second = contents(folder.resolve("second"));
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    // The order of rows changes nothing but the file's digest in the report.
    assertThat(metrics(folder.resolve("third"))).isEqualTo(metrics(folder.resolve("first")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1,P,t,a,0.9,0.3|2,Q,t,b,0.5,0.5; Row 2 of 'net.csv': the probabilities sum to 1.2",
        "1,P,t,a,0.9,0.1|2,Q,t,c,0.5,0.5; Row 3 of 'net.csv': 'c' is no class",
        "1,P,t,a,0.9,0.1|2,Q,t,b,NaN,0.5; Row 3 of 'net.csv': p_a is NaN",
        "1,P,t,a,0.9,0.1|2,Q,t,b,0.5,0.5|1,P,t,a,0.9,0.1; Row 4 of 'net.csv': the case was already",
        "1,P,t,a,0.9,0.1|2,P,u,b,0.5,0.5; Row 3 of 'net.csv': the patient is in split 'u'",
        "1,P,t,a,0.9,0.1|2,Q,t,a,0.5,0.5; all 2 cases are of the class 'a'",
      })
  void badTablesAreRefusedWithOneLineAndNothingIsWritten(String rows, String reason)
      throws IOException {
    Path out = folder.resolve("out");

    Cli.Answer answer = evaluate(out, file("net.csv", HEADER + rows.replace("|", "\n") + "\n"));

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err().strip()).contains(reason).doesNotContain("\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void readersHaveNoProbabilitiesAndAreComparedOnWhatBothAnswered() throws IOException {
    Path net = file("net.csv", GOOD);
    Path reader =
        file(
            "reader.csv",
            "case,patient,split,label,predicted\n"
                + "2,P2,test,b,b\n3,P3,test,a,b\n4,P4,test,b,b\n5,P5,test,b,a\n9,P9,test,a,a\n");
    Path out = folder.resolve("out");

    Cli.Answer answer = evaluate(out, net, reader);

    assertThat(answer.code()).as(answer.err()).isZero();
    JsonObject json = metrics(out);
    JsonObject read =
        json.getAsJsonObject("models").getAsJsonObject("reader").getAsJsonObject("test");
    assertThat(read.has("auc")).isFalse();
    assertThat(read.has("brier")).isFalse();
    assertThat(read.getAsJsonObject("accuracy").get("value").getAsDouble()).isEqualTo(0.6);
    assertThat(json.getAsJsonArray("comparisons")).hasSize(1);
    JsonObject mcnemar = json.getAsJsonArray("comparisons").get(0).getAsJsonObject();
    assertThat(mcnemar.get("n").getAsInt()).isEqualTo(4);
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("Only the 4 cases that both answered are compared (5 and 5)");
    assertThat(contents(out)).containsKey("plots/confusion-test-reader.svg");
    assertThat(contents(out)).doesNotContainKey("plots/reliability-test-reader.svg");
  }

  @Test
  void whatIsChosenOnValidationCasesAndWhatReadersGainIsInEveryFile() throws IOException {
    StringBuilder net = new StringBuilder("case,split,label,p_a,p_b\n");
    StringBuilder readers = new StringBuilder("case,split,label,reader,condition,predicted\n");
    for (int n = 0; n < 60; n++) {
      String split = n < 40 ? "validation" : "test";
      String label = n % 2 == 0 ? "a" : "b";
      double p = (n % 2 == 0 ? 0.3 : 0.5) + (n * 7 % 40) / 100.0;
      net.append(n + "," + split + "," + label + "," + (1 - p) + "," + p + "\n");
      for (String reader : n < 40 ? List.<String>of() : List.of("Ann", "Bob")) {
        String first = n % 3 == 0 ? "a" : label;
        readers.append(n + "," + split + "," + label + "," + reader + ",without," + first + "\n");
        readers.append(n + "," + split + "," + label + "," + reader + ",with," + label + "\n");
      }
    }
    Path out = folder.resolve("out");

    Cli.Answer answer =
        evaluate(out, file("net.csv", net.toString()), file("readers.csv", readers.toString()));

    assertThat(answer.code()).as(answer.err()).isZero();
    JsonObject models = metrics(out).getAsJsonObject("models");
    assertThat(models.getAsJsonObject("net").getAsJsonObject("test").keySet())
        .contains("chosen_on_validation", "hosmer_lemeshow", "log_loss");
    assertThat(models.getAsJsonObject("net").getAsJsonObject("validation").keySet())
        .doesNotContain("chosen_on_validation");
    assertThat(metrics(out).getAsJsonArray("reader_comparisons")).hasSize(3);
    assertThat(Files.readString(out.resolve("metrics.csv")))
        .contains(
            "\nnet,test,sensitivity_at_sensitivity_0.90,b,",
            "\nnet,test,brier_after_temperature,,",
            "\nnet,test,platt_slope,,",
            "\nnet,test,coverage_lac,a,",
            "\nnet,test,hosmer_lemeshow_p,b,",
            "\nAnn (without) and Ann (with),test,accuracy_difference,,",
            "\nmean of the readers (with) and net,test,specificity_difference,b,",
            "\nAnn (without) and Bob (without),test,cohen_kappa,,1.0,",
            "\nreaders (with),test,fleiss_kappa,,1.0,");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains(
            "Thresholds: net (40 validation cases)",
            "Prediction sets of 0.90 stated coverage",
            "Readers without and with the model (20 cases, 20 patients)",
            "Agreement of the readers (with the model)")
        .doesNotContain("NaN");
  }

  @Test
  void readersAloneNeedNoProbabilities() throws IOException {
    Path readers =
        file("readers.csv", "case,label,model,predicted\n1,a,r1,a\n2,b,r1,b\n1,a,r2,b\n2,b,r2,b\n");
    Path out = folder.resolve("out");

    assertThat(evaluate(out, readers).code()).isZero();

    assertThat(metrics(out).getAsJsonObject("models").keySet()).containsExactly("r1", "r2");
    assertThat(contents(out)).containsKeys("plots/confusion-all-r1.svg").hasSize(3 + 4);
  }

  @Test
  void aClassWithoutCasesHasNoFiguresAndBreaksNone() throws IOException {
    Path table =
        file(
            "net.csv",
            "case,label,p_a,p_b,p_c\n1,a,0.7,0.2,0.1\n2,b,0.2,0.7,0.1\n3,a,0.4,0.5,0.1\n"
                + "4,b,0.3,0.6,0.1\n");
    Path out = folder.resolve("out");

    Cli.Answer answer = evaluate(out, table, table(table, "other.csv"));

    assertThat(answer.code()).as(answer.err()).isZero();
    JsonObject one =
        metrics(out).getAsJsonObject("models").getAsJsonObject("net").getAsJsonObject("all");
    JsonObject auc = one.getAsJsonObject("auc");
    assertThat(auc.get("macro").isJsonNull()).isTrue();
    JsonObject missing = auc.getAsJsonObject("per_class").getAsJsonObject("c");
    assertThat(missing.get("value").isJsonNull()).isTrue();
    assertThat(missing.getAsJsonArray("ci95").get(0).isJsonNull()).isTrue();
    assertThat(auc.getAsJsonObject("per_class").getAsJsonObject("a").get("value").getAsDouble())
        .isEqualTo(1);
    assertThat(one.get("undefined").toString()).contains("recall.per_class.c");
    assertThat(one.get("warnings").toString()).contains("No case is of the class 'c'");
    assertThat(contents(out).keySet()).noneMatch(name -> name.endsWith("-c.svg"));
    assertThat(Files.readString(out.resolve("report.html"))).doesNotContain("NaN");
  }

  private Path table(Path same, String name) throws IOException {
    return Files.copy(same, folder.resolve(name));
  }

  @Test
  void severalCasesOfAPatientGetIntervalsOfABootstrapOfPatients() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int n = 0; n < 40; n++) {
      double p = (n * 37 % 40) / 40.0;
      text.append(n + ",P" + n / 4 + ",test," + (n % 3 == 0 ? "b" : "a") + "," + (1 - p) + "," + p)
          .append('\n');
    }
    Path out = folder.resolve("out");

    assertThat(evaluate(out, file("net.csv", text.toString())).code()).isZero();

    JsonObject one =
        metrics(out).getAsJsonObject("models").getAsJsonObject("net").getAsJsonObject("test");
    assertThat(one.get("patients").getAsInt()).isEqualTo(10);
    assertThat(one.getAsJsonObject("accuracy").get("method").getAsString())
        .isEqualTo("clustered_bootstrap");
    assertThat(
            one.getAsJsonObject("auc")
                .getAsJsonObject("per_class")
                .getAsJsonObject("b")
                .get("method")
                .getAsString())
        .isEqualTo("clustered_bootstrap");
    assertThat(one.get("warnings").toString()).contains("40 cases are of 10 patients");
  }

  /** Two cases of each patient that say the same tell no more than one. */
  @Test
  void modelsAreComparedByPatientsWherePatientsHaveSeveralCases() throws IOException {
    JsonObject once = comparison("once", 1);
    JsonObject twice = comparison("twice", 2);

    assertThat(once.get("test").getAsString()).isEqualTo("delong_paired");
    assertThat(twice.get("test").getAsString()).isEqualTo("obuchowski_paired");
    assertThat(twice.get("n").getAsInt()).isEqualTo(2 * once.get("n").getAsInt());
    assertThat(once.get("p").getAsDouble()).isStrictlyBetween(0.0, 0.9);
    assertThat(twice.get("p").getAsDouble()).isCloseTo(once.get("p").getAsDouble(), within(1e-9));
    assertThat(Files.readString(folder.resolve("twice/report.html")))
        .contains("McNemar's test takes them for independent");
  }

  /** Of the area of class b, of models with so many equal cases of each patient. */
  private JsonObject comparison(String name, int copies) throws IOException {
    List<Path> tables = new ArrayList<>();
    for (int model = 0; model < 2; model++) {
      StringBuilder text = new StringBuilder(HEADER);
      for (int n = 0; n < 40; n++) {
        double p = (n * (model == 0 ? 37 : 23) % 40) / 40.0;
        for (int copy = 0; copy < copies; copy++) {
          text.append(n + "-" + copy + ",P" + n + ",test," + (n % 3 == 0 ? "b" : "a"))
              .append("," + (1 - p) + "," + p + "\n");
        }
      }
      tables.add(file(name + model + ".csv", text.toString()));
    }
    Path out = folder.resolve(name);
    assertThat(evaluate(out, tables.toArray(Path[]::new)).code()).isZero();
    return metrics(out).getAsJsonArray("comparisons").get(1).getAsJsonObject();
  }

  @Test
  void aPerfectModelBesideOneThatKnowsNothingIsEvaluatedWithoutDeLongsTest() throws IOException {
    Path perfect = file("perfect.csv", "case,label,p_a,p_b\n1,a,1,0\n2,b,0,1\n3,a,1,0\n4,b,0,1\n");
    Path blind =
        file("blind.csv", "case,label,p_a,p_b\n1,a,.5,.5\n2,b,.5,.5\n3,a,.5,.5\n4,b,.5,.5\n");
    Path out = folder.resolve("out");

    Cli.Answer answer = evaluate(out, perfect, blind);

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(Files.readString(out.resolve("report.html"))).contains("neither varies");
  }

  @Test
  void anEarlierEvaluationIsReplacedAndNothingOfItStays() throws IOException {
    Path out = folder.resolve("out");
    evaluate(out, file("old.csv", GOOD));

    Cli.Answer answer = evaluate(out, file("net.csv", GOOD));

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(contents(out).keySet()).noneMatch(name -> name.contains("old"));
    assertThat(metrics(out).getAsJsonObject("models").keySet()).containsExactly("net");
  }

  @ParameterizedTest
  @CsvSource({"notes.txt", "metrics.json", "plots/mine.txt"})
  void aFolderWithSomethingElseIsRefusedAndKept(String name) throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.createDirectories(out.resolve(name).getParent());
    Files.writeString(out.resolve(name), "{\"auc\": 1}");

    Cli.Answer answer = evaluate(out, file("net.csv", GOOD));

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err().strip()).contains("new or empty folder").doesNotContain("\n");
    assertThat(contents(out).keySet()).containsExactly(name);
  }

  @Test
  void idsOfThePageAreUniqueAndEveryReferenceIsOfItsOwnPlot() throws IOException {
    Path table =
        file(
            "net.csv",
            HEADER
                + "1,P1,a-b,a,0.9,0.1\n2,P2,a-b,b,0.2,0.8\n3,P3,a b,a,0.6,0.4\n4,P4,a b,b,0.3,0.7\n");
    Path out = folder.resolve("out");
    evaluate(out, table);

    String page = Files.readString(out.resolve("report.html"));

    List<String> ids = all(page, "\\bid=\"([^\"]*)\"");
    assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    assertThat(all(page, "url\\(#([^)]*)\\)")).isNotEmpty().isSubsetOf(ids);
    // Both splits have the same letters: their plots have files of their own all the same.
    assertThat(contents(out)).containsKeys("plots/roc-a-b-b.svg", "plots/roc-a-b-b-2.svg");
  }

  private static List<String> all(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void namesOfModelsAndClassesCannotAddMarkupToThePage() throws IOException {
    Path table =
        file(
            "net.csv",
            "case,label,model,p_<b>x,p_b\n1,<b>x,<script>alert(1)</script>,0.9,0.1\n"
                + "2,b,<script>alert(1)</script>,0.2,0.8\n");
    Path out = folder.resolve("out");

    assertThat(evaluate(out, table).code()).isZero();

    assertThat(Files.readString(out.resolve("report.html")))
        .doesNotContain("<script", "<b>")
        .contains("&lt;script&gt;");
  }

  @Test
  void whatConcernsAllModelsIsSaidOnce() throws IOException {
    Path out = folder.resolve("out");
    evaluate(out, file("net.csv", GOOD), file("other.csv", GOOD));

    assertThat(Files.readString(out.resolve("report.html")))
        .containsOnlyOnce("Fewer than 20 cases")
        .contains("All models: Fewer than 20 cases");
  }

  @Test
  void modelsWithoutACaseInCommonAreNotComparedAndThePageSaysSo() throws IOException {
    Path out = folder.resolve("out");

    evaluate(
        out,
        file("net.csv", GOOD),
        file("other.csv", HEADER + "8,P8,test,a,0.9,0.1\n9,P9,test,b,0.2,0.8\n"));

    assertThat(metrics(out).getAsJsonArray("comparisons")).isEmpty();
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("net and other have no case in common");
  }

  @Test
  void thePageNeedsNoNetwork() throws IOException {
    Path out = folder.resolve("out");
    evaluate(out, file("net.csv", GOOD));

    assertThat(
            Files.readString(out.resolve("report.html"))
                .replace("http://www.w3.org/2000/svg", "")
                .replace("http://www.w3.org/1999/xlink", ""))
        .doesNotContain("http:", "https:", "src=", "<link", "@import");
  }
}
