package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.engine.DeviceChoice;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code radcam train}: from labelled images to a model package. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains a model on labelled images and writes a model package.",
      "The performance on its card is measured by cross-validation that keeps patients apart.",
      "A training that was interrupted goes on with --resume."
    })
public final class TrainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--task",
      defaultValue = "chest-xray",
      paramLabel = "TASK",
      description = "The question to answer (default: ${DEFAULT-VALUE}).")
  private String task;

  @CommandLine.ArgGroup(multiplicity = "1")
  private Data data;

  /** Where the images are. */
  private static final class Data {
    @Option(
        names = "--data",
        required = true,
        paramLabel = "MANIFEST.csv",
        description =
            "CSV file with the columns case, patient, label, image (or image:ROLE for each role), if"
                + " needed roi and clinical values, and if wanted mask, stratum, split and source;"
                + " files are relative to its folder.")
    private Path manifest;

    @Option(
        names = "--nih",
        required = true,
        paramLabel = "DIR",
        description =
            "Folder of NIH ChestX-ray images with a labels.csv (columns file, label, patient_id,"
                + " view).")
    private Path nih;
  }

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the package, the logs and the predictions.")
  private Path out;

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description =
          "Recipe file, or the name of one that comes with RadCAM (default: that of the task).")
  private String recipe;

  @Option(
      names = "--init",
      paramLabel = "WEIGHTS",
      description =
          "What to begin from: a model's id, a package's folder, or a safetensors file; the last"
              + " layer is made anew.")
  private String initial;

  @Option(
      names = "--folds",
      defaultValue = "5",
      paramLabel = "N",
      description =
          "Folds of the cross-validation; 0 for none, and then only test patients are measured (default:"
              + " ${DEFAULT-VALUE}).")
  private int folds;

  @Option(names = "--resume", description = "Go on with the training in --out.")
  private boolean resume;

  @Option(
      names = "--device",
      defaultValue = "auto",
      paramLabel = "DEVICE",
      description = "auto, cpu, cuda or cuda:N (default: ${DEFAULT-VALUE}).")
  private String device;

  @Override
  public Integer call() {
    return ResumableCommand.run(spec.commandLine(), this::train);
  }

  private List<String> train(Progress progress) throws IOException {
    Training.Outcome outcome = Training.run(request(), progress);
    List<String> lines = new ArrayList<>(outcome.report());
    lines.add("Model package: " + outcome.model().location());
    return lines;
  }

  private Training.Request request() {
    Task asked = Tasks.get(task);
    Recipe chosen = recipe(asked);
    if (!chosen.task().key().equals(asked.key())) {
      throw new UserException(
          "The recipe is for the task "
              + chosen.task().key()
              + ", but --task is "
              + asked.key()
              + ".");
    }
    CaseNeeds needs = CaseNeeds.of(chosen);
    Manifest manifest =
        data.nih == null
            ? ManifestReader.read(data.manifest, ManifestColumns.STANDARD, needs)
            : ManifestReader.read(data.nih.resolve("labels.csv"), ManifestColumns.NIH, needs);
    return new Training.Request(
        manifest,
        chosen,
        Optional.ofNullable(initial).map(InitialChoice::of),
        folds,
        out,
        resume,
        DeviceChoice.parse(device));
  }

  private Recipe recipe(Task asked) {
    if (recipe == null) {
      return RecipeReader.builtIn(asked.key() + (data.nih == null ? "" : "-nih"));
    }
    Path file = Path.of(recipe);
    return Files.exists(file) || recipe.contains(".")
        ? RecipeReader.read(file)
        : RecipeReader.builtIn(recipe);
  }
}
