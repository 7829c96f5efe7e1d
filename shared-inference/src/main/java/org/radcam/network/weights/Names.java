package org.radcam.network.weights;

import java.util.List;

/** Names from files in messages: short, on one line, and not too many. */
public final class Names {
  private static final int MAX_LENGTH = 80;
  private static final int MAX_LISTED = 10;

  /** Ten times the longest of a ResNet-152. */
  private static final int MAX_TENSOR_NAME = 512;

  private Names() {}

  /** Whether no honest tensor has such a name; long ones are slow to compare with patterns. */
  public static boolean isTooLong(String tensor) {
    return tensor.length() > MAX_TENSOR_NAME;
  }

  /** Why a file with such a name is refused. */
  public static String tooLong(String tensor) {
    return "the name of tensor '"
        + shown(tensor)
        + "' has more than "
        + MAX_TENSOR_NAME
        + " characters";
  }

  /** One name. */
  public static String shown(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= MAX_LENGTH ? clean : clean.substring(0, MAX_LENGTH) + "...";
  }

  /** The first ten, and how many more. */
  public static String listed(List<String> items) {
    String first = String.join(", ", items.subList(0, Math.min(items.size(), MAX_LISTED)));
    int more = items.size() - MAX_LISTED;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
