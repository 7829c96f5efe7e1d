package org.radcam.weasis.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** The class files of a folder or jar. */
final class ClassFiles {
  private ClassFiles() {}

  /** Those that a class came with. */
  static List<ClassReader> beside(Class<?> type) {
    try {
      return in(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<ClassReader> in(Path folderOrJar) {
    try {
      if (Files.isDirectory(folderOrJar)) {
        return below(folderOrJar);
      }
      try (FileSystem jar = FileSystems.newFileSystem(folderOrJar)) {
        return below(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ClassReader> below(Path root) throws IOException {
    List<ClassReader> readers = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(ClassFiles::isClass).sorted().toList()) {
        readers.add(new ClassReader(Files.readAllBytes(file)));
      }
    }
    return readers;
  }

  private static boolean isClass(Path file) {
    String path = file.toString();
    return path.endsWith(".class") && !path.endsWith("-info.class") && !path.contains("META-INF");
  }
}
