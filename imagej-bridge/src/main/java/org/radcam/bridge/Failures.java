package org.radcam.bridge;

import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong while a macro ran. ImageJ tells the user and goes on, or stops the macro and
 * returns as if all were well; whoever starts a macro from a script needs to know.
 */
public final class Failures {
  private final List<String> messages = new ArrayList<>();

  /** Notes one failure; the same message in a row counts once. */
  public synchronized void add(String message) {
    if (messages.isEmpty() || !messages.get(messages.size() - 1).equals(message)) {
      messages.add(message);
    }
  }

  /** Notes what was thrown, by its innermost cause: that says what was wrong. */
  public void add(Throwable problem) {
    Throwable root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    add(root.toString());
  }

  public synchronized boolean isEmpty() {
    return messages.isEmpty();
  }

  /** All messages so far, in order. */
  public synchronized List<String> messages() {
    return List.copyOf(messages);
  }

  public synchronized void clear() {
    messages.clear();
  }
}
