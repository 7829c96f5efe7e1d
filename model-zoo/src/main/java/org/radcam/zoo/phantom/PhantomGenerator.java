package org.radcam.zoo.phantom;

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
}
