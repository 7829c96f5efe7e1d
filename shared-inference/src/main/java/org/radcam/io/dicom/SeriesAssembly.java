package org.radcam.io.dicom;

import java.util.ArrayList;
import java.util.List;
import org.radcam.image.ImageTraits;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.format.ImageFormatException;

/**
 * Puts the images of a series together, slice by slice in the order of their {@link SliceStack}.
 *
 * <ul>
 *   <li>Pixel padding takes the smallest other value of its own slice, as in a single image.
 *   <li>Slopes and intercepts that are the same in all slices stay in the image's traits; where
 *       they differ (PET), each slice's are applied, and the voxels are in modality units.
 *   <li>Refused are slices that differ in whether large values are bright.
 *   <li>A series of one image is that image.
 * </ul>
 */
public final class SeriesAssembly {
  private final String name;
  private final SliceStack stack;
  private final float[] voxels;
  private final int area;
  private final List<ImageTraits> traits = new ArrayList<>();

  /**
   * An image without voxels yet.
   *
   * @param name how the user knows the series
   * @param stack whose size was checked; memory for it is taken at once
   */
  public SeriesAssembly(String name, SliceStack stack) {
    this.name = name;
    this.stack = stack;
    this.voxels = new float[stack.grid().size().voxels()];
    this.area = voxels.length / stack.order().size();
  }

  /** Adds the next image. */
  public void add(SourceImage image) throws ImageFormatException {
    if (image.volume().voxels().length != area) {
      throw new ImageFormatException("It has been changed while it was read.");
    }
    System.arraycopy(image.volume().voxels(), 0, voxels, traits.size() * area, area);
    traits.add(image.traits());
  }

  /** The whole, when every image was added. */
  public SourceImage image() throws ImageFormatException {
    if (traits.size() != stack.order().size()) {
      throw new IllegalStateException("Not all images of the series were added");
    }
    return new SourceImage(name, new Volume(stack.grid(), voxels), rescaled(), stack.placement());
  }

  /** Applies slopes and intercepts where they differ; returns what is said of the whole. */
  private ImageTraits rescaled() throws ImageFormatException {
    ImageTraits first = traits.get(0);
    boolean same = true;
    boolean colour = false;
    for (ImageTraits one : traits) {
      same &=
          one.rescaleSlope() == first.rescaleSlope()
              && one.rescaleIntercept() == first.rescaleIntercept();
      colour |= one.colour();
      if (one.brightness() != first.brightness()) {
        throw new ImageFormatException(
            "The images of the series differ in whether large values are bright"
                + " (MONOCHROME1, MONOCHROME2), so that they are not slices of one volume.");
      }
    }
    if (same) {
      return first.withColour(colour);
    }
    for (int i = 0; i < voxels.length; i++) {
      ImageTraits slice = traits.get(i / area);
      voxels[i] = (float) (slice.rescaleSlope() * voxels[i] + slice.rescaleIntercept());
    }
    return first.withColour(colour).withRescale(1, 0);
  }
}
