package org.radcam.weasis.link;

/**
 * What a class refers to.
 *
 * @param from the class that refers, with slashes
 * @param owner the class that is referred to, or that has the member
 * @param name the member's name; empty for the class itself
 * @param descriptor the member's descriptor; empty for the class itself
 * @param isStatic whether the instruction wants a static member
 * @param viaInterface whether the instruction takes the owner for an interface
 */
record Reference(
    String from,
    String owner,
    String name,
    String descriptor,
    boolean isStatic,
    boolean viaInterface) {

  static Reference toClass(String from, String owner) {
    return new Reference(from, owner, "", "", false, false);
  }

  boolean isClass() {
    return name.isEmpty();
  }

  boolean isMethod() {
    return descriptor.startsWith("(");
  }

  String target() {
    String shortName = owner.replace('/', '.');
    return isClass()
        ? shortName
        : isMethod()
            ? shortName + "." + name + descriptor
            : shortName + "." + name + " " + descriptor;
  }
}
