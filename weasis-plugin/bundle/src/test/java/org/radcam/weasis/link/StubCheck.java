package org.radcam.weasis.link;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * Whether hand-kept signatures say of the host what one version of it is like: a wrong one would
 * make wrong references compile. Refused are
 *
 * <ul>
 *   <li>a class that the version does not have, unless it has nothing but constants, which the
 *       compiler copies;
 *   <li>members of a class that the version's list only names, other than what every enum has;
 *   <li>another kind of class: interface, abstract, final;
 *   <li>a superclass or interface that the version's class does not have above it;
 *   <li>a member that the version does not have with this descriptor, or has with other access,
 *       static, abstract or final where the signature is not, or the other way round.
 * </ul>
 */
final class StubCheck {
  private final HostApi host;
  private final ClassWorld world;
  private final Set<String> problems = new LinkedHashSet<>();

  private StubCheck(HostApi host) {
    this.host = host;
    this.world = new ClassWorld(List.of(), host);
  }

  static List<String> problems(List<ClassReader> stubs, HostApi host) {
    StubCheck check = new StubCheck(host);
    for (ClassReader reader : stubs) {
      if (ClassWorld.isHost(reader.getClassName()) && !Constants.only(reader)) {
        check.check(ClassShape.visible(reader));
      }
    }
    return List.copyOf(check.problems);
  }

  private void check(HostClass stub) {
    Optional<HostClass> real = host.find(stub.name());
    if (real.isPresent()) {
      kind(stub, real.get());
      supers(stub, real.get());
      stub.members().forEach(member -> member(stub, real.get(), member));
    } else if (!host.names(stub.name())) {
      refuse(stub, "has no such class");
    } else {
      stub.members().stream()
          .filter(member -> !isOfEveryEnum(stub, member))
          .forEach(member -> refuse(stub, "is not known to have " + member));
    }
  }

  private void kind(HostClass stub, HostClass real) {
    // An enum is abstract for itself where its constants have bodies.
    boolean sameAbstract = stub.isAbstract() == real.isAbstract();
    if (stub.isInterface() != real.isInterface()
        || !sameAbstract
        || stub.isFinal() != real.isFinal()) {
      refuse(stub, "has it as another kind of class");
    }
  }

  private void supers(HostClass stub, HostClass real) {
    List<String> above = world.lineage(real).stream().map(HostClass::name).toList();
    if (!above.contains(stub.superName())) {
      refuse(stub, "does not derive it from " + stub.superName());
    }
    for (String each : stub.interfaces()) {
      if (!above.contains(each)) {
        refuse(stub, "does not implement " + each);
      }
    }
  }

  private void member(HostClass stub, HostClass real, HostMember member) {
    Optional<HostMember> found = real.own(member.name(), member.descriptor());
    if (found.isEmpty()) {
      refuse(stub, "has no " + member);
    } else if (!found.get().kind().equals(member.kind())) {
      refuse(stub, "has " + member + " as " + found.get().kind() + ", not " + member.kind());
    }
  }

  private static boolean isOfEveryEnum(HostClass stub, HostMember member) {
    return stub.superName().equals("java/lang/Enum")
        && (member.name().equals("values") || member.name().equals("valueOf"));
  }

  private void refuse(HostClass stub, String what) {
    problems.add(stub.name().replace('/', '.') + ": Weasis " + host.version() + " " + what);
  }
}
