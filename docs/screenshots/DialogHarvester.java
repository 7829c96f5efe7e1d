package org.radcam.screenshots;

import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.ui.swing.widget.SwingInputHarvester;
import org.scijava.widget.InputHarvester;

/** Shows SciJava's Swing dialog for commands, as Fiji does; macros are never asked. */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY)
public final class DialogHarvester extends AbstractPreprocessorPlugin {
  @Parameter private Context context;

  @Override
  public void process(Module module) {
    if (ij.IJ.isMacro()) {
      return;
    }
    SwingInputHarvester harvester = new SwingInputHarvester();
    context.inject(harvester);
    try {
      harvester.harvest(module);
    } catch (ModuleException e) {
      cancel(e.getMessage());
    }
  }
}
