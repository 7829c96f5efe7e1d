package org.radcam.weasis.panel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.viewer.Drawing;
import org.radcam.weasis.viewer.StoredRegion;
import org.radcam.weasis.viewer.ViewerSeries;

/**
 * Where the region comes from, and what is there now.
 *
 * <p>Until the user chooses, the first of these that is there is taken:
 *
 * <ul>
 *   <li>selected drawings of the reference series;
 *   <li>all its drawings;
 *   <li>the region of a segmentation or structure set, if there is exactly one.
 * </ul>
 */
public final class RegionEntry {
  private Optional<RegionSource> byUser = Optional.empty();
  private List<Drawing> drawings = List.of();
  private List<StoredRegion> stored = List.of();

  /** Takes the user's choice. */
  public void choose(RegionSource source) {
    // The user may have chosen from what was there a moment ago.
    byUser = now(source).or(() -> Optional.of(source));
  }

  void forget() {
    byUser = Optional.empty();
  }

  /**
   * Looks at what the reference series has now. A stored region that is gone is forgotten, also
   * where another one has its name; one that was opened again is taken as it is now.
   */
  void lookAt(Optional<ViewerSeries> reference) {
    lookAt(
        reference.map(ViewerSeries::drawings).orElse(List.of()),
        reference.map(ViewerSeries::storedRegions).orElse(List.of()));
  }

  void lookAt(List<Drawing> drawn, List<StoredRegion> defined) {
    drawings = drawn;
    stored = defined;
    byUser = byUser.flatMap(this::now);
  }

  private Optional<RegionSource> now(RegionSource source) {
    return source instanceof RegionSource.Stored one
        ? stored.stream().filter(one.region()::equals).findFirst().map(RegionSource.Stored::new)
        : Optional.of(source);
  }

  /** Whether another stored region has the same name and kind. */
  boolean isAmbiguous(StoredRegion region) {
    return stored.stream()
        .anyMatch(
            one ->
                !one.equals(region)
                    && one.name().equals(region.name())
                    && one.kind().equals(region.kind()));
  }

  /** What can be chosen from. */
  public List<RegionSource> sources() {
    List<RegionSource> sources =
        new ArrayList<>(
            List.of(new RegionSource.None(), new RegionSource.Selected(), new RegionSource.All()));
    stored.stream().map(RegionSource.Stored::new).forEach(sources::add);
    return sources;
  }

  /** What counts now. */
  public RegionSource source() {
    return byUser.orElseGet(this::proposed);
  }

  private RegionSource proposed() {
    if (drawings.stream().anyMatch(Drawing::selected)) {
      return new RegionSource.Selected();
    }
    if (!drawings.isEmpty()) {
      return new RegionSource.All();
    }
    return stored.size() == 1 ? new RegionSource.Stored(stored.get(0)) : new RegionSource.None();
  }

  /** How many drawings a source has now; 1 for a stored region. */
  public int count(RegionSource source) {
    if (source instanceof RegionSource.Stored) {
      return 1;
    }
    return drawings(source).size();
  }

  private List<Drawing> drawings(RegionSource source) {
    if (source instanceof RegionSource.All) {
      return drawings;
    }
    return source instanceof RegionSource.Selected
        ? drawings.stream().filter(Drawing::selected).toList()
        : List.of();
  }

  /** The region as it is now. */
  public RegionChoice choice() {
    RegionSource source = source();
    if (source instanceof RegionSource.Stored one) {
      return new RegionChoice.Stored(one.region());
    }
    List<Drawing> drawn = drawings(source);
    return drawn.isEmpty() ? new RegionChoice.Nothing() : new RegionChoice.Drawn(drawn);
  }
}
