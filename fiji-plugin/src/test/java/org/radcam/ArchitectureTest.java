package org.radcam;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.engine.Engine;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** Arrows go one way: fiji-plugin to model-zoo to shared-inference; see docs/architecture.md. */
@AnalyzeClasses(
    packages = "org.radcam",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ArchitectureTest.DoNotIncludeTestJars.class
    })
class ArchitectureTest {
  /** Fixtures that another module's tests lend are a jar here. */
  static final class DoNotIncludeTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String[] HOSTS = {
    "ij..", "org.scijava..", "net.imagej..", "org.weasis..", "org.dcm4che..", "org.osgi.."
  };
  private static final String[] SCREEN = {"javax.swing..", "java.awt.event.."};
  private static final String[] OUTER = {
    "org.radcam.zoo..", "org.radcam.fiji..", "org.radcam.bridge.."
  };

  @ArchTest
  static final ArchRule the_library_knows_no_host_no_screen_and_no_module_above_it =
      noClasses()
          .that()
          .resideOutsideOfPackages(OUTER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(join(HOSTS, SCREEN, OUTER));

  @ArchTest
  static final ArchRule the_zoo_knows_no_host_and_no_screen =
      noClasses()
          .that()
          .resideInAPackage("org.radcam.zoo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              join(HOSTS, SCREEN, new String[] {"org.radcam.fiji..", "org.radcam.bridge.."}));

  @ArchTest
  static final ArchRule the_plugin_does_not_know_the_bridge_that_tests_it =
      noClasses()
          .that()
          .resideInAPackage("org.radcam.fiji..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.radcam.bridge..");

  @ArchTest
  static final ArchRule the_bridge_knows_nothing_of_radcam =
      noClasses()
          .that()
          .resideInAPackage("org.radcam.bridge..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are RadCAM's, outside the bridge",
                  type ->
                      type.getPackageName().startsWith("org.radcam")
                          && !type.getPackageName().startsWith("org.radcam.bridge")));

  @ArchTest
  static final ArchRule packages_do_not_depend_on_each_other_in_circles =
      slices()
          .matching("org.radcam.(**)")
          .should()
          .beFreeOfCycles()
          // What the bridge keeps internal reports to its public class Failures.
          .ignoreDependency(
              JavaClass.Predicates.resideInAPackage("org.radcam.bridge.internal"),
              DescribedPredicate.alwaysTrue());

  @ArchTest
  static final ArchRule only_the_door_to_the_engine_starts_it =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.radcam.engine..")
          .should()
          .callMethod(Engine.class, "getInstance")
          .orShould()
          .callMethod(Engine.class, "getEngine", String.class);

  @ArchTest
  static final ArchRule values_that_hosts_pass_in_are_free_of_the_engine =
      classes()
          .that()
          .resideInAnyPackage("org.radcam.image..", "org.radcam.task..", "org.radcam.io..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackage("ai.djl..");

  private static String[] join(String[]... parts) {
    return Arrays.stream(parts).flatMap(Arrays::stream).toArray(String[]::new);
  }
}
