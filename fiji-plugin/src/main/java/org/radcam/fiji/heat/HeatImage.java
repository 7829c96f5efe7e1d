package org.radcam.fiji.heat;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.LUT;
import java.util.Map;
import org.radcam.image.Volume;
import org.radcam.render.ColourMap;

/** Heat maps as a 32-bit image with the source image's calibration. */
public final class HeatImage {
  private HeatImage() {}

  /**
   * The values as the method gave them, in logit units, on the pixels of the source image; NaN
   * where the network did not look. Slices without a heat map are left out; labels tell which ones
   * are there, the class that is explained, and the model.
   */
  public static ImagePlus of(ImagePlus source, HeatMaps maps) {
    ImageStack stack = new ImageStack(source.getWidth(), source.getHeight());
    float high = 0;
    for (Map.Entry<Integer, SliceHeat> entry : maps.bySlice().entrySet()) {
      SliceHeat heat = entry.getValue();
      Volume values = heat.map().onSource();
      String label =
          "slice " + entry.getKey() + ", " + heat.map().classKey() + ", " + heat.modelId();
      stack.addSlice(
          label,
          new FloatProcessor(source.getWidth(), source.getHeight(), values.voxels().clone()));
      high = Math.max(high, values.range().high());
    }
    ImagePlus image = new ImagePlus("heat map of " + source.getTitle(), stack);
    if (stack.size() == 1) {
      // ImageJ forgets the label of a stack of one.
      image.setProp("Slice_Label", stack.getSliceLabel(1));
    }
    Calibration calibration = source.getCalibration().copy();
    calibration.disableDensityCalibration();
    calibration.setValueUnit("logit");
    image.setCalibration(calibration);
    image.setLut(lut(maps.style().colours()));
    image.setDisplayRange(0, high > 0 ? high : 1);
    return image;
  }

  private static LUT lut(ColourMap colours) {
    byte[] red = new byte[256];
    byte[] green = new byte[256];
    byte[] blue = new byte[256];
    for (int n = 0; n < 256; n++) {
      int rgb = colours.rgb(n / 255f);
      red[n] = (byte) (rgb >> 16);
      green[n] = (byte) (rgb >> 8);
      blue[n] = (byte) rgb;
    }
    return new LUT(red, green, blue);
  }
}
