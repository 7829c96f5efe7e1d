package org.radcam.zoo.phantom;

import java.util.Map;

/**
 * Makes synthetic cases for one task. The same seed gives the same case, bit for bit, on every
 * platform.
 */
public interface PhantomGenerator {
  /** The task whose question the cases are for. */
  String taskKey();

  /**
   * Makes a case.
   *
   * @param seed any number
   * @param classKey the class that shall be true
   * @throws org.radcam.UserException if the task has no such class
   */
  Phantom generate(long seed, String classKey);

  /**
   * The clinical values of a case alone, which may take far less time than its images.
   *
   * @return those of {@link #generate} for the same seed and class
   * @throws org.radcam.UserException if the task has no such class
   */
  default Map<String, String> clinical(long seed, String classKey) {
    return generate(seed, classKey).clinical();
  }
}
