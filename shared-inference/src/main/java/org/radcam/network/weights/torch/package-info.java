/** Reads the tensors of files that PyTorch's {@code torch.save} wrote, without running them. */
package org.radcam.network.weights.torch;
