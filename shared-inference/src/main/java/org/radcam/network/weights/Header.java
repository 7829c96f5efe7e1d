package org.radcam.network.weights;

import java.util.List;
import java.util.Map;

/**
 * A checked safetensors header.
 *
 * @param entries in the order of their data, without holes
 * @param dataBytes length of the data section
 */
record Header(Map<String, String> metadata, List<TensorEntry> entries, long dataBytes) {}
