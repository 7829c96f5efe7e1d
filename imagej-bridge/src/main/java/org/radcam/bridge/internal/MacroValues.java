package org.radcam.bridge.internal;

import ij.IJ;
import ij.Macro;
import org.scijava.ItemVisibility;
import org.scijava.Priority;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/**
 * Gives a command the values that the macro's {@code run} names, with ImageJ's own search for
 * {@code key=value}, its oddities included: a command must live with them in Fiji.
 */
@Plugin(type = PreprocessorPlugin.class, priority = 2 * Priority.VERY_HIGH)
public final class MacroValues extends AbstractPreprocessorPlugin {
  @Parameter private ConvertService converter;

  @Override
  public void process(Module module) {
    if (!IJ.isMacro()) {
      return;
    }
    String options = Macro.getOptions();
    for (ModuleItem<?> input : module.getInfo().inputs()) {
      if (input.getType() == Button.class || input.getVisibility() == ItemVisibility.MESSAGE) {
        module.resolveInput(input.getName());
        continue;
      }
      String value = Macro.getValue(options == null ? "" : options, input.getName(), null);
      if (value != null && converter.supports(value, input.getType())) {
        module.setInput(input.getName(), converter.convert(value, input.getType()));
        module.resolveInput(input.getName());
      }
    }
  }
}
