package org.radcam.network;

import java.util.Objects;
import java.util.Set;
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
 * @param attention in every residual block
 * @param shortcut of the residual blocks
 * @param featureStep input pixels from one feature to the next: {@link #OWN_STEP} for the
 *     architecture's own, 32 for most; 16 or 8 let the last stages dilate their kernels instead of
 *     halving the image, with the same parameters
 * @param clinical number of clinical values that the last layer sees beside the image's features; 0
 *     for none
 */
public record ArchitectureSpec(
    String key,
    int inputChannels,
    int classes,
    double width,
    double dropout,
    Attention attention,
    Shortcut shortcut,
    int featureStep,
    int clinical) {
  /** Stands for the feature step that the architecture has by itself. */
  public static final int OWN_STEP = 0;

  /** Guards against absurd cards; the widest published ResNets have a width of 2. */
  private static final double MAX_WIDTH = 8;

  private static final int MAX_CHANNELS = 1 << 16;

  private static final Set<Integer> FEATURE_STEPS = Set.of(OWN_STEP, 8, 16, 32);

  public ArchitectureSpec {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(attention, "attention");
    Objects.requireNonNull(shortcut, "shortcut");
    check(inputChannels >= 1 && inputChannels <= MAX_CHANNELS, "input channels", inputChannels);
    check(classes >= 1 && classes <= MAX_CHANNELS, "classes", classes);
    check(width > 0 && width <= MAX_WIDTH, "width", width);
    check(dropout >= 0 && dropout < 1, "dropout", dropout);
    check(FEATURE_STEPS.contains(featureStep), "feature step", featureStep);
    check(clinical >= 0 && clinical <= MAX_CHANNELS, "clinical values", clinical);
  }

  /** The architecture as published: width 1, no dropout, no attention, images only. */
  public static ArchitectureSpec of(String key, int inputChannels, int classes) {
    return new ArchitectureSpec(
        key, inputChannels, classes, 1, 0, Attention.NONE, Shortcut.B, OWN_STEP, 0);
  }

  public ArchitectureSpec withClasses(int newClasses) {
    return new ArchitectureSpec(
        key, inputChannels, newClasses, width, dropout, attention, shortcut, featureStep, clinical);
  }

  public ArchitectureSpec withInputChannels(int newInputChannels) {
    return new ArchitectureSpec(
        key, newInputChannels, classes, width, dropout, attention, shortcut, featureStep, clinical);
  }

  public ArchitectureSpec withWidth(double newWidth) {
    return new ArchitectureSpec(
        key, inputChannels, classes, newWidth, dropout, attention, shortcut, featureStep, clinical);
  }

  public ArchitectureSpec withDropout(double newDropout) {
    return new ArchitectureSpec(
        key, inputChannels, classes, width, newDropout, attention, shortcut, featureStep, clinical);
  }

  public ArchitectureSpec withAttention(Attention newAttention) {
    return new ArchitectureSpec(
        key, inputChannels, classes, width, dropout, newAttention, shortcut, featureStep, clinical);
  }

  public ArchitectureSpec withShortcut(Shortcut newShortcut) {
    return new ArchitectureSpec(
        key, inputChannels, classes, width, dropout, attention, newShortcut, featureStep, clinical);
  }

  public ArchitectureSpec withFeatureStep(int newFeatureStep) {
    return new ArchitectureSpec(
        key, inputChannels, classes, width, dropout, attention, shortcut, newFeatureStep, clinical);
  }

  public ArchitectureSpec withClinical(int newClinical) {
    return new ArchitectureSpec(
        key, inputChannels, classes, width, dropout, attention, shortcut, featureStep, newClinical);
  }

  private static void check(boolean good, String what, Number value) {
    if (!good) {
      throw new UserException("A network cannot have " + what + " = " + value + ".");
    }
  }
}
