package org.radcam.weasis.link;

import org.objectweb.asm.Opcodes;

/**
 * A field or method of a class, as the JVM links to it.
 *
 * @param name {@code <init>} for a constructor
 * @param descriptor the JVM's, of a type or of parameters and result
 * @param access the JVM's flags
 */
record HostMember(String name, String descriptor, int access) {

  boolean isMethod() {
    return descriptor.startsWith("(");
  }

  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  boolean isAbstract() {
    return (access & Opcodes.ACC_ABSTRACT) != 0;
  }

  boolean isFinal() {
    return (access & Opcodes.ACC_FINAL) != 0;
  }

  boolean isPublic() {
    return (access & Opcodes.ACC_PUBLIC) != 0;
  }

  /** Whether classes of other packages can see it at all. */
  boolean isVisible() {
    return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
  }

  boolean is(String otherName, String otherDescriptor) {
    return name.equals(otherName) && descriptor.equals(otherDescriptor);
  }

  /** The flags that a caller or a subclass is bound to. */
  String kind() {
    return (isPublic() ? "public" : "protected")
        + (isStatic() ? " static" : "")
        + (isMethod() && isAbstract() ? " abstract" : "")
        + (isFinal() && !(isMethod() && isStatic()) ? " final" : "");
  }

  @Override
  public String toString() {
    return name + (isMethod() ? "" : " ") + descriptor;
  }
}
