package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.Version;
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
import org.radcam.model.ModelCard;
import org.radcam.model.Performance;
import org.radcam.model.Stage;
import org.radcam.network.weights.Tensor;
import org.radcam.task.ClassLabel;
import org.radcam.zoo.domain.DomainModelFit;
import org.radcam.zoo.screening.ScreeningTable;

/**
 * A whole training: cross-validation by patient, calibration on its out-of-fold predictions, the
 * final networks on all patients, and the model package.
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
  private final TestPhantoms phantoms;
  private final PackageMaker planner;
  private final ModelCard plan;
  private final CaseImages images;
  private final Provenance provenance;
  private final TrainingReport report;

  private Training(Request request, TestPhantoms phantoms) {
    this.request = request;
    this.phantoms = phantoms;
    this.recipe = request.recipe();
    this.classes = recipe.task().classes().stream().map(ClassLabel::key).toList();
    this.cases = request.manifest().training();
    this.provenance = Provenance.of(request.manifest(), classes, request.initial());
    this.planner = new PackageMaker(recipe, provenance, phantoms);
    this.plan = planner.plan();
    this.images = new CaseImages(plan, recipe.learning().guidance() > 0);
    this.report = new TrainingReport(plan, recipe.seed());
  }

  /**
   * What is asked for.
   *
   * @param manifest what to learn from
   * @param recipe how
   * @param initial weights to begin from (all but the heads); empty to begin from scratch
   * @param folds of the cross-validation; 0 for none
   * @param out folder of the run
   * @param resume whether a training in that folder goes on
   * @param device where to compute
   */
  public record Request(
      Manifest manifest,
      Recipe recipe,
      Optional<InitialWeights> initial,
      int folds,
      Path out,
      boolean resume,
      DeviceChoice device) {
    public Request {
      recipe.check(manifest);
      if (folds != 0 && (folds < 2 || folds > 100)) {
        throw new UserException("The number of folds is 0 (none) or 2 to 100, not " + folds + ".");
      }
      if (folds == 0
          && recipe.learning().stopping().isPresent()
          && manifest.validation().isEmpty()) {
        throw new UserException(
            "A recipe with early stopping needs folds, or patients with the split validation: they"
                + " tell how long to train at the end.");
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
    return run(request, new TestPhantoms(), progress);
  }

  /**
   * The same as one of several trainings.
   *
   * @param phantoms that all of them share
   */
  public static Outcome run(Request request, TestPhantoms phantoms, Progress progress)
      throws IOException {
    return new Training(request, phantoms).run(progress);
  }

  /**
   * Refuses what a training would refuse at its beginning, without a training: images are not read,
   * and nothing is written.
   *
   * @param phantoms that trainings share
   * @throws UserException as {@link #run} does
   */
  public static void check(Request request, TestPhantoms phantoms) {
    new Training(request, phantoms).check();
  }

  /**
   * Reads and prepares every image of a training that is to come, so that a broken one is known.
   *
   * @return digest of all that its networks will see
   * @throws UserException that names the case
   * @throws java.util.concurrent.CancellationException if the user cancelled
   */
  public static String readImages(Request request, TestPhantoms phantoms, Progress progress) {
    return new Training(request, phantoms).readImages(progress);
  }

  private void check() {
    checkClasses();
    checkGroups();
    checkInitial();
    checkFeatures();
    if (recipe.features().isPresent()) {
      FeatureStudy.check(recipe, classes, cases, request.folds(), request.manifest().validation());
    }
    planner.checkTest();
  }

  private Outcome run(Progress progress) throws IOException {
    check();
    ComputeDevice device = TorchEngine.device(request.device());
    RunFolder folder =
        RunFolder.check(request.out(), recipe.card().id(), identity(device), request.resume());
    progress.report(0, "Training on " + device);
    folder.take(readImages(progress));
    AtomicFiles.writeString(folder.work().resolve("recipe.yaml"), recipe.text());
    report.beginning(provenance, planner.standing(), device);
    List<TrainingCase> all = request.manifest().cases();
    List<String> limits =
        new ArrayList<>(report.grids(all.stream().filter(images::assumed).toList(), all.size()));
    ModelTrainer trainer =
        new ModelTrainer(
            new NetworkTrainer(recipe, plan, images, device, request.initial()),
            recipe,
            plan,
            folder.work());
    List<TrainingCase> validation = request.manifest().validation();
    Optional<FeatureStudy> study =
        recipe.features().map(any -> new FeatureStudy(recipe, plan, trainer, folder.work()));
    int[] epochs = trainer.allEpochs();
    double[] temperatures = IntStream.range(0, epochs.length).mapToDouble(n -> 1).toArray();
    List<Performance> figures = new ArrayList<>();
    CrossValidation crossValidation = new CrossValidation(trainer, recipe, classes);
    if (study.isPresent()) {
      study.get().measure(request.manifest().cases(), Parts.of(progress, 0, 0));
    }
    if (request.folds() > 0) {
      Progress part = Parts.of(progress, 0, 1 - finalShare());
      CrossValidation.Asking asking =
          study.isPresent()
              ? study.get()::answer
              : (trained, others, held) -> trainer.answer(trained, held);
      CrossValidation.Outcome outcome =
          crossValidation.run(cases, validation, request.folds(), asking, part);
      epochs = validation.isEmpty() ? outcome.medianEpochs() : epochs;
      PredictionsFile.write(folder.work().resolve("predictions.csv"), outcome.answers(), plan);
      temperatures =
          study.isPresent() ? temperatures : report.calibrate(outcome.answers(), "out-of-fold");
      figures.addAll(report.measure(outcome.answers(), temperatures, outOfFold()));
    }
    ModelTrainer.Trained trained =
        SavedWeights.as(
            recipe.savedAs(),
            trainer.train(
                "final",
                cases,
                validation,
                epochs,
                Seeds.mix(recipe.seed(), -4),
                Parts.of(progress, 1 - finalShare(), finalShare())),
            folder.work());
    report.epochs(recipe.learns() ? trained.epochs() : new int[0]);
    Optional<FeatureStudy.Fitted> second = Optional.empty();
    if (study.isPresent()) {
      String how = request.folds() > 0 ? outOfFold() : "validation patients of the manifest";
      second = Optional.of(study.get().fit(trained, cases, validation, how));
      FeatureReport.of(second.get(), study.get(), recipe, classes).forEach(report::say);
    }
    if (recipe.screening().isPresent()) {
      report.screened(trainer.screenings());
      ScreeningTable.write(folder.work().resolve("screening.csv"), trainer.screenings());
    }
    PackageMaker maker =
        recipe.screening().isPresent()
            ? new PackageMaker(trained.recipe(), provenance, phantoms)
            : second
                .map(
                    made ->
                        new PackageMaker(
                            FeatureReport.told(made, study.orElseThrow(), recipe),
                            provenance,
                            phantoms))
                .orElse(planner);
    List<Answer> watched = answer(trainer, trained, study, second, validation);
    if (request.folds() == 0 && !validation.isEmpty() && study.isEmpty()) {
      temperatures = report.calibrate(watched, "validation patients'");
    }
    List<Answer> asked = new ArrayList<>(watched);
    for (Split split : Split.HELD_OUT) {
      List<TrainingCase> held = request.manifest().of(split);
      if (!held.isEmpty()) {
        List<Answer> answers = answer(trainer, trained, study, second, held);
        PredictionsFile.write(
            folder.work().resolve(split.key() + "-predictions.csv"), answers, plan);
        figures.addAll(report.measure(answers, temperatures, heldOut(split)));
        asked.addAll(answers);
      }
    }
    if (!asked.isEmpty()) {
      PredictionsFile.writeCalibrated(
          folder.work().resolve("package-predictions.csv"),
          Map.of(recipe.card().name(), asked),
          plan,
          temperatures);
    }
    if (second.isPresent() && second.get().models().size() > 1) {
      writeTrials(study.orElseThrow(), trained, second.get(), folder);
    }
    if (plan.hasNetwork()) {
      limits.addAll(report.shortcuts(cases, images));
    }
    Optional<DomainModel> domain = domain(limits);
    PackageMaker.Findings findings =
        new PackageMaker.Findings(
            temperatures,
            trained.clinical(),
            second.map(FeatureStudy.Fitted::model),
            domain,
            figures,
            limits);
    List<Map<String, Tensor>> weights =
        trained.networks().stream().map(NetworkTrainer.Trained::weights).toList();
    figures.addAll(point(maker, folder, weights, findings, progress));
    // The package ends the run, so everything else is there before it.
    AtomicFiles.writeString(folder.work().resolve("report.txt"), report.text());
    FolderPackage model = maker.write(folder.model(), weights, findings.withPerformance(figures));
    folder.removeCheckpoints();
    progress.report(1, "Wrote " + folder.model());
    return new Outcome(model, figures, report.lines());
  }

  private static List<Answer> answer(
      ModelTrainer trainer,
      ModelTrainer.Trained trained,
      Optional<FeatureStudy> study,
      Optional<FeatureStudy.Fitted> second,
      List<TrainingCase> asked) {
    if (asked.isEmpty()) {
      return List.of();
    }
    return study.isPresent()
        ? study.get().answer(trained, second.orElseThrow(), asked)
        : trainer.answer(trained, asked);
  }

  /** What each classifier that was tried answers, not only the one that was kept. */
  private void writeTrials(
      FeatureStudy study,
      ModelTrainer.Trained trained,
      FeatureStudy.Fitted second,
      RunFolder folder)
      throws IOException {
    List<TrainingCase> asked = new ArrayList<>(request.manifest().validation());
    asked.addAll(request.manifest().heldOut());
    if (asked.isEmpty()) {
      return;
    }
    Map<String, List<Answer>> answers = new LinkedHashMap<>();
    study
        .answers(trained, second, asked)
        .forEach((key, own) -> answers.put(SecondLevelTrainers.title(key), own));
    PredictionsFile.writeCalibrated(
        folder.work().resolve("classifier-predictions.csv"), answers, plan, new double[] {1});
  }

  private String outOfFold() {
    return "pooled out-of-fold predictions of patient-level "
        + request.folds()
        + "-fold cross-validation"
        + recipe.features().map(FeatureReport::how).orElse("");
  }

  private String heldOut(Split split) {
    return split == Split.TEST ? heldOut("held-out") : heldOut("held-out " + split.key());
  }

  private String heldOut(String held) {
    int phantoms = request.manifest().phantoms();
    return phantoms == request.manifest().cases().size()
        ? held + " synthetic phantoms, each taken for a patient"
        : phantoms > 0
            ? held + " patients of the manifest, in which there are synthetic phantoms"
            : held + " patients of the manifest";
  }

  /** How much of the whole the final networks are. */
  private double finalShare() {
    return 1.0 / (request.folds() + 1);
  }

  /** A network cannot learn a class that it never sees. */
  private void checkClasses() {
    checkClasses(cases, "to learn from");
    List<TrainingCase> validation = request.manifest().validation();
    if (!validation.isEmpty()) {
      checkClasses(validation, "for validation");
    }
  }

  private void checkClasses(List<TrainingCase> some, String purpose) {
    for (int c = 0; c < classes.size(); c++) {
      int label = c;
      if (some.stream().noneMatch(one -> one.label() == label)) {
        throw new UserException(
            request.manifest().name()
                + " has no case of class '"
                + classes.get(c)
                + "' "
                + purpose
                + ".");
      }
    }
  }

  /** A group that names nothing would rest for ever without a word. */
  private void checkGroups() {
    if (!plan.hasNetwork()) {
      return;
    }
    Set<String> names = plan.createNetworks().namedParameters().keySet();
    for (String group : recipe.learning().transfer().map(Transfer::unfreeze).orElse(List.of())) {
      boolean known =
          group.equals(Transfer.REST)
              || names.stream().anyMatch(name -> ("." + name).contains("." + group + "."));
      if (!known) {
        throw new UserException(
            "The recipe unfreezes '" + group + "', but no layer of the network has that name.");
      }
    }
  }

  /** Weights that nothing takes, or that a network which does not learn lacks. */
  private void checkFeatures() {
    if (request.initial().isPresent() && !plan.hasNetwork()) {
      throw new UserException("The recipe has no network that could begin from --init.");
    }
    if (request.initial().isEmpty() && plan.hasNetwork() && !recipe.learns()) {
      throw new UserException(
          "The recipe takes the features of a network that is not trained (network.train: false), so"
              + " it needs a trained one: give its weights with --init.");
    }
  }

  /** Weights that do not fit are known before anything is written. */
  private void checkInitial() {
    if (request.initial().isEmpty()) {
      return;
    }
    ComputeDevice cpu = TorchEngine.device(DeviceChoice.CPU);
    for (Stage stage : plan.stages()) {
      try (Session session = new Session(stage.architecture(), plan.inputSize(), cpu)) {
        session.transfer(request.initial().get(), stage.key(), 0);
      }
    }
  }

  private List<String> identity(ComputeDevice device) {
    List<String> identity =
        new ArrayList<>(
            List.of(
                recipe.task().key(),
                recipe.text(),
                request.manifest().sha256(),
                String.valueOf(request.folds()),
                request.initial().map(InitialWeights::sha256).orElse("scratch"),
                device.device().toString()));
    if (plan.features().stream().anyMatch(spec -> !spec.radiomics().isEmpty())) {
      // Features that another version measured may differ from those of this one.
      identity.add(Version.current());
    }
    return identity;
  }

  /**
   * Prepares every image once before the first step, so that a broken one is known early.
   *
   * @return digest of all that the networks will see
   */
  private String readImages(Progress progress) {
    int done = 0;
    int count = request.manifest().cases().size();
    StringBuilder digests = new StringBuilder();
    for (TrainingCase one : request.manifest().cases()) {
      progress.checkCancelled();
      images.digests(one).forEach(digest -> digests.append(digest).append('\n'));
      done++;
      if (done % 100 == 0) {
        progress.report(0, "Read the images of " + done + " of " + count + " cases");
      }
    }
    return Digests.sha256(digests.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Plays the pointing game with a draft of the package, where the manifest has lesions. */
  private List<Performance> point(
      PackageMaker maker,
      RunFolder folder,
      List<Map<String, Tensor>> weights,
      PackageMaker.Findings findings,
      Progress progress)
      throws IOException {
    List<TrainingCase> marked =
        request.manifest().heldOut().stream()
            .filter(one -> one.files().lesion().isPresent())
            .toList();
    boolean shows =
        findings.second().isEmpty()
            || (plan.hasNetwork() && findings.second().get().linear().isPresent());
    if (marked.isEmpty() || !shows) {
      return List.of();
    }
    Path draft = folder.draft();
    try {
      FolderPackage model = maker.write(draft, weights, findings);
      List<Performance> figures =
          new PointingGame(model, heldOut("held-out"))
              .play(marked, request.device(), Parts.of(progress, 1, 0));
      figures.forEach(report::tell);
      return figures;
    } finally {
      RunFolder.remove(draft);
    }
  }

  /** What the training images look like, where a single slice of enough patients tells. */
  private Optional<DomainModel> domain(List<String> limits) {
    if (!plan.hasNetwork()) {
      return Optional.empty();
    }
    Optional<String> why = Optional.empty();
    if (images.size().slices() > 1) {
      why = Optional.of("The images are volumes");
    } else if (cases.size() < DomainModelFit.MIN_IMAGES
        || Manifest.patients(cases) < DomainModelFit.FOLDS) {
      why = Optional.of("The training images are too few to tell what is typical");
    }
    if (why.isPresent()) {
      report.say(why.get() + ": the model will not warn of images unlike those of the training.");
      limits.add("It does not notice images unlike those that it was trained on.");
      return Optional.empty();
    }
    Geometry grid = Geometry.uncalibrated(images.size());
    return Optional.of(
        DomainModelFit.fit(
            cases.stream()
                .map(one -> Thumbnail.of(new Volume(grid, images.of(one).get(0))))
                .toList(),
            cases.stream().map(TrainingCase::patient).toList(),
            recipe.seed()));
  }
}
