package org.radcam.weasis.link;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;

/** A version of the host as its own class files have it, for example those of an installed one. */
final class JarApi implements HostApi {
  private final String version;
  private final Map<String, HostClass> classes = new HashMap<>();

  /**
   * @param foldersOrJars of one version; jars in jars are not looked into
   */
  JarApi(String version, List<Path> foldersOrJars) {
    this.version = version;
    for (Path each : foldersOrJars) {
      for (ClassReader reader : ClassFiles.in(each)) {
        classes.putIfAbsent(reader.getClassName(), ClassShape.visible(reader));
      }
    }
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Optional<HostClass> find(String name) {
    return Optional.ofNullable(classes.get(name));
  }

  @Override
  public boolean names(String name) {
    return classes.containsKey(name);
  }
}
