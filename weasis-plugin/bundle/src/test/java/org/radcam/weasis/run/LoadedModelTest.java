package org.radcam.weasis.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.classify.Classifier;
import org.radcam.classify.TinyModel;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.Stage;
import org.radcam.network.ArchitectureSpec;
import org.radcam.weasis.Skipped;

class LoadedModelTest {
  private static final Path STATUS = Path.of("/proc/self/status");

  /** Kilobytes. */
  private static final long MUCH = 150_000;

  @TempDir Path folder;
  private final LoadedModel loaded = new LoadedModel();

  @Test
  void theSameModelOnTheSameDeviceIsLoadedOnce() throws IOException {
    TinyModel model = TinyModel.in(folder, 1);
    Classifier first = loaded.classifier(model, DeviceChoice.CPU);
    assertThat(loaded.classifier(model, DeviceChoice.CPU)).isSameAs(first);
    assertThat(loaded.classifier(model, DeviceChoice.AUTO)).isNotSameAs(first);
    loaded.close();
    loaded.close();
    assertThat(loaded.isLoaded()).isFalse();
    assertThat(loaded.classifier(model, DeviceChoice.CPU)).isNotSameAs(first);
    loaded.close();
  }

  @Test
  void ofAModelThatCannotBeLoadedNothingIsKeptAndTheOneBeforeIsGone() throws IOException {
    loaded.classifier(TinyModel.in(folder, 1), DeviceChoice.CPU);
    Path broken = Files.createDirectory(folder.resolve("broken"));
    TinyModel other = TinyModel.in(broken, 2);
    Files.delete(broken.resolve("weights.safetensors"));
    assertThatThrownBy(() -> loaded.classifier(other, DeviceChoice.CPU))
        .isInstanceOf(UserException.class);
    assertThat(loaded.isLoaded()).isFalse();
  }

  /**
   * Weights of 45 MB, ten times: without freeing them it would grow by 450 MB in every round.
   * Java's heap grows and shrinks meanwhile, so that a single round may tell anything.
   */
  @Test
  void weightsThatAreNotNeededAnyMoreLeaveTheMemory() throws IOException {
    Skipped.unless(Files.exists(STATUS), "Skipped: the system does not tell the resident memory");
    TinyModel tiny = TinyModel.in(folder, 1);
    Stage wide = tiny.card().onlyStage().withArchitecture(ArchitectureSpec.of("resnet18", 1, 2));
    TinyModel model = TinyModel.of(tiny.withStage(wide).card(), folder, 1);
    loaded.classifier(model, DeviceChoice.CPU);
    loaded.close();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5 && least >= MUCH; round++) {
      long before = outsideTheHeap();
      for (int n = 0; n < 10; n++) {
        loaded.classifier(model, DeviceChoice.CPU);
        loaded.close();
      }
      least = Math.min(least, outsideTheHeap() - before);
    }
    assertThat(least).isLessThan(MUCH);
  }

  /**
   * Kilobytes; without what Java frees only when it collects garbage, the buffers of files read.
   */
  private static long outsideTheHeap() throws IOException {
    System.gc();
    long resident =
        Files.readAllLines(STATUS).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElseThrow();
    return resident - Runtime.getRuntime().totalMemory() / 1024;
  }
}
