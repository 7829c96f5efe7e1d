package org.radcam.weasis.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.radcam.weasis.fakehost.FakeHost;

/** What is tested against the test host links to it as to the signatures. */
class TestHostTest {
  private static final String BODY = "org/radcam/weasis/hostapi/SignatureOnly";

  @Test
  void the_test_host_has_every_member_that_the_signatures_have() {
    Map<String, HostClass> host =
        ClassFiles.beside(FakeHost.class).stream()
            .map(ClassShape::visible)
            .collect(Collectors.toMap(HostClass::name, Function.identity()));
    List<String> missing = new ArrayList<>();
    for (ClassReader reader : HostVersions.signatures()) {
      HostClass signature = ClassShape.visible(reader);
      HostClass made = host.get(signature.name());
      if (made == null) {
        if (hasBodies(reader)) {
          missing.add(signature.name());
        }
        continue;
      }
      for (HostMember member : signature.members()) {
        boolean there =
            made.own(member.name(), member.descriptor())
                .filter(found -> found.kind().equals(member.kind()))
                .isPresent();
        if (!there) {
          missing.add(signature.name() + " " + member);
        }
      }
      if (!made.superName().equals(signature.superName())
          || !made.interfaces().equals(signature.interfaces())) {
        missing.add(signature.name() + " has other supertypes");
      }
    }
    assertThat(missing).isEmpty();
  }

  /** Whether something in it only throws. */
  private static boolean hasBodies(ClassReader reader) {
    boolean[] found = new boolean[1];
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
              @Override
              public void visitTypeInsn(int opcode, String type) {
                found[0] |= type.equals(BODY);
              }
            };
          }
        },
        ClassReader.SKIP_DEBUG);
    return found[0];
  }
}
