package org.radcam.bridge.internal;

import ij.ImagePlus;
import ij.WindowManager;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.process.AbstractSingleInputPreprocessor;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/** Gives the active image to a command that asks for a single one. */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH + 1)
public final class ActiveImage extends AbstractSingleInputPreprocessor {
  @Override
  public void process(Module module) {
    ImagePlus active = WindowManager.getCurrentImage();
    String input = getSingleInput(module, ImagePlus.class);
    if (active != null && input != null) {
      module.setInput(input, active);
      module.resolveInput(input);
    }
  }
}
