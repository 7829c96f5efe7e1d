package org.radcam.features;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.model.RadiomicsSpec;
import org.radcam.prepare.AppliedStep;
import org.radcam.prepare.Prepared;
import org.radcam.radiomics.FeatureValue;
import org.radcam.radiomics.Radiomics;

/**
 * The radiomics features of one image, named as {@link RadiomicsSpec#prefix} and the IBSI's tag
 * say.
 *
 * @param values by name; NaN where a feature has no value for this region
 * @param steps how the image was prepared
 * @param calibrated whether the image tells its pixels' size in millimetres
 */
public record RadiomicsFeatures(
    Map<String, Double> values, List<AppliedStep> steps, boolean calibrated) {
  public RadiomicsFeatures {
    steps = List.copyOf(steps);
  }

  /**
   * Measures.
   *
   * @param wanted names the filters whose images are to be measured
   * @param roi on the reference image's grid
   * @param reference grid of the reference image
   * @throws UserException if the image cannot be prepared, or nothing of the region lies on it
   */
  public static RadiomicsFeatures of(
      RadiomicsSpec spec,
      Predicate<String> wanted,
      SourceImage image,
      Mask roi,
      Geometry reference) {
    Prepared prepared = spec.preparation().apply(image, Optional.of(roi), reference);
    Geometry grid = prepared.volume().geometry();
    Mask region = on(grid, roi);
    if (region.isEmpty()) {
      throw new UserException(
          touches(grid, roi)
              ? "The region of interest is so small that no voxel of '"
                  + image.name()
                  + "' has its centre inside. Draw it larger."
              : "The region of interest lies outside '"
                  + image.name()
                  + "'. Draw it on this image.");
    }
    Map<String, Double> values = new LinkedHashMap<>();
    for (String filter : spec.filters()) {
      if (wanted.test(filter)) {
        for (FeatureValue feature :
            Radiomics.extract(prepared.volume(), region, spec.settings(filter))) {
          values.put(spec.prefix(filter) + feature.tag(), feature.value());
        }
      }
    }
    return new RadiomicsFeatures(values, prepared.steps(), grid.unit() == LengthUnit.MILLIMETRE);
  }

  /** Whether one of the region's voxels has its centre in a voxel of the grid. */
  private static boolean touches(Geometry grid, Mask roi) {
    Size size = grid.size();
    Size own = roi.geometry().size();
    return roi.voxels().stream()
        .mapToObj(
            n -> {
              int row = n / own.columns();
              int slice = row / own.rows();
              return roi.geometry().toPatient(n % own.columns(), row % own.rows(), slice);
            })
        .map(grid::toIndex)
        .anyMatch(
            at ->
                Math.abs(2 * at.x() + 1 - size.columns()) <= size.columns()
                    && Math.abs(2 * at.y() + 1 - size.rows()) <= size.rows()
                    && Math.abs(2 * at.z() + 1 - size.slices()) <= size.slices());
  }

  /** The region on another grid of the same space: the voxels whose centre lies in it. */
  private static Mask on(Geometry grid, Mask roi) {
    if (grid.sameGridAs(roi.geometry())) {
      return new Mask(grid, roi.voxels());
    }
    Size size = grid.size();
    Size own = roi.geometry().size();
    BitSet inside = new BitSet();
    for (int k = 0; k < size.slices(); k++) {
      for (int j = 0; j < size.rows(); j++) {
        for (int i = 0; i < size.columns(); i++) {
          Vector3 at = roi.geometry().toIndex(grid.toPatient(i, j, k));
          int x = (int) Math.round(at.x());
          int y = (int) Math.round(at.y());
          int z = (int) Math.round(at.z());
          if (x >= 0
              && y >= 0
              && z >= 0
              && x < own.columns()
              && y < own.rows()
              && z < own.slices()
              && roi.contains(x, y, z)) {
            inside.set(size.index(i, j, k));
          }
        }
      }
    }
    return new Mask(grid, inside);
  }
}
