package org.radcam.weasis.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.INVOKEINTERFACE;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The check refuses what would not link, and says class, member and version. */
class LinkCheckTest {
  private static final String OURS = "org/radcam/weasis/host/Ours";
  private static final HostApi HOST =
      SignatureListParser.read(
          "9.9.9",
          """
          public interface org.weasis.Shape extends org.weasis.Named {
            public abstract int corners();
              descriptor: ()I
            public default java.lang.String colour();
              descriptor: ()Ljava/lang/String;
          }
          public interface org.weasis.Named {
            public abstract java.lang.String name();
              descriptor: ()Ljava/lang/String;
          }
          public abstract class org.weasis.Base<E extends org.weasis.Named> extends javax.swing.JPanel implements org.weasis.Named {
            public static final int COUNT;
              descriptor: I
            protected org.weasis.Base(int);
              descriptor: (I)V
            protected void change(org.weasis.Unlisted);
              descriptor: (Lorg/weasis/Unlisted;)V
            public final java.lang.String name();
              descriptor: ()Ljava/lang/String;
            public static org.weasis.Base<?> of(java.lang.String...);
              descriptor: ([Ljava/lang/String;)Lorg/weasis/Base;
          }
          public final class org.weasis.Last {
          }
          """
              .lines()
              .toList());

  @Test
  void what_is_there_links() {
    assertThat(
            check(
                code -> {
                  call(
                      code,
                      INVOKESTATIC,
                      "org/weasis/Base",
                      "of",
                      "([Ljava/lang/String;)Lorg/weasis/Base;");
                  call(code, INVOKEINTERFACE, "org/weasis/Shape", "name", "()Ljava/lang/String;");
                  call(code, INVOKEVIRTUAL, "org/weasis/Base", "getComponentCount", "()I");
                  code.visitFieldInsn(GETSTATIC, "org/weasis/Base", "COUNT", "I");
                  code.visitTypeInsn(Opcodes.CHECKCAST, "org/weasis/Unlisted");
                }))
        .isEmpty();
  }

  @Test
  void a_method_with_another_result_is_refused() {
    assertThat(check(call(INVOKEINTERFACE, "org/weasis/Shape", "corners", "()J")))
        .containsExactly(
            "org.radcam.weasis.host.Ours: Weasis 9.9.9 has no org.weasis.Shape.corners()J");
  }

  @Test
  void a_method_with_other_parameters_is_refused() {
    assertThat(
            check(
                call(
                    INVOKESTATIC,
                    "org/weasis/Base",
                    "of",
                    "(Ljava/lang/String;)Lorg/weasis/Base;")))
        .singleElement()
        .asString()
        .contains("Ours", "9.9.9", "has no org.weasis.Base.of(Ljava/lang/String;)");
  }

  @Test
  void a_field_of_another_type_is_refused() {
    assertThat(check(code -> code.visitFieldInsn(GETSTATIC, "org/weasis/Base", "COUNT", "J")))
        .singleElement()
        .asString()
        .contains("has no org.weasis.Base.COUNT J");
  }

  @Test
  void a_static_method_called_as_another_is_refused() {
    assertThat(
            check(
                call(
                    INVOKEVIRTUAL,
                    "org/weasis/Base",
                    "of",
                    "([Ljava/lang/String;)Lorg/weasis/Base;")))
        .singleElement()
        .asString()
        .endsWith("as static");
  }

  @Test
  void a_class_that_is_not_there_is_refused() {
    assertThat(check(code -> code.visitTypeInsn(Opcodes.NEW, "org/dcm4che3/Nowhere")))
        .singleElement()
        .asString()
        .endsWith("Weasis 9.9.9 has no class org.dcm4che3.Nowhere");
  }

  @Test
  void a_member_of_a_class_of_which_only_the_name_is_known_is_refused() {
    assertThat(
            check(call(INVOKEVIRTUAL, "org/weasis/Unlisted", "toString", "()Ljava/lang/String;")))
        .singleElement()
        .asString()
        .endsWith("is not known to have org.weasis.Unlisted.toString()Ljava/lang/String;");
  }

  @Test
  void a_protected_method_is_refused_to_others_than_subclasses() {
    assertThat(check(call(INVOKEVIRTUAL, "org/weasis/Base", "change", "(Lorg/weasis/Unlisted;)V")))
        .singleElement()
        .asString()
        .contains("from others");
  }

  @Test
  void a_method_handle_of_a_lambda_is_looked_at() {
    Handle handle =
        new Handle(
            Opcodes.H_INVOKEINTERFACE, "org/weasis/Shape", "size", "()I", /* isInterface= */ true);
    Handle bootstrap =
        new Handle(
            Opcodes.H_INVOKESTATIC,
            "java/lang/invoke/LambdaMetafactory",
            "metafactory",
            "()V",
            false);
    assertThat(check(code -> code.visitInvokeDynamicInsn("get", "()V", bootstrap, handle)))
        .singleElement()
        .asString()
        .endsWith("has no org.weasis.Shape.size()I");
  }

  @Test
  void an_abstract_method_that_is_not_implemented_is_refused_also_of_an_interface_above() {
    byte[] type = type(Opcodes.ACC_PUBLIC, "java/lang/Object", "org/weasis/Shape").toByteArray();
    assertThat(LinkCheck.problems(List.of(new ClassReader(type)), HOST))
        .hasSize(2)
        .anyMatch(problem -> problem.endsWith("wants corners()I of org.weasis.Shape implemented"))
        .anyMatch(problem -> problem.contains("wants name()"));
  }

  @Test
  void overriding_a_final_method_and_extending_a_final_class_are_refused() {
    ClassWriter type = type(Opcodes.ACC_PUBLIC, "org/weasis/Base");
    type.visitMethod(ACC_PUBLIC | ACC_ABSTRACT, "name", "()Ljava/lang/String;", null, null);
    assertThat(LinkCheck.problems(List.of(new ClassReader(type.toByteArray())), HOST))
        .anyMatch(problem -> problem.endsWith("of org/weasis/Base as final"));
    byte[] last = type(Opcodes.ACC_PUBLIC, "org/weasis/Last").toByteArray();
    assertThat(LinkCheck.problems(List.of(new ClassReader(last)), HOST))
        .singleElement()
        .asString()
        .endsWith("does not let extend org/weasis/Last");
  }

  @Test
  void a_signature_that_differs_is_refused() {
    ClassWriter stub = new ClassWriter(0);
    stub.visit(V17, ACC_PUBLIC | ACC_ABSTRACT, "org/weasis/Base", null, "java/lang/Object", null);
    stub.visitMethod(ACC_PUBLIC | ACC_ABSTRACT, "name", "()Ljava/lang/String;", null, null);
    stub.visitMethod(ACC_PUBLIC | ACC_ABSTRACT, "size", "()I", null, null);
    assertThat(StubCheck.problems(List.of(new ClassReader(stub.toByteArray())), HOST))
        .containsExactly(
            "org.weasis.Base: Weasis 9.9.9 has name()Ljava/lang/String; as public final, not public"
                + " abstract",
            "org.weasis.Base: Weasis 9.9.9 has no size()I");
  }

  private static List<String> check(Consumer<MethodVisitor> instructions) {
    ClassWriter type = type(ACC_PUBLIC, "java/lang/Object");
    MethodVisitor code = type.visitMethod(ACC_PUBLIC | ACC_STATIC, "run", "()V", null, null);
    code.visitCode();
    code.visitVarInsn(ALOAD, 0);
    instructions.accept(code);
    code.visitInsn(RETURN);
    code.visitMaxs(9, 9);
    code.visitEnd();
    return LinkCheck.problems(List.of(new ClassReader(type.toByteArray())), HOST);
  }

  private static Consumer<MethodVisitor> call(
      int opcode, String owner, String name, String descriptor) {
    return code -> call(code, opcode, owner, name, descriptor);
  }

  private static void call(
      MethodVisitor code, int opcode, String owner, String name, String descriptor) {
    code.visitMethodInsn(opcode, owner, name, descriptor, opcode == INVOKEINTERFACE);
  }

  private static ClassWriter type(int access, String superName, String... interfaces) {
    ClassWriter type = new ClassWriter(0);
    type.visit(V17, access, OURS, null, superName, interfaces);
    return type;
  }
}
