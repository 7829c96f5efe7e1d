package org.radcam.weasis.osgi;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;
import org.osgi.framework.Bundle;
import org.radcam.weasis.osgi.inside.ClassifyPhantom;

/** Reaches the classes of {@code inside} in the plugin: what comes back has another loader. */
final class Inside {
  private Inside() {}

  @SuppressWarnings("unchecked")
  static BiFunction<String, Path, Map<String, Double>> classifier(Bundle plugin) {
    return (BiFunction<String, Path, Map<String, Double>>) make(plugin, ClassifyPhantom.class);
  }

  private static Object make(Bundle plugin, Class<?> type) {
    try {
      return plugin.loadClass(type.getName()).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
