package org.radcam.fiji;

import ij.IJ;
import ij.measure.ResultsTable;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.batch.BatchRequest;
import org.radcam.batch.BatchSummary;
import org.radcam.batch.FolderBatch;
import org.radcam.classify.ClassifyOptions;
import org.radcam.engine.DeviceChoice;
import org.radcam.fiji.host.ClassifierService;
import org.radcam.fiji.host.FijiProgress;
import org.radcam.fiji.host.Host;
import org.radcam.fiji.host.Inputs;
import org.radcam.fiji.host.LoggedProgress;
import org.radcam.fiji.host.Models;
import org.radcam.fiji.options.FolderSettings;
import org.radcam.fiji.options.OptionText;
import org.radcam.fiji.options.Words;
import org.radcam.fiji.result.TableText;
import org.radcam.model.ModelCard;
import org.radcam.render.HeatStyle;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/** Classifies every image of a folder and writes table, overlays, heat maps and reports. */
@Plugin(
    type = Command.class,
    initializer = "prepareInputs",
    menu = {
      @Menu(label = "Plugins"),
      @Menu(label = "RadCAM"),
      @Menu(label = "Classify Folder...", weight = 20)
    })
public final class ClassifyFolderCommand extends DynamicCommand {
  @Parameter(label = "Task", callback = "offerModels", persist = false, required = false)
  private String task = singleImageTasks().get(0);

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
      label = "Stop with an error if any image fails",
      description = "Every image is tried all the same",
      persist = false,
      required = false)
  private boolean strict;

  @Parameter(
      label = "Folder of images",
      style = FileWidget.DIRECTORY_STYLE,
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
    inputs.choices("task", singleImageTasks());
    inputs.choices("method", Words.methods());
    inputs.choices("device", Words.DEVICES);
    offerModels();
  }

  /** A folder of images gives every image alone. */
  private static List<String> singleImageTasks() {
    return Tasks.all().stream().filter(Task::takesSingleImages).map(Task::key).toList();
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
      FolderSettings settings =
          Host.inMacro() ? FolderSettings.of(OptionText.parse(Host.macroOptions())) : settings();
      BatchSummary summary = classify(settings, progress);
      if (summary.ok() == 0 || (settings.strict() && summary.failed() > 0)) {
        throw new UserException(
            (summary.ok() == 0 ? "No image could be classified. " : "Some images failed. ")
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

  private BatchSummary classify(FolderSettings settings, FijiProgress progress) throws IOException {
    progress.report(0, "Loading the model");
    Models models = models(settings.task());
    Progress shown = Host.headless() ? new LoggedProgress(progress) : progress;
    try (ClassifierService.Lease lease =
        classifiers.borrow(models.choose(settings.model()), settings.device())) {
      BatchSummary summary = FolderBatch.run(settings.batch(), lease.classifier(), shown);
      tell(summary, lease.classifier().card());
      progress.report(1, summary.sentence());
      return summary;
    }
  }

  /** The table: in a window, or in the terminal. */
  private static void tell(BatchSummary summary, ModelCard card) throws IOException {
    if (Host.headless()) {
      TableText.of(summary.table()).forEach(IJ::log);
    } else {
      ResultsTable.open(summary.table().toString()).show(summary.table().getFileName().toString());
    }
    Host.note(summary.sentence());
    Host.note(card.name() + ": " + card.standing().sentence());
  }

  private FolderSettings settings() {
    return new FolderSettings(
        task,
        Optional.of(model).filter(id -> !id.isBlank()),
        DeviceChoice.parse(device),
        strict,
        new BatchRequest(
            FolderSettings.input(input == null ? "" : input.getPath()),
            FolderSettings.output(output == null ? "" : output.getPath()),
            new ClassifyOptions(Words.explain(heatmap), method),
            HeatStyle.DEFAULT));
  }
}
