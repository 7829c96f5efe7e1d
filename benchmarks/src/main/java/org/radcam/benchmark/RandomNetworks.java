package org.radcam.benchmark;

import ai.djl.ndarray.NDManager;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.FeatureNetwork;

/** Networks with random weights: speed does not depend on what they know. */
final class RandomNetworks {
  private RandomNetworks() {}

  /** A network as a package would open it: for inference, batch normalisation folded. */
  static FeatureNetwork folded(ArchitectureSpec spec, NDManager manager) {
    FeatureNetwork network = Architectures.create(spec);
    network.draw(manager, 1);
    network.foldBatchNorms();
    return network;
  }
}
