package org.radcam.fiji;

import ij.ImagePlus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.radcam.UserException;
import org.radcam.classify.ClinicalValues;
import org.radcam.fiji.host.ClassifierService;
import org.radcam.fiji.host.FijiProgress;
import org.radcam.fiji.host.Host;
import org.radcam.fiji.host.Inputs;
import org.radcam.fiji.host.Models;
import org.radcam.fiji.host.Person;
import org.radcam.fiji.options.OptionText;
import org.radcam.fiji.options.TaskOptions;
import org.radcam.fiji.options.TaskSettings;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.scijava.command.DynamicCommand;
import org.scijava.command.DynamicCommandInfo;
import org.scijava.plugin.Parameter;
import org.scijava.thread.ThreadService;

/**
 * A task on open images. A task's own command names the task and its place in the menu; all else is
 * here and follows from the task's description. Names of inputs are options of macros: all lower
 * case, and never changed.
 *
 * <p>In a macro the options are read from the macro's line by {@link TaskSettings}, not from the
 * inputs: SciJava takes malformed numbers as 0 and finds options inside the values of others. A
 * dialog's inputs go the same way, so that both give the same result.
 */
abstract class TaskCommand extends DynamicCommand {
  /** The active image; tasks of several images have choosers instead. */
  @Parameter(required = false)
  private ImagePlus image;

  @Parameter private ClassifierService classifiers;

  @Parameter private ThreadService threads;

  private final Task task;
  private final TaskDialog dialog;
  private DynamicCommandInfo declared;
  private Models models;
  private Map<String, String> ofHeader = Map.of();

  TaskCommand(String taskKey) {
    this.task = Tasks.get(taskKey);
    this.dialog = new TaskDialog(task);
  }

  /** The dialog's inputs belong to the command from the first moment that it is looked at. */
  @Override
  public DynamicCommandInfo getInfo() {
    DynamicCommandInfo info = super.getInfo();
    if (info != declared) {
      declared = info;
      dialog.declare(info, "describeModel", "refreshPatient");
    }
    return info;
  }

  /** Called by SciJava before the dialog. */
  @SuppressWarnings("unused")
  private void prepareInputs() {
    Inputs inputs = new Inputs(this);
    boolean nothingToAsk = image == null && TaskOptions.takesOneImage(task);
    if (!Host.attended() || nothingToAsk) {
      // Nobody answers a dialog; without an image there is nothing to ask.
      inputs.resolveAll();
      return;
    }
    resolveInput(TaskOptions.IMAGE);
    Map<String, String> begin = dialog.begin(inputs, models(), Optional.ofNullable(image));
    begin.forEach(inputs::begin);
    ofHeader = Map.copyOf(begin);
    describeModel();
  }

  /** Called by SciJava when another model is chosen, too. */
  private void describeModel() {
    String chosen = new Inputs(this).text(TaskOptions.MODEL).orElse("");
    setInput(TaskDialog.NOTE, models().card(chosen).map(ModelNote::of).orElse(""));
  }

  /** Called by SciJava when another image is chosen: it may be another patient's. */
  @SuppressWarnings("unused")
  private void refreshPatient() {
    Inputs inputs = new Inputs(this);
    Map<String, String> typed = new LinkedHashMap<>();
    task.clinical()
        .forEach(field -> inputs.text(field.key()).ifPresent(v -> typed.put(field.key(), v)));
    Map<String, String> now = dialog.ofHeader(inputs);
    ClinicalValues.refreshed(task, typed, ofHeader, now).forEach(this::setInput);
    ofHeader = now;
  }

  /** Read from the disk once: SciJava calls back on the window's thread. */
  private Models models() {
    if (models == null) {
      models = new Models(task.key());
    }
    return models;
  }

  @Override
  public void run() {
    try (FijiProgress progress = new FijiProgress(context(), getInfo().getTitle())) {
      OptionText typed =
          Host.inMacro() ? OptionText.parse(Host.macroOptions()) : dialog.typed(new Inputs(this));
      TaskSettings settings = TaskSettings.of(task, typed);
      CaseRun.Outcome outcome =
          new CaseRun(models().choose(settings.model()), classifiers, Person.AT_SCREEN)
              .run(settings, Optional.ofNullable(image), progress);
      if (outcome.acceptedFrames()) {
        TaskDialog.declareAcceptedFrames(getInfo());
        setInput(TaskOptions.ACCEPT_FRAMES, true);
      }
      outcome.images().forEach(made -> NewImages.show(made, threads));
      Host.tell(outcome.warnings());
      outcome.failure().ifPresent(message -> Host.fail(this, message));
    } catch (CancellationException e) {
      Host.cancelled(this, "Cancelled. What was done keeps its rows and heat maps.");
    } catch (UserException e) {
      Host.fail(this, e.getMessage());
    } catch (OutOfMemoryError e) {
      Host.fail(this, Host.NO_MEMORY);
    }
  }
}
