package org.radcam.zoo.cli;

import java.io.PrintWriter;
import org.radcam.UserException;
import org.radcam.Version;
import org.radcam.zoo.evaluate.EvaluateCommand;
import org.radcam.zoo.study.StudyCommand;
import org.radcam.zoo.train.TrainCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * {@code ./radcam}: what can be done without an image program.
 *
 * <p>Exit codes: 0 done, 1 not done or not as it should be (one line on stderr says why), 2 not
 * understood.
 */
@Command(
    name = "radcam",
    mixinStandardHelpOptions = true,
    versionProvider = RadcamCli.ProjectVersion.class,
    description = "Radiology image classification that explains itself.",
    subcommands = {
      ZooCommand.class,
      PhantomCommand.class,
      TrainCommand.class,
      StudyCommand.class,
      EvaluateCommand.class,
      RadiomicsCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done; 1 failed, with the reason on stderr; 2 wrong usage.",
      "'radcam COMMAND --help' explains a command."
    })
public final class RadcamCli {
  private RadcamCli() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The whole command line, for {@link #main} and for tests. */
  public static CommandLine commandLine() {
    return new CommandLine(new RadcamCli())
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(RadcamCli::misunderstood)
        .setExecutionExceptionHandler(RadcamCli::failed);
  }

  private static int misunderstood(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }

  /** A user's mistake is one line; anything else is ours and keeps its trace. */
  private static int failed(Exception e, CommandLine command, ParseResult parsed) throws Exception {
    if (e instanceof UserException) {
      command.getErr().println(e.getMessage());
      command.getErr().flush();
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw e;
  }

  /** The project's version, for {@code --version}. */
  static final class ProjectVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"RadCAM " + Version.current()};
    }
  }
}
