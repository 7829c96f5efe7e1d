package org.radcam.fiji;

import ij.ImagePlus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.fiji.host.FijiProgress;
import org.radcam.fiji.host.Host;
import org.radcam.fiji.host.Inputs;
import org.radcam.fiji.host.OpenImages;
import org.radcam.fiji.image.Region;
import org.radcam.fiji.image.VolumeAdapter;
import org.radcam.fiji.options.OptionText;
import org.radcam.fiji.options.RadiomicsOptions;
import org.radcam.fiji.options.Words;
import org.radcam.fiji.result.FeatureRows;
import org.radcam.image.SourceImage;
import org.radcam.radiomics.FeatureTable;
import org.radcam.radiomics.FeatureValue;
import org.radcam.radiomics.Radiomics;
import org.radcam.radiomics.RadiomicsText;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * Measures the radiomics features of a region of the active image, as {@code ./radcam radiomics}
 * does of files: the whole stack is one volume. Names of inputs are options of macros: all lower
 * case, and never changed.
 */
@Plugin(
    type = Command.class,
    initializer = "prepareInputs",
    menu = {
      @Menu(label = "Plugins"),
      @Menu(label = "RadCAM"),
      @Menu(label = "Radiomics...", weight = 12)
    })
// SciJava fills the fields; they are read by name, through Inputs.
@SuppressWarnings("unused")
public final class RadiomicsCommand extends DynamicCommand {
  @Parameter(required = false)
  private ImagePlus image;

  @Parameter(
      label = "Region",
      description = "auto: the mask or file below, else the selection, overlay or ROI Manager",
      persist = false,
      required = false)
  private String roi = RadiomicsOptions.sources().get(0);

  @Parameter(
      label = "Mask image",
      description = "An open image that is 0 outside the region",
      persist = false,
      required = false)
  private String mask = Words.NOBODY;

  @Parameter(
      label = "Region file",
      description = "ImageJ's .roi or .zip, or a mask image",
      style = FileWidget.OPEN_STYLE,
      persist = false,
      required = false)
  private File roifile;

  @Parameter(
      label = "Selection counts on slices",
      description = "current, all, or for example 3-9",
      persist = false,
      required = false)
  private String roislices = Words.CURRENT;

  @Parameter(
      label = "Label in the mask",
      description = "Only voxels of this value; empty for all that are not 0",
      persist = false,
      required = false)
  private String label = "";

  @Parameter(
      label = "Discretisation",
      description = "fbn:N (N bins), fbs:W (bins of the width W), or none",
      persist = false,
      required = false)
  private String discretisation = RadiomicsText.DISCRETISATION;

  @Parameter(
      label = "Of the intensity-volume histogram",
      description = "The same; empty for fbn:1000, or none with none",
      persist = false,
      required = false)
  private String ivh = "";

  @Parameter(
      label = "Intensity range",
      description = "LOW:HIGH or LOW:, for example -500:400; empty for all",
      persist = false,
      required = false)
  private String range = "";

  @Parameter(
      label = "Outliers beyond (SD)",
      description = "Standard deviations from the mean, for example 3; empty for none",
      persist = false,
      required = false)
  private String outliers = "";

  @Parameter(
      label = "Resample to (mm)",
      description = "One size, or three with 0 for an axis as it is (1,1,0); empty for none",
      persist = false,
      required = false)
  private String spacing = "";

  @Parameter(label = "Interpolation", persist = false, required = false)
  private String interpolation = RadiomicsText.interpolationNames().get(0);

  @Parameter(
      label = "Round resampled intensities",
      description = "As is usual for CT",
      persist = false,
      required = false)
  private boolean round;

  @Parameter(
      label = "Filter",
      description = "log:SIGMA (in mm) or wavelet:LLH; empty for none",
      persist = false,
      required = false)
  private String filter = "";

  @Parameter(
      label = "Families",
      description = "Separated by commas, for example morphology,statistics; empty for all",
      persist = false,
      required = false)
  private String families = "";

  @Parameter(
      label = "Aggregations of texture",
      description = "Of 2D,2.5D,3D; empty for all",
      persist = false,
      required = false)
  private String aggregations = "";

  @Parameter(
      label = "Table to write (CSV)",
      style = FileWidget.SAVE_STYLE,
      persist = false,
      required = false)
  private File output;

  /** Called by SciJava before the dialog. */
  @SuppressWarnings("unused")
  private void prepareInputs() {
    Inputs inputs = new Inputs(this);
    if (!Host.attended() || image == null) {
      // Nobody answers a dialog; without an image there is nothing to ask.
      inputs.resolveAll();
      return;
    }
    List<ImagePlus> open = OpenImages.all();
    List<String> masks = new ArrayList<>(List.of(Words.NOBODY));
    open.stream()
        .filter(other -> other != image)
        .forEach(other -> masks.add(OpenImages.word(other, open)));
    inputs.choices("roi", RadiomicsOptions.sources());
    inputs.choices("mask", masks);
    inputs.choices("interpolation", RadiomicsText.interpolationNames());
  }

  @Override
  public void run() {
    try (FijiProgress progress = new FijiProgress(context(), getInfo().getTitle())) {
      RadiomicsOptions options =
          RadiomicsOptions.of(Host.inMacro() ? OptionText.parse(Host.macroOptions()) : typed());
      progress.report(0, "Measuring features");
      measure(requireImage(), options, progress);
    } catch (CancellationException e) {
      Host.cancelled(this, "Cancelled. Nothing was measured.");
    } catch (UserException e) {
      Host.fail(this, e.getMessage());
    } catch (OutOfMemoryError e) {
      Host.fail(
          this,
          "There is not enough memory for this image. Give ImageJ more with"
              + " Edit > Options > Memory & Threads...");
    }
  }

  private static void measure(ImagePlus measured, RadiomicsOptions options, Progress progress) {
    SourceImage source = VolumeAdapter.volume(measured);
    Region region = RadiomicsRegion.of(measured, source.geometry(), options);
    List<FeatureValue> features =
        Radiomics.extract(source, region.mask(), options.settings(), progress);
    options.output().ifPresent(file -> write(file, features));
    if (Host.attended()) {
      FeatureRows.show(measured.getTitle(), features);
    } else {
      FeatureRows.add(measured.getTitle(), features);
    }
    long undefined = FeatureTable.undefined(features);
    Host.note(
        features.size()
            + " features of the region '"
            + region.name()
            + "' on '"
            + measured.getTitle()
            + "'"
            + (undefined == 0 ? "" : ", " + undefined + " of them without a value (NaN)"));
  }

  private static void write(Path file, List<FeatureValue> features) {
    try {
      FeatureTable.write(file, features);
    } catch (IOException e) {
      throw new UserException("Cannot write to " + file + ": " + e.getMessage(), e);
    }
  }

  private ImagePlus requireImage() {
    if (image == null) {
      throw new UserException("No image is open. Open one first, for example with File > Open...");
    }
    if (image.getProcessor() == null) {
      throw new UserException("The option 'image' names no open image.");
    }
    return image;
  }

  /** What is typed in, as a macro would say it. */
  private OptionText typed() {
    Inputs inputs = new Inputs(this);
    Map<String, String> typed = new LinkedHashMap<>();
    for (String key : RadiomicsOptions.KEYS) {
      if (!key.equals("image")) {
        inputs.text(key).ifPresent(value -> typed.put(key, value));
      }
    }
    return OptionText.of(typed);
  }
}
