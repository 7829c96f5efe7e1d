package org.radcam.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** Which fracture class has the vertebra that is marked on the active X-ray? */
@Plugin(
    type = Command.class,
    initializer = "prepareInputs",
    menu = {
      @Menu(label = "Plugins"),
      @Menu(label = "RadCAM"),
      @Menu(label = "Vertebra: Osteoporotic Fracture Class 0, 1 or 2...", weight = 3)
    })
public final class VertebralFractureCommand extends TaskCommand {
  public VertebralFractureCommand() {
    super("vertebral-fracture");
  }
}
