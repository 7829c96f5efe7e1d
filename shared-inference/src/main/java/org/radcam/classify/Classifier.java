package org.radcam.classify;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.radcam.UserException;
import org.radcam.Version;
import org.radcam.cam.CamMethods;
import org.radcam.domain.DomainModel;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.image.Volume;
import org.radcam.io.Digests;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.model.Stage;
import org.radcam.network.FeatureNetwork;
import org.radcam.prepare.AppliedStep;
import org.radcam.task.CascadeStage;
import org.radcam.task.ClassLabel;
import org.radcam.task.NoTask;

/**
 * A model that is loaded and answers.
 *
 * <pre>{@code
 * try (Classifier classifier = Classifier.open(modelPackage, DeviceChoice.AUTO)) {
 *   Result result = classifier.classify(Case.of("CXR", image, roi), ClassifyOptions.DEFAULT);
 * }
 * }</pre>
 *
 * <p>Several threads may classify at once. Closing waits for them and then frees all native memory;
 * after that, classifying fails.
 */
public final class Classifier implements AutoCloseable {
  private static final Warning NO_MAP =
      new Warning(
          "no-map",
          "The model is one TorchScript program without the methods features and head: it answers,"
              + " but cannot show where.");

  private final ModelCard card;
  private final Optional<LoadedNetwork> loaded;
  private final Optional<SecondLevel> second;
  private final Optional<DomainModel> domain;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private Classifier(
      ModelCard card,
      Optional<LoadedNetwork> loaded,
      Optional<SecondLevel> second,
      Optional<DomainModel> domain) {
    this.card = card;
    this.loaded = loaded;
    this.second = second;
    this.domain = domain;
  }

  /**
   * Loads a package's weights onto a device.
   *
   * @throws UserException if the package answers no task or has no weights, they are not what its
   *     card says, or the device is not there
   */
  public static Classifier open(ModelPackage model, DeviceChoice choice) {
    ModelCard card = model.card();
    if (NoTask.is(card.task())) {
      throw new UserException(
          "The model '"
              + card.id()
              + "' answers no task: what its outputs mean is not known. It can be run on arrays"
              + " (./radcam zoo run) and trained further.");
    }
    card.requiredWeights();
    Optional<SecondLevel> second = SecondLevel.of(model);
    Optional<DomainModel> domain =
        card.domain().map(file -> model.read(file, in -> DomainModel.read(in, file.name())));
    return new Classifier(
        card,
        card.hasNetwork() ? Optional.of(LoadedNetwork.open(model, choice)) : Optional.empty(),
        second,
        domain);
  }

  public ModelCard card() {
    return card;
  }

  /** What the network really runs on, for people and audit records. */
  public String device() {
    return loaded
        .map(network -> network.device().description())
        .orElse("processor, without a network");
  }

  public String weightsSha256() {
    return card.weights().orElseThrow().sha256();
  }

  /**
   * Answers the task's question for one case.
   *
   * @throws UserException if the case lacks something or cannot be prepared (see {@link CaseCheck})
   * @throws IllegalStateException if this classifier is closed
   */
  public Result classify(Case subject, ClassifyOptions options) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("This classifier is closed");
      }
      return answer(subject, options);
    } catch (EngineException e) {
      throw TorchEngine.failure(e, loaded.orElseThrow().device());
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Refuses options that this model cannot carry out; {@link #classify} does so too.
   *
   * @throws UserException if there is no such class or CAM method
   */
  public void check(ClassifyOptions options) {
    options.explain().classKey().ifPresent(this::checkClass);
    CamMethods.get(options.method());
    if (options.explain().wanted() && card.hasNetwork()) {
      second.ifPresent(level -> FeatureAnswer.checkMethod(level.model(), options.method()));
    }
  }

  private void checkClass(String key) {
    if (card.task().classOf(key).isEmpty()) {
      throw new UserException(
          "There is no class '"
              + key
              + "' to explain; "
              + card.task().title()
              + " has "
              + String.join(", ", card.task().classes().stream().map(ClassLabel::key).toList())
              + ".");
    }
  }

  private Result answer(Case given, ClassifyOptions options) {
    check(options);
    List<Warning> warnings = new ArrayList<>(CaseCheck.check(card, given, options.acceptFrames()));
    final long start = System.nanoTime();
    CaseSpace space = CaseSpace.of(card, given, options.acceptFrames());
    Case subject = space.subject();
    CaseRoles roles = CaseRoles.of(card, subject);
    CaseInputs inputs = CaseInputs.of(card, subject);
    warnings.addAll(inputs.doubts(subject));
    domain
        .flatMap(known -> inputs.first().flatMap(first -> doubt(known, first.volume())))
        .ifPresent(warnings::add);
    final long prepared = System.nanoTime();
    List<StageAnswer> answers = new ArrayList<>();
    try (NDManager scope =
        loaded.map(one -> TorchEngine.newManager(one.device().device())).orElse(null)) {
      for (Stage stage : card.stages().stream().filter(inputs::has).toList()) {
        FeatureNetwork network = loaded.orElseThrow().network().stage(stage.key());
        answers.add(StageAnswer.of(card, stage, network, inputs, scope));
      }
      Optional<FeatureAnswer> featured =
          second.map(level -> level.answer(subject, answers.stream().findFirst()));
      List<ClassScore> scores =
          featured.map(FeatureAnswer::scores).orElseGet(() -> scores(answers).all());
      featured.ifPresent(answer -> warnings.addAll(answer.warnings()));
      pathDoubt(answers, scores).ifPresent(warnings::add);
      if (options.explain().wanted()) {
        featured.flatMap(FeatureAnswer::noMap).ifPresent(warnings::add);
      }
      if (options.explain().wanted() && !answers.stream().allMatch(StageAnswer::isExplainable)) {
        warnings.add(NO_MAP);
      }
      final long answered = System.nanoTime();
      CaseHeat heat = heat(space, roles, answers, featured, scores, options);
      Optional<HeatMap> heatMap = heat.whole();
      heatMap.flatMap(Classifier::noHeat).ifPresent(warnings::add);
      Optional<RoiScores> roi =
          heatMap.flatMap(map -> subject.roi().map(mask -> RoiScores.of(map, mask)));
      List<Contribution> contributions =
          options.contributions()
              ? featured
                  .map(FeatureAnswer::contributions)
                  .orElseGet(() -> contributions(answers, roles, inputs, scope))
              : List.of();
      final long explained = System.nanoTime();
      return new Result(
          subject.id(),
          card.task().key(),
          card.id(),
          card.standing(),
          scores,
          stageResults(answers, heat),
          heatMap,
          space.grids(),
          roi,
          contributions,
          warnings,
          audit(
              given,
              steps(inputs, featured),
              new AuditRecord.Timings(
                  (prepared - start) / 1e9,
                  (answered - prepared) / 1e9,
                  (explained - answered) / 1e9)));
    } finally {
      answers.forEach(StageAnswer::close);
    }
  }

  private static Optional<Warning> noHeat(HeatMap map) {
    return map.peak() > 0
        ? Optional.empty()
        : Optional.of(
            new Warning(
                "no-heat",
                "No place in the image speaks for '"
                    + map.classKey()
                    + "'; the heat map is empty."));
  }

  private static Optional<Warning> doubt(DomainModel known, Volume prepared) {
    double score = known.score(prepared);
    if (score <= 1) {
      return Optional.empty();
    }
    String much =
        Double.isFinite(score) ? String.format(Locale.ROOT, " (%.2f times the limit)", score) : "";
    return Optional.of(
        new Warning(
            "atypical",
            "The image does not look like those that the model was trained on"
                + much
                + "; the answer may mean nothing."));
  }

  private CaseHeat heat(
      CaseSpace space,
      CaseRoles roles,
      List<StageAnswer> answers,
      Optional<FeatureAnswer> featured,
      List<ClassScore> scores,
      ClassifyOptions options) {
    if (!options.explain().wanted() || answers.isEmpty()) {
      return CaseHeat.none();
    }
    String explained =
        options.explain().classKey().orElseGet(() -> Result.highest(scores).label().key());
    String reference = roles.reference().key();
    if (featured.isPresent()) {
      FeatureAnswer answer = featured.get();
      return answer.noMap().isPresent()
          ? CaseHeat.none()
          : CaseHeat.of(answer.heatMap(explained, options.method(), space.grids().get(reference)));
    }
    return CaseHeat.of(card, answers, space.grids(), reference, explained, options.method());
  }

  private List<Contribution> contributions(
      List<StageAnswer> answers, CaseRoles roles, CaseInputs inputs, NDManager scope) {
    return new Contributions(card, loaded.orElseThrow().network(), roles, inputs, scope)
        .of(answers);
  }

  private ClassScores scores(List<StageAnswer> answers) {
    return new ClassScores(card, answers.stream().map(StageAnswer::logits).toList());
  }

  /** Of every network, where there are several. */
  private List<StageResult> stageResults(List<StageAnswer> answers, CaseHeat heat) {
    if (card.stages().size() < 2) {
      return List.of();
    }
    return answers.stream()
        .map(answer -> answer.result(question(answer), heat.of(answer.stage().key())))
        .toList();
  }

  private String question(StageAnswer answer) {
    return card.task().cascade().stream()
        .filter(stage -> card.isCascade() && stage.key().equals(answer.stage().key()))
        .map(CascadeStage::question)
        .findFirst()
        .orElse(card.task().question());
  }

  /** Deciding stage by stage can lead elsewhere than to the most probable class. */
  private Optional<Warning> pathDoubt(List<StageAnswer> answers, List<ClassScore> scores) {
    if (!card.isCascade()) {
      return Optional.empty();
    }
    List<String> left =
        new ArrayList<>(card.task().classes().stream().map(ClassLabel::key).toList());
    for (StageAnswer answer : answers) {
      if (left.stream().anyMatch(answer.logits()::isAbout)) {
        left.retainAll(answer.result("", Optional.empty()).predicted().branch().classes());
      }
    }
    ClassLabel most = Result.highest(scores).label();
    if (left.contains(most.key())) {
      return Optional.empty();
    }
    return Optional.of(
        new Warning(
            "path",
            "Stage by stage the answer is '"
                + String.join(", ", left)
                + "', but over all stages '"
                + most.key()
                + "' is the most probable."));
  }

  private static Map<String, List<AppliedStep>> steps(
      CaseInputs inputs, Optional<FeatureAnswer> featured) {
    Map<String, List<AppliedStep>> steps = new LinkedHashMap<>(inputs.steps());
    featured.ifPresent(answer -> steps.putAll(answer.steps()));
    return steps;
  }

  private AuditRecord audit(
      Case subject, Map<String, List<AppliedStep>> steps, AuditRecord.Timings timings) {
    Map<String, String> digests = new LinkedHashMap<>();
    subject
        .images()
        .forEach((role, image) -> digests.put(role, Digests.sha256(image.volume().voxels())));
    return new AuditRecord(
        Version.current(),
        loaded.isPresent() ? TorchEngine.version() : "none: no network",
        device(),
        weightsSha256(),
        card.fingerprint(),
        card.activation(),
        card.stages().stream().map(Stage::temperature).toList(),
        digests,
        steps,
        timings);
  }

  /** Waits for classifications that are under way, then frees all native memory. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        loaded.ifPresent(LoadedNetwork::close);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
