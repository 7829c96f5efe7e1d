package org.radcam.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.radcam.UserException;
import org.radcam.config.YamlSection;

/** The tasks that RadCAM knows, read from their descriptions. */
public final class Tasks {
  private static final List<String> KEYS =
      List.of("chest-xray", "bone-matrix", "vertebral-fracture", "sinonasal", "brain-metastasis");

  private Tasks() {}

  public static List<String> keys() {
    return KEYS;
  }

  public static List<Task> all() {
    return KEYS.stream().map(Tasks::get).toList();
  }

  /** The task of that name; a {@link UserException} lists the names where there is none. */
  public static Task get(String key) {
    if (!KEYS.contains(key)) {
      throw new UserException(
          "There is no task '" + key + "'. The tasks are: " + String.join(", ", KEYS) + ".");
    }
    String file = key + ".yaml";
    try (InputStream in = Tasks.class.getResourceAsStream(file)) {
      return read(YamlSection.read(file, new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Task read(YamlSection yaml) {
    yaml.allowOnly(
        "key", "title", "question", "study", "classes", "roles", "roi", "clinical", "cascade");
    List<ClassLabel> classes = new ArrayList<>();
    for (YamlSection label : yaml.sections("classes")) {
      label.allowOnly("key", "title", "code");
      classes.add(
          new ClassLabel(
              label.text("key"),
              label.text("title"),
              label
                  .optionalSection("code")
                  .map(
                      code ->
                          new ClassLabel.Code(
                              code.text("scheme"), code.text("value"), code.text("meaning")))));
    }
    return new Task(
        yaml.text("key"),
        yaml.text("title"),
        yaml.text("question"),
        yaml.text("study"),
        classes,
        yaml.sections("roles").stream().map(Tasks::role).toList(),
        yaml.choice("roi", List.of("optional", "required")).equals("required")
            ? RoiPolicy.REQUIRED
            : RoiPolicy.OPTIONAL,
        yaml.sections("clinical").stream().map(Tasks::field).toList(),
        yaml.sections("cascade").stream().map(Tasks::stage).toList());
  }

  private static CascadeStage stage(YamlSection yaml) {
    yaml.allowOnly("key", "question", "branches");
    return new CascadeStage(
        yaml.text("key"),
        yaml.text("question"),
        yaml.sections("branches").stream().map(Tasks::branch).toList());
  }

  private static Branch branch(YamlSection yaml) {
    yaml.allowOnly("key", "title", "classes");
    return new Branch(yaml.text("key"), yaml.text("title"), yaml.texts("classes"));
  }

  private static ImageRole role(YamlSection yaml) {
    yaml.allowOnly(
        "key", "title", "modalities", "bodyParts", "views", "otherWords", "aspect", "recognise");
    return new ImageRole(
        yaml.text("key"),
        yaml.text("title"),
        yaml.texts("modalities"),
        yaml.texts("bodyParts"),
        yaml.texts("views"),
        yaml.texts("otherWords"),
        yaml.optionalSection("aspect")
            .map(range -> new ImageRole.AspectRange(range.number("low"), range.number("high"))),
        yaml.optionalText("recognise").map(Recognition::rules).orElse(List.of()));
  }

  private static ClinicalField field(YamlSection yaml) {
    yaml.allowOnly("key", "title", "unit", "low", "high", "choices", "dicomTag");
    List<String> choices = yaml.texts("choices");
    // A number without a range would accept anything.
    boolean number = choices.isEmpty();
    return new ClinicalField(
        yaml.text("key"),
        yaml.text("title"),
        yaml.optionalText("unit"),
        number ? yaml.number("low") : 0,
        number ? yaml.number("high") : 0,
        choices,
        yaml.optionalText("dicomTag"));
  }
}
