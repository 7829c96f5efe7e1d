package org.radcam.network;

/** A kind of network that can be made from a few numbers. */
public interface Architecture {
  /** The name in model cards and commands, such as {@code resnet50}. */
  String key();

  /** The name for people. */
  String title();

  /** The publication. */
  String source();

  /** Makes the network, without weights: draw them or load them. */
  FeatureNetwork create(ArchitectureSpec spec);
}
