package org.radcam.weasis.link;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Whether a class has nothing but constants that the compiler copies into those who use them. */
final class Constants extends ClassVisitor {
  private boolean only = true;
  private boolean some;

  private Constants() {
    super(Opcodes.ASM9);
  }

  static boolean only(ClassReader reader) {
    Constants visitor = new Constants();
    reader.accept(visitor, ClassReader.SKIP_CODE);
    return visitor.only && visitor.some;
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    some = true;
    only &= value != null;
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    only &= name.equals("<init>") && (access & Opcodes.ACC_PRIVATE) != 0;
    return null;
  }
}
