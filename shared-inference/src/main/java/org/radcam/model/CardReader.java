package org.radcam.model;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.radcam.UserException;
import org.radcam.config.YamlSection;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.prepare.PreparationReader;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

/**
 * Reads a model's card, {@code rdf.yaml}: a bioimage.io model description 0.5 with our part under
 * {@code config.radcam}.
 *
 * <p>Refused, with the file and the line, is
 *
 * <ul>
 *   <li>an entry that neither the bioimage.io description nor our part has;
 *   <li>a missing or mistyped entry of those that we use;
 *   <li>another type than {@code model}, another format than 0.5, another {@code radcam} format
 *       than {@value #FORMAT};
 *   <li>a class whose code is not that of the task;
 *   <li>a file without a SHA-256, or with a folder in its name;
 *   <li>whatever {@link ModelCard} refuses.
 * </ul>
 */
public final class CardReader {
  /** Version of our part. A later one may mean something else by the same words. */
  static final int FORMAT = 1;

  /** Entries of a bioimage.io model description 0.5 (bioimageio.spec 0.5.14, ModelDescr). */
  private static final String[] BIOIMAGEIO =
      ("type format_version id name description version version_comment authors maintainers"
              + " packaged_by uploader license cite documentation covers icon id_emoji attachments"
              + " git_repo links tags timestamp parent training_data run_mode inputs outputs weights"
              + " config")
          .split(" ");

  private CardReader() {}

  /**
   * Reads a card.
   *
   * @param file its name for messages
   * @throws UserException saying what is wrong in which line
   */
  public static ModelCard read(String file, Reader reader) throws IOException {
    YamlSection rdf = YamlSection.read(file, reader);
    rdf.allowOnly(BIOIMAGEIO);
    rdf.choice("type", List.of("model"));
    if (!rdf.text("format_version").matches("0\\.5\\.\\d+")) {
      throw rdf.errorAt(
          "format_version",
          "RadCAM reads model descriptions of format 0.5, not " + rdf.text("format_version"));
    }
    YamlSection radcam = rdf.section("config").section("radcam");
    radcam.allowOnly(
        "format",
        "task",
        "standing",
        "architecture",
        "inputs",
        "classes",
        "activation",
        "temperature",
        "domain",
        "intendedUse",
        "limits",
        "performance",
        "trainingData",
        "obtainingWeights");
    if (radcam.integer("format") != FORMAT) {
      throw radcam.errorAt(
          "format",
          "this RadCAM reads format "
              + FORMAT
              + ", not "
              + radcam.integer("format")
              + "; update it");
    }
    Task task = task(radcam);
    List<String> classes = classes(radcam, task);
    List<PackageFile> attachments = new ArrayList<>();
    rdf.optionalSection("documentation")
        .flatMap(CardReader::optionalFile)
        .ifPresent(attachments::add);
    Optional<PackageFile> weights =
        rdf.optionalSection("weights").map(section -> weights(section, attachments));
    ModelCardBuilder card =
        new ModelCardBuilder()
            .id(rdf.text("id"))
            .name(rdf.text("name"))
            .version(rdf.text("version"))
            .description(rdf.text("description"))
            .credits(credits(rdf))
            .task(task)
            .architecture(architecture(radcam.section("architecture"), classes.size()))
            .inputs(radcam.sections("inputs").stream().map(CardReader::input).toList())
            .classes(classes)
            .activation(
                Activation.valueOf(
                    radcam
                        .choice("activation", List.of("softmax", "sigmoid"))
                        .toUpperCase(Locale.ROOT)))
            .temperature(radcam.number("temperature"))
            .weights(weights.orElse(null))
            .domain(radcam.optionalSection("domain").map(CardReader::onlyFile).orElse(null))
            .test(testCase(rdf).orElse(null))
            .attachments(attachments)
            .standing(
                Standing.valueOf(
                    radcam
                        .choice("standing", List.of("demo", "research"))
                        .toUpperCase(Locale.ROOT)))
            .intendedUse(radcam.text("intendedUse"))
            .limits(radcam.texts("limits"))
            .performance(radcam.sections("performance").stream().map(CardReader::figure).toList())
            .trainingData(radcam.optionalText("trainingData").orElse(""))
            .obtainingWeights(radcam.optionalText("obtainingWeights").orElse(""));
    return at(radcam, card::build);
  }

  private static Task task(YamlSection radcam) {
    String key = radcam.text("task");
    return at(radcam, () -> Tasks.get(key));
  }

  private static Credits credits(YamlSection rdf) {
    List<String> authors = rdf.sections("authors").stream().map(a -> a.text("name")).toList();
    List<Credits.Citation> citations = new ArrayList<>();
    for (YamlSection cite : rdf.sections("cite")) {
      cite.allowOnly("text", "doi", "url");
      String text = cite.text("text");
      Optional<String> doi = cite.optionalText("doi");
      Optional<String> url = cite.optionalText("url");
      citations.add(at(cite, () -> new Credits.Citation(text, doi, url)));
    }
    String licence = rdf.optionalText("license").orElse(Credits.UNSPECIFIED);
    return at(rdf, () -> new Credits(authors, licence, citations));
  }

  private static List<String> classes(YamlSection radcam, Task task) {
    List<String> keys = new ArrayList<>();
    for (YamlSection yaml : radcam.sections("classes")) {
      yaml.allowOnly("key", "code");
      String key = yaml.text("key");
      Optional<ClassLabel.Code> expected = task.classOf(key).flatMap(ClassLabel::code);
      yaml.optionalSection("code").ifPresent(code -> checkCode(code, key, expected));
      keys.add(key);
    }
    return keys;
  }

  private static void checkCode(YamlSection yaml, String key, Optional<ClassLabel.Code> expected) {
    yaml.allowOnly("scheme", "value", "meaning");
    ClassLabel.Code code =
        new ClassLabel.Code(yaml.text("scheme"), yaml.text("value"), yaml.text("meaning"));
    if (!Optional.of(code).equals(expected)) {
      throw yaml.error(
          "the code of class '"
              + key
              + "' is "
              + code.scheme()
              + " "
              + code.value()
              + " ("
              + code.meaning()
              + "), but the task says "
              + expected
                  .map(c -> c.scheme() + " " + c.value() + " (" + c.meaning() + ")")
                  .orElse("none"));
    }
  }

  private static ArchitectureSpec architecture(YamlSection yaml, int classes) {
    yaml.allowOnly("key", "inputChannels", "width", "dropout");
    String key = yaml.text("key");
    int channels = yaml.integer("inputChannels");
    double width = yaml.number("width", 1);
    double dropout = yaml.number("dropout", 0);
    return at(
        yaml,
        () -> {
          Architectures.get(key);
          return new ArchitectureSpec(key, channels, classes, width, dropout);
        });
  }

  private static InputSpec input(YamlSection yaml) {
    yaml.allowOnly("role", "preparation");
    return new InputSpec(yaml.text("role"), PreparationReader.read(yaml, "preparation"));
  }

  private static Performance figure(YamlSection yaml) {
    yaml.allowOnly("metric", "value", "low", "high", "method", "data");
    String metric = yaml.text("metric");
    double value = yaml.number("value");
    double low = yaml.number("low");
    double high = yaml.number("high");
    String method = yaml.text("method");
    String data = yaml.text("data");
    return at(yaml, () -> new Performance(metric, value, low, high, method, data));
  }

  private static PackageFile weights(YamlSection weights, List<PackageFile> attachments) {
    weights.allowOnly("pytorch_state_dict");
    YamlSection entry = weights.section("pytorch_state_dict");
    entry.allowOnly(
        "source",
        "sha256",
        "authors",
        "parent",
        "comment",
        "architecture",
        "pytorch_version",
        "dependencies",
        "strict");
    entry
        .optionalSection("architecture")
        .filter(architecture -> architecture.has("source"))
        .flatMap(CardReader::optionalFile)
        .ifPresent(attachments::add);
    PackageFile file = file(entry);
    if (!file.name().endsWith(".safetensors")) {
      throw entry.errorAt(
          "source",
          "RadCAM loads weights from .safetensors files, not from "
              + file.name()
              + "; import it with './radcam zoo import'");
    }
    return file;
  }

  private static Optional<ModelCard.TestCase> testCase(YamlSection rdf) {
    Optional<PackageFile> input = testTensor(rdf, "inputs");
    Optional<PackageFile> output = testTensor(rdf, "outputs");
    if (input.isPresent() != output.isPresent()) {
      throw rdf.errorAt("inputs", "a test case needs a test_tensor of the input and of the output");
    }
    return input.map(file -> new ModelCard.TestCase(file, output.get()));
  }

  private static Optional<PackageFile> testTensor(YamlSection rdf, String key) {
    List<YamlSection> tensors = rdf.sections(key);
    if (tensors.size() != 1) {
      throw rdf.errorAt(
          key, "RadCAM's networks have one tensor of " + key + ", not " + tensors.size());
    }
    return tensors.get(0).optionalSection("test_tensor").map(CardReader::onlyFile);
  }

  private static PackageFile onlyFile(YamlSection yaml) {
    yaml.allowOnly("source", "sha256");
    return file(yaml);
  }

  private static PackageFile file(YamlSection yaml) {
    String name = yaml.text("source");
    String sha256 = yaml.text("sha256");
    return at(yaml, () -> new PackageFile(name, sha256));
  }

  /** A file that RadCAM itself does not use: it may come without a digest, or from the web. */
  private static Optional<PackageFile> optionalFile(YamlSection yaml) {
    return yaml.has("sha256") ? Optional.of(file(yaml)) : Optional.empty();
  }

  /** Adds the place to what is wrong with values that were read from a section. */
  private static <T> T at(YamlSection section, Supplier<T> body) {
    try {
      return body.get();
    } catch (UserException | IllegalArgumentException e) {
      throw (UserException) section.error(e.getMessage()).initCause(e);
    }
  }
}
