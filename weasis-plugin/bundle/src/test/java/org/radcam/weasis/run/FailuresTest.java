package org.radcam.weasis.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.TinyModel;
import org.radcam.engine.DeviceChoice;
import org.radcam.weasis.TestSeries;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.viewer.ViewedImage;

/** What goes wrong is one sentence for the user and a log line that names no patient. */
class FailuresTest {
  private static final String PATIENT = "DOE^JANE";

  @TempDir Path folder;
  private final TestSeries series = TestSeries.of(1);
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private ClassifyRequest request;

  @BeforeEach
  void listenToTheLog() throws IOException {
    request =
        new ClassifyRequest(
            TinyModel.in(folder, 3),
            DeviceChoice.CPU,
            Map.of("CXR", new ViewedImage(series, 0)),
            new RegionChoice.Nothing(),
            Map.of(),
            ClassifyOptions.DEFAULT);
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveTheLogBack() {
    System.setErr(err);
  }

  /** What the user reads when the reader fails, after which the next case must be answered. */
  private String said(Supplier<? extends Throwable> problem) throws Exception {
    boolean[] failed = new boolean[1];
    CaseBuilder builder =
        (asked, progress) -> {
          if (!failed[0]) {
            failed[0] = true;
            throwIt(problem.get());
          }
          return SlowBuilder.xray(asked);
        };
    try (ClassificationQueue queue = new ClassificationQueue(builder)) {
      Heard heard = new Heard();
      queue.submit(request, heard);
      String end = heard.end();
      Heard next = new Heard();
      queue.submit(request, next);
      next.answer();
      assertThat(end).startsWith("failed: ").doesNotContain("\n");
      return end.substring("failed: ".length());
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void throwIt(Throwable problem) throws T {
    throw (T) problem;
  }

  private String logged() {
    return log.toString(StandardCharsets.UTF_8);
  }

  private void assertLogged(String kind) {
    assertThat(logged()).contains("tiny-demo").contains(kind).doesNotContain(PATIENT);
  }

  @Test
  void aUsersMistakeIsToldInItsOwnWordsAndLoggedByItsKindAlone() throws Exception {
    assertThat(said(() -> new UserException("The series of " + PATIENT + " has a gap.")))
        .isEqualTo("The series of " + PATIENT + " has a gap.");
    assertLogged("org.radcam.UserException");
  }

  @Test
  void tooLittleMemoryInJavaSaysWhatToDo() throws Exception {
    assertThat(said(() -> new OutOfMemoryError("Java heap space")))
        .startsWith("There is not enough memory for these images.");
    assertLogged("java.lang.OutOfMemoryError");
  }

  @Test
  void tooLittleMemoryOfTheEngineIsToldAsTheLibraryTellsIt() throws Exception {
    assertThat(
            said(
                () ->
                    new UserException(
                        "There is not enough memory for this model on CPU.",
                        new EngineException("alloc"))))
        .isEqualTo("There is not enough memory for this model on CPU.");
    assertLogged("caused by ai.djl.engine.EngineException");
  }

  @Test
  void missingNativeLibrariesAskForANewInstallation() throws Exception {
    assertThat(said(() -> new UnsatisfiedLinkError("/home/" + PATIENT + "/libtorch.so")))
        .startsWith("A part of RadCAM is missing (UnsatisfiedLinkError). Install the plugin");
    assertLogged("java.lang.UnsatisfiedLinkError at ");
  }

  @Test
  void aFaultOfOursIsOwnedAndItsPlaceLoggedWithoutItsMessage() throws Exception {
    assertThat(said(() -> new IllegalStateException("at " + PATIENT)))
        .contains("RadCAM failed (IllegalStateException)")
        .doesNotContain(PATIENT);
    assertLogged("FailuresTest");
  }

  @Test
  void aFaultOfAnotherClassLoadersErrorIsNoExceptionInTheViewer() throws Exception {
    assertThat(said(() -> new AssertionError(PATIENT))).contains("(AssertionError)");
    assertLogged("java.lang.AssertionError");
  }

  @Test
  void aSeriesThatWasClosedMeanwhileIsSaidToBeClosed() throws Exception {
    assertThat(
            said(
                () -> {
                  series.close();
                  return new NullPointerException();
                }))
        .isEqualTo("A series was closed before it was read. Open it again, and choose it.");
    assertLogged("java.lang.NullPointerException");
  }

  @Test
  void weightsThatAreNotThoseOfTheCardAreRefused() throws Exception {
    Files.write(folder.resolve("weights.safetensors"), new byte[100]);
    try (ClassificationQueue queue =
        new ClassificationQueue((asked, progress) -> SlowBuilder.xray(asked))) {
      Heard heard = new Heard();
      queue.submit(request, heard);
      assertThat(heard.end()).startsWith("failed: ").contains("weights.safetensors");
    }
    assertLogged("org.radcam.UserException");
  }
}
