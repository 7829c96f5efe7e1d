package org.radcam.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** Does the chest X-ray in the active image show any finding? */
@Plugin(
    type = Command.class,
    initializer = "prepareInputs",
    menu = {
      @Menu(label = "Plugins"),
      @Menu(label = "RadCAM"),
      @Menu(label = "Chest X-ray: Finding or No Finding...", weight = 1)
    })
public final class ChestXrayCommand extends TaskCommand {
  public ChestXrayCommand() {
    super("chest-xray");
  }
}
