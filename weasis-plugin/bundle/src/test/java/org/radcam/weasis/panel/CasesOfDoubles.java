package org.radcam.weasis.panel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.radcam.Progress;
import org.radcam.classify.Case;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.run.CaseMaker;
import org.radcam.weasis.run.ClassifyRequest;
import org.radcam.weasis.run.ViewerCase;
import org.radcam.weasis.run.ViewerCase.Layout;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.weasis.viewer.ViewerSeries.SeriesImage;

/** Makes cases of whole series and stored regions, without looking at anything. */
public final class CasesOfDoubles implements CaseMaker {
  @Override
  public ViewerCase build(ClassifyRequest request, Progress progress) {
    Map<String, SourceImage> images = new LinkedHashMap<>();
    Map<String, Layout> layouts = new LinkedHashMap<>();
    Optional<Mask> mask = Optional.empty();
    String name = "clinical values";
    for (Map.Entry<String, ViewedImage> entry : request.images().entrySet()) {
      ViewedImage viewed = entry.getValue();
      SeriesImage read = viewed.series().volume(progress);
      Geometry grid = read.source().geometry();
      if (images.isEmpty()) {
        name = viewed.series().title();
        if (request.region() instanceof RegionChoice.Stored stored) {
          mask = Optional.of(stored.region().on(grid, read.source().placement()));
        }
      }
      images.put(entry.getKey(), read.source());
      layouts.put(entry.getKey(), new Layout(viewed.series(), grid, read.slices()));
      progress.report((double) images.size() / request.images().size(), "Reading the images");
    }
    return new ViewerCase(new Case(name, images, mask, request.clinical()), layouts);
  }
}
