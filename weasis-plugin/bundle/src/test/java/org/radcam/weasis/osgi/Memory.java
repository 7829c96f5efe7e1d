package org.radcam.weasis.osgi;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/** What is still held, of the JVM's memory and of PyTorch's. */
final class Memory {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Memory() {}

  /** Whether all class loaders are gone, after some garbage collections. */
  static boolean collected(List<WeakReference<ClassLoader>> loaders) throws InterruptedException {
    forgetTheLastRecord();
    Instant end = Instant.now().plus(PATIENCE);
    while (loaders.stream().anyMatch(loader -> loader.get() != null)) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      System.gc();
      Thread.sleep(20);
    }
    return true;
  }

  /**
   * The JDK remembers one record class, the last whose equals it linked (the cache of {@code
   * java.lang.runtime.ObjectMethods.OBJECT_EQ}): make it one of ours.
   */
  private static void forgetTheLastRecord() {
    record Last(Path any) {}

    if (!new Last(Path.of("a")).equals(new Last(Path.of("a")))) {
      throw new AssertionError();
    }
  }

  /** DJL's managers of native memory that nobody has closed. */
  static Set<?> openManagers(Bundle engine) throws ReflectiveOperationException {
    Class<?> type = engine.loadClass("ai.djl.pytorch.engine.PtNDManager");
    Method system = type.getDeclaredMethod("getSystemManager");
    system.setAccessible(true);
    Field resources = type.getSuperclass().getDeclaredField("resources");
    resources.setAccessible(true);
    return ((Map<?, ?>) resources.get(system.invoke(null))).keySet();
  }

  /** The whole process, PyTorch's memory included; empty where the system does not tell. */
  static OptionalLong residentMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return OptionalLong.empty();
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst();
    }
  }
}
