package org.radcam.weasis.link;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads a class file as others link to it; of an own class, its private members too. */
final class ClassShape extends ClassVisitor {
  private final boolean all;
  private final List<HostMember> members = new ArrayList<>();
  private HostClass shape;
  private int access;

  private ClassShape(boolean all) {
    super(Opcodes.ASM9);
    this.all = all;
  }

  /** With the members that others can see. */
  static HostClass visible(ClassReader reader) {
    return read(reader, new ClassShape(false));
  }

  /** With all members. */
  static HostClass whole(ClassReader reader) {
    return read(reader, new ClassShape(true));
  }

  private static HostClass read(ClassReader reader, ClassShape visitor) {
    reader.accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    HostClass shape = visitor.shape;
    return new HostClass(
        shape.name(),
        visitor.access,
        shape.superName(),
        shape.interfaces(),
        List.copyOf(visitor.members));
  }

  @Override
  public void visit(
      int version, int flags, String name, String sig, String superName, String[] interfaces) {
    access = flags;
    shape = new HostClass(name, flags, superName, List.of(interfaces), members);
  }

  /** The flags of a nested class stand here: those of its own header are not what it declares. */
  @Override
  public void visitInnerClass(String name, String outer, String inner, int flags) {
    if (name.equals(shape.name())) {
      access = flags;
    }
  }

  @Override
  public FieldVisitor visitField(
      int flags, String name, String descriptor, String signature, Object value) {
    add(name, descriptor, flags);
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int flags, String name, String descriptor, String signature, String[] exceptions) {
    add(name, descriptor, flags);
    return null;
  }

  private void add(String name, String descriptor, int flags) {
    HostMember member = new HostMember(name, descriptor, flags);
    boolean initializer = name.equals("<clinit>");
    if (!initializer && (all || member.isVisible())) {
      members.add(member);
    }
  }
}
