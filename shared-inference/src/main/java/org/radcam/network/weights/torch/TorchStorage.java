package org.radcam.network.weights.torch;

import java.util.Optional;
import org.radcam.network.weights.TensorType;

/**
 * A run of numbers that tensors are views of.
 *
 * @param key its name in the file
 * @param type of its numbers; empty for bare bytes, whose type the tensors say
 */
record TorchStorage(String key, Optional<TensorType> type) {}
