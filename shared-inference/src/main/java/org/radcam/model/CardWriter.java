package org.radcam.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.network.ArchitectureSpec;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes a card as {@link CardReader} reads it, and as the bioimage.io validator accepts it where
 * the package has weights. The same card gives the same text.
 *
 * <p>The network's input is described as it enters the network: float32, already prepared. How a
 * source image gets there is in {@code config.radcam.inputs}, since bioimage.io's preprocessing has
 * no words for most of it.
 */
public final class CardWriter {
  /** bioimageio.spec 0.5.14.3 validates cards of this format. */
  private static final String FORMAT_VERSION = "0.5.14";

  /** The PyTorch that RadCAM runs its networks on, through DJL. */
  private static final String PYTORCH = "2.7.1";

  private CardWriter() {}

  /** The card as YAML. */
  public static String write(ModelCard card) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(100);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setAllowUnicode(true);
    // The reader takes no aliases, and two empty lists may well be one object.
    options.setDereferenceAliases(true);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    return new Yaml(options).dump(rdf(card));
  }

  private static Map<String, Object> rdf(ModelCard card) {
    Map<String, Object> rdf = new LinkedHashMap<>();
    rdf.put("type", "model");
    rdf.put("format_version", FORMAT_VERSION);
    rdf.put("id", card.id());
    rdf.put("name", card.name());
    rdf.put("version", card.version());
    rdf.put("description", card.description());
    rdf.put(
        "authors",
        card.credits().authors().stream().map(name -> YamlValues.map("name", name)).toList());
    if (!card.credits().licence().equals(Credits.UNSPECIFIED)) {
      rdf.put("license", card.credits().licence());
    }
    rdf.put("cite", card.credits().citations().stream().map(CardWriter::citation).toList());
    rdf.put(
        "tags",
        card.hasNetwork()
            ? List.of("radiology", "classification", "grad-cam", card.task().key())
            : List.of("radiology", "classification", card.task().key()));
    attachment(card, PackageWriter.README)
        .ifPresent(file -> rdf.put("documentation", YamlValues.file(file)));
    rdf.put("inputs", CardTensors.inputs(card).stream().map(CardWriter::tensor).toList());
    rdf.put("outputs", CardTensors.outputs(card).stream().map(CardWriter::tensor).toList());
    if (card.hasNetwork()) {
      card.weights().ifPresent(file -> rdf.put("weights", weights(card, file)));
    }
    rdf.put("config", YamlValues.map("radcam", RadcamPartWriter.write(card)));
    return rdf;
  }

  private static Map<String, Object> citation(Credits.Citation citation) {
    Map<String, Object> yaml = YamlValues.map("text", citation.text());
    citation.doi().ifPresent(doi -> yaml.put("doi", doi));
    citation.url().ifPresent(url -> yaml.put("url", url));
    return yaml;
  }

  private static Map<String, Object> tensor(CardTensors.Tensor tensor) {
    Map<String, Object> yaml = YamlValues.map("id", tensor.id());
    yaml.put("description", tensor.description());
    Map<String, Object> channel = YamlValues.map("type", "channel");
    channel.put("channel_names", tensor.channels());
    List<Object> axes = new ArrayList<>(List.of(YamlValues.map("type", "batch"), channel));
    tensor.space().forEach((id, size) -> axes.add(space(id, size)));
    yaml.put("axes", axes);
    yaml.put("data", YamlValues.map("type", CardTensors.TYPE));
    tensor.test().ifPresent(file -> yaml.put("test_tensor", YamlValues.file(file)));
    return yaml;
  }

  private static Map<String, Object> space(String id, int size) {
    Map<String, Object> yaml = YamlValues.map("type", "space");
    yaml.put("id", id);
    yaml.put("size", size);
    return yaml;
  }

  private static Map<String, Object> weights(ModelCard card, PackageFile file) {
    Map<String, Object> yaml = YamlValues.file(file);
    if (card.isScript()) {
      yaml.put("pytorch_version", PYTORCH);
      return YamlValues.map("torchscript", yaml);
    }
    PackageFile definition =
        attachment(card, PackageWriter.PYTHON)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "A card with weights needs the network in Python: "
                            + PackageWriter.PYTHON));
    Map<String, Object> architecture = YamlValues.file(definition);
    if (card.stages().size() > 1) {
      architecture.put("callable", "cascade");
      architecture.put(
          "kwargs",
          YamlValues.map("stages", card.stages().stream().map(CardWriter::stageKwargs).toList()));
    } else {
      architecture.put("callable", "network");
      architecture.put("kwargs", kwargs(card.onlyStage().architecture()));
    }
    yaml.put("architecture", architecture);
    yaml.put("pytorch_version", PYTORCH);
    yaml.put("comment", "A state dict in safetensors form; it loads with safetensors.torch.");
    return YamlValues.map("pytorch_state_dict", yaml);
  }

  private static Map<String, Object> kwargs(ArchitectureSpec spec) {
    Map<String, Object> yaml = YamlValues.map("architecture", spec.key());
    yaml.put("input_channels", spec.inputChannels());
    yaml.put("classes", spec.classes());
    yaml.put("width", spec.width());
    RadcamPartWriter.putOptions(yaml, spec, "feature_step");
    if (spec.clinical() > 0) {
      yaml.put("clinical", spec.clinical());
    }
    return yaml;
  }

  private static Map<String, Object> stageKwargs(Stage stage) {
    Map<String, Object> yaml = YamlValues.map("key", stage.key());
    yaml.putAll(kwargs(stage.architecture()));
    return yaml;
  }

  private static Optional<PackageFile> attachment(ModelCard card, String name) {
    return card.attachments().stream().filter(file -> file.name().equals(name)).findFirst();
  }
}
