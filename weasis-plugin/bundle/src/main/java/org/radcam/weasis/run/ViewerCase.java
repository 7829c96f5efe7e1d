package org.radcam.weasis.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcam.classify.Case;
import org.radcam.image.Geometry;
import org.radcam.weasis.viewer.ViewerSeries;

/**
 * A case, and how it lies on what the viewer shows.
 *
 * @param subject what is classified
 * @param layouts where the images of each role lie
 */
public record ViewerCase(Case subject, Map<String, Layout> layouts) {
  public ViewerCase {
    layouts = Collections.unmodifiableMap(new LinkedHashMap<>(layouts));
  }

  /**
   * A series' images on the grid that the library has of them.
   *
   * @param series the series
   * @param grid the grid of the role's image
   * @param slices which of the series' images each slice of the grid is
   */
  public record Layout(ViewerSeries series, Geometry grid, List<Integer> slices) {
    public Layout {
      slices = List.copyOf(slices);
    }
  }
}
