package org.radcam.fiji.heat;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.LUT;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.radcam.fiji.image.PlaceText;

/** Heat maps as a 32-bit image with the source image's calibration. */
public final class HeatImage {
  private HeatImage() {}

  /**
   * The values as the method gave them, in logit units, on the pixels of the source image; NaN
   * where the network did not look. Maps of a volume give all its slices; of a stack of pictures,
   * slices without a heat map are left out. Several subjects or stages become channels, all with
   * the same range. Labels tell slice, subject, stage, the class that is explained, and the model.
   */
  public static ImagePlus of(ImagePlus source, HeatMaps maps) {
    HeatChannels channels = HeatChannels.of(maps.layers(), source.getStackSize());
    boolean stages = maps.stages().size() > 1;
    ImageStack stack = new ImageStack(source.getWidth(), source.getHeight());
    for (int slice : channels.slices()) {
      String text = PlaceText.of(source, slice);
      String place = text.isEmpty() ? "" : "\n" + text;
      for (int channel = 0; channel < channels.channels().size(); channel++) {
        Optional<HeatLayer> heat = channels.at(channel, slice);
        stack.addSlice(
            heat.map(known -> label(known, slice, stages)).orElse("slice " + slice) + place,
            new FloatProcessor(source.getWidth(), source.getHeight(), values(heat, slice, source)));
      }
    }
    ImagePlus image = new ImagePlus("heat map of " + source.getTitle(), stack);
    if (stack.size() == 1) {
      // ImageJ forgets the label of a stack of one.
      image.setProp("Slice_Label", stack.getSliceLabel(1));
    }
    image.setCalibration(calibration(source, "logit"));
    double high = highest(maps);
    return coloured(image, channels, HeatLut.of(maps.look().style().colours()), high);
  }

  private static float[] values(Optional<HeatLayer> heat, int slice, ImagePlus source) {
    if (heat.isPresent()) {
      return heat.get().values(slice).clone();
    }
    float[] nothing = new float[source.getWidth() * source.getHeight()];
    Arrays.fill(nothing, Float.NaN);
    return nothing;
  }

  private static String label(HeatLayer heat, int slice, boolean stages) {
    List<String> parts = new ArrayList<>(List.of("slice " + slice));
    if (!heat.subject().isEmpty()) {
      parts.add(heat.subject());
    }
    if (stages) {
      parts.add(heat.stage().isEmpty() ? "final" : "stage " + heat.stage());
    }
    parts.add(heat.classKey());
    parts.add(heat.modelId());
    return String.join(", ", parts);
  }

  private static double highest(HeatMaps maps) {
    float high = 0;
    for (HeatLayer heat : maps.layers()) {
      high = heat.peak() > high ? heat.peak() : high;
    }
    return high > 0 ? high : 1;
  }

  private static ImagePlus coloured(
      ImagePlus image, HeatChannels channels, LUT colours, double high) {
    int count = channels.channels().size();
    if (count == 1) {
      image.setLut(colours);
      image.setDisplayRange(0, high);
      return image;
    }
    image.setDimensions(count, channels.slices().size(), 1);
    CompositeImage all = new CompositeImage(image, CompositeImage.COLOR);
    colours.min = 0;
    colours.max = high;
    for (int channel = 1; channel <= count; channel++) {
      all.setChannelLut(colours, channel);
    }
    all.setOpenAsHyperStack(true);
    return all;
  }

  /** The source's sizes and units, with values of another kind. */
  static Calibration calibration(ImagePlus source, String valueUnit) {
    Calibration calibration = source.getCalibration().copy();
    calibration.disableDensityCalibration();
    calibration.setValueUnit(valueUnit);
    return calibration;
  }
}
