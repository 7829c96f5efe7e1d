package org.radcam.weasis.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.weasis.Skipped;

/**
 * Every reference of the plugin's classes to Weasis, dcm4che and docking frames resolves, with its
 * exact descriptor, in each version; so do the signatures that the plugin is compiled against. What
 * is kept of the versions in this repository is always asked; the whole lists where they are.
 */
class HostLinkTest {
  private static final String VERSIONS = "org.radcam.weasis.link.HostVersions#all";

  @Test
  void there_is_something_to_link() {
    assertThat(HostVersions.plugin())
        .flatExtracting(ReferenceCollector::of)
        .filteredOn(reference -> ClassWorld.isHost(reference.owner()))
        .hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void the_plugin_links_to_what_is_kept_of_each_version(String version) {
    assertThat(LinkCheck.problems(HostVersions.plugin(), HostVersions.kept(version))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void the_plugin_links_to_the_whole_list_of_each_version(String version) {
    assertThat(LinkCheck.problems(HostVersions.plugin(), whole(version))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void the_signatures_are_those_that_are_kept_of_each_version(String version) {
    assertThat(StubCheck.problems(HostVersions.signatures(), HostVersions.kept(version))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void the_signatures_are_those_of_the_whole_list_of_each_version(String version) {
    assertThat(StubCheck.problems(HostVersions.signatures(), whole(version))).isEmpty();
  }

  private static SignatureList whole(String version) {
    Optional<Path> list = HostVersions.whole(version);
    String reason =
        "Skipped: the list shared/weasis-api/" + version + ".txt is not on this machine";
    Skipped.unless(list.isPresent(), reason);
    return SignatureListParser.read(version, list.orElseThrow());
  }
}
