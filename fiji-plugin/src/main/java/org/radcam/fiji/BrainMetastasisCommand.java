package org.radcam.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** From which primary tumour do the brain metastases on the MRI sequences come? */
@Plugin(
    type = Command.class,
    initializer = "prepareInputs",
    menu = {
      @Menu(label = "Plugins"),
      @Menu(label = "RadCAM"),
      @Menu(label = "Brain Metastasis: Primary Site...", weight = 5)
    })
public final class BrainMetastasisCommand extends TaskCommand {
  public BrainMetastasisCommand() {
    super("brain-metastasis");
  }
}
