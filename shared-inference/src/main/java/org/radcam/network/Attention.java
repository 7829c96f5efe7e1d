package org.radcam.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.radcam.network.layer.Cbam;
import org.radcam.network.layer.ResidualBlock;
import org.radcam.network.layer.SqueezeExcitation;

/** What a residual block does with its features before they join the shortcut. */
public enum Attention {
  /** Nothing. */
  NONE("none") {
    @Override
    void addTo(ResidualBlock block, int axes) {}
  },
  /**
   * Weights every channel by a number that is computed from all channels' means (Hu, Shen and Sun
   * 2018, "Squeeze-and-excitation networks"). Parameters are named as in timm's SE-ResNets: {@code
   * se.fc1}, {@code se.fc2}.
   */
  SQUEEZE_EXCITATION("squeeze-excitation") {
    @Override
    void addTo(ResidualBlock block, int axes) {
      block.attend("se", new SqueezeExcitation(axes, block.outputs()));
    }
  },
  /**
   * Weights every channel, then every place (Woo et al. 2018, "CBAM: convolutional block attention
   * module"). Parameters are named as by its authors: {@code cbam.ChannelGate}, {@code
   * cbam.SpatialGate}.
   */
  CHANNEL_SPATIAL("channel-spatial") {
    @Override
    void addTo(ResidualBlock block, int axes) {
      block.attend("cbam", new Cbam(axes, block.outputs()));
    }
  };

  private final String key;

  Attention(String key) {
    this.key = key;
  }

  /** The word in cards, recipes and commands. */
  public String key() {
    return key;
  }

  /** The words of all. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Attention::key).toList();
  }

  /** The one of that word. */
  public static Optional<Attention> of(String key) {
    return Arrays.stream(values()).filter(attention -> attention.key.equals(key)).findFirst();
  }

  /** Puts the attention into a block. */
  abstract void addTo(ResidualBlock block, int axes);
}
