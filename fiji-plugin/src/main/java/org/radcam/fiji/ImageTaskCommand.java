package org.radcam.fiji;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.radcam.UserException;
import org.radcam.classify.ClassifyOptions;
import org.radcam.engine.DeviceChoice;
import org.radcam.fiji.host.ClassifierService;
import org.radcam.fiji.host.FijiProgress;
import org.radcam.fiji.host.Host;
import org.radcam.fiji.host.Inputs;
import org.radcam.fiji.host.Models;
import org.radcam.fiji.options.ClassifySettings;
import org.radcam.fiji.options.OptionText;
import org.radcam.fiji.options.Words;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;
import org.radcam.task.ClassLabel;
import org.radcam.task.Tasks;
import org.scijava.ItemVisibility;
import org.scijava.command.DynamicCommand;
import org.scijava.plugin.Parameter;
import org.scijava.thread.ThreadService;
import org.scijava.widget.NumberWidget;

/**
 * A task on the active image. Names of fields are options of macros: all lower case, and never
 * changed.
 *
 * <p>In a macro the options are read from the macro's line by {@link ClassifySettings}, not from
 * the fields: SciJava takes malformed numbers as 0 and finds options inside the values of others.
 */
abstract class ImageTaskCommand extends DynamicCommand {
  @Parameter(required = false)
  private ImagePlus image;

  /** Shown by SciJava's dialog. */
  @SuppressWarnings("UnusedVariable")
  @Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false)
  private String note = "";

  @Parameter(
      label = "Model",
      description = "Which model answers; ./radcam zoo list tells more of each",
      callback = "describeModel",
      persist = false,
      required = false)
  private String model = "";

  @Parameter(
      label = "Heat map of",
      description = "The class whose evidence the heat map shows",
      persist = false,
      required = false)
  private String heatmap = Words.PREDICTED;

  @Parameter(
      label = "Method",
      description = "How the heat map is made",
      persist = false,
      required = false)
  private String method = Words.methods().get(0);

  @Parameter(
      label = "Device",
      description = "auto: the graphics card where there is one, else the processor",
      persist = false,
      required = false)
  private String device = Words.DEVICES.get(0);

  @Parameter(
      label = "Slices of a stack",
      choices = {Words.CURRENT, Words.ALL},
      persist = false,
      required = false)
  private String slices = Words.CURRENT;

  @Parameter(label = "Show the heat map on the image", persist = false, required = false)
  private boolean overlay = true;

  @Parameter(
      label = "Opacity",
      min = "0",
      max = "1",
      stepSize = "0.05",
      style = NumberWidget.SLIDER_STYLE,
      persist = false,
      required = false)
  private double opacity = HeatStyle.DEFAULT.opacity();

  @Parameter(label = "Colours", persist = false, required = false)
  private String colours = HeatStyle.DEFAULT.colours().title();

  @Parameter(
      label = "Threshold",
      description = "Heat below this share of the maximum is not shown",
      min = "0",
      max = "1",
      stepSize = "0.05",
      style = NumberWidget.SLIDER_STYLE,
      persist = false,
      required = false)
  private double threshold = HeatStyle.DEFAULT.threshold();

  @Parameter(
      label = "Heat map as a 32-bit image",
      description = "The values as they are, in logit units",
      persist = false,
      required = false)
  private boolean heatimage;

  @Parameter private ClassifierService classifiers;

  @Parameter private ThreadService threads;

  private final String taskKey;
  private Models models;

  ImageTaskCommand(String taskKey) {
    this.taskKey = taskKey;
  }

  /** Called by SciJava before the dialog. */
  @SuppressWarnings("unused")
  private void prepareInputs() {
    Inputs inputs = new Inputs(this);
    if (!Host.attended() || image == null) {
      // Nobody answers a dialog; without an image there is nothing to ask.
      inputs.resolveAll();
      return;
    }
    List<String> ids = models().ids();
    List<String> explained = new ArrayList<>(List.of(Words.PREDICTED));
    Tasks.get(taskKey).classes().stream().map(ClassLabel::key).forEach(explained::add);
    explained.add(Words.NONE);
    inputs.choices("model", ids);
    inputs.choices("heatmap", explained);
    inputs.choices("method", Words.methods());
    inputs.choices("device", Words.DEVICES);
    inputs.choices("colours", ColourMap.titles());
    if (!ids.contains(model) && !ids.isEmpty()) {
      model = ids.get(0);
    }
    describeModel();
  }

  /** Called by SciJava when another model is chosen. */
  private void describeModel() {
    note = models().description(model);
  }

  /** Read from the disk once: SciJava calls back on the window's thread. */
  private Models models() {
    if (models == null) {
      models = new Models(taskKey);
    }
    return models;
  }

  @Override
  public void run() {
    try (FijiProgress progress = new FijiProgress(context(), getInfo().getTitle())) {
      ClassifySettings settings =
          Host.inMacro() ? ClassifySettings.of(OptionText.parse(Host.macroOptions())) : settings();
      ImagePlus source = requireImage();
      ImageClassification.Outcome outcome =
          new ImageClassification(
                  models().choose(settings.model()), settings, classifiers, Host::confirm)
              .run(source, progress);
      outcome.heatImage().ifPresent(heat -> NewImages.show(heat, threads));
      Host.tell(outcome.warnings());
    } catch (CancellationException e) {
      Host.cancelled(this, "Cancelled. Slices that were done keep their rows and heat maps.");
    } catch (UserException e) {
      Host.fail(this, e.getMessage());
    } catch (OutOfMemoryError e) {
      Host.fail(
          this,
          "There is not enough memory for this image. Give ImageJ more with Edit > Options > Memory & Threads...");
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

  private ClassifySettings settings() {
    return new ClassifySettings(
        Optional.of(model).filter(id -> !id.isBlank()),
        new ClassifyOptions(Words.explain(heatmap), method),
        DeviceChoice.parse(device),
        Words.choice("slices", slices, Words.SLICES).equals(Words.ALL),
        overlay,
        new HeatStyle(ColourMap.of(colours), opacity, threshold),
        heatimage);
  }
}
