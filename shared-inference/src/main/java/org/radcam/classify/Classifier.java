package org.radcam.classify;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
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
import org.radcam.cam.Cam;
import org.radcam.cam.CamMethods;
import org.radcam.cam.ExplainedForward;
import org.radcam.cam.RawMap;
import org.radcam.domain.DomainModel;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.Digests;
import org.radcam.model.InputSpec;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.prepare.AppliedStep;
import org.radcam.prepare.Prepared;

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
  private final ModelCard card;
  private final LoadedNetwork loaded;
  private final Cam cam;
  private final Optional<DomainModel> domain;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private Classifier(ModelCard card, LoadedNetwork loaded, Optional<DomainModel> domain) {
    this.card = card;
    this.loaded = loaded;
    this.cam = new Cam(loaded.network());
    this.domain = domain;
  }

  /**
   * Loads a package's weights onto a device.
   *
   * @throws UserException if the package has no weights, they are not what its card says, or the
   *     device is not there
   */
  public static Classifier open(ModelPackage model, DeviceChoice choice) {
    ModelCard card = model.card();
    LoadedNetwork loaded = LoadedNetwork.open(model, choice);
    try {
      Optional<DomainModel> domain =
          card.domain().map(file -> model.read(file, in -> DomainModel.read(in, file.name())));
      return new Classifier(card, loaded, domain);
    } catch (RuntimeException | Error e) {
      loaded.close();
      throw e;
    }
  }

  public ModelCard card() {
    return card;
  }

  /** What the network really runs on, for people and audit records. */
  public String device() {
    return loaded.device().description();
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
      throw TorchEngine.failure(e, loaded.device());
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
    options.explain().classKey().ifPresent(this::classIndex);
    CamMethods.get(options.method());
  }

  private Result answer(Case subject, ClassifyOptions options) {
    check(options);
    List<Warning> warnings = new ArrayList<>(CaseCheck.check(card.task(), subject));
    long start = System.nanoTime();
    List<Prepared> inputs = prepare(subject);
    domain.flatMap(known -> doubt(known, inputs.get(0).volume())).ifPresent(warnings::add);
    long prepared = System.nanoTime();
    try (NDManager scope = TorchEngine.newManager(loaded.device().device());
        ExplainedForward forward = cam.forward(tensor(scope, inputs))) {
      List<ClassScore> scores = scores(subject, forward.logits());
      long answered = System.nanoTime();
      Optional<HeatMap> heatMap = Optional.empty();
      if (options.explain().wanted()) {
        String explained =
            options.explain().classKey().orElseGet(() -> Result.highest(scores).label().key());
        HeatMap map = heatMap(subject, inputs, forward, explained, options.method());
        heatMap = Optional.of(map);
        if (map.peak() <= 0) {
          warnings.add(
              new Warning(
                  "no-heat",
                  "No place in the image speaks for '" + explained + "'; the heat map is empty."));
        }
      }
      Optional<RoiScores> roi =
          heatMap.flatMap(map -> subject.roi().map(mask -> RoiScores.of(map, mask)));
      long explained = System.nanoTime();
      return new Result(
          subject.id(),
          card.task().key(),
          card.id(),
          card.standing(),
          scores,
          heatMap,
          roi,
          warnings,
          audit(
              subject,
              inputs,
              new AuditRecord.Timings(
                  (prepared - start) / 1e9,
                  (answered - prepared) / 1e9,
                  (explained - answered) / 1e9)));
    }
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

  private List<Prepared> prepare(Case subject) {
    List<Prepared> inputs = new ArrayList<>();
    for (InputSpec spec : card.inputs()) {
      SourceImage image = subject.images().get(spec.role());
      Prepared prepared = spec.preparation().apply(image, subject.roi());
      if (!prepared.volume().size().equals(card.inputSize())) {
        throw new UserException(
            "'"
                + image.name()
                + "' is "
                + prepared.volume().size()
                + " after preparation, but the model takes "
                + card.inputSize()
                + ". Give it one slice at a time.");
      }
      for (float value : prepared.volume().voxels()) {
        if (!Float.isFinite(value)) {
          throw new UserException(
              "The values of '"
                  + image.name()
                  + "' are too large to be prepared; its rescale slope is probably wrong.");
        }
      }
      inputs.add(prepared);
    }
    return inputs;
  }

  /** Shape (1, C, H, W), or (1, C, D, H, W) where there is more than one slice. */
  private NDArray tensor(NDManager scope, List<Prepared> inputs) {
    Size size = inputs.get(0).volume().size();
    int channels = card.architecture().inputChannels();
    float[] values = new float[channels * size.voxels()];
    for (int c = 0; c < channels; c++) {
      // A network made for colour pictures gets the one grey image as each of its channels.
      Volume volume = inputs.get(inputs.size() == 1 ? 0 : c).volume();
      System.arraycopy(volume.voxels(), 0, values, c * size.voxels(), size.voxels());
    }
    Shape shape =
        size.slices() == 1
            ? new Shape(1, channels, size.rows(), size.columns())
            : new Shape(1, channels, size.slices(), size.rows(), size.columns());
    return scope.create(values, shape);
  }

  private HeatMap heatMap(
      Case subject,
      List<Prepared> inputs,
      ExplainedForward forward,
      String classKey,
      String methodKey) {
    RawMap map = forward.map(CamMethods.get(methodKey), classIndex(classKey));
    Geometry seen = inputs.get(0).volume().geometry();
    Volume raw = new Volume(map.grid().on(seen, map.shape()), map.values());
    Geometry source = subject.images().get(card.task().referenceRole().key()).geometry();
    return HeatMap.of(classKey, methodKey, raw, seen, source);
  }

  /** In the task's order, which need not be that of the logits. */
  private List<ClassScore> scores(Case subject, float[] logits) {
    double[] calibrated = new double[logits.length];
    for (int c = 0; c < logits.length; c++) {
      if (!Float.isFinite(logits[c])) {
        throw new UserException(
            "The model '" + card.id() + "' has no finite answer for '" + subject.id() + "'.");
      }
      calibrated[c] = logits[c] / card.temperature();
    }
    double[] probabilities = card.activation().apply(calibrated);
    return card.task().classes().stream()
        .map(
            label -> {
              int index = card.classes().indexOf(label.key());
              return new ClassScore(label, probabilities[index], logits[index]);
            })
        .toList();
  }

  private int classIndex(String key) {
    int index = card.classes().indexOf(key);
    if (index < 0) {
      throw new UserException(
          "There is no class '"
              + key
              + "' to explain; "
              + card.task().title()
              + " has "
              + String.join(", ", card.classes())
              + ".");
    }
    return index;
  }

  private AuditRecord audit(Case subject, List<Prepared> inputs, AuditRecord.Timings timings) {
    Map<String, String> digests = new LinkedHashMap<>();
    subject
        .images()
        .forEach((role, image) -> digests.put(role, Digests.sha256(image.volume().voxels())));
    Map<String, List<AppliedStep>> steps = new LinkedHashMap<>();
    for (int n = 0; n < inputs.size(); n++) {
      String role = card.inputs().get(n).role();
      steps.put(
          steps.containsKey(role) ? role + " (" + (n + 1) + ")" : role, inputs.get(n).steps());
    }
    return new AuditRecord(
        Version.current(),
        TorchEngine.version(),
        device(),
        weightsSha256(),
        card.fingerprint(),
        card.activation(),
        card.temperature(),
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
        loaded.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
