package org.radcam.fiji;

import ij.IJ;
import ij.measure.ResultsTable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.batch.BatchRequest;
import org.radcam.batch.BatchSummary;
import org.radcam.classify.ClassifyOptions;
import org.radcam.engine.DeviceChoice;
import org.radcam.fiji.host.ClassifierService;
import org.radcam.fiji.host.FijiProgress;
import org.radcam.fiji.host.Host;
import org.radcam.fiji.host.Inputs;
import org.radcam.fiji.host.LoggedProgress;
import org.radcam.fiji.host.Models;
import org.radcam.fiji.options.FolderSettings;
import org.radcam.fiji.options.ManifestOptions;
import org.radcam.fiji.options.OptionText;
import org.radcam.fiji.options.Words;
import org.radcam.fiji.result.TableText;
import org.radcam.model.ModelCard;
import org.radcam.render.HeatStyle;
import org.radcam.task.Tasks;
import org.radcam.zoo.batch.ManifestBatch;
import org.radcam.zoo.batch.ManifestSettings;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/** Classifies the cases of a manifest and writes tables, overlays, heat maps and reports. */
@Plugin(
    type = Command.class,
    initializer = "prepareInputs",
    menu = {
      @Menu(label = "Plugins"),
      @Menu(label = "RadCAM"),
      @Menu(label = "Classify Manifest...", weight = 21)
    })
public final class ClassifyManifestCommand extends DynamicCommand {
  @Parameter(label = "Task", callback = "offerModels", persist = false, required = false)
  private String task = Tasks.keys().get(0);

  @Parameter(label = "Model", persist = false, required = false)
  private String model = "";

  @Parameter(
      label = "Heat map of",
      description = "predicted, none, or the key of a class",
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
      label = "Lesions",
      description = "one: a region is one lesion; each: every separate part of it is one",
      persist = false,
      required = false)
  private String lesions = ManifestOptions.ONE;

  @Parameter(
      label = "Smallest lesion (voxels)",
      description = "Smaller parts of a region are left out; only with lesions=each",
      min = "1",
      persist = false,
      required = false)
  private int minvoxels = 1;

  @Parameter(
      label = "Heat maps on the grids of all images",
      description = "As files; otherwise on that of the reference image only",
      persist = false,
      required = false)
  private boolean everygrid;

  @Parameter(
      label = "Accept differing frames of reference",
      description = "Images of a case are taken as they lie although they say that they differ",
      persist = false,
      required = false)
  private boolean acceptframes;

  @Parameter(
      label = "Stop with an error if any case fails",
      description = "Every case is tried all the same",
      persist = false,
      required = false)
  private boolean strict;

  @Parameter(
      label = "Manifest (CSV)",
      style = FileWidget.OPEN_STYLE,
      persist = false,
      required = false)
  private File input;

  @Parameter(
      label = "Folder for the results",
      style = FileWidget.DIRECTORY_STYLE,
      persist = false,
      required = false)
  private File output;

  @Parameter private ClassifierService classifiers;

  private Models models;

  /** Called by SciJava before the dialog. */
  @SuppressWarnings("unused")
  private void prepareInputs() {
    Inputs inputs = new Inputs(this);
    if (!Host.attended()) {
      inputs.resolveAll();
      return;
    }
    inputs.choices("task", Tasks.keys());
    inputs.choices("method", Words.methods());
    inputs.choices("device", Words.DEVICES);
    inputs.choices("lesions", ManifestOptions.LESIONS);
    offerModels();
  }

  /** Called by SciJava when another task is chosen, too. */
  private void offerModels() {
    List<String> ids = models(task).ids();
    new Inputs(this).choices("model", ids);
    if (!ids.contains(model) && !ids.isEmpty()) {
      model = ids.get(0);
    }
  }

  /** Read from the disk once: SciJava calls back on the window's thread. */
  private Models models(String ofTask) {
    models = models == null ? new Models(ofTask) : models.forTask(ofTask);
    return models;
  }

  @Override
  public void run() {
    try (FijiProgress progress = new FijiProgress(context(), getInfo().getTitle())) {
      ManifestOptions settings =
          Host.inMacro() ? ManifestOptions.of(OptionText.parse(Host.macroOptions())) : settings();
      BatchSummary summary = classify(settings, progress);
      if (summary.ok() == 0 || (settings.strict() && summary.failed() > 0)) {
        throw new UserException(
            (summary.ok() == 0 ? "No case could be classified. " : "Some cases failed. ")
                + summary.sentence()
                + " (column error tells why).");
      }
    } catch (CancellationException e) {
      Host.cancelled(
          this, "Cancelled. What was done is kept; the same command goes on from there.");
    } catch (UserException e) {
      Host.fail(this, e.getMessage());
    } catch (IOException e) {
      Host.fail(this, "The results could not be written: " + e.getMessage());
    }
  }

  private BatchSummary classify(ManifestOptions settings, FijiProgress progress)
      throws IOException {
    progress.report(0, "Loading the model");
    Models models = models(settings.task());
    Progress shown = Host.headless() ? new LoggedProgress(progress) : progress;
    try (ClassifierService.Lease lease =
        classifiers.borrow(models.choose(settings.model()), settings.device())) {
      BatchSummary summary =
          ManifestBatch.run(settings.batch(), settings.settings(), lease.classifier(), shown);
      tell(summary, lease.classifier().card());
      progress.report(1, summary.sentence());
      return summary;
    }
  }

  private static void tell(BatchSummary summary, ModelCard card) throws IOException {
    show(summary.table());
    if (summary.patients().isPresent()) {
      show(summary.patients().get());
    }
    Host.note(summary.sentence());
    Host.note(card.name() + ": " + card.standing().sentence());
  }

  /** A table: in a window, or in the terminal. */
  private static void show(Path table) throws IOException {
    if (Host.headless()) {
      TableText.of(table).forEach(IJ::log);
    } else {
      ResultsTable.open(table.toString()).show(table.getFileName().toString());
    }
  }

  private ManifestOptions settings() {
    return new ManifestOptions(
        task,
        Optional.of(model).filter(id -> !id.isBlank()),
        DeviceChoice.parse(device),
        strict,
        new ManifestSettings(
            Words.choice("lesions", lesions, ManifestOptions.LESIONS).equals(ManifestOptions.EACH),
            minvoxels,
            everygrid),
        new BatchRequest(
            ManifestOptions.manifest(input == null ? "" : input.getPath()),
            FolderSettings.output(output == null ? "" : output.getPath()),
            new ClassifyOptions(Words.explain(heatmap), method).withAcceptFrames(acceptframes),
            HeatStyle.DEFAULT));
  }
}
