package org.radcam.weasis.panel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
  /** Whatever stands in quotes and looks like a key. */
  private static final Pattern WORD = Pattern.compile("\"([a-z][a-z.-]*)\"");

  private static final Pattern ASKED = Pattern.compile("Messages\\.text\\(\\s*\"([^\"]+)\"");

  private static final Path SOURCES = Path.of("src/main/java/org/radcam/weasis/panel");

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private static Set<String> keys() throws IOException {
    Properties texts = new Properties();
    try (InputStream in =
        MessagesTest.class.getResourceAsStream("/org/radcam/weasis/panel/messages.properties")) {
      texts.load(in);
    }
    return new TreeSet<>(texts.stringPropertyNames());
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void everyTextThatIsAskedForIsThere() throws IOException {
    assertThat(keys()).containsAll(found(ASKED, sources()));
  }

  @Test
  void everyTextThatIsThereIsUsed() throws IOException {
    Set<String> unused = keys();
    unused.removeAll(found(WORD, sources()));
    assertThat(unused).isEmpty();
  }

  @Test
  void partsAreFilledIn() {
    assertThat(Messages.text("run.image", "CT of the tumour", "CT"))
        .isEqualTo("Choose a series for: CT of the tumour (CT).");
    assertThat(List.of(Messages.text("run"), Messages.text("cancel")))
        .containsExactly("Run", "Cancel");
  }
}
