package org.radcam.zoo.evaluate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.radcam.Progress;
import org.radcam.UserException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code radcam evaluate}: how good predictions are. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Tells how good predictions are: ROC curves, accuracy, calibration, comparisons, each with its"
          + " interval, as metrics.json, metrics.csv, plots and report.html.",
      "A row is a case: columns case, label, and p_<class> for every class or predicted; if wanted"
          + " patient, split, model, lesion. The results.csv of a batch does, with --labels.",
      "Readers: column reader instead of model, and condition (without or with the model).",
      "Thresholds, calibration and prediction sets are chosen on the split named validation, where"
          + " there is one, and judged on the others."
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--predictions",
      required = true,
      paramLabel = "FILE.csv",
      arity = "1..*",
      description = "Tables of predictions of one or several models and readers.")
  private List<Path> predictions;

  @Option(
      names = "--labels",
      paramLabel = "FILE.csv",
      description =
          "The true classes, where the predictions have none: columns case and label, if wanted"
              + " lesion, patient and split.")
  private Path labels;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder for the figures and the report: new, empty, or of an earlier evaluation.")
  private Path out;

  @Option(
      names = "--title",
      defaultValue = "Evaluation",
      paramLabel = "TEXT",
      description = "Title of the report (default: ${DEFAULT-VALUE}).")
  private String title;

  @Option(
      names = "--replicates",
      defaultValue = "2000",
      paramLabel = "N",
      description = "Resamples of the bootstrap, 100 to 100000 (default: ${DEFAULT-VALUE}).")
  private int replicates;

  @Option(
      names = "--seed",
      defaultValue = "42",
      paramLabel = "N",
      description = "Seed of the bootstrap (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws IOException {
    if (replicates < 100 || replicates > 100_000) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--replicates must be from 100 to 100000, not " + replicates + ".");
    }
    try {
      EvaluationFolder.check(out);
      List<ModelPredictions> sets = PredictionReader.read(predictions, Optional.ofNullable(labels));
      Evaluation evaluation =
          Evaluation.of(sets, new EvaluationSettings(replicates, seed), Progress.NONE);
      List<Path> files = new ArrayList<>(predictions);
      Optional.ofNullable(labels).ifPresent(files::add);
      Path report =
          EvaluationFolder.write(out, evaluation, EvaluationSource.of(title, files), Progress.NONE);
      PrintWriter terminal = spec.commandLine().getOut();
      evaluation.summary().forEach(terminal::println);
      terminal.println("Report: " + report);
      terminal.flush();
      return CommandLine.ExitCode.OK;
    } catch (IOException e) {
      throw new UserException("The evaluation could not be written: " + e.getMessage(), e);
    }
  }
}
