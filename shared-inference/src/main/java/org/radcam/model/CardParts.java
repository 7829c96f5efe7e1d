package org.radcam.model;

import java.util.function.Supplier;
import org.radcam.UserException;
import org.radcam.config.YamlSection;

/** What both parts of a card are read with. */
final class CardParts {
  private CardParts() {}

  /** Adds the place to what is wrong with values that were read from a section. */
  static <T> T at(YamlSection section, Supplier<T> body) {
    try {
      return body.get();
    } catch (UserException | IllegalArgumentException e) {
      throw (UserException) section.error(e.getMessage()).initCause(e);
    }
  }

  /** A section that is nothing but a file. */
  static PackageFile onlyFile(YamlSection yaml) {
    yaml.allowOnly("source", "sha256");
    return file(yaml);
  }

  /** The file that a section names, perhaps among other things. */
  static PackageFile file(YamlSection yaml) {
    String name = yaml.text("source");
    String sha256 = yaml.text("sha256");
    return at(yaml, () -> new PackageFile(name, sha256));
  }
}
