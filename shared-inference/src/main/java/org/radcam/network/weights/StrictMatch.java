package org.radcam.network.weights;

import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares a file's tensors with a network's parameters. Refused are:
 *
 * <ul>
 *   <li>a parameter that the file lacks;
 *   <li>a tensor that the network lacks;
 *   <li>a tensor of another shape.
 * </ul>
 */
final class StrictMatch {
  private StrictMatch() {}

  static void check(String file, Map<String, Parameter> parameters, List<TensorEntry> entries) {
    Set<String> missing = new HashSet<>(parameters.keySet());
    List<String> extra = new ArrayList<>();
    List<String> misshapen = new ArrayList<>();
    for (TensorEntry entry : entries) {
      Parameter parameter = parameters.get(entry.name());
      if (parameter == null) {
        extra.add(Names.shown(entry.name()));
        continue;
      }
      missing.remove(entry.name());
      long[] needed = parameter.getShape().getShape();
      if (!Arrays.equals(needed, entry.shape())) {
        misshapen.add(entry.name() + " " + entry.shapeText() + " not " + Arrays.toString(needed));
      }
    }
    List<String> faults = new ArrayList<>();
    describe("missing", missing.stream().sorted().toList(), faults);
    describe("not of this network", extra.stream().sorted().toList(), faults);
    describe("of another shape", misshapen.stream().sorted().toList(), faults);
    if (!faults.isEmpty()) {
      throw new BadWeightsException(
          file, "they do not fit the network; " + String.join("; ", faults));
    }
  }

  private static void describe(String what, List<String> names, List<String> faults) {
    if (!names.isEmpty()) {
      faults.add(what + ": " + Names.listed(names));
    }
  }
}
