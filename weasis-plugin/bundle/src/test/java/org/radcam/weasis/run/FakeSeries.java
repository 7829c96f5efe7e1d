package org.radcam.weasis.run;

import java.util.List;
import java.util.Map;
import org.radcam.Progress;
import org.radcam.task.SeriesTraits;
import org.radcam.weasis.viewer.Drawing;
import org.radcam.weasis.viewer.StoredRegion;
import org.radcam.weasis.viewer.ViewerSeries;

/** A series of which only the number of images, and whether it is open, matters. */
public final class FakeSeries implements ViewerSeries {
  private final int images;
  private volatile boolean open = true;

  public FakeSeries(int images) {
    this.images = images;
  }

  void close() {
    open = false;
  }

  @Override
  public String title() {
    return "Test series";
  }

  @Override
  public SeriesTraits traits() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, String> headerWords() {
    return Map.of();
  }

  @Override
  public int images() {
    return images;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public SeriesImage volume(Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SeriesImage slice(int image, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Drawing> drawings() {
    return List.of();
  }

  @Override
  public List<StoredRegion> storedRegions() {
    return List.of();
  }
}
