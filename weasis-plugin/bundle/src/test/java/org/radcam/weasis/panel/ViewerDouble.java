package org.radcam.weasis.panel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.weasis.viewer.HeatDisplay;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.weasis.viewer.Viewer;
import org.radcam.weasis.viewer.ViewerSeries;

/** A viewer that shows what a test says, and remembers what it was asked to do. */
public final class ViewerDouble implements Viewer {
  private final List<Runnable> listeners = new ArrayList<>();
  private final List<Path> added = new ArrayList<>();
  private final Heat heat = new Heat();
  private List<ViewerSeries> series = List.of();
  private Optional<ViewedImage> selected = Optional.empty();

  /** What is laid over the images. */
  public static final class Heat implements HeatDisplay {
    private Optional<HeatSource> shown = Optional.empty();
    private Optional<ViewedImage> wentTo = Optional.empty();
    private int changes;
    private boolean away;

    @Override
    public void show(HeatSource source) {
      shown = Optional.of(source);
      changes++;
    }

    @Override
    public void clear() {
      shown = Optional.empty();
      changes++;
    }

    @Override
    public boolean goTo(ViewedImage image) {
      boolean there = !away;
      if (there) {
        wentTo = Optional.of(image);
      }
      return there;
    }

    /** The selected view shows another series from now on, or the one that is asked for. */
    public void setAway(boolean other) {
      away = other;
    }

    public Optional<HeatSource> shown() {
      return shown;
    }

    public Optional<ViewedImage> wentTo() {
      return wentTo;
    }

    /** How often something else was shown. */
    public int changes() {
      return changes;
    }
  }

  /** Selects an image of a patient, and tells whoever listens. */
  public void select(List<? extends ViewerSeries> ofPatient, ViewerSeries one, int image) {
    series = List.copyOf(ofPatient);
    selected = Optional.of(new ViewedImage(one, image));
    tell();
  }

  /** Selects nothing. */
  public void selectNothing() {
    series = List.of();
    selected = Optional.empty();
    tell();
  }

  /** Tells whoever listens that something changed. */
  public void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }

  public int listeners() {
    return listeners.size();
  }

  @Override
  public Optional<ViewedImage> selected() {
    return selected;
  }

  @Override
  public List<ViewerSeries> seriesOfPatient() {
    return series;
  }

  @Override
  public Subscription listen(Runnable changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }

  @Override
  public HeatDisplay heatDisplay() {
    return heat;
  }

  public Heat heat() {
    return heat;
  }

  @Override
  public void addToPatient(List<Path> files) {
    added.addAll(files);
  }

  public List<Path> added() {
    return added;
  }
}
