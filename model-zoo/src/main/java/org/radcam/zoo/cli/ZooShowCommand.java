package org.radcam.zoo.cli;

import java.io.PrintWriter;
import org.radcam.model.CardDocument;
import org.radcam.model.ModelPackage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./radcam zoo show ID}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows a model's card: use, limits, measured performance, training data.")
final class ZooShowCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private ZooOptions options;

  @Parameters(paramLabel = "ID", description = "The model, as 'radcam zoo list' names it.")
  private String id;

  @Override
  public void run() {
    ModelPackage model = options.zoo().find(id);
    PrintWriter out = spec.commandLine().getOut();
    out.print(CardDocument.of(model.card()));
    out.println();
    out.println("Version " + model.card().version() + ", in " + model.location());
    out.println(
        model
            .card()
            .weights()
            .map(file -> "Weights: " + file.name() + ", SHA-256 " + file.sha256())
            .orElse("Weights: none"));
    out.flush();
  }
}
