package org.radcam.zoo.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.radcam.Progress;
import org.radcam.UserException;
import picocli.CommandLine;

/** Runs a command's long work, which may be stopped and gone on with. */
public final class ResumableCommand {
  private ResumableCommand() {}

  /** What a command does. */
  public interface Work {
    /**
     * Does it.
     *
     * @return lines for people
     */
    List<String> run(Progress progress) throws IOException;
  }

  /**
   * Does it, tells of its progress and of what went wrong in a line on stderr, and of what came of
   * it on stdout.
   *
   * @return the exit code
   */
  public static int run(CommandLine command, Work work) {
    PrintWriter err = command.getErr();
    ConsoleProgress progress = new ConsoleProgress(err);
    try {
      PrintWriter terminal = command.getOut();
      work.run(progress).forEach(terminal::println);
      terminal.flush();
      return CommandLine.ExitCode.OK;
    } catch (UserException e) {
      err.println(e.getMessage());
    } catch (CancellationException e) {
      err.println("Cancelled. The same command with --resume goes on from the last epoch.");
    } catch (IOException e) {
      err.println("Cannot read or write: " + e.getMessage());
    } finally {
      err.flush();
      // Last: a program that was stopped waits for it, and ends.
      progress.close();
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
