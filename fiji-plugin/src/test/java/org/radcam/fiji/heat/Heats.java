package org.radcam.fiji.heat;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ShortProcessor;
import org.radcam.classify.HeatMap;
import org.radcam.fiji.image.VolumeImage;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.LengthUnit;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

/** Heat maps for tests, without a model. */
final class Heats {
  private static final double TURN = 0.3;

  private Heats() {}

  /** A map of one slice that is hot in one pixel, made of the pixels that the image has. */
  static HeatLayer spot(ImagePlus image, int slice, int x, int y) {
    Geometry grid = Geometry.millimetres(Size.of(image.getWidth(), image.getHeight()), 0.5, 0.7, 1);
    Volume volume = Volume.filled(grid, 0);
    volume.voxels()[grid.size().index(x, y, 0)] = 3;
    return layer(image, "", HeatLayer.FINAL, on(grid, volume), slice);
  }

  /** A map that is not interpolated: its values are the image's pixels. */
  static HeatMap on(Geometry grid, Volume values) {
    return new HeatMap("finding", "grad-cam", values, grid, values);
  }

  /** A layer made of the pixels that the image has. */
  static HeatLayer layer(
      ImagePlus image, String subject, String stage, HeatMap map, int firstSlice) {
    MadeOf made = MadeOf.of(map.onSource().size(), firstSlice, "not known yet");
    return new HeatLayer(subject, stage, map, firstSlice, "m", InputDigest.of(image, made));
  }

  /** A volume of 40 x 30 x 12 voxels, not square, turned in the patient, as it is opened. */
  static ImagePlus volume() {
    Size size = new Size(40, 30, 12);
    Geometry grid =
        new Geometry(
            size,
            new Vector3(0.8, 1.1, 3),
            new Vector3(-20, 12, 100),
            Direction.ofPlane(
                new Vector3(Math.cos(TURN), Math.sin(TURN), 0),
                new Vector3(-Math.sin(TURN), Math.cos(TURN), 0)),
            LengthUnit.MILLIMETRE);
    Volume volume = Volume.filled(grid, 0);
    for (int n = 0; n < volume.voxels().length; n++) {
      volume.voxels()[n] = (n * 37) % 211;
    }
    return VolumeImage.of(new SourceImage("v", volume, ImageTraits.UNKNOWN, Placement.KNOWN));
  }

  /** A stack of pictures without a place. */
  static ImagePlus pictures(int width, int height, int slices) {
    ImageStack stack = new ImageStack(width, height);
    for (int n = 1; n <= slices; n++) {
      ShortProcessor picture = new ShortProcessor(width, height);
      picture.setValue(10 * n);
      picture.fill();
      stack.addSlice(picture);
    }
    return new ImagePlus("s", stack);
  }

  /**
   * A map as of a network that looked at a block of a volume: 3 x 3 x 3 features over 16 x 12 x 6
   * voxels, the largest in the middle.
   *
   * @param corner first voxel of the block
   * @param peak largest feature
   */
  static HeatMap block(Geometry grid, int[] corner, float peak) {
    Geometry seen = grid.crop(corner[0], corner[1], corner[2], new Size(16, 12, 6));
    Volume raw = Volume.filled(seen.withSize(new Size(3, 3, 3)), -0.5f);
    raw.voxels()[raw.size().index(1, 1, 1)] = peak;
    raw.voxels()[raw.size().index(2, 1, 1)] = peak / 2;
    return HeatMap.of("finding", "grad-cam", raw, seen, grid);
  }
}
