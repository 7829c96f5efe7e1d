package org.radcam.weasis.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.radcam.weasis.Skipped;
import org.radcam.weasis.WeasisHome;

/** Against the bundles of an installed Weasis, where one is named; see {@link WeasisHome}. */
class InstalledWeasisIT {
  private static final String PACKAGE = "osgi.wiring.package";

  @TempDir Path scratch;

  @BeforeAll
  static void onlyWhereThereIsOne() {
    Skipped.unless(WeasisHome.named().isPresent(), WeasisHome.ABSENT);
  }

  @Test
  void thePluginIsWiredToTheViewersOwnBundles() throws Exception {
    try (Felix felix = Felix.start(scratch.resolve("storage"))) {
      Bundle engine = felix.install(Jars.engine());
      engine.start();
      Bundle plugin = felix.install(Jars.plugin());
      plugin.start();

      List<BundleWire> wires = plugin.adapt(BundleWiring.class).getRequiredWires(PACKAGE);
      assertThat(wires)
          .filteredOn(wire -> name(wire).startsWith("ai.djl"))
          .isNotEmpty()
          .allMatch(wire -> wire.getProvider().getBundle().equals(engine));
      assertThat(wires)
          .filteredOn(wire -> name(wire).matches("(org\\.weasis|org\\.dcm4che3|bibliothek)\\b.*"))
          .allSatisfy(
              wire ->
                  assertThat(wire.getProvider().getBundle().getBundleId())
                      .as(name(wire))
                      .isNotZero());
    }
  }

  private static String name(BundleWire wire) {
    return wire.getCapability().getAttributes().get(PACKAGE).toString();
  }
}
