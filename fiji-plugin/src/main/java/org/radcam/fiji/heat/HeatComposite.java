package org.radcam.fiji.heat;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.awt.Color;

/** An image and its heat as the two channels of a composite. */
public final class HeatComposite {
  private HeatComposite() {}

  /**
   * A 32-bit composite of all slices: channel 1 is the image, in its calibrated values and with the
   * contrast that it is shown with, channel 2 the heat as it is shown, 0 to 1, NaN where no network
   * looked. The heat's lookup table is black below the threshold, and as bright as the opacity
   * says, since channels add up.
   */
  public static ImagePlus of(ImagePlus source, HeatMaps maps) {
    ShownHeat heat = maps.chosen();
    int width = source.getWidth();
    int height = source.getHeight();
    ImageStack stack = new ImageStack(width, height);
    for (int slice = 1; slice <= source.getStackSize(); slice++) {
      String label = source.getStack().getShortSliceLabel(slice);
      stack.addSlice(label, grey(source, slice));
      stack.addSlice(
          "heat: " + heat.classes(slice),
          new FloatProcessor(width, height, heat.shares(slice, width * height)));
    }
    ImagePlus image = new ImagePlus("heat over " + source.getTitle(), stack);
    image.setDimensions(2, source.getStackSize(), 1);
    image.setCalibration(HeatImage.calibration(source, ""));
    CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
    composite.setChannelLut(greyTable(source), 1);
    LUT colours = HeatLut.toAdd(maps.look().style());
    colours.min = 0;
    colours.max = 1;
    composite.setChannelLut(colours, 2);
    composite.setOpenAsHyperStack(true);
    return composite;
  }

  private static ImageProcessor grey(ImagePlus source, int slice) {
    ImageProcessor pixels = source.getStack().getProcessor(slice);
    Calibration calibration = source.getCalibration();
    if (calibration.calibrated() && pixels.getBitDepth() <= 16) {
      pixels.setCalibrationTable(calibration.getCTable());
    }
    // Without scaling: the values themselves, of RGB the brightness.
    ImageProcessor values = pixels.convertToFloat();
    return values == pixels ? values.duplicate() : values;
  }

  private static LUT greyTable(ImagePlus source) {
    LUT table = LUT.createLutFromColor(Color.WHITE);
    ImageProcessor shown = source.getProcessor();
    if (source.isInvertedLut()) {
      table = table.createInvertedLut();
    }
    Calibration calibration = source.getCalibration();
    boolean rgb = source.getBitDepth() == 24;
    table.min = rgb ? 0 : calibration.getCValue(shown.getMin());
    table.max = rgb ? 255 : calibration.getCValue(shown.getMax());
    return table;
  }
}
