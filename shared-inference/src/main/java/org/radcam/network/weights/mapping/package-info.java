/** Recognises the names that other people's weights files give to tensors, and makes them ours. */
package org.radcam.network.weights.mapping;
