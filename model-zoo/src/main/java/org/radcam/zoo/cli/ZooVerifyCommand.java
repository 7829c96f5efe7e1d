package org.radcam.zoo.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.ModelPackage;
import org.radcam.zoo.BrokenPackage;
import org.radcam.zoo.ModelZoo;
import org.radcam.zoo.Verification;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./radcam zoo verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks every file of a package against its card's SHA-256, runs its test case and compares"
          + " the logits with the expected ones.",
      "A definition without weights is reported as such and is no failure."
    })
final class ZooVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ZooOptions options;

  @ArgGroup(multiplicity = "1")
  private Which which;

  /** One or all. */
  private static final class Which {
    @Parameters(paramLabel = "ID", description = "The model, as 'radcam zoo list' names it.")
    private String id;

    @Option(names = "--all", required = true, description = "Every package, broken ones too.")
    private boolean all;
  }

  @Option(
      names = "--device",
      defaultValue = "auto",
      paramLabel = "DEVICE",
      description = "auto, cpu, cuda or cuda:N (default: ${DEFAULT-VALUE}).")
  private String device;

  @Override
  public Integer call() {
    DeviceChoice choice = DeviceChoice.parse(device);
    ModelZoo zoo = options.zoo();
    PrintWriter out = spec.commandLine().getOut();
    boolean good = true;
    List<ModelPackage> wanted = which.all ? zoo.packages() : List.of(zoo.find(which.id));
    for (ModelPackage model : wanted) {
      Verification found = Verification.of(model, choice);
      good &= found.outcome() != Verification.Outcome.FAILED;
      out.println(word(found.outcome()) + "  " + found.id() + ": " + found.message());
      out.flush();
    }
    for (BrokenPackage broken : which.all ? zoo.broken() : List.<BrokenPackage>of()) {
      good = false;
      out.println("FAILED  " + broken.location() + ": " + broken.reason());
    }
    out.flush();
    return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private static String word(Verification.Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "ok    ";
      case NEEDS_WEIGHTS -> "-     ";
      case FAILED -> "FAILED";
    };
  }
}
