package org.radcam.weasis.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.radcam.weasis.link.ClassWorld.Found;

/**
 * Whether classes link to one version of the host. Refused are
 *
 * <ul>
 *   <li>a reference to a class of the host that the version does not have;
 *   <li>a reference to a field or method that neither the class nor what is above it has with
 *       exactly this descriptor, that is static where it must not be or the other way round, that
 *       others cannot see, or that only subclasses can see and another class asks for;
 *   <li>a call through an interface where the host has a class, or the other way round;
 *   <li>a superclass that is final, or an interface where a class is wanted or the other way round;
 *   <li>a method that overrides a final one;
 *   <li>a class that does not implement an abstract method of a type of the host.
 * </ul>
 */
final class LinkCheck {
  private final List<ClassReader> readers;
  private final HostApi host;
  private final ClassWorld world;
  private final Set<String> problems = new LinkedHashSet<>();

  private LinkCheck(List<ClassReader> readers, HostApi host) {
    this.readers = readers;
    this.host = host;
    this.world = new ClassWorld(readers.stream().map(ClassShape::whole).toList(), host);
  }

  /** What does not link, in words; nothing if all does. */
  static List<String> problems(List<ClassReader> readers, HostApi host) {
    LinkCheck check = new LinkCheck(readers, host);
    for (ClassReader reader : check.readers) {
      ReferenceCollector.of(reader).forEach(check::reference);
      check.inheritance(ClassShape.whole(reader));
    }
    return List.copyOf(check.problems);
  }

  private void reference(Reference reference) {
    if (reference.isClass()) {
      if (ClassWorld.isHost(reference.owner()) && !host.names(reference.owner())) {
        refuse(reference.from(), "has no class " + reference.target());
      }
      return;
    }
    Optional<HostClass> owner = world.find(reference.owner());
    if (owner.isEmpty()) {
      if (ClassWorld.isHost(reference.owner())) {
        refuse(reference.from(), "is not known to have " + reference.target());
      }
      return;
    }
    if (leadsToHost(owner.get())) {
      member(reference, owner.get());
    }
  }

  private void member(Reference reference, HostClass owner) {
    Optional<Found> found = find(reference, owner);
    if (found.isEmpty()) {
      refuse(reference.from(), "has no " + reference.target());
      return;
    }
    HostMember member = found.get().member();
    if (member.isStatic() != reference.isStatic()) {
      refuse(
          reference.from(),
          "has " + reference.target() + (member.isStatic() ? " as static" : " not as static"));
    }
    if (ClassWorld.isHost(found.get().owner().name()) && !isSeen(member, reference)) {
      refuse(reference.from(), "keeps " + reference.target() + " from others");
    }
    if (reference.isMethod() && owner.isInterface() != reference.viaInterface()) {
      refuse(
          reference.from(),
          "has " + reference.owner() + (owner.isInterface() ? " as interface" : " as class"));
    }
  }

  private Optional<Found> find(Reference reference, HostClass owner) {
    return reference.name().equals("<init>")
        ? owner.own("<init>", reference.descriptor()).map(member -> new Found(owner, member))
        : world.resolve(owner, reference.name(), reference.descriptor());
  }

  private boolean isSeen(HostMember member, Reference reference) {
    return member.isPublic()
        || (member.isVisible()
            && world
                .find(reference.from())
                .map(from -> world.lineage(from).stream().anyMatch(this::isHostClass))
                .orElse(false));
  }

  private boolean isHostClass(HostClass type) {
    return ClassWorld.isHost(type.name());
  }

  private boolean leadsToHost(HostClass owner) {
    return world.lineage(owner).stream().anyMatch(this::isHostClass);
  }

  private void inheritance(HostClass type) {
    if (!leadsToHost(type)) {
      return;
    }
    kinds(type);
    List<HostClass> above = new ArrayList<>(world.lineage(type));
    above.remove(0);
    for (HostClass parent : above) {
      for (HostMember method : parent.members()) {
        Predicate<HostMember> overrides = own -> own.is(method.name(), method.descriptor());
        boolean overridden =
            method.isMethod()
                && !method.name().equals("<init>")
                && !method.isStatic()
                && type.members().stream().anyMatch(overrides);
        if (overridden && method.isFinal() && method.isVisible()) {
          refuse(type.name(), "has " + method + " of " + parent.name() + " as final");
        }
        if (method.isMethod() && method.isAbstract() && !type.isAbstract()) {
          implemented(type, parent, method);
        }
      }
    }
  }

  private void kinds(HostClass type) {
    if (!type.superName().equals("java/lang/Object")) {
      world
          .find(type.superName())
          .filter(parent -> parent.isFinal() || parent.isInterface())
          .ifPresent(parent -> refuse(type.name(), "does not let extend " + parent.name()));
    }
    for (String name : type.interfaces()) {
      world
          .find(name)
          .filter(parent -> !parent.isInterface())
          .ifPresent(parent -> refuse(type.name(), "has no interface " + name));
    }
  }

  private void implemented(HostClass type, HostClass parent, HostMember method) {
    if (ClassWorld.isHost(parent.name()) && world.implementation(type, method).isEmpty()) {
      refuse(
          type.name(),
          "wants "
              + method.name()
              + method.descriptor()
              + " of "
              + parent.name().replace('/', '.')
              + " implemented");
    }
  }

  private void refuse(String from, String what) {
    problems.add(from.replace('/', '.') + ": Weasis " + host.version() + " " + what);
  }
}
