package org.radcam.weasis.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;

/**
 * Reads lists of signatures as {@code javap -protected -s} prints them: a header for each class,
 * and for each member its declaration and a line with its descriptor.
 */
final class SignatureListParser {
  private static final Pattern HEADER =
      Pattern.compile("(.*?)\\b(class|interface) ([\\w.$]+)(.*) \\{");
  private static final Pattern TYPE = Pattern.compile("L([\\w/$]+);");
  private static final Pattern QUALIFIED = Pattern.compile("(?:[a-z_][\\w]*\\.)+[A-Z][\\w$]*");
  private static final String DESCRIPTOR = "descriptor: ";

  private final Map<String, HostClass> classes = new LinkedHashMap<>();
  private final Set<String> named = new HashSet<>();
  private HostClass current;
  private String declaration;

  private SignatureListParser() {}

  static SignatureList read(String version, Path file) {
    try {
      return read(version, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SignatureList read(String version, List<String> lines) {
    SignatureListParser parser = new SignatureListParser();
    lines.forEach(parser::line);
    return new SignatureList(version, parser.classes, parser.named);
  }

  private void line(String line) {
    if (line.isBlank() || line.startsWith("#") || line.startsWith("}")) {
      return;
    }
    String text = line.strip();
    if (!line.startsWith(" ")) {
      header(text);
    } else if (text.startsWith(DESCRIPTOR)) {
      member(text.substring(DESCRIPTOR.length()));
    } else {
      declaration = text;
      name(text);
    }
  }

  private void header(String text) {
    Matcher header = HEADER.matcher(text);
    if (!header.matches()) {
      throw new IllegalArgumentException("not the header of a class: " + text);
    }
    boolean isInterface = header.group(2).equals("interface");
    int access = flags(header.group(1));
    if (isInterface) {
      access |= Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
    }
    String supers = withoutTypeArguments(header.group(4));
    List<String> extended = types(supers, " extends ");
    List<String> interfaces = isInterface ? extended : types(supers, " implements ");
    String superName = isInterface || extended.isEmpty() ? "java/lang/Object" : extended.get(0);
    String name = header.group(3).replace('.', '/');
    current = new HostClass(name, access, superName, interfaces, new ArrayList<>());
    classes.put(name, current);
    name(text);
  }

  private void member(String descriptor) {
    String before = declaration.replaceFirst("\\(.*", "").replaceFirst(";$", "");
    String name = before.substring(before.lastIndexOf(' ') + 1);
    boolean constructor =
        descriptor.startsWith("(") && name.replace('.', '/').equals(current.name());
    current.members().add(new HostMember(constructor ? "<init>" : name, descriptor, flags(before)));
    Matcher types = TYPE.matcher(descriptor);
    while (types.find()) {
      named.add(types.group(1));
    }
  }

  private void name(String text) {
    Matcher types = QUALIFIED.matcher(text);
    while (types.find()) {
      named.add(types.group().replace('.', '/'));
    }
  }

  private static List<String> types(String supers, String word) {
    int at = supers.indexOf(word);
    if (at < 0) {
      return List.of();
    }
    String rest = supers.substring(at + word.length()).replaceFirst(" implements .*", "");
    return Arrays.stream(rest.split(",")).map(type -> type.strip().replace('.', '/')).toList();
  }

  private static String withoutTypeArguments(String text) {
    StringBuilder kept = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '<' ? 1 : 0;
      if (depth == 0) {
        kept.append(c);
      }
      depth -= c == '>' ? 1 : 0;
    }
    return kept.toString();
  }

  private static int flags(String words) {
    int flags = 0;
    for (String word : words.split(" ")) {
      flags |=
          switch (word) {
            case "public" -> Opcodes.ACC_PUBLIC;
            case "protected" -> Opcodes.ACC_PROTECTED;
            case "static" -> Opcodes.ACC_STATIC;
            case "abstract" -> Opcodes.ACC_ABSTRACT;
            case "final" -> Opcodes.ACC_FINAL;
            default -> 0;
          };
    }
    return flags;
  }
}
