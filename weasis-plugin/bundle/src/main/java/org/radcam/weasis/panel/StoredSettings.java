package org.radcam.weasis.panel;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.radcam.UserException;
import org.radcam.engine.DeviceChoice;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;
import org.radcam.weasis.viewer.Viewer.Subscription;

/**
 * Settings kept as short texts, such as a host's preferences are. A text that cannot be understood
 * (of another version, or edited by hand) counts as not set.
 */
public final class StoredSettings implements PluginSettings {
  private static final String PREFIX = "radcam.";
  private static final String DEVICE = PREFIX + "device";
  private static final String PACKAGES = PREFIX + "packages";
  private static final String KEEP = PREFIX + "keep-model";
  private static final String COLOURS = PREFIX + "heat.colours";
  private static final String OPACITY = PREFIX + "heat.opacity";
  private static final String THRESHOLD = PREFIX + "heat.threshold";
  private static final String RESULTS = PREFIX + "results";
  private static final String TASK = PREFIX + "task";
  private static final String MODEL = PREFIX + "model.";

  private final Texts texts;
  private final Path captureFolder;
  private final List<Runnable> listeners = new ArrayList<>();

  /** Where texts are kept. */
  public interface Texts {
    /** The text of a key; empty where none was set. */
    Optional<String> get(String key);

    /** Sets a text; an empty one takes it away. */
    void set(String key, String text);
  }

  /**
   * @param texts the host's preferences
   * @param captureFolder see {@link #captureFolder()}
   */
  public StoredSettings(Texts texts, Path captureFolder) {
    this.texts = texts;
    this.captureFolder = captureFolder;
  }

  @Override
  public DeviceChoice device() {
    return read(DEVICE, DeviceChoice::parse).orElse(DeviceChoice.AUTO);
  }

  @Override
  public void setDevice(DeviceChoice device) {
    write(DEVICE, device.toString());
  }

  @Override
  public Optional<Path> packageFolder() {
    return read(PACKAGES, Path::of);
  }

  @Override
  public void setPackageFolder(Optional<Path> folder) {
    write(PACKAGES, folder.map(Path::toString).orElse(""));
  }

  @Override
  public boolean keepModel() {
    return read(KEEP, Function.identity()).filter("false"::equals).isEmpty();
  }

  @Override
  public void setKeepModel(boolean keep) {
    write(KEEP, keep ? "" : "false");
  }

  @Override
  public HeatStyle look() {
    HeatStyle usual = HeatStyle.DEFAULT;
    return new HeatStyle(
        read(COLOURS, ColourMap::of).orElse(usual.colours()),
        share(OPACITY).orElse(usual.opacity()),
        share(THRESHOLD).orElse(usual.threshold()));
  }

  @Override
  public void setLook(HeatStyle look) {
    if (look.equals(look())) {
      return;
    }
    texts.set(COLOURS, look.colours().title());
    texts.set(OPACITY, Double.toString(look.opacity()));
    texts.set(THRESHOLD, Double.toString(look.threshold()));
    tell();
  }

  @Override
  public Optional<Path> resultsFolder() {
    return read(RESULTS, Path::of);
  }

  @Override
  public void setResultsFolder(Optional<Path> folder) {
    write(RESULTS, folder.map(Path::toString).orElse(""));
  }

  @Override
  public Optional<String> lastTask() {
    return read(TASK, Function.identity());
  }

  @Override
  public Optional<String> lastModel(String task) {
    return read(MODEL + task, Function.identity());
  }

  @Override
  public void setLast(String task, String model) {
    write(TASK, task);
    write(MODEL + task, model);
  }

  @Override
  public Path captureFolder() {
    return captureFolder;
  }

  @Override
  public Subscription listen(Runnable changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }

  private Optional<Double> share(String key) {
    return read(key, Double::valueOf).filter(share -> share >= 0 && share <= 1);
  }

  private <T> Optional<T> read(String key, Function<String, T> meaning) {
    try {
      return texts.get(key).filter(text -> !text.isBlank()).map(meaning);
    } catch (UserException | InvalidPathException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private void write(String key, String text) {
    if (!texts.get(key).orElse("").equals(text)) {
      texts.set(key, text);
      tell();
    }
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
