package org.radcam.engine;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.radcam.UserException;

/**
 * Where the user wants a network to run: {@code auto} (CUDA if there is one, else the CPU), {@code
 * cpu}, {@code cuda} (the first one) or {@code cuda:N}.
 *
 * @param kind what is asked for
 * @param index which CUDA device, from 0; 0 for the other kinds
 */
public record DeviceChoice(Kind kind, int index) {
  /** The kinds of devices that can be asked for. */
  public enum Kind {
    AUTO,
    CPU,
    CUDA
  }

  public static final DeviceChoice AUTO = new DeviceChoice(Kind.AUTO, 0);
  public static final DeviceChoice CPU = new DeviceChoice(Kind.CPU, 0);

  private static final Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,3}))?");

  public DeviceChoice {
    if (index < 0 || (kind != Kind.CUDA && index != 0)) {
      throw new IllegalArgumentException("No such device: " + kind + " " + index);
    }
  }

  public static DeviceChoice cuda(int index) {
    return new DeviceChoice(Kind.CUDA, index);
  }

  /**
   * Reads a choice as the user types it; letter case and outer blanks do not matter, and nothing at
   * all means {@code auto}.
   *
   * @throws UserException if it is none of {@code auto}, {@code cpu}, {@code cuda}, {@code cuda:N}
   */
  public static DeviceChoice parse(String text) {
    String asked = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    if (asked.isEmpty() || asked.equals("auto")) {
      return AUTO;
    }
    if (asked.equals("cpu")) {
      return CPU;
    }
    Matcher cuda = CUDA.matcher(asked);
    if (cuda.matches()) {
      return cuda(cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1)));
    }
    throw new UserException(
        "Unknown device '" + text.strip() + "': choose auto, cpu, cuda, or cuda:N (N from 0).");
  }

  /** The choice as {@link #parse} reads it. */
  @Override
  public String toString() {
    return switch (kind) {
      case AUTO -> "auto";
      case CPU -> "cpu";
      case CUDA -> "cuda:" + index;
    };
  }
}
