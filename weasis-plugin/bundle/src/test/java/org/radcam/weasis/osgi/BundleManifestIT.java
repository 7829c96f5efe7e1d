package org.radcam.weasis.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;

class BundleManifestIT {
  private static final List<String> FRAMEWORK = List.of("org.osgi.framework", "org.osgi.service");

  @Test
  void thePluginImportsOnlyTheEngineTheHostAndTheJdk() throws IOException {
    List<String> exports =
        Clause.all(Jars.manifest(Jars.engine()), Constants.EXPORT_PACKAGE).stream()
            .map(Clause::name)
            .toList();

    assertThat(imports())
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(
                        exports.contains(each.name())
                            || each.isInAny(Host.PACKAGES)
                            || each.isInAny(FRAMEWORK)
                            || isOfTheJdk(each))
                    .as(each.name())
                    .isTrue());
  }

  @Test
  void whatTheHostExportsIsImportedInAnyVersion() throws IOException {
    assertThat(imports())
        .filteredOn(each -> each.isInAny(Host.PACKAGES))
        .allSatisfy(each -> assertThat(each.rest()).as(each.name()).doesNotContain("version"));
  }

  @Test
  void theEngineIsImportedInTheMinorVersionThatWasTested() throws IOException {
    assertThat(imports())
        .filteredOn(each -> each.isIn("ai.djl"))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.rest()).contains("version=\"[0.35,0.36)\""));
  }

  @Test
  void theEngineImportsOnlyTheHostsLoggingAndTheJdk() throws IOException {
    assertThat(Clause.all(Jars.manifest(Jars.engine()), Constants.IMPORT_PACKAGE))
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.name().equals("org.slf4j") || isOfTheJdk(each))
                    .as(each.name())
                    .isTrue());
  }

  @Test
  void thePluginExportsNothing() throws IOException {
    assertThat(Clause.all(Jars.manifest(Jars.plugin()), Constants.EXPORT_PACKAGE)).isEmpty();
  }

  @Test
  void namesAndVersionsAreThoseThatTheViewerKeepsThemBy() throws IOException {
    assertThat(header(Constants.BUNDLE_SYMBOLICNAME)).isEqualTo("org.radcam.weasis");
    assertThat(Jars.plugin().getFileName().toString()).contains(header(Constants.BUNDLE_VERSION));
    assertThat(Jars.manifest(Jars.engine()).getMainAttributes().getValue("Bundle-SymbolicName"))
        .isEqualTo("org.radcam.weasis.engine");
  }

  @Test
  void nothingOfTheHostAndNothingThatTrainsIsInside() throws IOException {
    Map<String, Long> packages = new TreeMap<>();
    try (JarFile jar = new JarFile(Jars.plugin().toFile())) {
      jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
          .forEach(name -> packages.merge(name, 1L, Long::sum));
    }

    assertThat(packages)
        .containsKeys("org.radcam.classify", "org.radcam.zoo", "org.radcam.weasis.run");
    assertThat(packages.keySet())
        .allMatch(name -> name.equals("org.radcam") || name.startsWith("org.radcam."))
        .noneMatch(name -> name.startsWith("org.radcam.zoo."))
        .noneMatch(name -> name.contains("test") || name.contains("osgi"));
  }

  @Test
  void otherLibrariesAreInsideAsWholeJars() throws IOException {
    assertThat(Jars.manifest(Jars.plugin()).getMainAttributes().getValue("Bundle-ClassPath"))
        .isEqualTo(
            ".,lib/snakeyaml.jar,lib/hipparchus-core.jar,lib/commons-csv.jar,lib/commons-io.jar,"
                + "lib/commons-codec.jar,lib/gson.jar");
  }

  @Test
  void ofEachLibraryThatIsInsideTheNoticeHasTheLicence() throws IOException {
    for (Path path : List.of(Jars.engine(), Jars.plugin())) {
      try (JarFile jar = new JarFile(path.toFile())) {
        List<String> libraries =
            jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(".jar")).toList();
        List<String> lines = text(jar, "META-INF/THIRD-PARTY.txt").lines().toList();

        assertThat(libraries)
            .isNotEmpty()
            .allSatisfy(
                library ->
                    assertThat(lines)
                        .as(library)
                        .anyMatch(
                            line ->
                                line.matches(
                                    library + " .* \\d+\\.\\d.* (Apache-2\\.0|BSD-3-Clause).*")));
        assertThat(lines).noneMatch(line -> line.contains("${"));
        assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
      }
    }
  }

  @Test
  void theEngineHasTheLicencesOfPyTorchAndOfWhatItComputesWith() throws IOException {
    assertThat(Jars.manifest(Jars.engine()).getMainAttributes().getValue("Bundle-License"))
        .contains("Apache-2.0")
        .contains("BSD-3-Clause");
    try (JarFile jar = new JarFile(Jars.engine().toFile())) {
      assertThat(text(jar, "META-INF/licenses/PyTorch.txt")).contains("Copyright (c) 2016-");
      assertThat(text(jar, "META-INF/licenses/GPL-3.0.txt")).contains("GNU GENERAL PUBLIC LICENSE");
      assertThat(text(jar, "META-INF/licenses/GCC-exception-3.1.txt"))
          .contains("GCC RUNTIME LIBRARY EXCEPTION");
    }
  }

  private static String text(JarFile jar, String name) throws IOException {
    return new String(
        jar.getInputStream(jar.getJarEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }

  private static List<Clause> imports() throws IOException {
    return Clause.all(Jars.manifest(Jars.plugin()), Constants.IMPORT_PACKAGE);
  }

  private static String header(String name) throws IOException {
    return Jars.manifest(Jars.plugin()).getMainAttributes().getValue(name);
  }

  /** Whether one of the modules that the viewer's own Java has exports it. */
  private static boolean isOfTheJdk(Clause each) {
    return Stream.of("java.base", "java.desktop", "java.logging", "java.xml", "java.compiler")
        .flatMap(name -> ModuleLayer.boot().findModule(name).stream())
        .anyMatch(module -> module.isExported(each.name()));
  }
}
