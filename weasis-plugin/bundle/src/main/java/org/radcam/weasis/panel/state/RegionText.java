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
      String title = stored(one.region());
      return entry.isAmbiguous(one.region())
          ? Messages.text("region.stored.of", title, one.region().origin())
          : title;
    }
    int count = entry.count(source);
    String key = source instanceof RegionSource.All ? "region.all" : "region.selected";
    return Messages.text(key, count);
  }

  static String drawings(int count) {
    return count == 1 ? Messages.text("region.one") : Messages.text("region.several", count);
  }

  static String stored(StoredRegion region) {
    return Messages.text("region.stored", region.name(), region.kind());
  }
}
