package org.radcam.zoo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.radcam.UserException;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelPackage;
import org.radcam.zoo.PackageRemoval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./radcam zoo remove ID}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = {
      "Deletes one of your own packages: its card and the files that the card names.",
      "Anything else in its folder is left there."
    })
final class ZooRemoveCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private ZooOptions options;

  @Parameters(paramLabel = "ID", description = "The model, as 'radcam zoo list' names it.")
  private String id;

  @Override
  public void run() {
    ModelPackage model = options.zoo().find(id);
    if (!(model instanceof FolderPackage own)) {
      throw new UserException("'" + id + "' is shipped with RadCAM and cannot be removed.");
    }
    try {
      List<String> left = PackageRemoval.run(own);
      PrintWriter out = spec.commandLine().getOut();
      out.println("Removed '" + id + "'.");
      if (!left.isEmpty()) {
        out.println("Left in " + own.folder() + ": " + String.join(", ", left));
      }
      out.flush();
    } catch (IOException e) {
      throw new UserException("Cannot remove " + own.location() + ": " + e.getMessage(), e);
    }
  }
}
