package org.radcam.fiji;

import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/** Is the matrix of the bone tumour on the active CT osteoid or chondroid? */
@Plugin(
    type = Command.class,
    initializer = "prepareInputs",
    menu = {
      @Menu(label = "Plugins"),
      @Menu(label = "RadCAM"),
      @Menu(label = "Bone Tumour: Osteoid or Chondroid Matrix...", weight = 2)
    })
public final class BoneMatrixCommand extends TaskCommand {
  public BoneMatrixCommand() {
    super("bone-matrix");
  }
}
