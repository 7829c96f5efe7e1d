package org.radcam.bridge;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/**
 * The macro line that ImageJ's Recorder would show for a command that has run: the Recorder itself
 * is a window.
 *
 * <ul>
 *   <li>Left out are services, the one image input (it gets the active image), messages, invisible
 *       inputs, and inputs without a value.
 *   <li>A value with a blank stands in brackets; quotes and backslashes are escaped.
 * </ul>
 */
public final class RecordedLine {
  private RecordedLine() {}

  /** The line, as it would stand in a macro file. */
  public static String of(Module module) {
    List<String> options = new ArrayList<>();
    for (ModuleItem<?> input : module.getInfo().inputs()) {
      Object value = module.getInput(input.getName());
      if (value != null && isRecorded(input)) {
        String text = value.toString();
        options.add(input.getName() + "=" + (text.contains(" ") ? "[" + text + "]" : text));
      }
    }
    return "run(\""
        + module.getInfo().getMenuPath().getLeaf().getName()
        + "\", \""
        + String.join(" ", options).replace("\\", "\\\\").replace("\"", "\\\"")
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
