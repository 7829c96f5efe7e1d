package org.radcam.zoo.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.model.ClinicalInput;
import org.radcam.stats.LogisticTerm;
import org.radcam.task.ClinicalField;
import org.radcam.task.Tasks;

class ScreeningTest {
  private static final List<ClinicalField> FIELDS = Tasks.get("bone-matrix").clinical();

  /** Golden values: statsmodels, made by src/test/golden/make_screening_golden.py. */
  @Test
  void everyNumberIsThatOfStatsmodels() throws IOException {
    JsonObject golden;
    try (Reader json = resource("statsmodels.json")) {
      golden = JsonParser.parseReader(json).getAsJsonObject();
    }

    Screening screening = Screening.of(FIELDS, phantoms(), "chondroid", 0.05);

    assertThat(screening.patients()).isEqualTo(160);
    assertThat(screening.complete()).isEqualTo(golden.get("complete").getAsInt());
    for (ScreenedField field : screening.fields()) {
      JsonObject expected = golden.getAsJsonObject("fields").getAsJsonObject(field.field().key());
      assertThat(field.known()).isEqualTo(expected.get("known").getAsInt());
      close(field.univariateP().orElseThrow(), expected.get("univariateP").getAsDouble());
      close(field.multivariateP().orElseThrow(), expected.get("multivariateP").getAsDouble());
      assertThat(field.terms()).hasSize(expected.getAsJsonArray("multivariate").size());
      for (int n = 0; n < field.terms().size(); n++) {
        close(field.terms().get(n).univariate(), expected.getAsJsonArray("univariate"), n);
        close(field.terms().get(n).multivariate(), expected.getAsJsonArray("multivariate"), n);
      }
      assertThat(field.kept()).isEqualTo(field.multivariateP().getAsDouble() < 0.05);
    }
    assertThat(screening.kept()).extracting(ClinicalField::key).contains("age");
  }

  @Test
  void aValueThatIsTheSameInEveryPatientIsReportedAndTheOthersAreTested() {
    Screening screening =
        screen(80, n -> Map.of("sex", "male", "age", age(n), "pathological_fracture", fracture(n)));

    assertThat(field(screening, "sex").remark()).isEqualTo("It is male in every patient");
    assertThat(field(screening, "mineralisation_location").remark())
        .isEqualTo("No patient has a value of it");
    assertThat(field(screening, "age").multivariateP()).isPresent();
    assertThat(field(screening, "sex").kept()).isFalse();
    assertThat(field(screening, "sex").multivariateP()).isEmpty();
  }

  @Test
  void aValueThatSeparatesTheClassesIsReportedAndTheOthersAreTested() {
    Screening screening =
        screen(80, n -> Map.of("sex", n % 2 == 0 ? "female" : "male", "age", age(n)));

    assertThat(field(screening, "sex").remark()).contains("sex = male").contains("separates");
    assertThat(field(screening, "sex").kept()).isFalse();
    assertThat(field(screening, "age").multivariateP()).isPresent();
  }

  @Test
  void aWordThatOnlyOneClassHasSeparatesToo() {
    Screening screening =
        screen(
            90,
            n ->
                Map.of(
                    "age",
                    age(n),
                    "mineralisation_location",
                    n % 6 == 1 ? "diffuse" : n % 3 == 0 ? "central" : "peripheral"));

    assertThat(field(screening, "mineralisation_location").remark())
        .contains("mineralisation_location = diffuse")
        .contains("separates");
    assertThat(field(screening, "age").multivariateP()).isPresent();
  }

  @Test
  void ofTwoValuesThatSayTheSameTheSecondIsReported() {
    Screening screening =
        screen(
            80,
            n ->
                Map.of(
                    "sex",
                    fracture(n).equals("present") ? "male" : "female",
                    "age",
                    age(n),
                    "pathological_fracture",
                    fracture(n)));

    assertThat(field(screening, "sex").multivariateP()).isPresent();
    assertThat(field(screening, "pathological_fracture").univariateP()).isPresent();
    assertThat(field(screening, "pathological_fracture").multivariateP()).isEmpty();
    assertThat(field(screening, "pathological_fracture").remark()).contains("follows linearly");
  }

  @Test
  void tooFewPatientsAndOneClassEndInRemarksNotInAnError() {
    assertThat(screen(2, n -> Map.of("age", age(n))).kept()).isEmpty();
    Screening one =
        Screening.of(
            FIELDS,
            IntStream.range(0, 30).mapToObj(n -> new Patient(Map.of("age", age(n)), true)).toList(),
            "chondroid",
            0.05);
    assertThat(field(one, "age").remark()).contains("all 30 cases are positive");
    assertThat(Screening.of(FIELDS, List.of(), "chondroid", 0.05).kept()).isEmpty();
  }

  @Test
  void aSmallerAlphaKeepsNoMore() throws IOException {
    List<Patient> patients = phantoms();
    int before = FIELDS.size();
    for (double alpha : new double[] {0.999999, 0.5, 0.05, 1e-6, 1e-30}) {
      int kept = Screening.of(FIELDS, patients, "chondroid", alpha).kept().size();
      assertThat(kept).isLessThanOrEqualTo(before);
      before = kept;
    }
    assertThat(before).isZero();
  }

  @Test
  void theTableHasARowForEveryTermAndForEveryFieldWithoutOne(@TempDir Path folder)
      throws IOException {
    Screening whole = Screening.of(FIELDS, phantoms(), "chondroid", 0.05);
    Screening poor = screen(40, n -> Map.of("age", age(n)));
    Path file = folder.resolve("screening.csv");

    ScreeningTable.write(file, Map.of("final", whole));
    List<String> lines = Files.readAllLines(file);
    ScreeningTable.write(file, Map.of("fold-1", poor));

    assertThat(lines).hasSize(6);
    assertThat(lines.get(0)).startsWith("training,odds_of,field,word,against,univariate_patients");
    assertThat(lines.get(1)).startsWith("final,chondroid,sex,male,female,160,");
    assertThat(lines.get(2)).startsWith("final,chondroid,age,,,");
    assertThat(lines.get(3))
        .startsWith("final,chondroid,mineralisation_location,peripheral,central,");
    assertThat(Files.readAllLines(file).get(1))
        .isEqualTo("fold-1,chondroid,sex,,,0,,,,,,40,,,,,,false,No patient has a value of it");
  }

  @Test
  void sentencesSayWhatWasKeptAndWhy() throws IOException {
    Screening screening = Screening.of(FIELDS, phantoms(), "chondroid", 0.05);

    assertThat(ScreeningWords.lines(screening))
        .anyMatch(line -> line.matches("  age: kept, p (=|<) 0\\.\\d{4}\\."))
        .anyMatch(
            line ->
                line.matches(
                    "    one more \\(years\\): odds ratio 1\\.\\d{3} \\(1\\.\\d{3} to 1\\.\\d{3}\\),"
                        + " p .*; alone 1\\..*"))
        .anyMatch(line -> line.startsWith("    diffuse against central: odds ratio "));
    assertThat(ScreeningWords.sentence(screening)).contains("kept: ", "age (p", "left out: ");
    assertThat(ScreeningWords.sentence(Screening.of(FIELDS, List.of(), "chondroid", 0.05)))
        .contains("kept: none, so the model answers from the image alone")
        .contains("sex (not tested)");
  }

  private static Screening screen(int count, IntFunction<Map<String, String>> values) {
    List<Patient> patients =
        IntStream.range(0, count).mapToObj(n -> new Patient(values.apply(n), n % 2 == 1)).toList();
    return Screening.of(FIELDS, patients, "chondroid", 0.05);
  }

  private static String age(int n) {
    return String.valueOf(20 + n * 37 % 41);
  }

  private static String fracture(int n) {
    return n % 5 == 0 || n % 7 == 0 ? "present" : "absent";
  }

  private static ScreenedField field(Screening screening, String key) {
    return screening.fields().stream()
        .filter(one -> one.field().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static List<Patient> phantoms() throws IOException {
    List<Patient> patients = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader csv = resource("patients.csv")) {
      for (CSVRecord row : format.parse(csv)) {
        Map<String, String> values = new HashMap<>();
        for (ClinicalField field : FIELDS) {
          String value = row.get(field.key());
          if (!ClinicalInput.isUnknown(Optional.of(value))) {
            values.put(field.key(), field.check(value));
          }
        }
        patients.add(new Patient(values, row.get("label").equals("chondroid")));
      }
    }
    return patients;
  }

  private static Reader resource(String name) {
    return new InputStreamReader(
        ScreeningTest.class.getResourceAsStream(name), StandardCharsets.UTF_8);
  }

  private static void close(Optional<LogisticTerm> term, JsonArray expected, int n) {
    LogisticTerm actual = term.orElseThrow();
    JsonObject golden = expected.get(n).getAsJsonObject();
    close(actual.oddsRatio().estimate(), golden.get("oddsRatio").getAsDouble());
    close(actual.oddsRatio().low(), golden.get("low").getAsDouble());
    close(actual.oddsRatio().high(), golden.get("high").getAsDouble());
    close(actual.p(), golden.get("p").getAsDouble());
  }

  private static void close(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-7 * Math.abs(expected)));
  }
}
