package org.radcam.zoo.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.Attention;
import org.radcam.network.ScriptNetwork;
import org.radcam.network.Shortcut;
import org.radcam.zoo.WeightsSource;
import picocli.CommandLine.Option;

/**
 * Which network somebody's weights are for. What is not given is read off the file or published.
 */
final class NetworkOptions {
  private static final int COLOURS = 3;

  @Option(
      names = "--arch",
      paramLabel = "ARCH",
      description =
          "The network, such as resnet50, densenet121 or resnet3d18; torchscript for a program.")
  private String architecture;

  @Option(
      names = "--channels",
      paramLabel = "C",
      description = "Input channels (default: those of the file's first layer; 3 for torchscript).")
  private Integer channels;

  @Option(
      names = "--shortcut",
      description =
          "A or B: shortcuts without or with convolutions (default: B; A where the file has none).")
  private Shortcut shortcut;

  @Option(
      names = "--attention",
      paramLabel = "KIND",
      description = "none (default), squeeze-excitation or channel-spatial.")
  private String attention;

  @Option(names = "--width", paramLabel = "W", description = "Factor on all channels (default: 1).")
  private Double width;

  @Option(
      names = "--feature-step",
      paramLabel = "S",
      description =
          "Input pixels from one feature to the next: 8 or 16 for dilated networks, such as"
              + " MedicalNet's 8 (default: the architecture's).")
  private Integer featureStep;

  boolean given() {
    return architecture != null;
  }

  /**
   * The given options other than --arch.
   *
   * @param but those that are not counted
   */
  List<String> details(String... but) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("--channels", channels);
    all.put("--shortcut", shortcut);
    all.put("--attention", attention);
    all.put("--width", width);
    all.put("--feature-step", featureStep);
    return all.entrySet().stream()
        .filter(option -> option.getValue() != null && !List.of(but).contains(option.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether the file is to be a TorchScript program. */
  boolean isScript() {
    return ScriptNetwork.WHOLE.equals(architecture);
  }

  /** A program of which only inputs and outputs are known. */
  ArchitectureSpec script(int classes) {
    return ArchitectureSpec.of(architecture, channels == null ? COLOURS : channels, classes);
  }

  ArchitectureSpec spec(WeightsSource weights, int classes) {
    Architectures.get(architecture);
    boolean residual = architecture.startsWith("resnet");
    Optional<Shortcut> chosen = Optional.ofNullable(shortcut);
    // A shallow network's first stages may have none in either type; strict loading decides.
    boolean none = residual && !weights.hasShortcutConvolutions();
    return ArchitectureSpec.of(
            architecture,
            channels == null ? weights.inputChannels().orElse(COLOURS) : channels,
            classes)
        .withShortcut(chosen.orElse(none ? Shortcut.A : Shortcut.B))
        .withAttention(attention())
        .withWidth(width == null ? 1 : width)
        .withFeatureStep(featureStep == null ? ArchitectureSpec.OWN_STEP : featureStep);
  }

  private Attention attention() {
    if (attention == null) {
      return Attention.NONE;
    }
    return Attention.of(attention)
        .orElseThrow(
            () ->
                new UserException(
                    "There is no attention '"
                        + attention
                        + "'; there is: "
                        + String.join(", ", Attention.keys())
                        + "."));
  }
}
