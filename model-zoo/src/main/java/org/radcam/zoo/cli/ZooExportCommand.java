package org.radcam.zoo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.network.weights.TensorType;
import org.radcam.zoo.PackageExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./radcam zoo export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a package for other bioimage.io software: a folder, or a zip with rdf.yaml at its"
          + " root.",
      "Every file is checked against its card first. The card is written anew; the README and the"
          + " network in Python come with it."
    })
final class ZooExportCommand implements Runnable {
  /** What weights may be saved as. */
  enum Type {
    F32,
    F16
  }

  @Spec private CommandSpec spec;
  @Mixin private ZooOptions options;

  @Parameters(
      paramLabel = "PACKAGE",
      description = "The model, as 'radcam zoo list' names it, or the folder of a package.")
  private String name;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FOLDER|FILE.zip",
      description = "What to make; must not exist.")
  private Path out;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description =
          "Save the weights as F32 or F16 (half the size; the expected logits are computed anew)."
              + " Default: as they are, which TorchScript programs always stay.")
  private Type type;

  @Override
  public void run() {
    Optional<TensorType> wanted = Optional.ofNullable(type).map(t -> TensorType.valueOf(t.name()));
    try {
      PackageExport.run(options.find(name), out, wanted);
    } catch (IOException e) {
      throw new UserException("The export failed: " + e.getMessage(), e);
    }
    spec.commandLine().getOut().println("Exported to " + out);
    spec.commandLine().getOut().flush();
  }
}
