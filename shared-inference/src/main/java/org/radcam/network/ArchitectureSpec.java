package org.radcam.network;

import java.util.Objects;
import org.radcam.UserException;

/**
 * What it takes to make a network, weights aside.
 *
 * @param key the architecture, such as {@code resnet50}; {@link Architectures} lists them
 * @param inputChannels channels of the input, at least 1
 * @param classes number of logits, at least 1
 * @param width factor on the number of channels throughout: 1 as published, less for a compact
 *     network (0.25 makes the first convolution of a ResNet 16 wide)
 * @param dropout probability, in [0, 1), that an activation is dropped before the last layer while
 *     training; 0 for none
 */
public record ArchitectureSpec(
    String key, int inputChannels, int classes, double width, double dropout) {
  /** Guards against absurd cards; the widest published ResNets have a width of 2. */
  private static final double MAX_WIDTH = 8;

  private static final int MAX_CHANNELS = 1 << 16;

  public ArchitectureSpec {
    Objects.requireNonNull(key, "key");
    check(inputChannels >= 1 && inputChannels <= MAX_CHANNELS, "input channels", inputChannels);
    check(classes >= 1 && classes <= MAX_CHANNELS, "classes", classes);
    check(width > 0 && width <= MAX_WIDTH, "width", width);
    check(dropout >= 0 && dropout < 1, "dropout", dropout);
  }

  /** The architecture as published: width 1, no dropout. */
  public static ArchitectureSpec of(String key, int inputChannels, int classes) {
    return new ArchitectureSpec(key, inputChannels, classes, 1, 0);
  }

  public ArchitectureSpec withWidth(double newWidth) {
    return new ArchitectureSpec(key, inputChannels, classes, newWidth, dropout);
  }

  public ArchitectureSpec withDropout(double newDropout) {
    return new ArchitectureSpec(key, inputChannels, classes, width, newDropout);
  }

  private static void check(boolean good, String what, Number value) {
    if (!good) {
      throw new UserException("A network cannot have " + what + " = " + value + ".");
    }
  }
}
