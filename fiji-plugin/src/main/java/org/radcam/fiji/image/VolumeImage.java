package org.radcam.fiji.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.plugin.ContrastEnhancer;
import java.util.Map;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;

/**
 * A volume of the library as an ImageJ image, from which {@link VolumeAdapter} makes the same
 * volume again.
 *
 * <ul>
 *   <li>Whole numbers become 8 or 16 bits, signed ones shifted as ImageJ does; the rescale to
 *       modality units is the calibration of values.
 *   <li>Others become 32 bits, for which ImageJ has no such calibration: a rescale is applied.
 *   <li>Grid, frame of reference and what the image says of itself are in the label of each slice.
 *   <li>CT is shown in a window for soft tissue, other images from their darkest to their brightest
 *       parts; nothing of that changes a value.
 * </ul>
 */
public final class VolumeImage {
  /** Share of the pixels that may be black or white, in percent: ImageJ's own usual one. */
  private static final double SATURATED = 0.35;

  /** The soft-tissue window of CT, in Hounsfield units. */
  private static final double CT_LOW = -160;

  private static final double CT_HIGH = 240;

  private VolumeImage() {}

  /** An image of a volume whose file says no more of it. */
  public static ImagePlus of(SourceImage source) {
    return of(source, Map.of());
  }

  /**
   * Makes an image; it is not shown.
   *
   * @param words what else the file's header says, by DICOM tags as {@code GGGG,EEEE}
   * @throws UserException where the volume is in colours, which a label cannot bring back
   */
  public static ImagePlus of(SourceImage source, Map<String, String> words) {
    if (source.traits().colour()) {
      throw new UserException(
          "'"
              + source.name()
              + "' is in colours, and a volume is grey: open it with File > Open...");
    }
    PixelKind kind = PixelKind.of(source.volume().voxels(), source.traits());
    return of(kind == PixelKind.FLOAT ? inModalityUnits(source) : source, kind, words);
  }

  private static SourceImage inModalityUnits(SourceImage source) {
    ImageTraits traits = source.traits();
    Rescale line = new Rescale(traits.rescaleSlope(), traits.rescaleIntercept());
    if (line.equals(Rescale.NONE)) {
      return source;
    }
    float[] voxels = source.volume().voxels().clone();
    for (int n = 0; n < voxels.length; n++) {
      voxels[n] = line.of(voxels[n]);
    }
    return new SourceImage(
        source.name(),
        new Volume(source.geometry(), voxels),
        traits.withRescale(1, 0),
        source.placement());
  }

  private static ImagePlus of(SourceImage source, PixelKind kind, Map<String, String> words) {
    ImageTraits traits = source.traits();
    Size size = source.geometry().size();
    ImageStack stack = new ImageStack(size.columns(), size.rows());
    VolumeLabel label = new VolumeLabel(source, kind == PixelKind.SIGNED, words);
    for (int k = 0; k < size.slices(); k++) {
      stack.addSlice(label.of(k), kind.slice(source.volume(), k));
    }
    ImagePlus image = new ImagePlus(source.name(), stack);
    if (size.slices() == 1) {
      image.setProperty("Info", label.of(0));
    }
    image.setCalibration(calibration(source.geometry(), traits, kind));
    image.setSlice(size.slices() / 2 + 1);
    show(image, traits);
    return image;
  }

  private static Calibration calibration(Geometry grid, ImageTraits traits, PixelKind kind) {
    Calibration calibration = new Calibration();
    calibration.pixelWidth = grid.spacing().x();
    calibration.pixelHeight = grid.spacing().y();
    calibration.pixelDepth = grid.spacing().z();
    calibration.setUnit(grid.unit() == LengthUnit.MILLIMETRE ? "mm" : "pixel");
    double slope = traits.rescaleSlope();
    double shift = kind == PixelKind.SIGNED ? SliceValues.SIGNED_SHIFT * slope : 0;
    if (kind == PixelKind.SIGNED || slope != 1 || traits.rescaleIntercept() != 0) {
      calibration.setFunction(
          Calibration.STRAIGHT_LINE,
          new double[] {traits.rescaleIntercept() - shift, slope},
          traits.modality().filter("CT"::equals).map(ct -> "HU").orElse("Gray Value"));
    }
    return calibration;
  }

  private static void show(ImagePlus image, ImageTraits traits) {
    if (traits.modality().filter("CT"::equals).isPresent()) {
      Calibration values = image.getCalibration();
      image.setDisplayRange(values.getRawValue(CT_LOW), values.getRawValue(CT_HIGH));
    } else {
      new ContrastEnhancer().stretchHistogram(image, SATURATED);
    }
    if (traits.brightness() == Brightness.LARGE_IS_DARK) {
      image.getProcessor().invertLut();
      image.getStack().setColorModel(image.getProcessor().getColorModel());
    }
  }
}
