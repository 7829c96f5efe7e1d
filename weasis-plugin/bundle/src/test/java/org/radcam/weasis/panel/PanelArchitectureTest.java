package org.radcam.weasis.panel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.radcam.weasis", importOptions = DoNotIncludeTests.class)
class PanelArchitectureTest {
  @ArchTest
  static final ArchRule whatIsDecidedKnowsNoSwing =
      noClasses()
          .that()
          .resideInAPackage("..panel.state..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.swing..", "..panel", "..panel.parts..");

  @ArchTest
  static final ArchRule partsKnowNothingOfThePanel =
      noClasses()
          .that()
          .resideInAPackage("..panel.parts..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..panel", "..panel.state..", "..run..", "..viewer..");

  @ArchTest
  static final ArchRule thePanelKnowsNoHost =
      noClasses()
          .that()
          .resideInAPackage("..panel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..host..", "org.weasis..", "org.dcm4che3..", "org.osgi..");
}
