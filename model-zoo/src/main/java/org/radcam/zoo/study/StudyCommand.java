package org.radcam.zoo.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.engine.DeviceChoice;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.radcam.zoo.evaluate.EvaluationSettings;
import org.radcam.zoo.train.ResumableCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code radcam study}: a whole published study on other data. */
@Command(
    name = "study",
    mixinStandardHelpOptions = true,
    description = {
      "Does a task's published study again on your own cases: splits patients, trains the candidates"
          + " that the study compared, chooses on validation patients, measures once on the patients"
          + " kept out, and writes a report with the published figures beside yours.",
      "--quick tries the whole way with small networks in about a minute, on synthetic cases where no"
          + " data are given. A study that was interrupted goes on with --resume."
    })
public final class StudyCommand implements Callable<Integer> {
  /** A small form needs no smooth intervals. */
  private static final int QUICK_REPLICATES = 200;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "TASK", description = "The question to answer.")
  private String task;

  @Option(
      names = "--data",
      paramLabel = "MANIFEST.csv",
      description =
          "The cases, as for 'radcam train'. The column split (train, validation, test, external,"
              + " prospective) is optional: what it lacks is drawn by patient.")
  private Path data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the study: new or empty, or one to --resume.")
  private Path out;

  @Option(
      names = "--init",
      paramLabel = "NAME=WEIGHTS",
      description =
          "What candidates begin from, by the study's names of weights (docs/studies.md): a model's id,"
              + " a package's folder, or a safetensors file. Several times for several.")
  private Map<String, String> inits = new LinkedHashMap<>();

  @Option(
      names = "--readers",
      paramLabel = "FILE.csv",
      arity = "1..*",
      description = "Tables of readers' answers, as for 'radcam evaluate', to compare with.")
  private List<Path> readers = new ArrayList<>();

  @Option(
      names = "--study",
      paramLabel = "FILE.yaml",
      description = "Another definition of the study (default: that of the task).")
  private Path definition;

  @Option(
      names = "--quick",
      description = "The small form, to try the whole way; without --data on synthetic cases.")
  private boolean quick;

  @Option(names = "--resume", description = "Go on with the study in --out.")
  private boolean resume;

  @Option(
      names = "--device",
      defaultValue = "auto",
      paramLabel = "DEVICE",
      description = "auto, cpu, cuda or cuda:N (default: ${DEFAULT-VALUE}).")
  private String device;

  @Override
  public Integer call() {
    return ResumableCommand.run(spec.commandLine(), this::study);
  }

  private List<String> study(Progress progress) throws IOException {
    StudyRun.Outcome outcome = StudyRun.run(request(), progress);
    List<String> lines = new ArrayList<>(outcome.lines());
    lines.add("Chosen on the validation patients: " + outcome.chosen());
    lines.add("Model package: " + outcome.model());
    lines.add("Report: " + outcome.report());
    return lines;
  }

  private StudyRequest request() {
    Task asked = Tasks.get(task);
    Study study = definition == null ? StudyReader.builtIn(asked) : StudyReader.read(definition);
    if (!study.task().key().equals(asked.key())) {
      throw new UserException(
          "The study is of the task " + study.task().key() + ", but TASK is " + asked.key() + ".");
    }
    EvaluationSettings settings =
        quick
            ? new EvaluationSettings(QUICK_REPLICATES, EvaluationSettings.DEFAULT.seed())
            : EvaluationSettings.DEFAULT;
    return new StudyRequest(
        study,
        Optional.ofNullable(data),
        out,
        quick,
        resume,
        inits,
        readers,
        DeviceChoice.parse(device),
        settings);
  }
}
