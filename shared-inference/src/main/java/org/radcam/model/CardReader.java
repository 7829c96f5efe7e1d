package org.radcam.model;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.radcam.UserException;
import org.radcam.config.YamlSection;

/**
 * Reads a model's card, {@code rdf.yaml}: a bioimage.io model description 0.5 with our part under
 * {@code config.radcam}.
 *
 * <p>Refused, with the file and the line, is
 *
 * <ul>
 *   <li>an entry that neither the bioimage.io description nor our part has;
 *   <li>a missing or mistyped entry of those that we use;
 *   <li>another type than {@code model}, another format than 0.5;
 *   <li>a file without a SHA-256, or with a folder in its name;
 *   <li>weights that are neither safetensors nor TorchScript;
 *   <li>a description of inputs and outputs that is not that of our part (see {@link
 *       TensorsCheck});
 *   <li>whatever {@link RadcamPartReader} and {@link ModelCard} refuse.
 * </ul>
 */
public final class CardReader {
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
    List<PackageFile> attachments = new ArrayList<>();
    rdf.optionalSection("documentation")
        .flatMap(CardReader::optionalFile)
        .ifPresent(attachments::add);
    Optional<PackageFile> weights =
        rdf.optionalSection("weights").map(section -> weights(section, attachments));
    if (weights.isPresent() && !hasNetwork(radcam)) {
      throw rdf.errorAt("weights", "these are a network's, but config.radcam describes none");
    }
    ModelCardBuilder card =
        RadcamPartReader.read(radcam)
            .id(checked(rdf, "id", ModelCard::checkId))
            .name(checked(rdf, "name", ModelCard::checkName))
            .version(checked(rdf, "version", ModelCard::checkVersion))
            .description(checked(rdf, "description", ModelCard::checkDescription))
            .credits(credits(rdf))
            .weights(weights.or(() -> secondLevel(radcam)).orElse(null))
            .test(testCase(rdf).orElse(null))
            .attachments(attachments);
    ModelCard read = CardParts.at(radcam, card::build);
    TensorsCheck.check(rdf, read);
    return read;
  }

  private static boolean hasNetwork(YamlSection radcam) {
    return radcam.has("architecture") || radcam.has("stages");
  }

  /** The file that stands for the weights where no network has any. */
  private static Optional<PackageFile> secondLevel(YamlSection radcam) {
    return hasNetwork(radcam)
        ? Optional.empty()
        : radcam
            .optionalSection("features")
            .flatMap(yaml -> yaml.optionalSection("model"))
            .map(CardParts::onlyFile);
  }

  private static String checked(YamlSection yaml, String key, Consumer<String> check) {
    String value = yaml.text(key);
    try {
      check.accept(value);
      return value;
    } catch (IllegalArgumentException e) {
      throw (UserException) yaml.errorAt(key, e.getMessage()).initCause(e);
    }
  }

  private static Credits credits(YamlSection rdf) {
    List<String> authors = rdf.sections("authors").stream().map(a -> a.text("name")).toList();
    List<Credits.Citation> citations = new ArrayList<>();
    for (YamlSection cite : rdf.sections("cite")) {
      cite.allowOnly("text", "doi", "url");
      String text = cite.text("text");
      Optional<String> doi = cite.optionalText("doi");
      Optional<String> url = cite.optionalText("url");
      citations.add(CardParts.at(cite, () -> new Credits.Citation(text, doi, url)));
    }
    String licence = rdf.optionalText("license").orElse(Credits.UNSPECIFIED);
    return CardParts.at(rdf, () -> new Credits(authors, licence, citations));
  }

  private static PackageFile weights(YamlSection weights, List<PackageFile> attachments) {
    weights.allowOnly("pytorch_state_dict", "torchscript");
    if (!weights.has("pytorch_state_dict")) {
      YamlSection program = weights.section("torchscript");
      program.allowOnly("source", "sha256", "authors", "parent", "comment", "pytorch_version");
      return CardParts.file(program);
    }
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
    PackageFile file = CardParts.file(entry);
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
    YamlSection radcam = rdf.section("config").section("radcam");
    if (!hasNetwork(radcam)) {
      return Optional.empty();
    }
    boolean clinical = !radcam.has("features") && !radcam.sections("clinical").isEmpty();
    List<Optional<PackageFile>> inputs = testTensors(rdf, "inputs", clinical ? 2 : 1);
    Optional<PackageFile> output = testTensors(rdf, "outputs", 1).get(0);
    if (inputs.stream().anyMatch(input -> input.isPresent() != output.isPresent())) {
      throw rdf.errorAt(
          "inputs", "a test case needs a test_tensor of every input and of the output");
    }
    return inputs
        .get(0)
        .map(
            file ->
                new ModelCard.TestCase(
                    file, clinical ? inputs.get(1) : Optional.empty(), output.get()));
  }

  private static List<Optional<PackageFile>> testTensors(YamlSection rdf, String key, int count) {
    List<YamlSection> tensors = rdf.sections(key);
    if (tensors.size() != count) {
      throw rdf.errorAt(
          key, "this model has " + count + " tensors as " + key + ", not " + tensors.size());
    }
    return tensors.stream()
        .map(tensor -> tensor.optionalSection("test_tensor").map(CardParts::onlyFile))
        .toList();
  }

  /** A file that RadCAM itself does not use: it may come without a digest, or from the web. */
  private static Optional<PackageFile> optionalFile(YamlSection yaml) {
    return yaml.has("sha256") ? Optional.of(CardParts.file(yaml)) : Optional.empty();
  }
}
