package org.radcam.zoo.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.FolderPackage;
import org.radcam.zoo.Verification;
import org.radcam.zoo.train.TinyData;

class StudyRunTest {
  @TempDir static Path shared;
  private static Path manifest;
  private static Path whole;
  private static StudyRun.Outcome outcome;

  @TempDir Path folder;

  @BeforeAll
  static void runAStudy() throws IOException {
    TinyData.write(Files.createDirectory(shared.resolve("data")), 32);
    manifest = shared.resolve("data/manifest.csv");
    whole = shared.resolve("whole");
    outcome = StudyRun.run(TinyStudy.request(TinyStudy.study(), manifest, whole, false), quiet());
  }

  @Test
  void theChosenModelIsTheOneWithTheLargestAreaOnTheValidationPatients() throws IOException {
    Map<String, Double> areas = areas(whole.resolve("predictions.csv"), "validation");
    String best =
        areas.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();

    JsonObject json = json(whole);
    JsonObject chosen = json.getAsJsonObject("chosen");
    assertThat(areas.get(chosen.get("model").getAsString())).isEqualTo(areas.get(best));
    assertThat(chosen.get("validation_auc").getAsDouble())
        .isCloseTo(areas.get(best), within(1e-12));
    assertThat(outcome.chosen()).isEqualTo(chosen.get("model").getAsString());
    assertThat(areas).containsOnlyKeys("Narrow", "Wide", "With attention");
    json.getAsJsonArray("candidates")
        .forEach(
            one ->
                one.getAsJsonObject()
                    .getAsJsonObject("validation_auc")
                    .entrySet()
                    .forEach(
                        entry ->
                            assertThat(entry.getValue().getAsDouble())
                                .isCloseTo(areas.get(entry.getKey()), within(1e-12))));
    assertThat(Verification.of(FolderPackage.open(outcome.model()), DeviceChoice.CPU).outcome())
        .isEqualTo(Verification.Outcome.PASSED);
  }

  @Test
  void noPatientIsInTwoSplitsAndNoneThatIsLearntFromIsMeasured() throws IOException {
    Map<String, String> ofPatient = new LinkedHashMap<>();
    for (CSVRecord row : rows(whole.resolve("splits.csv"))) {
      String before = ofPatient.put(row.get("patient"), row.get("split"));
      assertThat(before).isIn(null, row.get("split"));
    }
    assertThat(ofPatient).containsValues("train", "validation", "test");
    assertThat(rows(whole.resolve("predictions.csv")))
        .noneMatch(row -> row.get("split").equals("train"))
        .allMatch(row -> ofPatient.get(row.get("patient")).equals(row.get("split")));
  }

  @Test
  void thePublishedFiguresStandBesideOurs() throws IOException {
    String page = Files.readString(whole.resolve("report/report.html"));
    assertThat(page)
        .contains("Published figures beside ours")
        .contains("F1 of no_finding")
        .contains("of which class is not said")
        .contains("0.500 to 0.700")
        .doesNotContain("Quick form");
    JsonObject first = json(whole).getAsJsonArray("published").get(0).getAsJsonObject();
    // There are no external patients: ours are of the test patients, and the file says so.
    JsonObject ours = first.getAsJsonArray("ours").get(0).getAsJsonObject();
    assertThat(ours.get("split").getAsString()).isEqualTo("test");
    assertThat(ours.get("value").getAsDouble())
        .isCloseTo(areas(whole.resolve("predictions.csv"), "test").get("Wide"), within(1e-12));
    assertThat(
            json(whole).getAsJsonArray("published").get(2).getAsJsonObject().getAsJsonArray("ours"))
        .isEmpty();
  }

  @Test
  void theChosenModelIsComparedWithAllAndTheOthersOnlyWhereTheStudyCompares() throws IOException {
    JsonObject metrics =
        JsonParser.parseString(Files.readString(whole.resolve("report/metrics.json")))
            .getAsJsonObject();
    List<String> pairs = new ArrayList<>();
    metrics
        .getAsJsonArray("comparisons")
        .forEach(one -> pairs.add(one.getAsJsonObject().get("models").toString()));
    assertThat(pairs).contains("[\"Narrow\",\"Wide\"]");
    assertThat(pairs).allMatch(pair -> pair.contains(outcome.chosen()) || pair.contains("Narrow"));
  }

  @Test
  void theLabelsOfTheTestPatientsHaveNoPartInAnyChoice() throws IOException {
    Map<String, String> splits = new LinkedHashMap<>();
    rows(whole.resolve("splits.csv")).forEach(row -> splits.put(row.get("case"), row.get("split")));
    // The splits are given, so that they stay; only the labels of the test are turned round.
    Path turned = shared.resolve("data/turned.csv");
    Files.writeString(turned, turned(splits));

    Path out = folder.resolve("turned");
    StudyRun.run(TinyStudy.request(TinyStudy.study(), turned, out, false), quiet());

    assertThat(json(out).get("candidates")).isEqualTo(json(whole).get("candidates"));
    assertThat(json(out).get("chosen")).isEqualTo(json(whole).get("chosen"));
    double right = areas(whole.resolve("predictions.csv"), "test").get("Wide");
    double wrong = areas(out.resolve("predictions.csv"), "test").get("Wide");
    assertThat(wrong).isCloseTo(1 - right, within(1e-12));
  }

  @Test
  void aStudyThatWasKilledAndResumedEndsAsIfItHadNeverStopped() throws IOException {
    Path parts = folder.resolve("parts");
    Study study = TinyStudy.study();
    for (String moment : List.of("Wide: final, epoch 1:", "With attention: final, epoch 2")) {
      assertThatThrownBy(
              () -> StudyRun.run(TinyStudy.request(study, manifest, parts, true), stopAt(moment)))
          .isInstanceOf(CancellationException.class);
      assertThat(parts.resolve("report")).doesNotExist();
    }

    List<String> said = new ArrayList<>();
    StudyRun.run(TinyStudy.request(study, manifest, parts, true), listening(said));

    assertThat(said).noneMatch(message -> message.startsWith("Narrow: final"));
    for (String file :
        List.of("predictions.csv", "splits.csv", "study.json", "report/metrics.json")) {
      assertThat(parts.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
    }
  }

  @Test
  void readersAreComparedWithTheModelsOnTheSameSplit() throws IOException {
    StringBuilder readings = new StringBuilder("case,model,predicted\n");
    for (CSVRecord row : rows(whole.resolve("splits.csv"))) {
      if (row.get("split").equals("test")) {
        readings.append(row.get("case")).append(",Radiologist,").append(row.get("label"));
        readings.append('\n');
      }
    }
    Path table = folder.resolve("readers.csv");
    Files.writeString(table, readings);

    StudyRun.run(
        TinyStudy.request(TinyStudy.study(), manifest, whole, true, Map.of(), List.of(table)),
        quiet());

    JsonObject reader =
        JsonParser.parseString(Files.readString(whole.resolve("report/metrics.json")))
            .getAsJsonObject()
            .getAsJsonObject("models")
            .getAsJsonObject("Radiologist");
    assertThat(reader.keySet()).containsExactly("test");
    assertThat(
            reader.getAsJsonObject("test").getAsJsonObject("accuracy").get("value").getAsDouble())
        .isEqualTo(1);
    // As it was, for the other tests.
    StudyRun.run(TinyStudy.request(TinyStudy.study(), manifest, whole, true), quiet());
  }

  @Test
  void aReaderWithoutAndWithTheModelIsComparedWithItself() throws IOException {
    StringBuilder readings = new StringBuilder("case,reader,condition,predicted\n");
    for (CSVRecord row : rows(whole.resolve("splits.csv"))) {
      if (row.get("split").equals("test")) {
        readings.append(row.get("case")).append(",Dr A,without,finding\n");
        readings.append(row.get("case")).append(",Dr A,with,").append(row.get("label"));
        readings.append('\n');
      }
    }
    Path table = folder.resolve("readers.csv");
    Files.writeString(table, readings);

    StudyRun.run(
        TinyStudy.request(TinyStudy.study(), manifest, whole, true, Map.of(), List.of(table)),
        quiet());

    String metrics = Files.readString(whole.resolve("report/metrics.json"));
    assertThat(
            JsonParser.parseString(metrics).getAsJsonObject().get("reader_comparisons").toString())
        .contains("Dr A");
    assertThat(Files.readString(whole.resolve("report/report.html")))
        .contains("Readers without and with the model");
    // As it was, for the other tests.
    StudyRun.run(TinyStudy.request(TinyStudy.study(), manifest, whole, true), quiet());
  }

  @Test
  void whatCouldNotBeEvaluatedAtTheEndIsRefusedBeforeTheFirstTraining() throws IOException {
    Path out = folder.resolve("out");
    Map<String, String> splits = new LinkedHashMap<>();
    for (CSVRecord row : rows(manifest)) {
      splits.put(row.get("case"), row.get("label").equals("finding") ? "train" : "external");
    }
    splits.put("case 0-0", "train");
    splits.put("case 0-1", "train");
    for (int patient = 1; patient < 9; patient++) {
      for (int n = 0; n < 2; n++) {
        splits.put("case " + patient + "-" + n, patient < 5 ? "train" : "validation");
      }
    }
    Path external = shared.resolve("data/external.csv");
    Files.writeString(external, turned(splits));
    assertThatThrownBy(
            () -> StudyRun.run(TinyStudy.request(TinyStudy.study(), external, out, false), quiet()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("split 'external'")
        .hasMessageContaining("of the class 'no_finding'");

    Path readers = folder.resolve("readers.csv");
    Files.writeString(
        readers, "case,model,predicted\ncase 0-0,Wide,finding\ncase 0-1,Wide,finding\n");
    assertThatThrownBy(
            () ->
                StudyRun.run(
                    TinyStudy.request(
                        TinyStudy.study(), manifest, out, false, Map.of(), List.of(readers)),
                    quiet()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'Wide'");

    Path broken = shared.resolve("data/p9-1.png");
    byte[] good = Files.readAllBytes(broken);
    Files.write(broken, new byte[] {1, 2, 3});
    try {
      assertThatThrownBy(
              () ->
                  StudyRun.run(TinyStudy.request(TinyStudy.study(), manifest, out, false), quiet()))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("case 9-1");
    } finally {
      Files.write(broken, good);
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void aStudyInTheFolderIsNotTouchedUnlessItIsTheSame() throws IOException {
    byte[] before = Files.readAllBytes(whole.resolve("study.json"));
    assertThatThrownBy(
            () ->
                StudyRun.run(TinyStudy.request(TinyStudy.study(), manifest, whole, false), quiet()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("holds a study already");
    Study other = TinyStudy.read(TinyStudy.text().replace("seed: 5", "seed: 6"));
    assertThatThrownBy(() -> StudyRun.run(TinyStudy.request(other, manifest, whole, true), quiet()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("another definition");
    assertThat(Files.readAllBytes(whole.resolve("study.json"))).isEqualTo(before);

    Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThatThrownBy(
            () ->
                StudyRun.run(
                    TinyStudy.request(TinyStudy.study(), manifest, folder, false), quiet()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("holds something else");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void weightsThatNoCandidateKnowsAreRefusedWithTheNamesThatThereAre() {
    assertThatThrownBy(
            () ->
                StudyRun.run(
                    TinyStudy.request(
                        TinyStudy.study(),
                        manifest,
                        folder.resolve("out"),
                        false,
                        Map.of("resnet50", "x.safetensors"),
                        List.of()),
                    quiet()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'resnet50'; there are narrow, se-narrow, se-wide, wide.");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aCaseThatOneOfTheCandidatesCannotUseIsKnownBeforeAnythingIsTrained() throws IOException {
    Path broken = shared.resolve("data/broken.csv");
    Files.writeString(broken, Files.readString(manifest).replace("p3-1.png", "nowhere.png"));

    assertThatThrownBy(
            () ->
                StudyRun.run(
                    TinyStudy.request(TinyStudy.study(), broken, folder.resolve("out"), false),
                    quiet()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("row 9")
        .hasMessageContaining("nowhere.png");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** The manifest with its splits in a column, and the other label for test patients. */
  private static String turned(Map<String, String> splits) throws IOException {
    StringBuilder text = new StringBuilder("case,patient,image,label,split\n");
    for (CSVRecord row : rows(manifest)) {
      String split = splits.get(row.get("case"));
      boolean finding = row.get("label").equals("finding");
      boolean said = split.equals("test") != finding;
      text.append(String.join(",", row.get("case"), row.get("patient"), row.get("image")));
      text.append(said ? ",finding," : ",no_finding,").append(split).append('\n');
    }
    return text.toString();
  }

  /** Areas under the ROC curve by counting pairs: of all pairs, how often the finding has more. */
  private static Map<String, Double> areas(Path predictions, String split) throws IOException {
    Map<String, List<CSVRecord>> models = new LinkedHashMap<>();
    for (CSVRecord row : rows(predictions)) {
      if (row.get("split").equals(split)) {
        models.computeIfAbsent(row.get("model"), any -> new ArrayList<>()).add(row);
      }
    }
    Map<String, Double> areas = new LinkedHashMap<>();
    models.forEach(
        (model, own) -> {
          double wins = 0;
          int pairs = 0;
          for (CSVRecord yes : own) {
            for (CSVRecord no : own) {
              if (yes.get("label").equals("finding") && no.get("label").equals("no_finding")) {
                double more =
                    Double.parseDouble(yes.get("p_finding"))
                        - Double.parseDouble(no.get("p_finding"));
                wins += more > 0 ? 1 : more == 0 ? 0.5 : 0;
                pairs++;
              }
            }
          }
          areas.put(model, wins / pairs);
        });
    return areas;
  }

  private static List<CSVRecord> rows(Path file) throws IOException {
    try (var parser =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      return parser.getRecords();
    }
  }

  private static JsonObject json(Path study) throws IOException {
    return JsonParser.parseString(Files.readString(study.resolve("study.json"))).getAsJsonObject();
  }

  private static Progress quiet() {
    return Progress.NONE;
  }

  private static Progress listening(List<String> said) {
    return new Progress() {
      @Override
      public synchronized void report(double fraction, String message) {
        said.add(message);
      }

      @Override
      public boolean isCancelled() {
        return false;
      }
    };
  }

  private static Progress stopAt(String moment) {
    return new Progress() {
      private volatile boolean cancelled;

      @Override
      public void report(double fraction, String message) {
        cancelled |= message.startsWith(moment);
      }

      @Override
      public boolean isCancelled() {
        return cancelled;
      }
    };
  }
}
