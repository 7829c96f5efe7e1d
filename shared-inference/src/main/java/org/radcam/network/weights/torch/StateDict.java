package org.radcam.network.weights.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcam.network.weights.Names;
import org.radcam.network.weights.pickle.PickleDict;

/**
 * Named tensors.
 *
 * @param where the keys that lead to them, joined by dots; empty where the file holds nothing else
 * @param tensors by name, in the file's order
 * @param others what stands among them and is no tensor, by name
 */
record StateDict(String where, Map<String, TorchTensor> tensors, List<String> others) {
  static StateDict of(String where, PickleDict dict) {
    Map<String, TorchTensor> tensors = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    dict.entries()
        .forEach(
            (name, value) -> {
              if (value instanceof TorchTensor tensor) {
                tensors.put(name, tensor);
              } else if (!name.equals("_metadata")) {
                others.add(Names.shown(name));
              }
            });
    return new StateDict(where, tensors, others);
  }
}
