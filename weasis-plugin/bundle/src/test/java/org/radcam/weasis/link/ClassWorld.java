package org.radcam.weasis.link;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Our classes, one version of the host's, and the JDK's: all that a reference may lead to. */
final class ClassWorld {
  private final Map<String, HostClass> own = new HashMap<>();
  private final HostApi host;
  private final Map<String, Optional<HostClass>> jdk = new HashMap<>();

  ClassWorld(List<HostClass> own, HostApi host) {
    own.forEach(each -> this.own.put(each.name(), each));
    this.host = host;
  }

  /** Whether a class is the host's to provide. */
  static boolean isHost(String name) {
    return name.startsWith("org/weasis/")
        || name.startsWith("org/dcm4che3/")
        || name.startsWith("bibliothek/");
  }

  Optional<HostClass> find(String name) {
    if (own.containsKey(name)) {
      return Optional.of(own.get(name));
    }
    return isHost(name) ? host.find(name) : jdk.computeIfAbsent(name, ClassWorld::reflect);
  }

  /** A class and all above it, nearest first: superclasses, then interfaces. */
  List<HostClass> lineage(HostClass start) {
    List<HostClass> line = new ArrayList<>();
    Optional<HostClass> next = Optional.of(start);
    while (next.isPresent()) {
      line.add(next.get());
      String above = next.get().superName();
      next = above == null ? Optional.empty() : find(above);
    }
    for (int i = 0; i < line.size(); i++) {
      for (String name : line.get(i).interfaces()) {
        find(name).filter(found -> !line.contains(found)).ifPresent(line::add);
      }
    }
    return line;
  }

  /** The member that the JVM finds for a name and descriptor, from a class upwards. */
  Optional<Found> resolve(HostClass start, String name, String descriptor) {
    return first(lineage(start), name, descriptor, member -> true);
  }

  /** What implements an abstract method for a class, if anything does. */
  Optional<Found> implementation(HostClass start, HostMember method) {
    return first(
        lineage(start), method.name(), method.descriptor(), member -> !member.isAbstract());
  }

  private static Optional<Found> first(
      List<HostClass> line, String name, String descriptor, Predicate<HostMember> which) {
    for (HostClass each : line) {
      Optional<HostMember> member = each.own(name, descriptor).filter(which);
      if (member.isPresent()) {
        return Optional.of(new Found(each, member.get()));
      }
    }
    return Optional.empty();
  }

  /** A member and the class that declares it. */
  record Found(HostClass owner, HostMember member) {}

  private static Optional<HostClass> reflect(String name) {
    try {
      Class<?> type =
          Class.forName(name.replace('/', '.'), false, ClassWorld.class.getClassLoader());
      List<HostMember> members = new ArrayList<>();
      for (var field : type.getDeclaredFields()) {
        String descriptor = Type.getDescriptor(field.getType());
        members.add(new HostMember(field.getName(), descriptor, field.getModifiers()));
      }
      for (var method : type.getDeclaredMethods()) {
        String descriptor = Type.getMethodDescriptor(method);
        members.add(new HostMember(method.getName(), descriptor, method.getModifiers()));
      }
      for (var constructor : type.getDeclaredConstructors()) {
        String descriptor = Type.getConstructorDescriptor(constructor);
        members.add(new HostMember("<init>", descriptor, constructor.getModifiers()));
      }
      int access = type.getModifiers() | (type.isInterface() ? Opcodes.ACC_INTERFACE : 0);
      String superName =
          type.getSuperclass() == null ? null : Type.getInternalName(type.getSuperclass());
      List<String> interfaces =
          List.of(type.getInterfaces()).stream().map(Type::getInternalName).toList();
      boolean open = Modifier.isPublic(access);
      return Optional.of(new HostClass(name, open ? access : 0, superName, interfaces, members));
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      return Optional.empty();
    }
  }
}
