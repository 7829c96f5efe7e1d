package org.radcam.network.weights.pickle;

/**
 * Decides what the names in a pickle mean. Every method may refuse with a {@link
 * PickleRefusedException}; none runs anything of the pickle's.
 */
public interface PickleWorld {
  /** A class or function is mentioned. */
  PickleGlobal global(String module, String name);

  /** A class or function is called. */
  Object call(PickleGlobal callee, PickleTuple arguments);

  /** An object of a class is made without calling anything of the class but {@code __new__}. */
  Object instance(PickleGlobal type, PickleTuple arguments);

  /** Something that is kept outside the pickle. */
  Object persistent(Object id);
}
