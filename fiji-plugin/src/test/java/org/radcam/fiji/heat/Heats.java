package org.radcam.fiji.heat;

import ij.ImagePlus;
import org.radcam.classify.HeatMap;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Volume;

/** Heat maps for tests, without a model. */
final class Heats {
  private Heats() {}

  /** A map of one slice that is hot in one pixel, made of the pixels that the image has. */
  static HeatLayer spot(ImagePlus image, int slice, int x, int y) {
    Geometry grid = Geometry.millimetres(Size.of(image.getWidth(), image.getHeight()), 0.5, 0.7, 1);
    Volume volume = Volume.filled(grid, 0);
    volume.voxels()[grid.size().index(x, y, 0)] = 3;
    return layer(image, "", HeatLayer.FINAL, volume, slice);
  }

  /** A map with these values, made of the pixels that the image has. */
  static HeatLayer layer(
      ImagePlus image, String subject, String stage, Volume values, int firstSlice) {
    HeatMap map = new HeatMap("finding", "grad-cam", values, values.geometry(), values);
    String digest = InputDigest.of(image, MadeOf.of(values.size(), firstSlice, "not known yet"));
    return new HeatLayer(subject, stage, map, firstSlice, "m", digest);
  }
}
