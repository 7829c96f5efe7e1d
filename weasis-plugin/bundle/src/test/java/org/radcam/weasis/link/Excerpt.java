package org.radcam.weasis.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/**
 * What of a list of signatures concerns the plugin: the classes that have a signature here and what
 * is above them; of their members, those that have a signature, the abstract ones, and what
 * implements those.
 */
final class Excerpt {
  private final Map<String, HostClass> stubs = new HashMap<>();
  private final Set<String> above = new HashSet<>();
  private final Set<String> wanted = new HashSet<>();
  private final SignatureList all;
  private final List<String> kept = new ArrayList<>();

  private Excerpt(List<ClassReader> readers, SignatureList all) {
    this.all = all;
    ClassWorld world = new ClassWorld(List.of(), all);
    for (ClassReader reader : readers) {
      HostClass stub = ClassShape.visible(reader);
      stubs.put(stub.name(), stub);
      all.find(stub.name())
          .ifPresent(real -> world.lineage(real).forEach(each -> above.add(each.name())));
    }
    for (String name : above) {
      all.find(name).ifPresent(this::want);
    }
  }

  private void want(HostClass type) {
    type.members().stream()
        .filter(member -> member.isMethod() && member.isAbstract())
        .forEach(member -> wanted.add(member.toString()));
  }

  /** The lines of a list that concern the signatures. */
  static List<String> of(List<String> lines, List<ClassReader> stubs, String version) {
    Excerpt excerpt = new Excerpt(stubs, SignatureListParser.read(version, lines));
    excerpt.walk(lines);
    return excerpt.kept;
  }

  private void walk(List<String> lines) {
    HostClass current = null;
    String declaration = "";
    int member = 0;
    for (String line : lines) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      if (line.startsWith("}")) {
        if (current != null) {
          kept.add(line);
        }
        current = null;
      } else if (!line.startsWith(" ")) {
        SignatureList one = SignatureListParser.read("", List.of(line));
        String name = one.classes().keySet().iterator().next();
        current = above.contains(name) ? all.classes().get(name) : null;
        member = 0;
        if (current != null) {
          kept.add(line);
        }
      } else if (current != null && line.strip().startsWith("descriptor:")) {
        if (concerns(current, current.members().get(member++))) {
          kept.add(declaration);
          kept.add(line);
        }
      } else {
        declaration = line;
      }
    }
  }

  private boolean concerns(HostClass type, HostMember member) {
    HostClass stub = stubs.get(type.name());
    return stub != null
        && (wanted.contains(member.toString())
            || stub.own(member.name(), member.descriptor()).isPresent());
  }
}
