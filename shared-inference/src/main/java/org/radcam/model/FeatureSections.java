package org.radcam.model;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.radcam.config.YamlSection;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.PreparationReader;
import org.radcam.radiomics.FeatureFamily;
import org.radcam.task.ImageRole;
import org.radcam.task.Task;

/** Reads what cards and training recipes say of features in the same words. */
public final class FeatureSections {
  private FeatureSections() {}

  /** The second level of a card. */
  static FeatureModelSpec card(YamlSection yaml, Task task, List<String> classes) {
    yaml.allowOnly("model", "radiomics", "test");
    Optional<PackageFile> model = yaml.optionalSection("model").map(CardParts::onlyFile);
    List<RadiomicsSpec> radiomics = radiomics(yaml, task);
    Optional<FeatureModelSpec.Test> test =
        yaml.optionalSection("test")
            .map(
                files -> {
                  files.allowOnly("features", "probabilities");
                  return new FeatureModelSpec.Test(
                      CardParts.onlyFile(files.section("features")),
                      CardParts.onlyFile(files.section("probabilities")));
                });
    return CardParts.at(yaml, () -> new FeatureModelSpec(classes, model, radiomics, test));
  }

  /** The list {@code radiomics}. */
  public static List<RadiomicsSpec> radiomics(YamlSection yaml, Task task) {
    return yaml.sections("radiomics").stream().map(one -> one(one, task)).toList();
  }

  private static RadiomicsSpec one(YamlSection yaml, Task task) {
    yaml.allowOnly(
        "key",
        "role",
        "preparation",
        "dimensions",
        "discretisation",
        "ivh",
        "range",
        "outliers",
        "spacing",
        "interpolation",
        "round",
        "filters",
        "families");
    String role = yaml.text("role");
    if (task.roles().stream().noneMatch(known -> known.key().equals(role))) {
      throw yaml.errorAt(
          "role",
          "task "
              + task.key()
              + " has no image role '"
              + role
              + "'; its roles are "
              + task.roles().stream().map(ImageRole::key).toList());
    }
    Preparation preparation = PreparationReader.read(yaml, "preparation");
    List<String> filters = yaml.texts("filters");
    return CardParts.at(
        yaml,
        () -> {
          RadiomicsSpec spec =
              new RadiomicsSpec(
                  yaml.optionalText("key").orElse(""),
                  role,
                  preparation,
                  yaml.integer("dimensions"),
                  yaml.text("discretisation"),
                  yaml.optionalText("ivh"),
                  yaml.numbers("range"),
                  yaml.has("outliers")
                      ? OptionalDouble.of(yaml.number("outliers"))
                      : OptionalDouble.empty(),
                  yaml.numbers("spacing"),
                  yaml.choiceOrFirst("interpolation", List.of("linear", "cubic")).equals("cubic"),
                  yaml.flag("round"),
                  filters.isEmpty() ? List.of(RadiomicsSpec.UNFILTERED) : filters,
                  families(yaml));
          spec.check();
          return spec;
        });
  }

  private static Set<FeatureFamily> families(YamlSection yaml) {
    Set<FeatureFamily> families = EnumSet.noneOf(FeatureFamily.class);
    for (String word : yaml.texts("families")) {
      families.add(
          Arrays.stream(FeatureFamily.values())
              .filter(family -> RadiomicsSpec.word(family).equals(word))
              .findFirst()
              .orElseThrow(
                  () ->
                      yaml.errorAt(
                          "families",
                          "'"
                              + word
                              + "' is no family of features; there are "
                              + Arrays.stream(FeatureFamily.values())
                                  .map(RadiomicsSpec::word)
                                  .toList())));
    }
    return families.isEmpty() ? EnumSet.allOf(FeatureFamily.class) : families;
  }
}
