package org.radcam.weasis.panel;

import java.nio.file.Path;
import java.util.Optional;
import org.radcam.engine.DeviceChoice;
import org.radcam.render.HeatStyle;
import org.radcam.weasis.viewer.Viewer.Subscription;

/**
 * What the plugin remembers from one session to the next. On the event dispatch thread. Nothing in
 * here is about a patient.
 */
public interface PluginSettings {

  /** Where models compute; {@code auto} at first. */
  DeviceChoice device();

  void setDevice(DeviceChoice device);

  /** The user's own folder of model packages; empty for the usual one. */
  Optional<Path> packageFolder();

  void setPackageFolder(Optional<Path> folder);

  /** Whether the last model stays loaded, ready for the next case; else its memory is freed. */
  boolean keepModel();

  void setKeepModel(boolean keep);

  /** How heat maps look. */
  HeatStyle look();

  void setLook(HeatStyle look);

  /** Where results were saved last, or are to be saved. */
  Optional<Path> resultsFolder();

  void setResultsFolder(Optional<Path> folder);

  /** Key of the task that was chosen last. */
  Optional<String> lastTask();

  /** Id of the model that was chosen last for a task. */
  Optional<String> lastModel(String task);

  void setLast(String task, String model);

  /**
   * Where files lie that were given to the viewer: it keeps reading them while it is open. Not
   * remembered: the host clears it when the viewer ends.
   */
  Path captureFolder();

  /** Is told, on the event dispatch thread, when any of these was changed. */
  Subscription listen(Runnable changed);
}
