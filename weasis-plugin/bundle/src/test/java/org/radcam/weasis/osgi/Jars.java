package org.radcam.weasis.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The built jars, as the build names them to the tests, and jars that tests make. */
final class Jars {
  private Jars() {}

  /** The plugin. */
  static Path plugin() {
    return named("radcam.bundle");
  }

  /** DJL and PyTorch. */
  static Path engine() {
    return named("radcam.engine");
  }

  /** What the viewer's framework has beside: Declarative Services. */
  static List<Path> framework() throws IOException {
    try (Stream<Path> files = Files.list(named("radcam.framework"))) {
      return files.sorted().toList();
    }
  }

  private static Path named(String property) {
    Path path = Path.of(System.getProperty(property)).normalize();
    if (!Files.exists(path)) {
      throw new IllegalStateException(path + " is not built: run mvn verify with -am");
    }
    return path;
  }

  static Manifest manifest(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest();
    }
  }

  /**
   * A fragment that brings a package of the tests into the plugin.
   *
   * @param one any class of the package
   */
  static Path fragment(Class<?> one, Path folder) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "org.radcam.weasis.test");
    main.putValue("Bundle-Version", "1.0.0");
    main.putValue("Fragment-Host", "org.radcam.weasis");
    Path jar = folder.resolve("fragment.jar");
    Path classes = Path.of(one.getResource(one.getSimpleName() + ".class").getPath()).getParent();
    String inJar = one.getPackageName().replace('.', '/') + "/";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        Stream<Path> files = Files.list(classes)) {
      for (Path file : files.sorted().toList()) {
        out.putNextEntry(new ZipEntry(inJar + file.getFileName()));
        Files.copy(file, out);
      }
    }
    return jar;
  }

  /** A copy of a jar without one entry. */
  static Path without(String entry, Path jar, Path copy) throws IOException {
    try (JarFile from = new JarFile(jar.toFile());
        JarOutputStream to = new JarOutputStream(Files.newOutputStream(copy), from.getManifest())) {
      for (ZipEntry each : from.stream().toList()) {
        if (!each.getName().equals(entry) && !each.getName().equals(JarFile.MANIFEST_NAME)) {
          to.putNextEntry(new ZipEntry(each.getName()));
          try (InputStream content = from.getInputStream(each)) {
            content.transferTo(to);
          }
        }
      }
    }
    return copy;
  }
}
