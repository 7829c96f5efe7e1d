package org.radcam.zoo.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.batch.BatchRequest;
import org.radcam.batch.BatchSummary;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.Result;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.SourceImage;
import org.radcam.io.ImageFiles;
import org.radcam.io.MaskFiles;
import org.radcam.render.HeatStyle;
import org.radcam.zoo.ModelZoo;
import org.radcam.zoo.phantom.PhantomFolder;
import org.radcam.zoo.phantom.Phantoms;

/** Phantoms of bone tumours (CT, region, clinical values), answered by the shipped demo. */
class ManifestBatchTest {
  @TempDir Path folder;
  private Path data;
  private Path manifest;
  private Path output;

  @BeforeEach
  void drawPhantoms() throws IOException {
    data = folder.resolve("my data");
    PhantomFolder.write(
        Phantoms.get("bone-matrix"), PhantomFolder.Counts.of(2), 987_654_321L, data);
    manifest = data.resolve("labels.csv");
    output = folder.resolve("out");
  }

  @Test
  void everyRowIsAnsweredAsTheClassifierDoesBitForBit() throws IOException {
    BatchSummary summary = run(Progress.NONE);
    assertThat(summary.ok()).isEqualTo(2);
    assertThat(summary.patients()).isEmpty();
    try (Classifier classifier = classifier()) {
      for (CSVRecord row : rows()) {
        Result result = classifier.classify(subject(row.get("case")), ClassifyOptions.DEFAULT);
        assertThat(row.get("predicted")).isEqualTo(result.predicted().label().key());
        assertThat(row.get("p_osteoid"))
            .isEqualTo(String.format(Locale.ROOT, "%.6f", result.scores().get(0).probability()));
        Path own = output.resolve(row.get("case"));
        double probability =
            JsonParser.parseString(Files.readString(own.resolve("result.json")))
                .getAsJsonObject()
                .getAsJsonArray("scores")
                .get(0)
                .getAsJsonObject()
                .get("probability")
                .getAsDouble();
        assertThat(probability).isEqualTo(result.scores().get(0).probability());
        SourceImage heat = ImageFiles.read(own.resolve("heatmap.nii.gz"));
        assertThat(heat.volume().voxels())
            .isEqualTo(result.heatMap().orElseThrow().onSource().voxels());
        assertThat(own.resolve("overlay.png")).exists();
      }
    }
  }

  private Case subject(String name) throws IOException {
    CSVRecord row =
        read(manifest).stream().filter(one -> one.get("case").equals(name)).findFirst().get();
    SourceImage ct = ImageFiles.read(data.resolve(row.get("image")));
    return new Case(
        name,
        Map.of("CT", ct),
        Optional.of(MaskFiles.read(data.resolve(row.get("roi")), ct.geometry())),
        Map.of(
            "sex", row.get("sex"),
            "age", row.get("age"),
            "mineralisation_location", row.get("mineralisation_location"),
            "pathological_fracture", row.get("pathological_fracture")));
  }

  @Test
  void theTableBeginsWithTheColumnsOfEveryBatchAndHasLabelsToEvaluate() throws IOException {
    run(Progress.NONE);
    assertThat(Files.readAllLines(output.resolve("results.csv")).get(0))
        .isEqualTo(
            "case,task,model,predicted,p_osteoid,p_chondroid,warnings,seconds,device,status,error,"
                + "patient,lesion,label,contributions_log_odds,contributions_probability,"
                + "roi_heat_share,roi_area_share,roi_heat_mean");
    for (CSVRecord row : rows()) {
      assertThat(row.get("patient")).isEqualTo(row.get("case"));
      assertThat(row.get("label")).isIn("osteoid", "chondroid");
      assertThat(row.get("lesion")).isEmpty();
      assertThat(Double.parseDouble(row.get("roi_heat_share"))).isBetween(0.0, 1.0);
      assertThat(Double.parseDouble(row.get("roi_area_share"))).isBetween(0.0, 1.0);
    }
  }

  @Test
  void aBadRowIsAFailedRowWithTheReasonAndTheRunGoesOn() throws IOException {
    String header = lines().get(0);
    String good = lines().get(1);
    List<String> table = new ArrayList<>(List.of(header, good));
    table.add(with(good, "a", "image", "gone.nii.gz"));
    table.add(with(good, "b", "age", "-3"));
    table.add(with(good, "c", "image", "../../etc/passwd"));
    table.add(with(good, "d", "label", "benign"));
    table.add(with(good, "e", "roi", ""));
    table.add(with(good, "f", "image", "labels.csv"));
    table.add(with(good, "g", "roi", "phantom-0002.nii.gz"));
    table.add(with(good, "h", "source", "phantom,and,more"));
    Files.write(manifest, table);

    BatchSummary summary = run(Progress.NONE);

    assertThat(summary.ok()).isEqualTo(1);
    assertThat(summary.failed()).isEqualTo(8);
    List<String> reasons = rows().stream().skip(1).map(row -> row.get("error")).toList();
    assertThat(reasons.get(0)).contains("no file 'gone.nii.gz'");
    assertThat(reasons.get(1)).contains("Age").contains("-3");
    assertThat(reasons.get(2)).contains("outside the manifest's folder");
    assertThat(reasons.get(3)).contains("'benign' is not one of osteoid, chondroid");
    assertThat(reasons.get(4)).contains("region of interest");
    assertThat(reasons.get(5)).contains("The image cannot be read");
    assertThat(reasons.get(6)).contains("The mask");
    assertThat(reasons.get(7)).contains("Row 10").contains("cells");
    assertThat(reasons).noneMatch(reason -> reason.contains("Exception"));
    assertThat(rows()).extracting(row -> row.get("patient")).doesNotContain("");
    assertThat(output.resolve("a")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "case,image,age                                  | column 'roi' is missing",
        "case,image,roi,roi\\na,b,c,d                    | not a valid CSV file",
        "image,roi                                       | column 'case' is missing",
        "case,image,roi                                  | has a header but no case",
        "case,image,roi\\n,x.nii,y.nii                   | row 2: 'case' is empty",
        "case,image,roi\\na,x,y\\nb,x,y\\nA,x,y          | row 4: the case 'A' is that of row 2",
      })
  void aManifestThatIsWrongAsAWholeIsRefusedBeforeAnythingIsLeft(String text, String message)
      throws IOException {
    Files.writeString(manifest, text.replace("\\n", "\n"));
    assertThatThrownBy(() -> run(Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message);
    assertThat(output).doesNotExist();
  }

  @Test
  void noManifestIsToldAsThat() throws IOException {
    Files.delete(manifest);
    assertThatThrownBy(() -> run(Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("There is no manifest");
  }

  @Test
  void aSecondRunComputesOnlyWhatChangedInFilesValuesOrLabels() throws IOException {
    run(Progress.NONE);
    String untouched = Files.readString(output.resolve("phantom-0001/result.json"));
    List<String> table = new ArrayList<>(lines());
    table.set(2, with(table.get(2), "phantom-0002", "age", "55"));
    table.add(with(table.get(1), "new one", "patient", "p9"));
    Files.write(manifest, table);

    BatchSummary summary = run(Progress.NONE);

    assertThat(summary.resumed()).isEqualTo(1);
    assertThat(summary.ok()).isEqualTo(3);
    assertThat(Files.readString(output.resolve("phantom-0001/result.json"))).isEqualTo(untouched);
    assertThat(run(Progress.NONE).resumed()).isEqualTo(3);
    Files.copy(
        data.resolve("masks/phantom-0002.nii.gz"),
        data.resolve("masks/phantom-0001.nii.gz"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    // Two rows have that mask, which is not of their image now, or is of it by chance.
    assertThat(run(Progress.NONE).resumed()).isEqualTo(1);
  }

  @Test
  void cancellingKeepsWhatIsDone() {
    Progress once =
        new Progress() {
          @Override
          public void report(double fraction, String message) {}

          @Override
          public boolean isCancelled() {
            return Files.exists(output.resolve("phantom-0001/result.json"));
          }
        };
    assertThatThrownBy(() -> run(once)).isInstanceOf(CancellationException.class);
    assertThat(output.resolve("results.csv")).content().contains("phantom-0001");
  }

  @Test
  void otherSettingsAreAnotherBatch() throws IOException {
    run(Progress.NONE);
    assertThatThrownBy(() -> run(new ManifestSettings(true, 5, false), Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("another output folder");
  }

  @Test
  void casesOfOnePatientAreSummedUpAndAFailedOneIsCounted() throws IOException {
    List<String> table = new ArrayList<>(lines());
    table.set(2, with(table.get(2), "phantom-0002", "patient", "phantom-0001"));
    table.add(with(table.get(1), "third", "image", "gone.nii.gz"));
    Files.write(manifest, table);
    Path patients = run(Progress.NONE).patients().orElseThrow();
    CSVRecord one = read(patients).get(0);
    assertThat(one.get("patient")).isEqualTo("phantom-0001");
    assertThat(one.get("lesions")).isEqualTo("2");
    assertThat(one.get("failed")).isEqualTo("1");
    assertThat(one.get("label")).isEmpty();
    double mean =
        rows().stream()
            .filter(row -> row.get("status").equals("ok"))
            .mapToDouble(row -> Double.parseDouble(row.get("p_osteoid")))
            .average()
            .orElseThrow();
    assertThat(Double.parseDouble(one.get("p_osteoid"))).isBetween(mean - 2e-6, mean + 2e-6);
    assertThat(
            Integer.parseInt(one.get("votes_osteoid"))
                + Integer.parseInt(one.get("votes_chondroid")))
        .isEqualTo(2);
    // From an earlier run alone it is the same.
    String before = Files.readString(patients);
    run(Progress.NONE);
    assertThat(Files.readString(patients)).isEqualTo(before);
  }

  @Test
  void aNameOfACaseNeverLeadsOutOfTheOutputFolder() throws IOException {
    List<String> table = new ArrayList<>(lines());
    table.set(1, with(table.get(1), "../../evil", "patient", "p"));
    table.set(2, with(table.get(2), "results.csv", "patient", "q"));
    Files.write(manifest, table);
    assertThat(run(Progress.NONE).ok()).isEqualTo(2);
    assertThat(rows())
        .extracting(row -> row.get("case"))
        .containsExactly("../../evil", "results.csv");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(data, output);
    }
    assertThat(output.resolve("%2E.%2F..%2Fevil/result.json")).exists();
    assertThat(run(Progress.NONE).resumed()).isEqualTo(2);
  }

  private BatchSummary run(Progress progress) throws IOException {
    return run(ManifestSettings.DEFAULT, progress);
  }

  private BatchSummary run(ManifestSettings settings, Progress progress) throws IOException {
    try (Classifier classifier = classifier()) {
      return ManifestBatch.run(
          new BatchRequest(manifest, output, ClassifyOptions.DEFAULT, HeatStyle.DEFAULT),
          settings,
          classifier,
          progress);
    }
  }

  private static Classifier classifier() {
    return Classifier.open(ModelZoo.shipped().find("bone-matrix-demo"), DeviceChoice.CPU);
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(manifest);
  }

  /** A row with another name and another cell. */
  private String with(String row, String name, String column, String value) throws IOException {
    List<String> header = List.of(lines().get(0).split(","));
    List<String> cells = new ArrayList<>(List.of(row.split(",", -1)));
    cells.set(0, name);
    cells.set(header.indexOf(column), value);
    return String.join(",", cells);
  }

  private List<CSVRecord> rows() throws IOException {
    return read(output.resolve("results.csv"));
  }

  private static List<CSVRecord> read(Path table) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(table, StandardCharsets.UTF_8)) {
      return format.parse(reader).getRecords();
    }
  }
}
