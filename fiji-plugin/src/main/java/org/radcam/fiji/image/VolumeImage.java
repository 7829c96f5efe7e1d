package org.radcam.fiji.image;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.plugin.ContrastEnhancer;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.util.Optional;
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

  private static final int SHIFT = SliceValues.SIGNED_SHIFT;

  private VolumeImage() {}

  /**
   * Makes an image; it is not shown.
   *
   * @throws UserException where the volume is in colours, which a label cannot bring back
   */
  public static ImagePlus of(SourceImage source) {
    if (source.traits().colour()) {
      throw new UserException(
          "'"
              + source.name()
              + "' is in colours, and a volume is grey: open it with File > Open...");
    }
    Kind kind = Kind.of(source.volume().voxels(), source.traits());
    return kind == Kind.FLOAT ? of(inModalityUnits(source), kind) : of(source, kind);
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

  private static ImagePlus of(SourceImage source, Kind kind) {
    ImageTraits traits = source.traits();
    Size size = source.geometry().size();
    ImageStack stack = new ImageStack(size.columns(), size.rows());
    for (int k = 0; k < size.slices(); k++) {
      stack.addSlice(label(source, kind, k), slice(source.volume(), kind, k));
    }
    ImagePlus image = new ImagePlus(source.name(), stack);
    if (size.slices() == 1) {
      image.setProperty("Info", label(source, kind, 0));
    }
    image.setCalibration(calibration(source.geometry(), traits, kind));
    image.setSlice(size.slices() / 2 + 1);
    show(image, traits);
    return image;
  }

  private enum Kind {
    BYTE,
    UNSIGNED,
    SIGNED,
    FLOAT;

    /** The narrowest kind that holds all values. */
    static Kind of(float[] values, ImageTraits traits) {
      float low = 0;
      float high = 0;
      for (float value : values) {
        // Minus zero and NaN are no whole numbers of ImageJ's.
        if (value != Math.rint(value) || Float.floatToRawIntBits(value) == Integer.MIN_VALUE) {
          return FLOAT;
        }
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      boolean plain = traits.rescaleSlope() == 1 && traits.rescaleIntercept() == 0;
      if (low >= 0 && high <= 0xFF && plain) {
        return BYTE;
      }
      if (low >= 0 && high <= 0xFFFF) {
        return UNSIGNED;
      }
      return low >= -SHIFT && high < SHIFT ? SIGNED : FLOAT;
    }
  }

  private static ImageProcessor slice(Volume volume, Kind kind, int k) {
    Size size = volume.size();
    int area = size.columns() * size.rows();
    float[] all = volume.voxels();
    int start = k * area;
    if (kind == Kind.FLOAT) {
      float[] pixels = new float[area];
      System.arraycopy(all, start, pixels, 0, area);
      return new FloatProcessor(size.columns(), size.rows(), pixels);
    }
    if (kind == Kind.BYTE) {
      byte[] pixels = new byte[area];
      for (int n = 0; n < area; n++) {
        pixels[n] = (byte) (int) all[start + n];
      }
      return new ByteProcessor(size.columns(), size.rows(), pixels);
    }
    int shift = kind == Kind.SIGNED ? SHIFT : 0;
    short[] pixels = new short[area];
    for (int n = 0; n < area; n++) {
      pixels[n] = (short) ((int) all[start + n] + shift);
    }
    return new ShortProcessor(size.columns(), size.rows(), pixels, null);
  }

  /** What ImageJ would keep of a DICOM header, and the grid. */
  private static String label(SourceImage source, Kind kind, int k) {
    ImageTraits traits = source.traits();
    StringBuilder label = new StringBuilder(line(source.name()));
    int slices = source.geometry().size().slices();
    label.append(slices > 1 ? " slice " + (k + 1) + "\n" : "\n");
    boolean placed = source.placement().known();
    label.append(new GridLabel(source.geometry(), k, placed).line()).append('\n');
    element(label, DicomHeader.MODALITY, "Modality", traits.modality());
    element(label, DicomHeader.SERIES_DESCRIPTION, "Series Description", traits.description());
    element(label, DicomHeader.SPECIES, "Patient Species Description", traits.species());
    element(label, DicomHeader.BODY_PART, "Body Part Examined", traits.bodyPart());
    element(label, DicomHeader.VIEW_POSITION, "View Position", traits.view());
    element(
        label,
        DicomHeader.FRAME_OF_REFERENCE,
        "Frame of Reference UID",
        source.placement().frameOfReference());
    boolean dark = traits.brightness() == Brightness.LARGE_IS_DARK;
    element(
        label,
        DicomHeader.PHOTOMETRIC,
        "Photometric Interpretation",
        Optional.of(dark ? "MONOCHROME1" : "MONOCHROME2"));
    element(
        label,
        DicomHeader.PIXEL_REPRESENTATION,
        "Pixel Representation",
        Optional.of(kind == Kind.SIGNED ? "1" : "0"));
    return label.toString();
  }

  private static void element(
      StringBuilder label, String tag, String name, Optional<String> value) {
    value.ifPresent(
        text ->
            label
                .append(tag)
                .append("  ")
                .append(name)
                .append(": ")
                .append(line(text))
                .append('\n'));
  }

  /** Texts of files are hostile: one could hold a line that looks like an element. */
  private static String line(String text) {
    return text.replaceAll("\\R|\\p{Cntrl}", " ");
  }

  private static Calibration calibration(Geometry grid, ImageTraits traits, Kind kind) {
    Calibration calibration = new Calibration();
    calibration.pixelWidth = grid.spacing().x();
    calibration.pixelHeight = grid.spacing().y();
    calibration.pixelDepth = grid.spacing().z();
    calibration.setUnit(grid.unit() == LengthUnit.MILLIMETRE ? "mm" : "pixel");
    double slope = traits.rescaleSlope();
    double shift = kind == Kind.SIGNED ? SHIFT * slope : 0;
    if (kind == Kind.SIGNED || slope != 1 || traits.rescaleIntercept() != 0) {
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
