package org.radcam.weasis.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.task.SeriesTraits;
import org.radcam.weasis.viewer.Drawing;
import org.radcam.weasis.viewer.StoredRegion;
import org.radcam.weasis.viewer.ViewerSeries;

/** A series whose every part a test can set. */
public final class SeriesDouble implements ViewerSeries {
  private final String title;
  private final SeriesTraits traits;
  private final Optional<SourceImage> image;
  private final int images;
  private final List<Drawing> drawings = new ArrayList<>();
  private final List<StoredRegion> stored = new ArrayList<>();
  private final Map<String, String> words = new LinkedHashMap<>();
  private boolean open = true;
  private UserException failure;
  private Optional<CountDownLatch> gate = Optional.empty();

  private SeriesDouble(String title, SeriesTraits traits, Optional<SourceImage> image, int images) {
    this.title = title;
    this.traits = traits;
    this.image = image;
    this.images = images;
  }

  /** A series without pixels. */
  public static SeriesDouble named(String description, String modality, int images) {
    String title = description + " (" + modality + ", " + images + ")";
    return new SeriesDouble(title, traits(description, modality), Optional.empty(), images);
  }

  /** A series with pixels. */
  public static SeriesDouble of(String description, String modality, SourceImage image) {
    int images = image.geometry().size().slices();
    String title = description + " (" + modality + ", " + images + ")";
    return new SeriesDouble(title, traits(description, modality), Optional.of(image), images);
  }

  private static SeriesTraits traits(String description, String modality) {
    return SeriesTraits.described(Optional.of(modality), Optional.of(description), description);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public SeriesTraits traits() {
    return traits;
  }

  @Override
  public Map<String, String> headerWords() {
    return words;
  }

  @Override
  public int images() {
    return images;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  /** Cannot be read from now on; null for that it can again. */
  public void fail(UserException why) {
    failure = why;
  }

  /** Is not read before this opens. */
  public void holdBack(CountDownLatch until) {
    gate = Optional.of(until);
  }

  public void close() {
    open = false;
  }

  @Override
  public SeriesImage volume(Progress progress) {
    gate.ifPresent(SeriesDouble::await);
    if (!open) {
      throw new UserException("The series was closed.");
    }
    if (failure != null) {
      throw failure;
    }
    SourceImage whole = image.orElseThrow();
    return new SeriesImage(whole, IntStream.range(0, images).boxed().toList());
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public SeriesImage slice(int n, Progress progress) {
    SourceImage whole = volume(progress).source();
    if (images == 1) {
      return new SeriesImage(whole, List.of(0));
    }
    Size size = whole.geometry().size();
    int area = size.columns() * size.rows();
    float[] values = new float[area];
    System.arraycopy(whole.volume().voxels(), n * area, values, 0, area);
    return new SeriesImage(
        new SourceImage(
            whole.name(),
            new Volume(whole.geometry().slice(n), values),
            whole.traits(),
            whole.placement()),
        List.of(n));
  }

  @Override
  public List<Drawing> drawings() {
    return List.copyOf(drawings);
  }

  /** Draws something; whoever listens to the viewer is not told. */
  public void draw(Drawing drawing) {
    drawings.add(drawing);
  }

  public void erase() {
    drawings.clear();
  }

  @Override
  public List<StoredRegion> storedRegions() {
    return List.copyOf(stored);
  }

  public void store(StoredRegion region) {
    stored.add(region);
  }

  /** Says something in the header. */
  public SeriesDouble saying(String word, String value) {
    words.put(word, value);
    return this;
  }
}
