package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.domain.DomainModel;
import org.radcam.domain.Thumbnail;
import org.radcam.engine.ComputeDevice;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.image.Geometry;
import org.radcam.image.Volume;
import org.radcam.io.AtomicFiles;
import org.radcam.io.Digests;
import org.radcam.model.FolderPackage;
import org.radcam.model.Performance;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;
import org.radcam.zoo.domain.DomainModelFit;

/**
 * A whole training: cross-validation by patient, calibration on its out-of-fold predictions, the
 * final network on all patients, and the model package.
 *
 * <pre>{@code
 * Training.Outcome outcome = Training.run(request, progress);
 * }</pre>
 */
public final class Training {
  private final Request request;
  private final Recipe recipe;
  private final List<String> classes;
  private final List<TrainingCase> cases;
  private final CaseImages images;
  private final TrainingReport report;

  private Training(Request request) {
    this.request = request;
    this.recipe = request.recipe();
    this.classes = request.task().classes().stream().map(ClassLabel::key).toList();
    this.cases = request.manifest().training();
    this.images = new CaseImages(recipe.preparation(), recipe.inputSize());
    this.report = new TrainingReport(classes, recipe.seed());
  }

  /**
   * What is asked for.
   *
   * @param task the question; of one image
   * @param manifest what to learn from
   * @param recipe how
   * @param initial weights to begin from (all but the head); empty to begin from scratch
   * @param folds of the cross-validation; 0 for none, and then no measured performance
   * @param out folder of the run
   * @param resume whether a training in that folder goes on
   * @param device where to compute
   */
  public record Request(
      Task task,
      Manifest manifest,
      Recipe recipe,
      Optional<Path> initial,
      int folds,
      Path out,
      boolean resume,
      DeviceChoice device) {
    public Request {
      if (task.roles().size() != 1) {
        throw new UserException(
            "The trainer takes tasks of one image; '" + task.key() + "' has several.");
      }
      recipe.check(manifest);
      if (folds != 0 && (folds < 2 || folds > 100)) {
        throw new UserException("The number of folds is 0 (none) or 2 to 100, not " + folds + ".");
      }
      if (folds == 0 && recipe.stopping().isPresent()) {
        throw new UserException(
            "A recipe with early stopping needs folds: they tell how long to train at the end.");
      }
    }
  }

  /**
   * What came of it.
   *
   * @param model the model package
   * @param performance measured figures, those of its card
   * @param report everything measured, line by line
   */
  public record Outcome(FolderPackage model, List<Performance> performance, List<String> report) {}

  /**
   * Trains, or goes on.
   *
   * @throws UserException for whatever the user can mend
   * @throws java.util.concurrent.CancellationException if the user cancelled; the folder can be
   *     resumed
   */
  public static Outcome run(Request request, Progress progress) throws IOException {
    return new Training(request).run(progress);
  }

  private Outcome run(Progress progress) throws IOException {
    ComputeDevice device = TorchEngine.device(request.device());
    Provenance provenance = Provenance.of(request.manifest(), classes, request.initial());
    PackageMaker maker = new PackageMaker(request.task(), recipe, classes, provenance);
    RunFolder folder =
        RunFolder.check(request.out(), recipe.card().id(), identity(device), request.resume());
    progress.report(0, "Training on " + device);
    folder.take(readImages(progress));
    AtomicFiles.writeString(folder.work().resolve("recipe.yaml"), recipe.text());
    report.beginning(provenance, maker.standing(), device);
    NetworkTrainer trainer =
        new NetworkTrainer(recipe, classes.size(), images, device, request.initial());
    CrossValidation validation =
        new CrossValidation(trainer, recipe, classes, images, folder.work());
    final int networks = request.folds() + 1;
    int epochs = recipe.schedule().epochs();
    double temperature = 1;
    List<Performance> figures = new ArrayList<>();
    if (request.folds() > 0) {
      Progress part = Parts.of(progress, 0, (double) request.folds() / networks);
      CrossValidation.Outcome outcome = validation.run(cases, request.folds(), part);
      epochs = outcome.medianEpoch();
      PredictionsFile.write(
          folder.work().resolve("predictions.csv"), sorted(outcome.predictions()), classes);
      temperature = report.calibrate(outcome.predictions());
      String how =
          "pooled out-of-fold predictions of patient-level "
              + request.folds()
              + "-fold cross-validation";
      figures.addAll(report.measure(outcome.predictions(), how));
      report.epochs(epochs);
    }
    NetworkTrainer.Job job =
        new NetworkTrainer.Job(
            "final", cases, List.of(), epochs, Seeds.mix(recipe.seed(), -4), folder.work());
    NetworkTrainer.Trained trained =
        trainer.train(job, Parts.of(progress, (double) request.folds() / networks, 1.0 / networks));
    if (!request.manifest().heldOut().isEmpty()) {
      List<Prediction> held = validation.predict(trained, "final", request.manifest().heldOut());
      PredictionsFile.write(folder.work().resolve("test-predictions.csv"), held, classes);
      figures.addAll(report.measure(held, "held-out patients of the manifest"));
    }
    List<String> shortcuts = report.shortcuts(cases, images);
    FolderPackage model;
    ComputeDevice cpu = TorchEngine.device(DeviceChoice.CPU);
    try (Session session = new Session(recipe.network(classes.size()), recipe.inputSize(), cpu)) {
      session.set(trained.weights());
      model =
          maker.write(folder.model(), session.network(), domain(), temperature, figures, shortcuts);
    }
    AtomicFiles.writeString(folder.work().resolve("report.txt"), report.text());
    folder.removeCheckpoints();
    progress.report(1, "Wrote " + folder.model());
    return new Outcome(model, figures, report.lines());
  }

  private List<String> identity(ComputeDevice device) throws IOException {
    return List.of(
        request.task().key(),
        recipe.text(),
        request.manifest().sha256(),
        String.valueOf(request.folds()),
        request.initial().isPresent() ? Digests.sha256(request.initial().orElseThrow()) : "scratch",
        device.device().toString());
  }

  /**
   * Prepares every image once before the first step, so that a broken one is known early.
   *
   * @return digest of all that the networks will see
   */
  private String readImages(Progress progress) {
    int done = 0;
    StringBuilder digests = new StringBuilder();
    for (TrainingCase one : request.manifest().cases()) {
      progress.checkCancelled();
      digests.append(Digests.sha256(images.of(one))).append('\n');
      done++;
      if (done % 100 == 0) {
        progress.report(0, "Read " + done + " of " + request.manifest().cases().size() + " images");
      }
    }
    return Digests.sha256(digests.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** What the training images look like, where they are enough to tell. */
  private Optional<DomainModel> domain() {
    if (cases.size() < DomainModelFit.MIN_IMAGES
        || Manifest.patients(cases) < DomainModelFit.FOLDS) {
      report.noDomain();
      return Optional.empty();
    }
    Geometry grid = Geometry.uncalibrated(images.size());
    return Optional.of(
        DomainModelFit.fit(
            cases.stream().map(one -> Thumbnail.of(new Volume(grid, images.of(one)))).toList(),
            cases.stream().map(TrainingCase::patient).toList(),
            recipe.seed()));
  }

  private static List<Prediction> sorted(List<Prediction> predictions) {
    return predictions.stream()
        .sorted(Comparator.comparing((Prediction p) -> p.one().id()))
        .toList();
  }
}
