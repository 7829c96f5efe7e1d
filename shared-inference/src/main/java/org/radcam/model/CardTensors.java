package org.radcam.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.radcam.image.Size;

/**
 * What goes into a model's networks and comes out, as the bioimage.io part of a card describes it:
 * every network's channels one after the other, then the clinical numbers; every network's logits.
 */
final class CardTensors {
  /** The element type of all tensors. */
  static final String TYPE = "float32";

  private CardTensors() {}

  /**
   * A tensor of batch, channel and perhaps space axes.
   *
   * @param id its name
   * @param description for people
   * @param channels names of its channels
   * @param space lengths of the space axes by their name: {@code y} and {@code x}, or {@code z},
   *     {@code y} and {@code x}; empty for numbers
   * @param test its test tensor, if there is one
   */
  record Tensor(
      String id,
      String description,
      List<String> channels,
      Map<String, Integer> space,
      Optional<PackageFile> test) {
    Tensor {
      channels = List.copyOf(channels);
      space = Collections.unmodifiableMap(new LinkedHashMap<>(space));
    }
  }

  /** None where there is no network. */
  static List<Tensor> inputs(ModelCard card) {
    if (!card.hasNetwork()) {
      return List.of();
    }
    Tensor images =
        new Tensor(
            "input",
            "Prepared as config.radcam.inputs says",
            imageChannels(card),
            space(card.inputSize()),
            card.test().map(ModelCard.TestCase::input));
    if (card.networkClinical().isEmpty()) {
      return List.of(images);
    }
    return List.of(
        images,
        new Tensor(
            "clinical",
            "Encoded as config.radcam.clinical says",
            clinicalChannels(card),
            Map.of(),
            card.test().flatMap(ModelCard.TestCase::clinical)));
  }

  /** None where there is no network. */
  static List<Tensor> outputs(ModelCard card) {
    if (!card.hasNetwork()) {
      return List.of();
    }
    return List.of(
        new Tensor(
            "logits",
            card.features().isPresent()
                ? "The network's own logits. RadCAM does not answer with them: config.radcam.features"
                    + " answers from the means of the network's last feature maps and other features"
                : "One logit a class, before temperature and " + card.activation().key(),
            card.logitNames(),
            Map.of(),
            card.test().map(ModelCard.TestCase::output)));
  }

  private static Map<String, Integer> space(Size size) {
    Map<String, Integer> space = new LinkedHashMap<>();
    if (size.slices() > 1) {
      space.put("z", size.slices());
    }
    space.put("y", size.rows());
    space.put("x", size.columns());
    return space;
  }

  private static List<String> imageChannels(ModelCard card) {
    List<String> names = new ArrayList<>();
    for (Stage stage : card.stages()) {
      List<String> roles =
          card.inputsOf(stage).stream().map(spec -> spec.role().toLowerCase(Locale.ROOT)).toList();
      int channels = stage.architecture().inputChannels();
      String prefix = stage.key().isEmpty() ? "" : stage.key() + "_";
      if (stage.combine() == Combine.CHANNELS && roles.size() > 1) {
        numbered(roles).forEach(role -> names.add(prefix + role));
      } else {
        String all = stage.combine() == Combine.MEAN ? "mean" : roles.get(0);
        numbered(Collections.nCopies(channels, all)).forEach(name -> names.add(prefix + name));
      }
    }
    return names;
  }

  private static List<String> clinicalChannels(ModelCard card) {
    return card.clinical().stream()
        .flatMap(input -> numbered(Collections.nCopies(input.width(), input.field())).stream())
        .toList();
  }

  /** A name that is there more than once gets its number behind it. */
  private static List<String> numbered(List<String> names) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    List<String> numbered = new ArrayList<>();
    for (String name : names) {
      int number = counts.merge(name, 1, Integer::sum);
      numbered.add(Collections.frequency(names, name) == 1 ? name : name + "_" + number);
    }
    return numbered;
  }
}
