package org.radcam.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.TinyModel;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Volume;
import org.radcam.io.FloatTiff;
import org.radcam.io.ImageFiles;
import org.radcam.render.HeatStyle;

class FolderBatchTest {
  @TempDir Path folder;
  private Path input;
  private Path output;
  private Classifier classifier;

  @BeforeEach
  void open() throws IOException {
    input = Files.createDirectories(folder.resolve("in put"));
    output = folder.resolve("out");
    classifier = Classifier.open(TinyModel.in(folder, 3), DeviceChoice.CPU);
  }

  @AfterEach
  void close() {
    classifier.close();
  }

  @Test
  void everyImageIsARowAndHasItsFilesOnItsOwnGrid() throws IOException {
    png("b.png", 90, 120, 1);
    png("deeper/a.png", 130, 70, 2);
    BatchSummary summary = run(Progress.NONE);
    assertThat(summary.ok()).isEqualTo(2);
    assertThat(header())
        .containsExactly(
            "case",
            "task",
            "model",
            "predicted",
            "p_no_finding",
            "p_finding",
            "warnings",
            "seconds",
            "device",
            "status",
            "error");
    assertThat(rows()).extracting(row -> row.get("case")).containsExactly("b.png", "deeper/a.png");
    for (CSVRecord row : rows()) {
      assertThat(row.get("status")).isEqualTo("ok");
      double sum =
          Double.parseDouble(row.get("p_no_finding")) + Double.parseDouble(row.get("p_finding"));
      assertThat(sum).isBetween(0.99999, 1.00001);
    }
    Path one = output.resolve("deeper/a.png");
    assertThat(ImageIO.read(one.resolve("overlay.png").toFile()).getWidth()).isEqualTo(130);
    assertThat(ImageFiles.read(one.resolve("heatmap.tif")).geometry().size())
        .isEqualTo(Size.of(130, 70));
    assertThat(one.resolve("result.json")).content().contains("\"audit\"");
  }

  @Test
  void aBrokenFileIsAFailedRowWithAReasonAndTheRunGoesOn() throws IOException {
    png("a.png", 80, 80, 1);
    Files.writeString(input.resolve("b.png"), "this is no picture");
    Files.write(
        input.resolve("c.tif"), "II*\0garbage beyond".getBytes(StandardCharsets.ISO_8859_1));
    png("d.png", 80, 80, 1);
    BatchSummary summary = run(Progress.NONE);
    assertThat(summary.ok()).isEqualTo(2);
    assertThat(summary.failed()).isEqualTo(2);
    assertThat(rows())
        .extracting(row -> row.get("status"))
        .containsExactly("ok", "failed", "failed", "ok");
    assertThat(rows().get(1).get("error")).isNotBlank().doesNotContain("Exception");
    assertThat(output.resolve("b.png")).doesNotExist();
  }

  @Test
  void notesAndTablesBesideTheImagesAreNoCases() throws IOException {
    png("a.png", 80, 80, 1);
    Files.writeString(input.resolve("labels.csv"), "x");
    Files.writeString(input.resolve("LICENSE"), "x");
    Files.writeString(input.resolve(".hidden.png"), "x");
    assertThat(run(Progress.NONE).failed()).isZero();
  }

  @Test
  void everySliceOfAStackIsACase() throws IOException {
    Geometry grid = Geometry.millimetres(new Size(70, 80, 3), 0.5, 0.5, 2);
    Volume stack = Volume.filled(grid, 0);
    Random random = new Random(5);
    for (int n = 0; n < stack.voxels().length; n++) {
      stack.voxels()[n] = random.nextInt(255);
    }
    FloatTiff.write(input.resolve("s.tif"), stack);
    assertThat(run(Progress.NONE).ok()).isEqualTo(3);
    assertThat(rows())
        .extracting(row -> row.get("case"))
        .containsExactly("s.tif/1", "s.tif/2", "s.tif/3");
    assertThat(run(Progress.NONE).resumed()).isEqualTo(3);
  }

  @Test
  void aSecondRunComputesOnlyWhatIsMissingChangedOrFailed() throws IOException {
    for (String name : List.of("a.png", "b.png", "c.png", "d.png")) {
      png(name, 80, 80, name.hashCode());
    }
    Files.writeString(input.resolve("e.png"), "broken");
    run(Progress.NONE);
    String untouched = Files.readString(output.resolve("a.png/result.json"));
    List<String> before = Files.readAllLines(output.resolve("results.csv"));

    png("b.png", 80, 80, 99);
    Files.delete(output.resolve("c.png/result.json"));
    png("e.png", 80, 80, 5);
    BatchSummary summary = run(Progress.NONE);
    assertThat(summary.resumed()).isEqualTo(2);
    assertThat(summary.ok()).isEqualTo(5);
    assertThat(Files.readString(output.resolve("a.png/result.json"))).isEqualTo(untouched);
    List<String> after = Files.readAllLines(output.resolve("results.csv"));
    assertThat(after.get(1)).isEqualTo(before.get(1));
    assertThat(after.get(2)).isNotEqualTo(before.get(2));
  }

  @Test
  void aKilledRunLeavesRowsThatTheNextOneTakesUp() throws IOException {
    png("a.png", 80, 80, 1);
    png("b.png", 80, 80, 2);
    run(Progress.NONE);
    // As a kill leaves it: the last line torn.
    Path table = output.resolve("results.csv");
    String text = Files.readString(table);
    Files.writeString(table, text.substring(0, text.length() - 30));
    assertThat(run(Progress.NONE).resumed()).isEqualTo(1);
    assertThat(Files.readString(table).lines()).hasSize(3);
  }

  @Test
  void cancellingKeepsWhatIsDone() throws IOException {
    png("a.png", 80, 80, 1);
    png("b.png", 80, 80, 2);
    Progress once =
        new Progress() {
          private int reports;

          @Override
          public void report(double fraction, String message) {
            reports++;
          }

          @Override
          public boolean isCancelled() {
            return reports >= 1 && Files.exists(output.resolve("a.png/result.json"));
          }
        };
    assertThatThrownBy(() -> run(once)).isInstanceOf(CancellationException.class);
    assertThat(rows()).extracting(row -> row.get("case")).containsExactly("a.png");
    assertThat(run(Progress.NONE).resumed()).isEqualTo(1);
  }

  @Test
  void resultsOfOtherOptionsAreNotMixedIn() throws IOException {
    png("a.png", 80, 80, 1);
    run(Progress.NONE);
    BatchRequest other =
        new BatchRequest(
            input,
            output,
            new ClassifyOptions(ClassifyOptions.Explain.PREDICTED, "layer-cam"),
            HeatStyle.DEFAULT);
    assertThatThrownBy(() -> FolderBatch.run(other, classifier, Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("another output folder");
  }

  @Test
  void resultsWithContributionsOrWithFramesInsistedOnAreNotThoseWithout() throws IOException {
    png("a.png", 80, 80, 1);
    run(Progress.NONE);
    assertThat(run(Progress.NONE).resumed()).isEqualTo(1);
    for (ClassifyOptions other :
        List.of(
            ClassifyOptions.DEFAULT.withContributions(false),
            ClassifyOptions.DEFAULT.withAcceptFrames(true))) {
      BatchRequest request = new BatchRequest(input, output, other, HeatStyle.DEFAULT);
      assertThatThrownBy(() -> FolderBatch.run(request, classifier, Progress.NONE))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("another output folder");
    }
  }

  @Test
  void aTableThatIsNotOursIsNotOverwritten() throws IOException {
    png("a.png", 80, 80, 1);
    Files.createDirectories(output);
    Files.writeString(output.resolve("results.csv"), "my,precious\n1,2\n");
    assertThatThrownBy(() -> run(Progress.NONE)).isInstanceOf(UserException.class);
    assertThat(output.resolve("results.csv")).hasContent("my,precious\n1,2\n");
  }

  @Test
  void anOutputFolderWithinTheInputFolderIsNotRead() throws IOException {
    png("a.png", 80, 80, 1);
    output = input.resolve("results");
    run(Progress.NONE);
    assertThat(run(Progress.NONE).ok()).isEqualTo(1);
  }

  @Test
  void aFolderThatIsMissingOrHoldsNoImageIsRefused() throws IOException {
    assertThatThrownBy(() -> run(Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("holds no image");
    Files.delete(input);
    assertThatThrownBy(() -> run(Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("There is no folder");
  }

  @Test
  void whatAnEarlierRunLeftOfAnImageGoesWhenTheImageChanges() throws IOException {
    Volume stack = Volume.filled(Geometry.uncalibrated(new Size(70, 80, 12)), 1);
    for (int n = 0; n < stack.voxels().length; n++) {
      stack.voxels()[n] = n % 251;
    }
    FloatTiff.write(input.resolve("s.tif"), stack);
    png("t.png", 80, 80, 4);
    run(Progress.NONE);
    assertThat(rows())
        .extracting(row -> row.get("case"))
        .containsSubsequence("s.tif/9", "s.tif/10", "s.tif/12", "t.png");

    FloatTiff.write(input.resolve("s.tif"), stack.slice(2));
    Files.writeString(input.resolve("t.png"), "damaged");
    run(Progress.NONE);
    assertThat(rows()).extracting(row -> row.get("case")).containsExactly("s.tif", "t.png");
    assertThat(output.resolve("s.tif/1")).doesNotExist();
    assertThat(output.resolve("t.png/result.json")).doesNotExist();
  }

  @Test
  void aRowThatAKillKeptFromItsFilesIsNotPairedWithTheNewOnes() throws IOException {
    png("a.png", 80, 80, 1);
    run(Progress.NONE);
    String oldTable = Files.readString(output.resolve("results.csv"));
    png("a.png", 80, 80, 2);
    run(Progress.NONE);
    String newTable = Files.readString(output.resolve("results.csv"));

    // The files of the new image, the row of the old one: as if killed between the two, had the
    // row not been taken away before.
    Files.writeString(output.resolve("results.csv"), oldTable.lines().findFirst().get() + "\n");
    run(Progress.NONE);
    assertThat(prediction(Files.readString(output.resolve("results.csv"))))
        .isEqualTo(prediction(newTable));
  }

  private static List<String> prediction(String table) {
    return List.of(table.lines().skip(1).findFirst().orElseThrow().split(",")).subList(0, 6);
  }

  @Test
  void aCardThatSaysSomethingElseIsAnotherModel() throws IOException {
    png("a.png", 80, 80, 1);
    run(Progress.NONE);
    classifier.close();
    TinyModel model = TinyModel.in(folder, 3);
    classifier =
        Classifier.open(
            model.withStage(model.card().onlyStage().withTemperature(3)), DeviceChoice.CPU);
    assertThatThrownBy(() -> run(Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("another output folder");
  }

  @Test
  void aMistypedClassIsToldBeforeTheOutputFolderIsTaken() throws IOException {
    png("a.png", 80, 80, 1);
    BatchRequest mistyped =
        new BatchRequest(
            input,
            output,
            new ClassifyOptions(ClassifyOptions.Explain.ofClass("fnding"), "grad-cam"),
            HeatStyle.DEFAULT);
    assertThatThrownBy(() -> FolderBatch.run(mistyped, classifier, Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("fnding");
    assertThat(output).doesNotExist();
  }

  @Test
  void foldersMayBeLinksAndMustNotBeTheSame() throws IOException {
    png("a.png", 80, 80, 1);
    Path link = Files.createSymbolicLink(folder.resolve("link"), input);
    Path real = output;
    input = link;
    output = link.resolve("results");
    assertThat(run(Progress.NONE).ok()).isEqualTo(1);
    assertThat(run(Progress.NONE).resumed()).isEqualTo(1);
    assertThat(rows()).hasSize(1);
    output = folder.resolve("in put");
    assertThatThrownBy(() -> run(Progress.NONE))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("input folder");
    assertThat(real).doesNotExist();
  }

  @Test
  void nothingHalfWrittenIsLeftBehind() throws IOException {
    png("a.png", 80, 80, 1);
    run(Progress.NONE);
    try (Stream<Path> files = Files.walk(output)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.endsWith(".tmp"));
    }
  }

  private BatchSummary run(Progress progress) throws IOException {
    return FolderBatch.run(
        new BatchRequest(input, output, ClassifyOptions.DEFAULT, HeatStyle.DEFAULT),
        classifier,
        progress);
  }

  private List<CSVRecord> rows() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(output.resolve("results.csv"))) {
      return format.parse(reader).getRecords();
    }
  }

  private List<String> header() throws IOException {
    return List.of(Files.readAllLines(output.resolve("results.csv")).get(0).split(","));
  }

  private void png(String name, int columns, int rows, long seed) throws IOException {
    BufferedImage picture = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
    Random random = new Random(seed);
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        picture.getRaster().setSample(i, j, 0, random.nextInt(256));
      }
    }
    Path file = input.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(picture, "png", file.toFile());
  }
}
