package org.radcam.config;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcam.UserException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a YAML document that is read strictly: a missing, misspelt, surplus or mistyped
 * entry is a {@link UserException} that names the file and the line.
 *
 * <p>Works on the document's nodes, so nothing in the file can name a Java class.
 *
 * <pre>{@code
 * YamlSection card = YamlSection.read("rdf.yaml", reader);
 * String name = card.text("name");
 * YamlSection radcam = card.section("config").section("radcam");
 * radcam.allowOnly("task", "classes");
 * }</pre>
 */
public final class YamlSection {
  /** Cards and task descriptions take some kilobytes; a megabyte is no longer one of them. */
  private static final int MAX_CHARACTERS = 1 << 20;

  private final String file;
  private final String path;
  private final MappingNode node;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * One entry.
   *
   * @param file where it stands
   * @param under the entry of the same name in the section that this one was laid over
   */
  private record Entry(String file, Node node, Optional<Entry> under) {}

  private YamlSection(String file, String path, MappingNode node) {
    this.file = file;
    this.path = path;
    this.node = node;
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw error(tuple.getKeyNode(), "a key must be a plain word");
      }
      Entry entry = new Entry(file, tuple.getValueNode(), Optional.empty());
      if (entries.put(key.getValue(), entry) != null) {
        throw error(key, "'" + key.getValue() + "' is given twice");
      }
    }
  }

  /** Reads a document whose top is a mapping. {@code file} is its name for messages. */
  public static YamlSection read(String file, Reader reader) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CHARACTERS);
    options.setMaxAliasesForCollections(0);
    Node top;
    try {
      top = new Yaml(options).compose(reader);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new UserException(file + ", line " + line + ": not valid YAML: " + e.getProblem(), e);
    } catch (YAMLException e) {
      throw new UserException(file + ": not valid YAML: " + e.getMessage(), e);
    }
    if (!(top instanceof MappingNode mapping)) {
      throw new UserException(file + ": expected a YAML mapping at the top");
    }
    return new YamlSection(file, "", mapping);
  }

  /**
   * This section with whatever it lacks taken from another. Of mappings that both have, entry by
   * entry; texts and lists are this section's alone. Errors name the file that an entry came from.
   */
  public YamlSection over(YamlSection base) {
    YamlSection both = new YamlSection(file, path, node);
    both.entries.clear();
    both.entries.putAll(base.entries);
    entries.forEach(
        (key, own) ->
            both.entries.put(
                key,
                new Entry(own.file(), own.node(), Optional.ofNullable(base.entries.get(key)))));
    return both;
  }

  /** This section, with whatever it was laid over, as a YAML document of its own. */
  public String asYaml() {
    StringWriter text = new StringWriter();
    DumperOptions options = new DumperOptions();
    options.setWidth(100);
    Yaml yaml = new Yaml(options);
    yaml.serialize(merged(), text);
    return text.toString();
  }

  private MappingNode merged() {
    List<NodeTuple> tuples = new ArrayList<>();
    entries.forEach(
        (key, entry) ->
            tuples.add(
                new NodeTuple(
                    new ScalarNode(Tag.STR, key, null, null, DumperOptions.ScalarStyle.PLAIN),
                    entry.node() instanceof MappingNode
                        ? asSection(key, entry).merged()
                        : entry.node())));
    return new MappingNode(Tag.MAP, tuples, DumperOptions.FlowStyle.BLOCK);
  }

  public boolean has(String key) {
    return entries.containsKey(key);
  }

  public Set<String> keys() {
    return entries.keySet();
  }

  /** Fails if there is any entry that is not named here. */
  public void allowOnly(String... keys) {
    Set<String> allowed = new LinkedHashSet<>(List.of(keys));
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      if (!allowed.contains(entry.getKey())) {
        throw error(
            entry.getValue(),
            "unknown entry '" + entry.getKey() + "'; expected one of " + String.join(", ", keys));
      }
    }
  }

  public String text(String key) {
    if (required(key).node() instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    throw error(required(key), "'" + key + "' must be a text");
  }

  public Optional<String> optionalText(String key) {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  public double number(String key) {
    try {
      double value = Double.parseDouble(text(key));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw error(required(key), "'" + key + "' must be a number, not '" + text(key) + "'");
    }
    throw error(required(key), "'" + key + "' must be a finite number");
  }

  public double number(String key, double absent) {
    return has(key) ? number(key) : absent;
  }

  public int integer(String key) {
    double value = number(key);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw error(required(key), "'" + key + "' must be a whole number, not " + text(key));
    }
    return (int) value;
  }

  public int integer(String key, int absent) {
    return has(key) ? integer(key) : absent;
  }

  /** One of the named words. */
  public String choice(String key, List<String> words) {
    String value = text(key);
    if (!words.contains(value)) {
      throw error(
          required(key),
          "'" + key + "' is '" + value + "'; expected one of " + String.join(", ", words));
    }
    return value;
  }

  /** One of the named words; absent is the first of them. */
  public String choiceOrFirst(String key, List<String> words) {
    return has(key) ? choice(key, words) : words.get(0);
  }

  /** {@code true} or {@code false}; absent is false. */
  public boolean flag(String key) {
    return choiceOrFirst(key, List.of("false", "true")).equals("true");
  }

  /** A list of finite numbers; absent is empty. */
  public List<Double> numbers(String key) {
    List<Double> numbers = new ArrayList<>();
    for (String text : texts(key)) {
      double value;
      try {
        value = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw (UserException)
            errorAt(key, "'" + key + "' must be a list of numbers, not '" + text + "'")
                .initCause(e);
      }
      if (!Double.isFinite(value)) {
        throw errorAt(key, "'" + key + "' must be a list of finite numbers");
      }
      numbers.add(value);
    }
    return List.copyOf(numbers);
  }

  public YamlSection section(String key) {
    return asSection(key, required(key));
  }

  public Optional<YamlSection> optionalSection(String key) {
    return has(key) ? Optional.of(section(key)) : Optional.empty();
  }

  /** A list of mappings; absent is empty. */
  public List<YamlSection> sections(String key) {
    List<YamlSection> sections = new ArrayList<>();
    for (Entry item : items(key)) {
      sections.add(asSection(key, item));
    }
    return List.copyOf(sections);
  }

  /** A list of texts; absent is empty. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Entry item : items(key)) {
      if (!(item.node() instanceof ScalarNode scalar)) {
        throw error(item, "'" + key + "' must be a list of texts");
      }
      texts.add(scalar.getValue().strip());
    }
    return List.copyOf(texts);
  }

  /** A list of texts, or a single one without brackets; absent is empty. */
  public List<String> textOrTexts(String key) {
    return has(key) && required(key).node() instanceof ScalarNode ? List.of(text(key)) : texts(key);
  }

  /** An error about this section, naming the file and the line where it begins. */
  public UserException error(String message) {
    return error(node, message);
  }

  /** An error about one entry of this section. */
  public UserException errorAt(String key, String message) {
    return has(key) ? error(required(key), message) : error(node, message);
  }

  private List<Entry> items(String key) {
    if (!has(key)) {
      return List.of();
    }
    Entry entry = required(key);
    if (entry.node() instanceof SequenceNode sequence) {
      return sequence.getValue().stream()
          .map(item -> new Entry(entry.file(), item, Optional.empty()))
          .toList();
    }
    throw error(entry, "'" + key + "' must be a list");
  }

  private YamlSection asSection(String key, Entry value) {
    String below = path.isEmpty() ? key : path + "." + key;
    if (!(value.node() instanceof MappingNode mapping)) {
      throw error(value, "'" + key + "' must hold named entries");
    }
    YamlSection own = new YamlSection(value.file(), below, mapping);
    return value
        .under()
        .filter(base -> base.node() instanceof MappingNode)
        .map(base -> own.over(asSection(key, base)))
        .orElse(own);
  }

  private Entry required(String key) {
    Entry value = entries.get(key);
    if (value == null) {
      throw error(node, "the entry '" + key + "' is missing");
    }
    return value;
  }

  private UserException error(Entry at, String message) {
    return error(at.file(), at.node(), message);
  }

  private UserException error(Node at, String message) {
    return error(file, at, message);
  }

  private UserException error(String name, Node at, String message) {
    String where = path.isEmpty() ? "" : " (in " + path + ")";
    return new UserException(
        name + ", line " + (at.getStartMark().getLine() + 1) + where + ": " + message);
  }
}
