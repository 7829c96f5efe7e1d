package org.radcam.network.weights.mapping;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.radcam.network.weights.BadWeightsException;
import org.radcam.network.weights.Names;
import org.radcam.network.weights.TensorEntry;
import org.radcam.network.weights.TensorReader;

/**
 * A file of tensors under the names that our networks have. These rules are tried once, in this
 * order, on the names that the ones before it left; what none of them knows keeps its name, so that
 * a strict loader can list it:
 *
 * <ol>
 *   <li>a prefix of every name: {@code module.}, then {@code model.}, {@code net.} or {@code
 *       network.};
 *   <li>the first of {@link RadImageNet}, {@link CheXNet}, {@link TorchXRayVision} and {@link
 *       MedicalNet} that recognises them;
 *   <li>{@link OldDenseNet}.
 * </ol>
 */
public final class MappedReader implements TensorReader {
  private static final List<NameRule> PREFIXES =
      List.of(
          new Prefix("module."), new Prefix("model."), new Prefix("net."), new Prefix("network."));

  private static final List<NameRule> FAMILIES =
      List.of(new RadImageNet(), new CheXNet(), new TorchXRayVision(), new MedicalNet());

  private static final NameRule OLD = new OldDenseNet();

  private final TensorReader reader;
  private final Map<String, TensorEntry> bySource = new LinkedHashMap<>();
  private final List<String> report = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private InputScaling scaling;

  /**
   * @param reader a file as it is; closed with this
   * @throws BadWeightsException if two tensors would have one name
   */
  public MappedReader(TensorReader reader) {
    this.reader = reader;
    Map<String, TensorEntry> byName = new LinkedHashMap<>();
    reader.entries().forEach(entry -> byName.put(entry.name(), entry));
    Map<String, String> sources = new LinkedHashMap<>();
    byName.keySet().forEach(name -> sources.put(name, name));
    for (NameRule rule : PREFIXES) {
      rule.recognise(byName).ifPresent(applied -> apply(applied, byName, sources));
    }
    FAMILIES.stream()
        .flatMap(rule -> rule.recognise(byName).stream())
        .findFirst()
        .ifPresent(applied -> apply(applied, byName, sources));
    OLD.recognise(byName).ifPresent(applied -> apply(applied, byName, sources));
    byName.forEach((name, entry) -> bySource.put(sources.get(name), entry));
  }

  /** Renames the keys of both maps. */
  private void apply(
      Applied applied, Map<String, TensorEntry> byName, Map<String, String> sources) {
    report.add(applied.report());
    applied.scaling().ifPresent(wanted -> scaling = wanted);
    Map<String, TensorEntry> before = new LinkedHashMap<>(byName);
    Map<String, String> sourcesBefore = new LinkedHashMap<>(sources);
    byName.clear();
    sources.clear();
    before.forEach(
        (name, entry) -> {
          Optional<String> target = applied.rename().apply(name);
          if (target.isEmpty()) {
            leftOut.add(sourcesBefore.get(name));
            return;
          }
          String ours = target.get();
          if (byName.put(ours, named(entry, ours)) != null) {
            throw new BadWeightsException(
                reader.file(), "two of its tensors would be '" + Names.shown(ours) + "'");
          }
          sources.put(ours, sourcesBefore.get(name));
        });
  }

  private static TensorEntry named(TensorEntry entry, String name) {
    return new TensorEntry(name, entry.type(), entry.shape(), entry.begin(), entry.end());
  }

  /** What was recognised, one line for each rule; empty where the names are torchvision's. */
  public List<String> report() {
    return List.copyOf(report);
  }

  /** Names, in the file, of tensors that are known and not needed. */
  public List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /** What such weights want of their input, where the names tell. */
  public Optional<InputScaling> scaling() {
    return Optional.ofNullable(scaling);
  }

  @Override
  public String file() {
    return reader.file();
  }

  @Override
  public Map<String, String> metadata() {
    return reader.metadata();
  }

  @Override
  public List<TensorEntry> entries() {
    return List.copyOf(bySource.values());
  }

  @Override
  public void read(Predicate<TensorEntry> wanted, BiConsumer<TensorEntry, ByteBuffer> consumer)
      throws IOException {
    reader.read(
        entry -> bySource.containsKey(entry.name()) && wanted.test(bySource.get(entry.name())),
        (entry, values) -> consumer.accept(bySource.get(entry.name()), values));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
