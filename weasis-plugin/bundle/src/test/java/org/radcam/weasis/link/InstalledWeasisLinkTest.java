package org.radcam.weasis.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.weasis.Skipped;
import org.radcam.weasis.WeasisHome;

/** As {@link HostLinkTest}, against the class files of an installed Weasis, where one is named. */
class InstalledWeasisLinkTest {
  @Test
  void the_plugin_links_to_the_bundles_of_the_installed_weasis(@TempDir Path scratch)
      throws IOException {
    Optional<WeasisHome> weasis = WeasisHome.named();
    Skipped.unless(weasis.isPresent(), WeasisHome.ABSENT);
    JarApi installed = new JarApi("installed", weasis.orElseThrow().jars(scratch));

    assertThat(installed.names("org/weasis/dicom/viewer2d/EventManager")).isTrue();
    assertThat(LinkCheck.problems(HostVersions.plugin(), installed)).isEmpty();
  }
}
