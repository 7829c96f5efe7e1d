package org.radcam.weasis.run;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.viewer.Drawing;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.weasis.viewer.ViewerSeries;
import org.radcam.weasis.viewer.ViewerSeries.SeriesImage;

/**
 * The one image of a series that a model is given which takes single slices, and the region on it.
 *
 * <ul>
 *   <li>The image in view, where there is no region or the region is on it.
 *   <li>Else the image on which the region is largest, the first of those that tie.
 * </ul>
 *
 * @param image the slice
 * @param mask the region on it
 */
record RegionSlice(SeriesImage image, Optional<Mask> mask) {

  /** Finds it. */
  static RegionSlice of(
      ViewedImage viewed, RegionChoice region, RegionReader regions, Progress progress) {
    if (region instanceof RegionChoice.Drawn drawn) {
      return drawn(viewed, drawn, regions, progress);
    }
    SeriesImage inView = viewed.series().slice(viewed.image(), progress);
    return region instanceof RegionChoice.Stored
        ? stored(viewed.series(), inView, region, regions, progress)
        : new RegionSlice(inView, Optional.empty());
  }

  private static RegionSlice drawn(
      ViewedImage viewed, RegionChoice.Drawn drawn, RegionReader regions, Progress progress) {
    List<Integer> images = drawn.drawings().stream().map(Drawing::image).distinct().toList();
    if (images.contains(viewed.image())) {
      images = List.of(viewed.image());
    }
    Optional<RegionSlice> largest = Optional.empty();
    for (int image : images.stream().sorted().toList()) {
      SeriesImage slice = viewed.series().slice(image, progress);
      RegionSlice found = new RegionSlice(slice, regions.mask(drawn, slice));
      if (largest.isEmpty() || found.count() > largest.get().count()) {
        largest = Optional.of(found);
      }
    }
    return largest.orElseThrow();
  }

  private int count() {
    return mask.map(Mask::count).orElse(0);
  }

  private static RegionSlice stored(
      ViewerSeries series,
      SeriesImage inView,
      RegionChoice region,
      RegionReader regions,
      Progress progress) {
    if (series.images() == 1) {
      return new RegionSlice(inView, regions.mask(region, inView));
    }
    try {
      Optional<Mask> mask = regions.mask(region, inView);
      if (mask.isPresent() && !mask.get().isEmpty()) {
        return new RegionSlice(inView, mask);
      }
    } catch (UserException e) {
      progress.checkCancelled(); // it is not on that image; the whole series decides
    }
    SeriesImage whole = series.volume(progress);
    Mask mask = regions.mask(region, whole).orElseThrow();
    int k = largestSlice(mask);
    SeriesImage slice = series.slice(whole.slices().get(k), progress);
    return new RegionSlice(
        slice, Optional.of(new Mask(slice.source().geometry(), onSlice(mask, k))));
  }

  /** The slice, from 0, on which a region has most voxels; the first of those that tie. */
  static int largestSlice(Mask mask) {
    int most = 0;
    int slice = 0;
    for (int k = 0; k < mask.geometry().size().slices(); k++) {
      int count = onSlice(mask, k).cardinality();
      if (count > most) {
        most = count;
        slice = k;
      }
    }
    return slice;
  }

  private static BitSet onSlice(Mask mask, int k) {
    Size size = mask.geometry().size();
    int area = size.columns() * size.rows();
    return mask.voxels().get(k * area, (k + 1) * area);
  }
}
