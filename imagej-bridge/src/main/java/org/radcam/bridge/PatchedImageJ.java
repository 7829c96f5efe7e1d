package org.radcam.bridge;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import net.imagej.patcher.LegacyEnvironment;

/**
 * Writes the classes of ImageJ that ij1-patcher changes into a jar, so that a program need not
 * patch them at every start, which takes two seconds. In front of ImageJ on the class path the jar
 * does what the agent does.
 *
 * <p>Argument: the jar. The patches are those of the agent's option {@code init}, in its version
 * for programs without a screen. ij1-patcher itself can write a jar, but not with all of these:
 * hence the reflection, for the one version that the build pins.
 */
public final class PatchedImageJ {
  private PatchedImageJ() {}

  public static void main(String[] args) throws ReflectiveOperationException, IOException {
    if (args.length != 1) {
      System.err.println("Usage: PatchedImageJ FILE.jar");
      System.exit(MacroRunner.USAGE);
    }
    write(Path.of(args[0]));
  }

  /** Writes the jar, or nothing. */
  static void write(Path jar) throws ReflectiveOperationException, IOException {
    ClassLoader loader = PatchedImageJ.class.getClassLoader();
    LegacyEnvironment environment = new LegacyEnvironment(loader, true);
    environment.disableInitializer();
    environment.noPluginClassLoader();
    environment.suppressIJ1ScriptDiscovery();
    Object injector = field(environment, "injector");
    Method inject =
        accessible(
            injector.getClass().getDeclaredMethod("inject", ClassLoader.class, boolean.class));
    Object hacker = inject.invoke(injector, loader, true);
    for (Object patch : (List<?>) field(injector, "after")) {
      accessible(patch.getClass().getDeclaredMethod("call", hacker.getClass()))
          .invoke(patch, hacker);
    }
    Path folder = jar.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // Within a folder of its own it gets the permissions of any new file; a temporary file would
    // stay
    // unreadable for others.
    Path own = Files.createTempDirectory(folder, "patched");
    Path written = own.resolve("patched.jar");
    try {
      accessible(hacker.getClass().getDeclaredMethod("writeJar", File.class))
          .invoke(hacker, written.toFile());
      Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
      Files.delete(own);
    }
  }

  private static Object field(Object owner, String name) throws ReflectiveOperationException {
    Field field = owner.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }

  private static Method accessible(Method method) {
    method.setAccessible(true);
    return method;
  }
}
