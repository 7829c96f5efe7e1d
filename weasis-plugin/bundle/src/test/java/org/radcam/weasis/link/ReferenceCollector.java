package org.radcam.weasis.link;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/**
 * Collects everything in a class file that the JVM links: classes, and fields and methods with
 * their descriptors, also where they stand in method handles of lambdas. Generic signatures and
 * annotations are not linked, and are left.
 */
final class ReferenceCollector extends ClassVisitor {
  private final Set<Reference> references = new LinkedHashSet<>();
  private final String from;

  private ReferenceCollector(String from) {
    super(Opcodes.ASM9);
    this.from = from;
  }

  static Set<Reference> of(ClassReader reader) {
    ReferenceCollector collector = new ReferenceCollector(reader.getClassName());
    reader.accept(collector, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return collector.references;
  }

  @Override
  public void visit(
      int version, int access, String name, String sig, String superName, String[] interfaces) {
    type(superName);
    Arrays.stream(interfaces).forEach(this::type);
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    type(Type.getType(descriptor));
    return null;
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, String signature) {
    type(Type.getType(descriptor));
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    type(Type.getMethodType(descriptor));
    if (exceptions != null) {
      Arrays.stream(exceptions).forEach(this::type);
    }
    return new Code();
  }

  private void type(String internalName) {
    type(Type.getObjectType(internalName));
  }

  private void type(Type type) {
    switch (type.getSort()) {
      case Type.OBJECT -> references.add(Reference.toClass(from, type.getInternalName()));
      case Type.ARRAY -> type(type.getElementType());
      case Type.METHOD -> {
        type(type.getReturnType());
        Arrays.stream(type.getArgumentTypes()).forEach(this::type);
      }
      default -> {
        // A primitive type.
      }
    }
  }

  private void member(
      String owner, String name, String descriptor, boolean isStatic, boolean viaInterface) {
    type(owner);
    type(descriptor.startsWith("(") ? Type.getMethodType(descriptor) : Type.getType(descriptor));
    if (!owner.startsWith("[")) {
      references.add(new Reference(from, owner, name, descriptor, isStatic, viaInterface));
    }
  }

  private void constant(Object value) {
    if (value instanceof Type type) {
      type(type);
    } else if (value instanceof Handle handle) {
      handle(handle);
    } else if (value instanceof ConstantDynamic dynamic) {
      handle(dynamic.getBootstrapMethod());
      for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
        constant(dynamic.getBootstrapMethodArgument(i));
      }
    }
  }

  private void handle(Handle handle) {
    boolean isStatic =
        handle.getTag() == Opcodes.H_INVOKESTATIC
            || handle.getTag() == Opcodes.H_GETSTATIC
            || handle.getTag() == Opcodes.H_PUTSTATIC;
    member(handle.getOwner(), handle.getName(), handle.getDesc(), isStatic, handle.isInterface());
  }

  /** The instructions of one method. */
  private final class Code extends MethodVisitor {
    Code() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      type(type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
      member(owner, name, descriptor, isStatic, /* viaInterface= */ false);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      member(owner, name, descriptor, opcode == Opcodes.INVOKESTATIC, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      type(Type.getMethodType(descriptor));
      handle(bootstrap);
      Arrays.stream(arguments).forEach(ReferenceCollector.this::constant);
    }

    @Override
    public void visitLdcInsn(Object value) {
      constant(value);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      type(Type.getType(descriptor));
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
      if (type != null) {
        type(type);
      }
    }
  }
}
