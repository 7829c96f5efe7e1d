package org.radcam.model;

import java.util.List;
import java.util.Locale;
import org.radcam.config.YamlSection;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.Attention;
import org.radcam.network.Shortcut;
import org.radcam.task.CascadeStage;
import org.radcam.task.Task;

/** Reads what cards and training recipes say of networks in the same words. */
public final class NetworkSections {
  /** The word of {@link #combinesProbabilities}. */
  static final String PROBABILITIES = "probabilities";

  private NetworkSections() {}

  /** The stage of the task's cascade that {@code key} names. */
  public static CascadeStage stage(YamlSection yaml, Task task) {
    String key = yaml.text("key");
    return task.cascade().stream()
        .filter(stage -> stage.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                yaml.errorAt(
                    "key",
                    "task "
                        + task.key()
                        + " has no stage '"
                        + key
                        + "'; its stages are "
                        + task.cascade().stream().map(CascadeStage::key).toList()));
  }

  /**
   * Whether several networks, one for each image, answer together: {@code combine: probabilities}
   * at the top of a card or recipe.
   */
  public static boolean combinesProbabilities(YamlSection top) {
    return top.choiceOrFirst("combine", List.of("channels", "mean", PROBABILITIES))
        .equals(PROBABILITIES);
  }

  /** What happens to a case that lacks images; it is refused where nothing is said. */
  public static MissingImages missing(YamlSection top) {
    return MissingImages.valueOf(
        top.choiceOrFirst("missing", List.of("refuse", "rest")).toUpperCase(Locale.ROOT));
  }

  /** How several images become the network's input; as channels where nothing is said. */
  public static Combine combine(YamlSection yaml) {
    return Combine.valueOf(
        yaml.choiceOrFirst("combine", List.of("channels", "mean")).toUpperCase(Locale.ROOT));
  }

  /**
   * A network with the options that a section gives: {@code width}, {@code dropout}, {@code
   * attention}, {@code shortcut} and {@code featureStep}.
   *
   * @param published the architecture as published
   * @param clinical clinical numbers that the network takes
   * @throws org.radcam.UserException with the line, if the architecture cannot have such an option
   */
  public static ArchitectureSpec withOptions(
      YamlSection yaml, ArchitectureSpec published, int clinical) {
    double width = yaml.number("width", 1);
    double dropout = yaml.number("dropout", 0);
    String attention = yaml.choiceOrFirst("attention", Attention.keys());
    String shortcut = yaml.choiceOrFirst("shortcut", List.of("B", "A"));
    int featureStep = yaml.integer("featureStep", published.featureStep());
    return CardParts.at(
        yaml,
        () -> {
          ArchitectureSpec spec =
              published
                  .withWidth(width)
                  .withDropout(dropout)
                  .withAttention(Attention.of(attention).orElseThrow())
                  .withShortcut(Shortcut.valueOf(shortcut))
                  .withFeatureStep(featureStep)
                  .withClinical(clinical);
          Architectures.get(spec.key()).check(spec);
          return spec;
        });
  }
}
