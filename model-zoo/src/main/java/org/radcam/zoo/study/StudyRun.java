package org.radcam.zoo.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.Version;
import org.radcam.engine.TorchEngine;
import org.radcam.model.InputSpec;
import org.radcam.task.CascadeStage;
import org.radcam.zoo.evaluate.CsvTable;
import org.radcam.zoo.train.CaseNeeds;
import org.radcam.zoo.train.InitialChoice;
import org.radcam.zoo.train.InitialWeights;
import org.radcam.zoo.train.Manifest;
import org.radcam.zoo.train.ManifestColumns;
import org.radcam.zoo.train.ManifestReader;
import org.radcam.zoo.train.Parts;
import org.radcam.zoo.train.Recipe;
import org.radcam.zoo.train.Split;
import org.radcam.zoo.train.TestPhantoms;
import org.radcam.zoo.train.Training;

/**
 * Runs a study.
 *
 * <ol>
 *   <li>Everything is read and checked: the definition, all recipes, the manifest for each of them.
 *   <li>Patients are split, where the manifest does not ({@link PatientShares}).
 *   <li>The candidates of one step after the other are trained on the same patients. What a step
 *       chooses is decided by the validation patients alone.
 *   <li>The model with the largest area on the validation patients is the study's. All are measured
 *       on the patients that were kept out, and the chosen one is compared with each.
 * </ol>
 *
 * A study that was interrupted goes on where it was: candidates that are finished are not trained
 * again, and the one in hand goes on from its last epoch.
 */
public final class StudyRun {
  private final StudyRequest request;
  private final Study study;
  private final CandidateMaker maker;
  private final TestPhantoms phantoms = new TestPhantoms();
  private final Map<String, InitialWeights> inits = new TreeMap<>();
  private final List<Trained> trained = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Map<StudyStep, List<String>> choices = new LinkedHashMap<>();

  /** A candidate that could not be trained, with the reason as a sentence. */
  record LeftOut(String name, String reason) {}

  private StudyRun(StudyRequest request) {
    this.request = request;
    this.study = request.study();
    this.maker = new CandidateMaker(study, request.quick());
  }

  /**
   * What came of it.
   *
   * @param report the page
   * @param lines the main figures, for people
   * @param chosen name of the model that was chosen
   * @param model its package
   */
  public record Outcome(Path report, List<String> lines, String chosen, Path model) {}

  /**
   * Runs, or goes on.
   *
   * @throws UserException for whatever the user can mend
   * @throws java.util.concurrent.CancellationException if the user cancelled; the folder can be
   *     resumed
   */
  public static Outcome run(StudyRequest request, Progress progress) throws IOException {
    return new StudyRun(request).run(progress);
  }

  private Outcome run(Progress progress) throws IOException {
    List<Candidate> rehearsal = maker.rehearsal();
    checkNames(rehearsal);
    StudyFolder folder = StudyFolder.check(request.out(), request.resume());
    readInits();
    request.readers().forEach(CsvTable::read);
    progress.report(0, "Reading the cases");
    Path data = request.data().isPresent() ? request.data().get() : folder.phantoms(study);
    Manifest cases = read(data, rehearsal.get(0).recipe());
    Map<String, Split> splits = splits(cases);
    for (Candidate one : rehearsal) {
      progress.checkCancelled();
      if (!lacksWeights(one)) {
        Training.check(request(one, folder, data, splits), phantoms);
      }
    }
    Manifest manifest = cases.withSplits(splits);
    MeasurableCheck.check(manifest, rehearsal, request.readers(), study.task());
    folder.take(study, identity(manifest, readImages(rehearsal, folder, data, splits, progress)));
    StudyTables.writeSplits(folder.splits(), manifest, study.task());
    trainAll(folder, data, splits, rehearsal.size(), progress);
    return report(folder, manifest, progress);
  }

  /** Weights that no candidate begins from, and frozen networks without any, are known early. */
  private void checkNames(List<Candidate> rehearsal) {
    Set<String> known = maker.inits();
    for (String name : request.inits().keySet()) {
      if (!known.contains(name)) {
        throw new UserException(
            known.isEmpty()
                ? "No candidate of this study begins from given weights: leave --init out."
                : "No candidate of this study begins from weights called '"
                    + name
                    + "'; there are "
                    + String.join(", ", known)
                    + ".");
      }
    }
    for (StudyStep step : study.steps(request.quick())) {
      List<Candidate> own =
          rehearsal.stream().filter(one -> one.step().key().equals(step.key())).toList();
      if (own.stream().allMatch(this::lacksWeights)) {
        throw new UserException(
            "The candidates of '"
                + step.title()
                + "' take a network as it was trained before, so they need its weights: give at least"
                + " one of "
                + own.stream()
                    .flatMap(one -> one.init().stream())
                    .distinct()
                    .map(name -> "--init " + name + "=WEIGHTS")
                    .toList()
                + ".");
      }
    }
  }

  private boolean lacksWeights(Candidate candidate) {
    return candidate.recipe().needsInitial()
        && candidate.init().filter(request.inits()::containsKey).isEmpty();
  }

  private void readInits() {
    request.inits().forEach((name, choice) -> inits.put(name, InitialChoice.of(choice)));
  }

  private static Manifest read(Path data, Recipe recipe) {
    return ManifestReader.read(data, ManifestColumns.STANDARD, CaseNeeds.of(recipe));
  }

  private Map<String, Split> splits(Manifest manifest) {
    return PatientShares.of(manifest, study.task().classes(), study.shares(), study.seed());
  }

  /** Every image once for each way in which candidates prepare it, before the first is trained. */
  private List<String> readImages(
      List<Candidate> rehearsal,
      StudyFolder folder,
      Path data,
      Map<String, Split> splits,
      Progress progress) {
    Map<List<InputSpec>, String> digests = new LinkedHashMap<>();
    for (Candidate one : rehearsal) {
      if (!lacksWeights(one)) {
        digests.computeIfAbsent(
            one.recipe().inputs(),
            inputs ->
                Training.readImages(
                    request(one, folder, data, splits),
                    phantoms,
                    Parts.named(Parts.of(progress, 0, 0), one.name())));
      }
    }
    return List.copyOf(digests.values());
  }

  private List<String> identity(Manifest manifest, List<String> images) {
    List<String> identity =
        new ArrayList<>(
            List.of(
                study.text(),
                String.valueOf(request.quick()),
                manifest.sha256(),
                TorchEngine.device(request.device()).device().toString(),
                Version.current()));
    identity.addAll(images);
    inits.forEach((name, weights) -> identity.add(name + " " + weights.sha256()));
    return identity;
  }

  private void trainAll(
      StudyFolder folder, Path data, Map<String, Split> splits, int count, Progress progress)
      throws IOException {
    Map<String, List<Candidate>> chosen = new LinkedHashMap<>();
    int done = 0;
    for (StudyStep step : study.steps(request.quick())) {
      List<Trained> own = new ArrayList<>();
      for (Candidate candidate : maker.of(step, chosen)) {
        progress.checkCancelled();
        if (lacksWeights(candidate)) {
          leftOut.add(
              new LeftOut(
                  candidate.name(),
                  "It takes a network as it was trained before, and no weights were given (--init "
                      + candidate.init().orElse("NAME")
                      + "=WEIGHTS)."));
        } else {
          Progress part = Parts.of(progress, done / (count + 1.0), 1 / (count + 1.0));
          own.add(train(candidate, folder, data, splits, Parts.named(part, candidate.name())));
        }
        done++;
      }
      if (own.isEmpty()) {
        throw new UserException(
            "No candidate of '"
                + step.title()
                + "' could be trained: "
                + leftOut.get(leftOut.size() - 1).reason());
      }
      if (step.choose() != StudyStep.Choose.NONE) {
        List<Candidate> best = Chooser.of(step, own, study.task());
        chosen.put(step.key(), best);
        choices.put(step, best.stream().map(Candidate::name).toList());
      }
      trained.addAll(own);
    }
  }

  private Trained train(
      Candidate candidate,
      StudyFolder folder,
      Path data,
      Map<String, Split> splits,
      Progress progress)
      throws IOException {
    Path out = folder.candidate(candidate);
    Path model = out.resolve(candidate.recipe().card().id());
    // The package is what a training writes last.
    if (Files.exists(model)) {
      folder.checkFinished(candidate);
    } else {
      Training.run(request(candidate, folder, data, splits), phantoms, progress);
    }
    CandidateTable answers = CandidateTable.read(out, candidate.name(), study.task());
    return new Trained(candidate, candidate.init().map(inits::get), model, answers);
  }

  /** A candidate's training; it goes on where it was. */
  private Training.Request request(
      Candidate candidate, StudyFolder folder, Path data, Map<String, Split> splits) {
    return new Training.Request(
        read(data, candidate.recipe()).withSplits(splits),
        candidate.recipe(),
        candidate.init().map(inits::get),
        0,
        folder.candidate(candidate),
        true,
        request.device());
  }

  private Outcome report(StudyFolder folder, Manifest manifest, Progress progress)
      throws IOException {
    StudyResult result = StudyResult.of(request, manifest, trained, leftOut, choices);
    StudyReport report = new StudyReport(result, folder);
    for (CascadeStage stage : study.task().cascade()) {
      report.write(Optional.of(stage), progress);
    }
    Path page = report.write(Optional.empty(), progress);
    report.writeResults();
    progress.report(1, "Wrote " + page);
    return new Outcome(page, report.lines(), result.chosenModel(), result.chosen().model());
  }
}
