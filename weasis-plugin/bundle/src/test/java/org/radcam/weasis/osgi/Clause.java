package org.radcam.weasis.osgi;

import java.util.Arrays;
import java.util.List;
import java.util.jar.Manifest;

/**
 * One clause of a manifest's header.
 *
 * @param name what it is about, such as a package
 * @param rest attributes and directives, as they stand
 */
record Clause(String name, String rest) {
  static List<Clause> all(Manifest manifest, String header) {
    String value = manifest.getMainAttributes().getValue(header);
    return value == null
        ? List.of()
        // A comma between clauses has an even number of quotes behind it.
        : Arrays.stream(value.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).map(Clause::of).toList();
  }

  private static Clause of(String text) {
    int end = text.indexOf(';');
    return end < 0
        ? new Clause(text.strip(), "")
        : new Clause(text.substring(0, end).strip(), text.substring(end));
  }

  boolean isInAny(List<String> packageNames) {
    return packageNames.stream().anyMatch(this::isIn);
  }

  boolean isIn(String packageName) {
    return name.equals(packageName) || name.startsWith(packageName + ".");
  }
}
