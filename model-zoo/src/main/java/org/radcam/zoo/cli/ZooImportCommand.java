package org.radcam.zoo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.radcam.UserException;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelPackage;
import org.radcam.zoo.ModelZoo;
import org.radcam.zoo.WeightsImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./radcam zoo import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a package from a definition and a safetensors file of weights for its network.",
      "The file must hold exactly the network's tensors under torchvision's names; what does not"
          + " fit is listed and nothing is written."
    })
final class ZooImportCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private ZooOptions options;

  @Parameters(paramLabel = "FILE.safetensors", description = "The weights.")
  private Path file;

  @Option(
      names = "--package",
      required = true,
      paramLabel = "ID",
      description = "The definition: its task, network, preparation and classes are taken over.")
  private String definition;

  @Option(
      names = "--id",
      paramLabel = "NAME",
      description = "Short name of the new package (default: that of the file).")
  private String id;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to make (default: NAME in the folder of your own packages).")
  private Path out;

  @Override
  public void run() {
    ModelZoo zoo = options.zoo();
    ModelPackage model = zoo.find(definition);
    String name = id == null ? nameOf(file) : id;
    Path folder = out == null ? options.folder().resolve(name) : out;
    try {
      FolderPackage made = WeightsImport.run(file, model.card(), name, folder);
      spec.commandLine().getOut().println("Imported as '" + name + "' into " + made.location());
      spec.commandLine().getOut().flush();
    } catch (IOException e) {
      throw new UserException("The import failed: " + e.getMessage(), e);
    }
  }

  private static String nameOf(Path file) {
    return file.getFileName()
        .toString()
        .replaceFirst("\\.safetensors$", "")
        .toLowerCase(Locale.ROOT);
  }
}
