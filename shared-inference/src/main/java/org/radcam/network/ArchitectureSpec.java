package org.radcam.network;

/**
 * Which network to build.
 *
 * @param key the architecture's name, for example {@code resnet18}
 * @param inputChannels channels of the input
 * @param classes number of logits
 * @param width factor on the number of channels of every layer; 1 is the published network
 */
public record ArchitectureSpec(String key, int inputChannels, int classes, double width) {
  public ArchitectureSpec {
    if (inputChannels < 1 || classes < 2 || !(width > 0 && width <= 4)) {
      throw new IllegalArgumentException(
          "A network needs at least one input channel, two classes and a width between 0 and 4,"
              + " got "
              + inputChannels
              + ", "
              + classes
              + " and "
              + width);
    }
  }
}
