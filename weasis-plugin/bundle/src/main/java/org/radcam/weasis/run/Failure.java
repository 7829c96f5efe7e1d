package org.radcam.weasis.run;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import org.radcam.UserException;
import org.radcam.weasis.viewer.ViewedImage;

/**
 * Why there is no answer. The first of these that holds decides:
 *
 * <ul>
 *   <li>not enough memory in Java;
 *   <li>something that the user can mend ({@link UserException}: bad input, an engine that does not
 *       start, a network that finds no memory): its own message;
 *   <li>a series that the viewer has closed meanwhile;
 *   <li>classes or native libraries that are not there;
 *   <li>anything else: a fault of ours.
 * </ul>
 *
 * @param sentence for the user
 * @param kind for the log: without any message, since messages may hold names
 * @param ofMemory whether memory was short, or may have been, so that what is kept for later should
 *     go
 */
record Failure(String sentence, String kind, boolean ofMemory) {
  private static final String NO_MEMORY =
      "There is not enough memory for these images. Close series that you do not need, or give the"
          + " viewer more memory.";

  /** Enough to find the place; a stack overflow has a thousand. */
  private static final int FRAMES = 12;

  static Failure of(Throwable problem, ClassifyRequest request) {
    if (problem instanceof OutOfMemoryError) {
      return new Failure(NO_MEMORY, traceOf(problem), true);
    }
    if (problem instanceof UserException) {
      // Of the engine's own failures one cannot tell for sure which were for want of memory.
      return new Failure(
          problem.getMessage(), kindOf(problem), problem.getCause() instanceof EngineException);
    }
    if (request.images().values().stream().anyMatch(Failure::isClosed)) {
      return new Failure(
          "A series was closed before it was read. Open it again, and choose it.",
          traceOf(problem),
          false);
    }
    if (problem instanceof LinkageError) {
      return new Failure(
          "A part of RadCAM is missing ("
              + problem.getClass().getSimpleName()
              + "). Install the plugin and its engine bundle again, both of the same version.",
          traceOf(problem),
          false);
    }
    return new Failure(
        "RadCAM failed ("
            + problem.getClass().getSimpleName()
            + "); this is a fault of the plugin. The viewer's log says where.",
        traceOf(problem),
        problem instanceof EngineException);
  }

  private static boolean isClosed(ViewedImage image) {
    return !image.series().isOpen();
  }

  /** The classes of a problem and its causes. */
  private static String kindOf(Throwable problem) {
    List<String> kinds = new ArrayList<>();
    for (Throwable one : chain(problem)) {
      kinds.add(one.getClass().getName());
    }
    return String.join(", caused by ", kinds);
  }

  /** What a stack trace tells, without the messages. */
  static String traceOf(Throwable problem) {
    StringBuilder text = new StringBuilder();
    for (Throwable one : chain(problem)) {
      text.append(text.isEmpty() ? "" : "; caused by ").append(one.getClass().getName());
      StackTraceElement[] frames = one.getStackTrace();
      for (int n = 0; n < Math.min(FRAMES, frames.length); n++) {
        text.append(n == 0 ? " at " : " < ").append(frames[n]);
      }
    }
    return text.toString();
  }

  private static List<Throwable> chain(Throwable problem) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable one = problem; one != null && !chain.contains(one); one = one.getCause()) {
      chain.add(one);
    }
    return chain;
  }
}
