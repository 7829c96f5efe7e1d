package org.radcam.network.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a safetensors file holds.
 *
 * @param metadata free text by key
 * @param tensors by name
 */
public record TensorFile(Map<String, String> metadata, Map<String, Tensor> tensors) {
  public TensorFile {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }
}
