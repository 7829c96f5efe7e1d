package org.radcam.weasis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.task.SeriesTraits;
import org.radcam.weasis.viewer.Drawing;
import org.radcam.weasis.viewer.StoredRegion;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.weasis.viewer.ViewerSeries;

/**
 * A series in memory. The viewer lists its images in the reverse order of the volume's slices, so
 * that image 0 is the last slice: who mixes them up is found out.
 *
 * <pre>{@code
 * TestSeries ct = TestSeries.of("CT", "CT", 8, 8, 5).in("1.2");
 * }</pre>
 */
public final class TestSeries implements ViewerSeries {
  private final SourceImage volume;
  private final List<Drawing> drawings = new ArrayList<>();
  private final List<StoredRegion> regions = new ArrayList<>();
  private final List<String> read = new ArrayList<>();
  private SeriesTraits traits;
  private Map<String, String> words = Map.of();
  private Optional<String> refusal = Optional.empty();
  private volatile boolean open = true;

  private TestSeries(SourceImage volume, SeriesTraits traits) {
    this.volume = volume;
    this.traits = traits;
  }

  /** A series of an image. */
  public static TestSeries of(SourceImage volume) {
    return new TestSeries(
        volume,
        SeriesTraits.described(
            volume.traits().modality(), volume.traits().description(), volume.name()));
  }

  /** A series of which only the number of images, and whether it is open, matters. */
  public static TestSeries of(int images) {
    return of("Test series", "MR", 1, 1, images);
  }

  /** A series whose voxels are their index, in millimetres. */
  public static TestSeries of(String title, String modality, int columns, int rows, int slices) {
    Geometry grid = Geometry.millimetres(new Size(columns, rows, slices), 0.5, 0.8, 3);
    float[] voxels = new float[grid.size().voxels()];
    for (int i = 0; i < voxels.length; i++) {
      voxels[i] = i;
    }
    SourceImage image =
        new SourceImage(title, new Volume(grid, voxels), ImageTraits.UNKNOWN, Placement.KNOWN);
    return new TestSeries(
        image, SeriesTraits.described(Optional.of(modality), Optional.of(title), title));
  }

  /** The same in a frame of reference. */
  public TestSeries in(String frameOfReference) {
    return placed(Placement.in(frameOfReference));
  }

  /** The same with another place. */
  public TestSeries placed(Placement placement) {
    return new TestSeries(
        new SourceImage(volume.name(), volume.volume(), volume.traits(), placement), traits);
  }

  /** Says this of itself from now on. */
  public TestSeries saying(SeriesTraits other) {
    traits = other;
    return this;
  }

  /** Has these words in its header from now on. */
  public TestSeries with(Map<String, String> header) {
    words = header;
    return this;
  }

  /** Is no volume from now on, for this reason. */
  public TestSeries refusing(String sentence) {
    refusal = Optional.of(sentence);
    return this;
  }

  public TestSeries draw(Drawing drawing) {
    drawings.add(drawing);
    return this;
  }

  public TestSeries store(StoredRegion region) {
    regions.add(region);
    return this;
  }

  public void close() {
    open = false;
  }

  /** One of its images, as a view shows it. */
  public ViewedImage image(int number) {
    return new ViewedImage(this, number);
  }

  /** The image that slice k of the volume is. */
  public int imageOf(int slice) {
    return images() - 1 - slice;
  }

  /** What was read of it: {@code volume}, or an image's number. */
  public List<String> read() {
    return Collections.unmodifiableList(read);
  }

  @Override
  public String title() {
    return volume.name();
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
    return volume.geometry().size().slices();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public SeriesImage volume(Progress progress) {
    checkOpen();
    refusal.ifPresent(
        sentence -> {
          throw new UserException(sentence);
        });
    progress.checkCancelled();
    progress.report(1, "Reading " + title());
    read.add("volume");
    return new SeriesImage(
        volume, IntStream.range(0, images()).map(this::imageOf).boxed().toList());
  }

  @Override
  public SeriesImage slice(int image, Progress progress) {
    checkOpen();
    progress.checkCancelled();
    read.add(String.valueOf(image));
    return new SeriesImage(
        new SourceImage(
            title() + ":" + (image + 1),
            volume.volume().slice(imageOf(image)),
            volume.traits(),
            volume.placement()),
        List.of(image));
  }

  private void checkOpen() {
    if (!open) {
      throw new UserException("The series '" + title() + "' has been closed.");
    }
  }

  @Override
  public List<Drawing> drawings() {
    return List.copyOf(drawings);
  }

  @Override
  public List<StoredRegion> storedRegions() {
    return List.copyOf(regions);
  }
}
