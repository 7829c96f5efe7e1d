package org.radcam.weasis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;

/**
 * Arrows go one way: host to panel to what is made of results (heat, keep) to run to what goes into
 * a run (region, propose) to viewer, which names no viewer; see docs/architecture.md.
 */
@AnalyzeClasses(
    packages = "org.radcam.weasis",
    importOptions = ImportOption.DoNotIncludeTests.class)
class PluginArchitectureTest {
  private static final String HOST = "org.radcam.weasis.host..";
  private static final String[] WEASIS = {
    "org.weasis..", "org.dcm4che3..", "bibliothek..", "org.osgi..", "org.joml.."
  };

  /** The test host and the signatures lie beside the plugin on the class path. */
  private static final DescribedPredicate<JavaClass> PLUGIN =
      DescribedPredicate.describe(
          "are the plugin's",
          type ->
              !type.getPackageName().startsWith("org.radcam.weasis.fakehost")
                  && !type.getPackageName().startsWith("org.radcam.weasis.hostapi"));

  @ArchTest
  static final ArchRule only_the_package_host_names_weasis =
      noClasses()
          .that(PLUGIN)
          .and()
          .resideOutsideOfPackage(HOST)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(WEASIS);

  @ArchTest
  static final ArchRule arrows_go_from_host_to_viewer =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.radcam.weasis..")
          .withOptionalLayers(true)
          .layer("host")
          .definedBy(HOST)
          .layer("panel")
          .definedBy("org.radcam.weasis.panel..")
          .layer("results")
          .definedBy("org.radcam.weasis.heat..", "org.radcam.weasis.keep..")
          .layer("run")
          .definedBy("org.radcam.weasis.run..")
          .layer("inputs")
          .definedBy("org.radcam.weasis.region..", "org.radcam.weasis.propose..")
          .layer("viewer")
          .definedBy("org.radcam.weasis.viewer..")
          .whereLayer("host")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("panel")
          .mayOnlyBeAccessedByLayers("host")
          .whereLayer("results")
          .mayOnlyBeAccessedByLayers("host", "panel")
          .whereLayer("run")
          .mayOnlyBeAccessedByLayers("host", "panel", "results")
          .whereLayer("viewer")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule packages_do_not_depend_on_each_other_in_circles =
      slices().matching("org.radcam.weasis.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule swing_is_for_what_is_on_the_screen =
      noClasses()
          .that(PLUGIN)
          .and()
          .resideOutsideOfPackages(HOST, "org.radcam.weasis.panel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.swing..", "java.awt.event..");

  @ArchTest
  static final ArchRule the_plugin_trains_nothing_and_knows_no_other_host =
      noClasses()
          .that(PLUGIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.radcam.zoo.train..",
              "org.radcam.zoo.phantom..",
              "org.radcam.fiji..",
              "org.radcam.bridge..",
              "ij..",
              "org.scijava..",
              "org.radcam.weasis.fakehost..");

  @ArchTest
  static final ArchRule nothing_that_ends_the_viewer_is_called =
      noClasses().that(PLUGIN).should().callMethod(System.class, "exit", int.class);
}
