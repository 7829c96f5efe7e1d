package org.radcam.weasis.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.weasis.Skipped;

/**
 * What is kept of the lists of signatures is what concerns the signatures in host-api. After a
 * change there, with the lists at hand, it is made anew by
 *
 * <pre>{@code
 * mvn -pl weasis-plugin/bundle -am test -Dtest=ExcerptTest -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dradcam.keep-signatures=true
 * }</pre>
 */
class ExcerptTest {

  @ParameterizedTest
  @MethodSource("org.radcam.weasis.link.HostVersions#all")
  void what_is_kept_is_what_concerns_the_signatures(String version) {
    Optional<Path> list = HostVersions.whole(version);
    String reason =
        "Skipped: the list shared/weasis-api/" + version + ".txt is not on this machine";
    Skipped.unless(list.isPresent(), reason);
    List<String> excerpt = HostVersions.excerpt(version, list.orElseThrow());
    if (Boolean.getBoolean("radcam.keep-signatures")) {
      HostVersions.keep(version, excerpt);
    } else {
      assertThat(HostVersions.keptLines(version))
          .as("see the comment of this test for how to make it anew")
          .isEqualTo(excerpt);
    }
  }
}
