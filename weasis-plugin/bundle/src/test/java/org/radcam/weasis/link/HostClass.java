package org.radcam.weasis.link;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;

/**
 * A class as others link to it.
 *
 * @param name the JVM's, with slashes
 * @param access the JVM's flags
 * @param superName its superclass; of an interface, Object
 * @param interfaces the interfaces that it names itself
 * @param members its own members that others can see
 */
record HostClass(
    String name, int access, String superName, List<String> interfaces, List<HostMember> members) {

  boolean isInterface() {
    return (access & Opcodes.ACC_INTERFACE) != 0;
  }

  boolean isAbstract() {
    return (access & Opcodes.ACC_ABSTRACT) != 0;
  }

  boolean isFinal() {
    return (access & Opcodes.ACC_FINAL) != 0;
  }

  Optional<HostMember> own(String member, String descriptor) {
    return members.stream().filter(each -> each.is(member, descriptor)).findFirst();
  }
}
