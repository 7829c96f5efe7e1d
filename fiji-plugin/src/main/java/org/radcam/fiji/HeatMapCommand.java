package org.radcam.fiji;

import ij.ImagePlus;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.radcam.UserException;
import org.radcam.fiji.heat.HeatComposite;
import org.radcam.fiji.heat.HeatExport;
import org.radcam.fiji.heat.HeatImage;
import org.radcam.fiji.heat.HeatLayer;
import org.radcam.fiji.heat.HeatLook;
import org.radcam.fiji.heat.HeatMaps;
import org.radcam.fiji.heat.HeatScale;
import org.radcam.fiji.host.Host;
import org.radcam.fiji.host.Inputs;
import org.radcam.fiji.host.LatestOnly;
import org.radcam.fiji.options.HeatMapSettings;
import org.radcam.fiji.options.OptionText;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.command.Previewable;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;
import org.scijava.widget.FileWidget;
import org.scijava.widget.NumberWidget;

/**
 * Changes how the heat maps of the active image look, without the model. The dialog shows every
 * change at once; cancelling it brings back what was there.
 */
@Plugin(
    type = Command.class,
    initializer = "prepareInputs",
    menu = {
      @Menu(label = "Plugins"),
      @Menu(label = "RadCAM"),
      @Menu(label = "Heat Map...", weight = 10)
    })
public final class HeatMapCommand extends DynamicCommand implements Previewable {
  @Parameter(required = false)
  private ImagePlus image;

  @Parameter(label = "Show the heat map on the image", persist = false, required = false)
  private boolean show = true;

  @Parameter(
      label = "Stage",
      description = "Of a cascade or several networks: whose heat map is shown",
      persist = false,
      required = false)
  private String stage = HeatMapSettings.word(HeatLayer.FINAL);

  @Parameter(
      label = "Scale of each map",
      description = "Full heat is each map's own maximum, or the largest of all maps",
      persist = false,
      required = false)
  private String scale = HeatScale.OWN.word();

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

  @Parameter(label = "Go to the slice with the most heat", persist = false, required = false)
  private boolean jump;

  @Parameter(
      label = "Heat map as a 32-bit image",
      description = "The values as they are, in logit units",
      persist = false,
      required = false)
  private boolean heatimage;

  @Parameter(
      label = "Image and heat map as a composite",
      description = "A hyperstack of two channels",
      persist = false,
      required = false)
  private boolean composite;

  @Parameter(
      label = "Write the values to a file",
      description = "The maps that are shown as .nii.gz or .nii, or all of them as .tif",
      style = FileWidget.SAVE_STYLE,
      persist = false,
      required = false)
  private File export;

  @Parameter private ThreadService threads;

  private Optional<HeatMaps> before = Optional.empty();
  private List<String> stale = List.of();
  private LatestOnly previews;

  /** Called by SciJava before the dialog. */
  @SuppressWarnings("unused")
  private void prepareInputs() {
    Inputs inputs = new Inputs(this);
    stale = Optional.ofNullable(image).map(HeatMaps::dropStale).orElse(List.of());
    Optional<HeatMaps> maps = Optional.ofNullable(image).flatMap(HeatMaps::of);
    maps.ifPresent(this::startFrom);
    if (!Host.attended() || maps.isEmpty() || !stale.isEmpty()) {
      inputs.resolveAll();
      return;
    }
    before = maps;
    inputs.choices("colours", ColourMap.titles());
    choose(inputs, "stage", maps.get().stages().stream().map(HeatMapSettings::word).toList());
    choose(inputs, "scale", maps.get().isSingle() ? List.of(scale) : HeatScale.words());
  }

  /** Asks only where there is something to choose from. */
  private void choose(Inputs inputs, String name, List<String> words) {
    if (words.size() > 1) {
      inputs.choices(name, words);
    } else {
      resolveInput(name);
    }
  }

  /** What the caller has not given stays as it is. */
  private void startFrom(HeatMaps maps) {
    show = isInputResolved("show") ? show : maps.look().shown();
    opacity = isInputResolved("opacity") ? opacity : maps.look().style().opacity();
    colours = isInputResolved("colours") ? colours : maps.look().style().colours().title();
    threshold = isInputResolved("threshold") ? threshold : maps.look().style().threshold();
    stage = isInputResolved("stage") ? stage : HeatMapSettings.word(maps.look().stage());
    scale = isInputResolved("scale") ? scale : maps.look().scale().word();
  }

  @Override
  public void run() {
    try {
      previews().settle();
      HeatMaps maps = require();
      HeatMapSettings settings =
          Host.inMacro()
              ? HeatMapSettings.of(
                  OptionText.parse(Host.macroOptions()), maps.look(), maps.stages())
              : settings(maps);
      HeatMaps changed = maps.looking(settings.look());
      changed.putOn(image);
      if (settings.jump()) {
        changed.goToHottest(image);
      }
      settings.export().ifPresent(file -> write(changed, file));
      if (settings.composite()) {
        NewImages.show(HeatComposite.of(image, changed), threads);
      }
      if (settings.heatImage()) {
        NewImages.show(HeatImage.of(image, changed), threads);
      }
    } catch (UserException e) {
      Host.fail(this, e.getMessage());
    } catch (OutOfMemoryError e) {
      Host.fail(this, Host.NO_MEMORY);
    }
  }

  private HeatMapSettings settings(HeatMaps maps) {
    return new HeatMapSettings(
        look(maps),
        jump,
        heatimage,
        composite,
        Optional.ofNullable(export)
            .map(File::getPath)
            .filter(path -> !path.isBlank())
            .map(HeatMapSettings::export));
  }

  private void write(HeatMaps maps, Path target) {
    for (Path file : HeatExport.write(image, maps, target)) {
      Host.note("Heat map written to " + file);
    }
  }

  private HeatMaps require() {
    if (image == null || image.getProcessor() == null) {
      throw new UserException("No image is open. Open one and classify it first.");
    }
    if (!stale.isEmpty()) {
      throw new UserException(
          (stale.contains(image.getTitle())
                  ? "The image '" + image.getTitle() + "' was"
                  : stale.size() + " of the slices of '" + image.getTitle() + "' were")
              + " changed, moved, cropped or scaled since the heat map was made, so it was removed."
              + " Classify again with a command of Plugins > RadCAM.");
    }
    return HeatMaps.of(image)
        .orElseThrow(
            () ->
                new UserException(
                    "The image '"
                        + image.getTitle()
                        + "' has no heat map. Classify it with a command of Plugins > RadCAM. (The"
                        + " values of a heat map are not saved with an image.)"));
  }

  private HeatLook look(HeatMaps maps) {
    return new HeatLook(
        new HeatStyle(ColourMap.of(colours), opacity, threshold),
        show,
        HeatMapSettings.stage(stage, maps.stages()),
        HeatScale.of(scale));
  }

  /** What the user sees follows the dialog. */
  @Override
  public void preview() {
    if (before.isPresent()) {
      try {
        HeatMaps changed = before.get().looking(look(before.get()));
        previews().submit(() -> changed.preview(image));
      } catch (UserException e) {
        // A value that is half typed; what stays wrong is told when the dialog is confirmed.
      }
    }
  }

  @Override
  public void cancel() {
    previews().settle();
    before.ifPresent(maps -> maps.putOn(image));
  }

  /**
   * Drawing takes half a second for a large radiograph, and SciJava asks on the window's thread.
   */
  private LatestOnly previews() {
    if (previews == null) {
      previews =
          new LatestOnly(
              work -> {
                Future<?> unused = threads.run(work);
              });
    }
    return previews;
  }
}
