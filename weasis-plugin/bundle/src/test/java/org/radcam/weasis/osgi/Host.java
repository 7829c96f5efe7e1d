package org.radcam.weasis.osgi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Constants;
import org.radcam.weasis.WeasisHome;

/**
 * What the framework has of the viewer: an installed Weasis where one is named, else the tests' own
 * host on the class path, whose packages have no version, as most of the viewer's have none.
 *
 * @param packages that the framework itself exports
 * @param bundles to be installed, Declarative Services among them
 */
record Host(String packages, List<Path> bundles) {
  /** Whose packages the viewer provides. */
  static final List<String> PACKAGES =
      List.of("org.weasis", "org.dcm4che3", "bibliothek", "org.joml", "org.slf4j");

  /**
   * The one to test against.
   *
   * @param scratch for what has to be unpacked
   */
  static Host find(Path scratch) throws IOException {
    Optional<WeasisHome> weasis = WeasisHome.named();
    if (weasis.isPresent()) {
      Path unpacked = Files.createTempDirectory(scratch, "weasis");
      return new Host(weasis.get().systemPackages(), weasis.get().jars(unpacked));
    }
    return new Host(String.join(",", imported()), Jars.framework());
  }

  private static Set<String> imported() throws IOException {
    Set<String> packages = new TreeSet<>();
    for (Path jar : List.of(Jars.plugin(), Jars.engine())) {
      for (Clause each : Clause.all(Jars.manifest(jar), Constants.IMPORT_PACKAGE)) {
        if (each.isInAny(PACKAGES)) {
          packages.add(each.name());
        }
      }
    }
    return packages;
  }
}
