package org.radcam.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.config.YamlSection;

/**
 * Whether the bioimage.io part of a card says the same of the networks' inputs and outputs as our
 * part; other software goes by the former. Refused, with the line, is
 *
 * <ul>
 *   <li>another number of tensors;
 *   <li>axes other than batch, channel and then space (z for volumes only) y, x;
 *   <li>other names of channels, or in another order;
 *   <li>another length of a space axis than the preparation makes, or one that is left open;
 *   <li>another element type than float32.
 * </ul>
 */
final class TensorsCheck {
  private TensorsCheck() {}

  /**
   * Checks a card that has just been read.
   *
   * @throws UserException naming the first difference and its line
   */
  static void check(YamlSection rdf, ModelCard card) {
    check(rdf, "inputs", CardTensors.inputs(card));
    check(rdf, "outputs", CardTensors.outputs(card));
  }

  private static void check(YamlSection rdf, String key, List<CardTensors.Tensor> expected) {
    List<YamlSection> found = rdf.sections(key);
    if (found.size() != expected.size()) {
      throw rdf.errorAt(
          key,
          "config.radcam describes %d tensor(s) as %s, not %d"
              .formatted(expected.size(), key, found.size()));
    }
    for (int n = 0; n < found.size(); n++) {
      check(found.get(n), expected.get(n));
    }
  }

  private static void check(YamlSection tensor, CardTensors.Tensor expected) {
    List<YamlSection> axes = tensor.sections("axes");
    List<String> types = new ArrayList<>(List.of("batch", "channel"));
    expected.space().keySet().forEach(any -> types.add("space"));
    List<String> found = axes.stream().map(axis -> axis.text("type")).toList();
    if (!found.equals(types)) {
      throw tensor.errorAt("axes", "the axes must be " + types + ", not " + found);
    }
    List<String> channels = axes.get(1).texts("channel_names");
    if (!channels.equals(expected.channels())) {
      throw axes.get(1)
          .errorAt(
              "channel_names",
              "config.radcam makes the channels " + expected.channels() + ", not " + channels);
    }
    int n = 2;
    for (Map.Entry<String, Integer> space : expected.space().entrySet()) {
      checkSpace(axes.get(n++), space.getKey(), space.getValue());
    }
    Optional<YamlSection> data = tensor.optionalSection("data");
    data.ifPresent(yaml -> yaml.choice("type", List.of(CardTensors.TYPE)));
  }

  private static void checkSpace(YamlSection axis, String id, int size) {
    if (!axis.text("id").equals(id)) {
      throw axis.errorAt("id", "this axis must be " + id + ", not " + axis.text("id"));
    }
    if (axis.integer("size") != size) {
      throw axis.errorAt(
          "size",
          "the preparation makes "
              + size
              + " along "
              + id
              + ", but this says "
              + axis.integer("size"));
    }
  }
}
