package org.radcam.weasis.panel.state;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.ClassifyOptions.Explain;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.ClinicalInput;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.task.ImageRole;
import org.radcam.task.Task;
import org.radcam.weasis.propose.ClinicalProposal;
import org.radcam.weasis.propose.RoleProposal;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.run.Answer;
import org.radcam.weasis.run.ClassifyRequest;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.weasis.viewer.Viewer;
import org.radcam.weasis.viewer.ViewerSeries;

/**
 * What is chosen, what is under way, and the last answer. The panel shows it; nothing here is
 * Swing.
 *
 * <p>Activities follow each other as {@code Ready -> (Waiting -> Running)* -> Answered | Failed |
 * Ready}; from each of these the user may run again. An earlier answer comes back when a run fails
 * or is cancelled, and {@link #notice} says what it is about.
 */
public final class PanelModel {
  private final ImageChoices images = new ImageChoices();
  private final ClinicalEntries clinical = new ClinicalEntries();
  private final RegionEntry region = new RegionEntry();
  private final Map<ViewerSeries, Integer> lastSeen = new HashMap<>();
  private Optional<Task> task = Optional.empty();
  private List<ModelPackage> models = List.of();
  private Optional<ModelPackage> model = Optional.empty();
  private DeviceChoice device = DeviceChoice.AUTO;
  private HeatWish heat = HeatWish.USUAL;
  private boolean acceptFrames;
  private Patient patient = Patient.NONE;

  /** The last patient who had a series: values typed for one must not stay for another. */
  private Patient lastPatient = Patient.NONE;

  private Optional<ViewedImage> viewed = Optional.empty();
  private Activity activity = new Activity.Ready();
  private Optional<String> trouble = Optional.empty();
  private boolean explaining;
  private Optional<Answer> answer = Optional.empty();
  private boolean text;
  private Patient runningFor = Patient.NONE;
  private Patient answeredFor = Patient.NONE;

  /** Looks at what the viewer shows now. */
  public void lookAt(Viewer viewer) {
    patient = new Patient(viewer.seriesOfPatient());
    viewed = viewer.selected();
    if (patient.series().isEmpty()) {
      // No image is selected for a moment: whoever was there is still open, or not.
      patient = lastPatient.open();
    }
    if (!patient.series().isEmpty()) {
      if (!lastPatient.series().isEmpty() && !patient.isSameAs(lastPatient)) {
        images.forget();
        clinical.forget();
        region.forget();
        acceptFrames = false;
      }
      lastPatient = patient;
    }
    lastSeen.keySet().removeIf(series -> !series.isOpen());
    freeClosed();
    viewed.ifPresent(image -> lastSeen.put(image.series(), image.image()));
    propose();
  }

  /** Of closed images only what was said of them stays in memory. */
  private void freeClosed() {
    if (!isText() && answer.filter(Answer::isClosed).isPresent()) {
      answer = answer.map(Answer::withoutImages);
      text = true;
    }
  }

  /** Whether of the answer nothing is left but what it says: its images were closed. */
  public boolean isText() {
    return text;
  }

  /**
   * Chooses a task, and of the models that answer it the wanted one, or the first.
   *
   * @param answering in the order in which they are offered
   */
  public void choose(Task chosen, List<ModelPackage> answering, Optional<String> wanted) {
    boolean other = !task.map(Task::key).equals(Optional.of(chosen.key()));
    task = Optional.of(chosen);
    models = List.copyOf(answering);
    model =
        models.stream()
            .filter(one -> wanted.equals(Optional.of(one.card().id())))
            .findFirst()
            .or(() -> models.stream().findFirst());
    if (other) {
      heat = heat.withClass(Optional.empty());
    }
    propose();
  }

  /** Chooses one of the models. */
  public void choose(ModelPackage chosen) {
    model = Optional.of(chosen);
    propose();
  }

  private void propose() {
    if (model.isEmpty()) {
      return;
    }
    ModelCard card = model.get().card();
    List<String> keys = card.roles().stream().map(ImageRole::key).toList();
    images.propose(RoleProposal.propose(card.task(), keys, patient.series(), viewed), patient);
    clinical.propose(
        reference()
            .or(() -> patient.series().stream().findFirst())
            .map(series -> ClinicalProposal.propose(card.task(), series.headerWords()))
            .orElse(Map.of()));
    region.lookAt(reference());
  }

  /** Chooses the series of a role. */
  public void choose(String role, Optional<ViewerSeries> series) {
    images.choose(role, series);
    propose();
  }

  /** The series that the region is on; empty where there is none yet. */
  public Optional<ViewerSeries> reference() {
    return roles().stream().flatMap(role -> images.of(role.key()).stream()).findFirst();
  }

  /** Roles that the model takes. */
  public List<ImageRole> roles() {
    return model.map(one -> one.card().roles()).orElse(List.of());
  }

  /** Whether the model cannot do without a region. */
  public boolean needsRegion() {
    return model.map(ModelPackage::card).filter(RunCheck::needsRegion).isPresent();
  }

  /** Why Run is not possible, as one sentence; empty where it is. */
  public Optional<String> problem() {
    if (model.isEmpty()) {
      return Optional.of(Messages.text("run.model"));
    }
    return new RunCheck(model.get().card(), images, clinical, region, lastSeen.keySet()).problem();
  }

  /**
   * What is asked.
   *
   * @throws IllegalStateException where there is a {@link #problem}
   */
  public ClassifyRequest request() {
    problem()
        .ifPresent(
            why -> {
              throw new IllegalStateException(why);
            });
    ModelPackage asked = model.orElseThrow();
    Map<String, ViewedImage> seen = new LinkedHashMap<>();
    for (ImageRole role : asked.card().roles()) {
      images
          .of(role.key())
          .ifPresent(series -> seen.put(role.key(), new ViewedImage(series, seen(series))));
    }
    return new ClassifyRequest(
        asked,
        device,
        seen,
        seen.isEmpty() ? new RegionChoice.Nothing() : region.choice(),
        knownValues(asked.card()),
        options(asked.card()));
  }

  /** The image of a series that was in view last; of one that never was, that in the middle. */
  private int seen(ViewerSeries series) {
    return lastSeen.getOrDefault(series, series.images() / 2);
  }

  private ClassifyOptions options(ModelCard card) {
    Explain explain = card.hasNetwork() ? heat.explain() : Explain.NOTHING;
    return new ClassifyOptions(explain, heat.method()).withAcceptFrames(acceptFrames);
  }

  /** The values of the fields that a model looks at, where they are known. */
  Map<String, String> knownValues(ModelCard card) {
    Map<String, String> known = new LinkedHashMap<>();
    for (ClinicalInput input : card.clinical()) {
      String text = clinical.text(input.field()).strip();
      if (!ClinicalInput.isUnknown(Optional.of(text))) {
        known.put(input.field(), text);
      }
    }
    return known;
  }

  /** The options of an explanation that the answer lacks; empty where it has what is wanted. */
  public Optional<ClassifyOptions> missingExplanation() {
    return answer
        .filter(one -> !isText())
        .filter(one -> one.request().model().card().hasNetwork())
        .filter(one -> heat.wanted())
        .filter(one -> heat.classKey().stream().allMatch(key -> hasClass(one, key)))
        .map(Answer::request)
        .map(ClassifyRequest::options)
        .map(
            asked ->
                new ClassifyOptions(
                    heat.explain(), heat.method(), asked.contributions(), asked.acceptFrames()))
        .filter(options -> !options.equals(answer.get().request().options()));
  }

  private static boolean hasClass(Answer answer, String key) {
    return answer.request().model().card().task().classOf(key).isPresent();
  }

  /** A classification was asked for. */
  public void classifying() {
    explaining = false;
    runningFor = patient;
    trouble = Optional.empty();
    activity = new Activity.Waiting(0);
  }

  /** Another explanation of the answer was asked for. */
  public void explaining() {
    explaining = true;
    runningFor = answeredFor;
    trouble = Optional.empty();
    activity = new Activity.Waiting(0);
  }

  public void waiting(int before) {
    activity = new Activity.Waiting(before);
  }

  public void progress(double fraction, String message) {
    activity = new Activity.Running(fraction, message);
  }

  /**
   * There is an answer.
   *
   * @param whose about whom it is: who was selected when it was asked for
   */
  public void answered(Answer found, Patient whose) {
    answer = Optional.of(found);
    answeredFor = whose;
    text = false;
    freeClosed();
    activity = new Activity.Answered();
  }

  /** What was under way did not work. */
  public void failed(String message) {
    activity = new Activity.Failed(message);
  }

  /** Something else did not work; what is under way goes on. */
  public void troubled(String message) {
    trouble = Optional.of(message);
  }

  /** It works again. */
  public void untroubled() {
    trouble = Optional.empty();
  }

  /** What did not work, be it a run or something beside it; empty where nothing failed. */
  public Optional<String> failure() {
    return activity instanceof Activity.Failed failed ? Optional.of(failed.message()) : trouble;
  }

  public void cancelled() {
    activity = answer.isPresent() ? new Activity.Answered() : new Activity.Ready();
  }

  /** Takes the answer away. */
  public void clearAnswer() {
    answer = Optional.empty();
    answeredFor = Patient.NONE;
    activity = new Activity.Ready();
  }

  /**
   * The answer that is to be shown: none while another case is classified, lest an earlier answer
   * be taken for the new one.
   */
  public Optional<Answer> shown() {
    return activity.isBusy() && !explaining ? Optional.empty() : answer;
  }

  /** Why the answer must not be read as one about what is chosen or seen now. */
  public Optional<Notice> notice() {
    return answer.flatMap(one -> new Staleness(one, this).notice(answeredFor));
  }

  /** About whom the last run is. */
  public Patient runningFor() {
    return runningFor;
  }

  /** Whether what is under way is about another patient than the one who is selected. */
  public boolean runsForAnother() {
    return activity.isBusy() && patient.isOther(runningFor);
  }

  public Optional<Task> task() {
    return task;
  }

  public List<ModelPackage> models() {
    return Collections.unmodifiableList(models);
  }

  public Optional<ModelPackage> model() {
    return model;
  }

  public Patient patient() {
    return patient;
  }

  public ImageChoices images() {
    return images;
  }

  public ClinicalEntries clinical() {
    return clinical;
  }

  public RegionEntry region() {
    return region;
  }

  public Activity activity() {
    return activity;
  }

  public DeviceChoice device() {
    return device;
  }

  public void setDevice(DeviceChoice other) {
    device = Objects.requireNonNull(other);
  }

  public HeatWish heat() {
    return heat;
  }

  public void setHeat(HeatWish other) {
    heat = Objects.requireNonNull(other);
  }

  public boolean acceptsFrames() {
    return acceptFrames;
  }

  public void setAcceptFrames(boolean accept) {
    acceptFrames = accept;
  }
}
