package org.radcam.weasis.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.classify.CaseSpace;
import org.radcam.classify.ClinicalValues;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.SourceImage;
import org.radcam.model.ModelCard;
import org.radcam.task.RoiPolicy;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.region.RegionMasks;
import org.radcam.weasis.viewer.ViewerSeries;
import org.radcam.weasis.viewer.ViewerSeries.SeriesImage;

/**
 * Makes the case that a request asks for, from the series that are open in the viewer.
 *
 * <ul>
 *   <li>A model that takes volumes gets whole series, and the region on the reference image's grid.
 *   <li>A model that takes single slices gets one image of the reference series, as {@link
 *       RegionSlice} chooses it. Of the other series it gets the whole where the viewed image knows
 *       its place, so that the slice that fits is found; otherwise the viewed image.
 *   <li>A model that takes no images gets the clinical values alone, whatever else was chosen.
 *   <li>Refused, before a series is read: what {@link RoleSeries} and {@link ClinicalValues}
 *       refuse, and no region where one is needed.
 *   <li>Refused then: what a series refuses, a region without a pixel, images that cannot be laid
 *       over each other ({@link CaseSpace}; differing frames of reference, unless the request
 *       accepts them).
 * </ul>
 *
 * <p>Stateless; slow, never on the event dispatch thread.
 */
public final class SeriesCases implements CaseBuilder {
  /** How a case without an image is called. */
  private static final String VALUES = "clinical values";

  private final RegionReader regions;

  /** Makes cases whose regions are read as {@link RegionMasks} does. */
  public SeriesCases() {
    this(RegionMasks::mask);
  }

  SeriesCases(RegionReader regions) {
    this.regions = regions;
  }

  @Override
  public ViewerCase build(ClassifyRequest request, Progress progress) {
    ModelCard card = request.model().card();
    ClinicalValues.check(card, request.clinical());
    List<RoleSeries> series = RoleSeries.of(card, request.images());
    if (series.isEmpty()) {
      return new ViewerCase(
          new Case(VALUES, Map.of(), Optional.empty(), request.clinical()), Map.of());
    }
    checkRegion(card, request.region(), series.get(0));
    progress.checkCancelled();
    Map<String, SeriesImage> images = new LinkedHashMap<>();
    Optional<Mask> mask;
    RoleSeries reference = series.get(0);
    Progress first = new PartProgress(progress, 0, series.size());
    if (card.takesVolumes()) {
      SeriesImage volume = reference.viewed().series().volume(first);
      images.put(reference.role().key(), volume);
      mask = regions.mask(request.region(), volume);
    } else {
      RegionSlice slice = RegionSlice.of(reference.viewed(), request.region(), regions, first);
      images.put(reference.role().key(), slice.image());
      mask = slice.mask();
    }
    if (mask.isPresent() && mask.get().isEmpty()) {
      throw new UserException("The region of interest holds no pixel. Draw a larger one.");
    }
    for (int n = 1; n < series.size(); n++) {
      progress.checkCancelled();
      Progress part = new PartProgress(progress, n, series.size());
      images.put(series.get(n).role().key(), other(card, series.get(n), part));
    }
    progress.checkCancelled();
    return laidOut(request, series, images, mask);
  }

  private static void checkRegion(ModelCard card, RegionChoice region, RoleSeries reference) {
    boolean needed = card.needsRoi() || card.task().roi() == RoiPolicy.REQUIRED;
    if (needed && region instanceof RegionChoice.Nothing) {
      throw new UserException(
          card.task().title()
              + " needs a region of interest. Draw one around the lesion on '"
              + reference.title()
              + "', or choose a region of a segmentation or structure set.");
    }
  }

  private static SeriesImage other(ModelCard card, RoleSeries one, Progress progress) {
    ViewerSeries series = one.viewed().series();
    if (card.takesVolumes()) {
      return series.volume(progress);
    }
    SeriesImage viewed = series.slice(one.viewed().image(), progress);
    return series.images() > 1 && viewed.source().placement().known()
        ? series.volume(progress)
        : viewed;
  }

  private static ViewerCase laidOut(
      ClassifyRequest request,
      List<RoleSeries> series,
      Map<String, SeriesImage> images,
      Optional<Mask> mask) {
    Map<String, SourceImage> sources = new LinkedHashMap<>();
    images.forEach((role, image) -> sources.put(role, image.source()));
    String id = images.get(series.get(0).role().key()).source().name();
    Case subject = new Case(id, sources, mask, request.clinical());
    Map<String, Geometry> grids =
        CaseSpace.of(request.model().card(), subject, request.options().acceptFrames()).grids();
    Map<String, ViewerCase.Layout> layouts = new LinkedHashMap<>();
    for (RoleSeries one : series) {
      String role = one.role().key();
      layouts.put(
          role,
          new ViewerCase.Layout(one.viewed().series(), grids.get(role), images.get(role).slices()));
    }
    return new ViewerCase(subject, layouts);
  }
}
