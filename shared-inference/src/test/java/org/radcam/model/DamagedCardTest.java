package org.radcam.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.radcam.UserException;

/** Whatever happens to a card, reading it gives a card or one sentence for the user. */
class DamagedCardTest {
  private static final String CARD =
      CardWriter.write(
          TestCards.definition()
              .weights(new PackageFile("weights.safetensors", "0".repeat(64)))
              .attachments(
                  List.of(
                      new PackageFile(PackageWriter.README, "0".repeat(64)),
                      new PackageFile(PackageWriter.PYTHON, "0".repeat(64))))
              .build());

  private static final String SIGNS = "-:{}[]&*!|>'\"%@`#,? 0a";

  @Property(tries = 400)
  void aDamagedLineIsReadOrRefusedInWords(@ForAll Random random) throws IOException {
    List<String> lines = new ArrayList<>(CARD.lines().toList());
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(6)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, line);
      case 2 -> lines.set(at, "  " + line);
      case 3 -> lines.set(at, line.replaceFirst(": .*", ":"));
      case 4 -> lines.set(at, line.replaceFirst(": .*", ": {a: [1, {b: 2}]}"));
      default -> {
        int where = random.nextInt(line.length());
        char what = SIGNS.charAt(random.nextInt(SIGNS.length()));
        lines.set(at, line.substring(0, where) + what + line.substring(where + 1));
      }
    }
    try {
      CardReader.read("rdf.yaml", new StringReader(String.join("\n", lines)));
    } catch (UserException e) {
      assertThat(e).hasMessageStartingWith("rdf.yaml");
      assertThat(e.getMessage().lines()).hasSizeLessThanOrEqualTo(6);
    }
  }
}
