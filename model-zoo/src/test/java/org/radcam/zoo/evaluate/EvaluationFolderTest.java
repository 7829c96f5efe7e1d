package org.radcam.zoo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.Progress;

/** What fails or is cancelled leaves the folder as it was, whenever that happens. */
class EvaluationFolderTest {
  @TempDir private Path folder;

  private Evaluation evaluation() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("net.csv"), "case,label,p_a,p_b\n1,a,0.9,0.1\n2,b,0.2,0.8\n");
    return Evaluation.of(
        PredictionReader.read(List.of(table), Optional.empty()),
        new EvaluationSettings(100, 1),
        Progress.NONE);
  }

  /** Cancels when it is asked for the n-th time. */
  private static final class Impatient implements Progress {
    private int left;

    Impatient(int questions) {
      left = questions;
    }

    @Override
    public void report(double fraction, String message) {}

    @Override
    public boolean isCancelled() {
      return left-- <= 0;
    }
  }

  @Test
  void aNewFolderIsGoneAgainAndAnEarlierEvaluationStays() throws IOException {
    Evaluation evaluation = evaluation();
    EvaluationSource source = new EvaluationSource("Title", List.of());
    Path fresh = folder.resolve("one/two");
    Path earlier = folder.resolve("earlier");
    Path report = EvaluationFolder.write(earlier, evaluation, source, Progress.NONE);
    String before = Files.readString(report);
    EvaluationSource changed = new EvaluationSource("Other", List.of());
    int cancelled = 0;

    for (int n = 0; ; n++) {
      int questions = n;
      try {
        EvaluationFolder.write(fresh, evaluation, changed, new Impatient(questions));
        break;
      } catch (CancellationException e) {
        cancelled++;
      }
      assertThat(folder.resolve("one")).doesNotExist();
      assertThatThrownBy(
              () -> EvaluationFolder.write(earlier, evaluation, changed, new Impatient(questions)))
          .isInstanceOf(CancellationException.class);
      assertThat(report).content().isEqualTo(before);
      try (Stream<Path> files = Files.list(earlier)) {
        assertThat(files).hasSize(4);
      }
    }

    // While drawing, for each plot, and before all takes its place.
    assertThat(cancelled).isGreaterThan(5);
    assertThat(fresh.resolve("report.html")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"metrics.json", "metrics.csv", "plots", "report.html"})
  void anEarlierEvaluationIsBackAgainWhereOneOfTheNewFilesCannotBeMoved(String missing)
      throws IOException {
    Path earlier = folder.resolve("earlier");
    EvaluationSource source = new EvaluationSource("Title", List.of());
    EvaluationFolder.write(earlier, evaluation(), source, Progress.NONE);
    Map<Path, String> before = contents(earlier);
    Path beside = Files.createDirectory(folder.resolve("new"));
    for (String name : List.of("metrics.json", "metrics.csv", "plots/roc.svg", "report.html")) {
      if (!name.startsWith(missing)) {
        Files.createDirectories(beside.resolve(name).getParent());
        Files.writeString(beside.resolve(name), "new");
      }
    }

    assertThatThrownBy(() -> EvaluationFolder.replace(earlier, beside))
        .isInstanceOf(NoSuchFileException.class)
        .hasNoSuppressedExceptions();

    assertThat(contents(earlier)).isEqualTo(before);
  }

  private static Map<Path, String> contents(Path folder) throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        contents.put(
            file,
            Files.isDirectory(file) ? "" : Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }
}
