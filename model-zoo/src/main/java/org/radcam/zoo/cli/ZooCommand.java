package org.radcam.zoo.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./radcam zoo}: the model packages. */
@Command(
    name = "zoo",
    mixinStandardHelpOptions = true,
    description = "Lists, shows, verifies, runs, imports, exports and removes model packages.",
    subcommands = {
      ZooListCommand.class,
      ZooShowCommand.class,
      ZooVerifyCommand.class,
      ZooImportCommand.class,
      ZooRunCommand.class,
      ZooExportCommand.class,
      ZooRemoveCommand.class
    })
final class ZooCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "What about the zoo? One of: list, show, verify, run, import, export, remove.");
  }
}
