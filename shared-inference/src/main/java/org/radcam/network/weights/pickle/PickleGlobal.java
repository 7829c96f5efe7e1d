package org.radcam.network.weights.pickle;

/**
 * The name of a Python class or function, and no more than its name.
 *
 * @param module such as {@code torch._utils}
 * @param name such as {@code _rebuild_tensor_v2}
 */
public record PickleGlobal(String module, String name) {
  private static final int MAX_SHOWN = 80;

  /** Both parts, joined by a dot. */
  public String path() {
    return module + "." + name;
  }

  /** The path for messages: short, and on one line. */
  public String shown() {
    String clean = path().replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= MAX_SHOWN ? clean : clean.substring(0, MAX_SHOWN) + "...";
  }
}
