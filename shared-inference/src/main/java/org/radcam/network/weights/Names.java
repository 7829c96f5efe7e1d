package org.radcam.network.weights;

import java.util.List;

/** Names from files in messages: short, on one line, and not too many. */
public final class Names {
  private static final int MAX_LENGTH = 80;
  private static final int MAX_LISTED = 10;

  private Names() {}

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
