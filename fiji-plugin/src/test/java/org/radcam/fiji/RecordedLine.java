package org.radcam.fiji;

import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/**
 * The macro line that ImageJ's Recorder shows for a command that has run. The options are written
 * by the Recorder's own code; only its window, which needs a screen, is left out. As in Fiji
 * services, the one image input (it gets the active image), messages, invisible inputs and inputs
 * without a value are not recorded.
 */
final class RecordedLine {
  private RecordedLine() {}

  /** The line, as it would stand in a macro file. */
  static String of(Module module) {
    Recorder.resetCommandOptions();
    for (ModuleItem<?> input : module.getInfo().inputs()) {
      Object value = module.getInput(input.getName());
      if (value != null && isRecorded(input)) {
        Recorder.recordOption(input.getName(), value.toString());
      }
    }
    String options = Recorder.getCommandOptions();
    Recorder.resetCommandOptions();
    return "run(\""
        + module.getInfo().getMenuPath().getLeaf().getName()
        + "\", \""
        + options
        + "\");";
  }

  private static boolean isRecorded(ModuleItem<?> input) {
    return input.getVisibility() != ItemVisibility.MESSAGE
        && input.getVisibility() != ItemVisibility.INVISIBLE
        && !Service.class.isAssignableFrom(input.getType())
        && !Context.class.isAssignableFrom(input.getType())
        && !ImagePlus.class.isAssignableFrom(input.getType());
  }
}
