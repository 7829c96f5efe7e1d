package org.radcam.fiji;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.classify.ClassScore;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClinicalValues;
import org.radcam.classify.PatientSummary;
import org.radcam.classify.RegionFacts;
import org.radcam.classify.Result;
import org.radcam.classify.Warning;
import org.radcam.fiji.host.ClassifierService;
import org.radcam.fiji.host.Host;
import org.radcam.fiji.host.Person;
import org.radcam.fiji.options.TaskSettings;
import org.radcam.fiji.result.ResultRows;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.model.Stage;

/**
 * Classifies what a user asked for, one case or several with one model, and leaves the answers
 * where an ImageJ user looks for them: in the Results table, on the images, in the log.
 *
 * <ul>
 *   <li>What is missing or contradicts itself is refused before the model is loaded.
 *   <li>Strong doubts are asked about before the first case; the others are told at the end.
 *   <li>Of several cases, one that fails is a row with the reason, and the others go on; in the end
 *       the run counts as failed.
 *   <li>Several lesions get a row for the patient as a whole.
 *   <li>Cancelling keeps the rows and heat maps that are there.
 * </ul>
 */
final class CaseRun {
  private final ModelPackage model;
  private final ModelCard card;
  private final ClassifierService classifiers;
  private final Person person;

  CaseRun(ModelPackage model, ClassifierService classifiers, Person person) {
    this.model = model;
    this.card = model.card();
    this.classifiers = classifiers;
    this.person = person;
  }

  /**
   * What there is beside tables and overlays.
   *
   * @param images heat maps of this run as images of their own, as far as they were asked for and
   *     there are any
   * @param warnings those that the user was not asked about, each once, with the case's name
   * @param acceptedFrames whether the user insisted that images in differing frames of reference
   *     fit
   * @param failure what failed, for the user; empty where nothing did
   */
  record Outcome(
      List<ImagePlus> images,
      List<String> warnings,
      boolean acceptedFrames,
      Optional<String> failure) {}

  /**
   * Classifies.
   *
   * @param active the active image, if there is one
   * @throws UserException if the input or the model cannot be used, or the only case failed
   * @throws CancellationException if the user cancelled, or said no when asked
   */
  Outcome run(TaskSettings asked, Optional<ImagePlus> active, Progress progress) {
    card.requiredWeights();
    ClinicalValues.check(card, asked.clinical());
    checkStage(asked);
    List<RoleImage> images = RoleImages.of(card, asked, active);
    HeatLeft.check(asked.look(), images);
    progress.report(0, "Looking at the images");
    CasePlan plan = CasePlan.of(card, asked, images);
    TaskSettings settings = withAcceptedFrames(asked, plan);
    progress.report(0, "Loading the model " + card.id());
    try (ClassifierService.Lease lease = classifiers.borrow(model, settings.device())) {
      lease.classifier().check(settings.classify());
      Set<Warning> asks = plan.doubts();
      if (!confirmed(asks)) {
        throw new CancellationException();
      }
      Work work =
          new Work(
              settings,
              plan,
              new HeatLeft(settings.look(), images),
              FilesLeft.of(settings, lease.classifier()),
              progress);
      work.run(lease.classifier());
      asks.forEach(warning -> work.warned.remove(warning.message()));
      return new Outcome(
          work.heat.images(),
          List.copyOf(work.warned.values()),
          settings.classify().acceptFrames(),
          work.failure());
    }
  }

  private void checkStage(TaskSettings settings) {
    List<String> keys =
        card.stages().stream().map(Stage::key).filter(key -> !key.isEmpty()).toList();
    settings
        .look()
        .stage()
        .filter(stage -> !keys.contains(stage))
        .ifPresent(
            stage -> {
              throw new UserException(
                  "The model '"
                      + card.id()
                      + "' has no stage '"
                      + stage
                      + "'. "
                      + (keys.isEmpty()
                          ? "It answers in one step: stage=final."
                          : "Its stages are: final, " + String.join(", ", keys) + "."));
            });
  }

  /** Asks whether images of differing examinations fit; nobody but a person can know. */
  private TaskSettings withAcceptedFrames(TaskSettings settings, CasePlan plan) {
    Optional<String> contradiction = plan.frames();
    if (settings.classify().acceptFrames() || contradiction.isEmpty()) {
      return settings;
    }
    if (!person.isThere()) {
      throw new UserException(
          contradiction.get()
              + " If you know that they fit all the same, say so: acceptframes=true.");
    }
    if (!person.agrees(contradiction.get() + "\n \nDo you know that they fit all the same?")) {
      throw new CancellationException();
    }
    return settings.withAcceptFrames();
  }

  /** Asks before an answer that can hardly mean anything. */
  private boolean confirmed(Set<Warning> doubts) {
    String text = doubts.stream().map(Warning::message).collect(Collectors.joining("\n"));
    return text.isEmpty()
        || person.agrees(text + "\n \nThe answer will mean nothing. Classify it anyway?");
  }

  /** The cases of one run, as they are done. */
  private final class Work {
    private final TaskSettings settings;
    private final CasePlan plan;
    private final HeatLeft heat;
    private final FilesLeft files;
    private final Progress progress;
    private final Map<String, String> warned = new LinkedHashMap<>();
    private final List<Warning> warnings;
    private final List<Result> results = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Work(TaskSettings settings, CasePlan plan, HeatLeft heat, FilesLeft files, Progress progress) {
      this.settings = settings;
      this.plan = plan;
      this.warnings = plan.warnings();
      this.heat = heat;
      this.files = files;
      this.progress = progress;
    }

    void run(Classifier classifier) {
      String answer = "";
      try {
        List<PlannedCase> cases = plan.cases();
        files.begin(cases);
        for (int n = 0; n < cases.size(); n++) {
          progress.checkCancelled();
          progress.report((double) n / cases.size(), "Classifying " + cases.get(n).name());
          answer = classify(classifier, cases.get(n), cases.size() == 1);
        }
        if (results.size() > 1 && plan.lesions()) {
          ResultRows.addSummary(plan.label(), PatientSummary.of(results));
        }
        progress.report(1, answer);
      } finally {
        ResultRows.show();
        heat.leave().forEach(line -> warned.put(line, line));
        if (person.isThere() && !plan.ofSelection()) {
          heat.goThere();
        }
      }
    }

    private String classify(Classifier classifier, PlannedCase one, boolean alone) {
      Optional<ResultRows.Lesion> lesion =
          one.lesion()
              .map(region -> new ResultRows.Lesion(region.name(), RegionFacts.of(region.mask())));
      long start = System.nanoTime();
      Case subject;
      Result result;
      try {
        subject = one.inputs().get();
        result = classifier.classify(subject, settings.classify()).withWarnings(warnings);
        heat.add(one, plan.subject(one), result);
      } catch (CancellationException e) {
        throw e;
      } catch (RuntimeException | OutOfMemoryError e) {
        if (alone) {
          throw e;
        }
        return failed(one, lesion, reason(e), start);
      }
      ResultRows.add(one.label(), one.slice(), lesion, result);
      results.add(result);
      note(result);
      files.add(one, subject, result, start);
      return result.caseId() + ": " + summary(result);
    }

    private String failed(
        PlannedCase one, Optional<ResultRows.Lesion> lesion, String reason, long start) {
      ResultRows.addFailed(one.label(), one.slice(), lesion, card, reason);
      String line = one.name() + ": " + reason;
      failures.add(line);
      Host.note(line);
      files.addFailed(one, reason, start);
      return line;
    }

    /** Leaves warnings in the log; one that all cases share once. */
    private void note(Result result) {
      for (Warning warning : result.warnings()) {
        String line = result.caseId() + ": " + warning.message();
        if (warned.putIfAbsent(warning.message(), line) == null) {
          Host.note(line);
        }
      }
    }

    Optional<String> failure() {
      return failures.isEmpty()
          ? Optional.empty()
          : Optional.of(
              failures.size()
                  + " of "
                  + plan.cases().size()
                  + (failures.size() == 1 ? " cases has" : " cases have")
                  + " no answer (column Error of the table). "
                  + failures.get(0));
    }
  }

  private static String reason(Throwable problem) {
    if (problem instanceof OutOfMemoryError) {
      return Host.NO_MEMORY;
    }
    // Anything but a user's mistake is a fault of ours: its kind helps whoever looks for it.
    return problem instanceof UserException
        ? problem.getMessage()
        : problem.getClass().getSimpleName() + ": " + problem.getMessage();
  }

  private static String summary(Result result) {
    ClassScore predicted = result.predicted();
    return String.format(
        Locale.ROOT,
        "%s (%.2f) - %s",
        predicted.label().title(),
        predicted.probability(),
        result.standing().sentence());
  }
}
