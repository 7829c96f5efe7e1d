package org.radcam.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** Which sinonasal malignancy do the MRI sequences show? */
@Plugin(
    type = Command.class,
    initializer = "prepareInputs",
    menu = {
      @Menu(label = "Plugins"),
      @Menu(label = "RadCAM"),
      @Menu(label = "Sinonasal Malignancy: SCC, ACC or ONB...", weight = 4)
    })
public final class SinonasalCommand extends TaskCommand {
  public SinonasalCommand() {
    super("sinonasal");
  }
}
