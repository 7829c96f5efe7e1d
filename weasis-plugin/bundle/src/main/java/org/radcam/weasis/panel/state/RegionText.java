package org.radcam.weasis.panel.state;

import org.radcam.weasis.viewer.StoredRegion;

/** How regions are called. */
public final class RegionText {
  private RegionText() {}

  /** A source, with what it has now. */
  public static String of(RegionSource source, RegionEntry entry) {
    if (source instanceof RegionSource.None) {
      return Messages.text("region.none");
    }
    if (source instanceof RegionSource.Stored one) {
      return stored(one.region());
    }
    int count = entry.count(source);
    String key = source instanceof RegionSource.All ? "region.all" : "region.selected";
    return Messages.text(key, count);
  }

  /** Whether two sources mean the same. */
  public static boolean isSame(RegionSource one, RegionSource other) {
    if (one instanceof RegionSource.Stored first && other instanceof RegionSource.Stored second) {
      return first.isSameAs(second.region());
    }
    return one.equals(other);
  }

  static String drawings(int count) {
    return count == 1 ? Messages.text("region.one") : Messages.text("region.several", count);
  }

  static String stored(StoredRegion region) {
    return Messages.text("region.stored", region.name(), region.kind());
  }
}
