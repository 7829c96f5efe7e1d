package org.radcam.zoo.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.radcam.UserException;
import org.radcam.zoo.phantom.PhantomFolder;
import org.radcam.zoo.phantom.Phantoms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./radcam phantom}. */
@Command(
    name = "phantom",
    mixinStandardHelpOptions = true,
    description = {
      "Makes synthetic cases: images like those of the task, whose classes take turns.",
      "Writes images (PNG of chest X-rays, else NIfTI), masks of the lesions (in masks/), and labels.csv,"
          + " which 'radcam train --data' reads. The same seed makes the same files."
    })
final class PhantomCommand implements Runnable {
  private static final int MAX_COUNT = 100_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--task",
      defaultValue = "chest-xray",
      paramLabel = "TASK",
      description = "The task (default: ${DEFAULT-VALUE}).")
  private String task;

  @Option(
      names = "--count",
      defaultValue = "8",
      paramLabel = "N",
      description = "How many cases (default: ${DEFAULT-VALUE}).")
  private int count;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "Any whole number (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--test",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "How many of them, the last, a training keeps out for its test (default:"
              + " ${DEFAULT-VALUE}).")
  private int test;

  @Option(
      names = "--validation",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "How many of them, before those of the test, are for early stopping (default:"
              + " ${DEFAULT-VALUE}).")
  private int validation;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder to write to; made if absent. Must not hold a labels.csv.")
  private Path out;

  @Override
  public void run() {
    if (count < 1 || count > MAX_COUNT) {
      throw new UserException(
          "--count must be between 1 and " + MAX_COUNT + ", not " + count + ".");
    }
    try {
      PhantomFolder.Counts counts = new PhantomFolder.Counts(count, validation, test);
      PhantomFolder.write(Phantoms.get(task), counts, seed, out);
    } catch (IOException e) {
      throw new UserException("Cannot write to " + out + ": " + e.getMessage(), e);
    }
    spec.commandLine().getOut().println(count + " synthetic cases in " + out);
    spec.commandLine().getOut().flush();
  }
}
