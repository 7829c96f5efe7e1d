package org.radcam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.Device;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;

class TorchEngineTest {
  @Test
  void theCpuIsNamedWithItsThreadsAndTheEnginesVersion() {
    ComputeDevice device = TorchEngine.device(DeviceChoice.CPU);
    assertThat(device.device()).isEqualTo(Device.cpu());
    assertThat(device.description())
        .matches("CPU \\(\\d+ threads?\\), PyTorch 2\\.7\\.1")
        .endsWith(TorchEngine.version());
  }

  @Test
  void autoTakesCudaIfThereIsOneElseTheCpu() {
    boolean gpu = TorchEngine.get().getGpuCount() > 0;
    assertThat(TorchEngine.device(DeviceChoice.AUTO).device())
        .isEqualTo(gpu ? Device.gpu(0) : Device.cpu());
  }

  @Test
  void cudaWhereThereIsNoneIsRefusedNotReplaced() {
    assumeThat(TorchEngine.get().getGpuCount())
        .as("this computer has a CUDA device, so that its absence cannot be tried")
        .isZero();
    assertThatThrownBy(() -> TorchEngine.device(DeviceChoice.cuda(0)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("cuda:0")
        .hasMessageContaining("choose auto or cpu");
  }

  @Test
  void theEngineStartsOnAThreadWithoutTheRightClassLoader(@TempDir Path cache) throws Exception {
    assertThat(start(cache, jar -> true, "foreign-loader")).contains("started PyTorch");
  }

  @Test
  void missingNativeLibrariesAreOneMessageTheSameAtEveryCall(@TempDir Path cache) throws Exception {
    String said = start(cache, jar -> !jar.contains("pytorch-native"), "own-loader");
    assertThat(said.lines().filter(line -> line.startsWith("user: ")))
        .hasSize(2)
        .allSatisfy(
            line -> assertThat(line).contains("is not installed, and RadCAM downloads nothing"));
    assertThat(said).doesNotContain("\tat ");
  }

  @Test
  void aCacheFolderThatCannotBeWrittenIsNamed(@TempDir Path folder) throws Exception {
    Path file = java.nio.file.Files.writeString(folder.resolve("file"), "not a folder");
    assertThat(start(file, jar -> true, "own-loader"))
        .contains("user: PyTorch could not be started")
        .contains(file.resolve("pytorch").toString())
        .contains("DJL_CACHE_DIR");
  }

  /** Starts the engine in another JVM, because in this one it has been started. */
  private static String start(Path cache, Predicate<String> jars, String loader) throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jars)
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-DDJL_CACHE_DIR=" + cache,
                "-cp",
                classPath,
                EngineStarter.class.getName(),
                loader)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return said;
  }
}
