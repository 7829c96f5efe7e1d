package org.radcam.zoo.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.radcam.stats.Interval;
import org.radcam.task.CascadeStage;
import org.radcam.task.ClassLabel;
import org.radcam.zoo.evaluate.Evaluation;
import org.radcam.zoo.evaluate.ReportSection;
import org.radcam.zoo.evaluate.ReportTable;
import org.radcam.zoo.train.InitialWeights;
import org.radcam.zoo.train.Split;
import org.radcam.zoo.train.TrainingCase;

/** What a study's report says before the figures. */
final class StudySections {
  private static final String DASH = "\u2013";

  private final StudyResult result;
  private final Evaluation evaluation;
  private final Optional<CascadeStage> stage;

  /**
   * @param evaluation of the stage, or of all classes
   */
  StudySections(StudyResult result, Evaluation evaluation, Optional<CascadeStage> stage) {
    this.result = result;
    this.evaluation = evaluation;
    this.stage = stage;
  }

  List<ReportSection> all() {
    return List.of(study(), splits(), candidates(), published());
  }

  private ReportSection study() {
    List<String> warnings = new ArrayList<>();
    if (result.onPhantoms()) {
      warnings.add(
          "Every case is a synthetic phantom: the figures tell that the study runs from end to end,"
              + " and nothing about patients.");
    } else if (result.manifest().phantoms() > 0) {
      warnings.add(
          result.manifest().phantoms()
              + " of "
              + result.manifest().cases().size()
              + " cases are synthetic phantoms.");
    }
    if (result.request().quick()) {
      warnings.add(
          "Quick form: small networks, trained for a moment, to try the whole way. The figures are"
              + " not those of the study's networks.");
    }
    if (stage.isPresent()) {
      StudyTables.oneSided(result.trained().stream().map(Trained::answers).toList(), stage.get())
          .forEach(
              split ->
                  warnings.add(
                      "The split "
                          + split
                          + " has cases of one answer of this question only: it is not measured"
                          + " there."));
    }
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add("The published study: " + result.study().reference());
    paragraphs.add(
        "This is the same method on other data, and not a copy of the study: its images and weights"
            + " are not public.");
    paragraphs.addAll(result.study().interpretation());
    return new ReportSection("The study", warnings, paragraphs, List.of());
  }

  private ReportSection splits() {
    List<List<String>> rows = new ArrayList<>();
    for (Split split : Split.values()) {
      List<TrainingCase> own = result.manifest().of(split);
      if (!own.isEmpty()) {
        List<String> row = new ArrayList<>(List.of(split.key()));
        row.add(Long.toString(own.stream().map(TrainingCase::patient).distinct().count()));
        row.add(Integer.toString(own.size()));
        List<ClassLabel> classes = result.study().task().classes();
        for (int c = 0; c < classes.size(); c++) {
          int label = c;
          row.add(Long.toString(own.stream().filter(one -> one.label() == label).count()));
        }
        rows.add(row);
      }
    }
    List<String> columns = new ArrayList<>(List.of("split", "patients", "cases"));
    result.study().task().classes().forEach(one -> columns.add(one.key()));
    return new ReportSection(
        "Patients",
        List.of(),
        List.of(
            "No patient is in two splits. Splits that the manifest does not name were drawn by"
                + " patient, seed "
                + result.study().seed()
                + "; splits.csv lists them. Networks learn from train; everything that is chosen"
                + " (epochs, temperatures, classifiers, candidates) is chosen on validation; test,"
                + " external and prospective patients were measured once, at the end."),
        List.of(new ReportTable("Patients and cases of each class", columns, rows)));
  }

  private ReportSection candidates() {
    List<List<String>> rows = new ArrayList<>();
    for (Trained one : result.trained()) {
      Map<String, Double> areas = one.answers().validationAreas();
      areas.forEach(
          (model, area) -> {
            List<String> row = new ArrayList<>(List.of(one.candidate().step().title(), model));
            row.add(one.initial().map(InitialWeights::name).orElse(began(one)));
            for (CascadeStage own : result.study().task().cascade()) {
              row.add(three(one.answers().validationArea(own)));
            }
            row.add(three(area));
            row.add(role(one.candidate(), model));
            rows.add(row);
          });
    }
    List<String> columns = new ArrayList<>(List.of("step", "model", "began from"));
    result.study().task().cascade().forEach(own -> columns.add("AUC " + own.key()));
    columns.add("AUC macro");
    columns.add("");
    List<String> warnings = new ArrayList<>();
    warnings.add(
        "Models, epochs, temperatures and classifiers were chosen on the split validation: figures of"
            + " that split, here and below, are optimistic, and p values and goodness of fit on it"
            + " mean nothing.");
    result.leftOut().forEach(one -> warnings.add("Left out: " + one.name() + ". " + one.reason()));
    return new ReportSection(
        "Candidates, and the choice on the validation patients",
        warnings,
        List.of(
            "Chosen is the model with the largest area under the ROC curve on the validation patients"
                + " (mean of the classes); of equal ones the first. Since it is the best of "
                + rows.size()
                + ", its area there is optimistic."),
        List.of(new ReportTable("Areas on the validation patients", columns, rows)));
  }

  /** What became of a model: the study's choice, what a step chose for the next, or nothing. */
  private String role(Candidate candidate, String model) {
    List<String> roles = new ArrayList<>();
    if (model.equals(result.chosenModel())) {
      roles.add("chosen");
    }
    List<String> names = result.choices().getOrDefault(candidate.step(), List.of());
    boolean ofStages = candidate.step().choose() == StudyStep.Choose.STAGES;
    for (int n = 0; n < names.size(); n++) {
      if (names.get(n).equals(candidate.name())) {
        roles.add(
            ofStages
                ? "best " + result.study().task().cascade().get(n).key()
                : "next steps begin from it");
      }
    }
    return String.join("; ", roles);
  }

  private static String began(Trained one) {
    return one.candidate().recipe().stages().isEmpty() ? "no network" : "scratch";
  }

  private ReportSection published() {
    OwnFigures own = new OwnFigures(evaluation);
    String key = stage.map(CascadeStage::key).orElse("");
    List<List<String>> rows = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (PublishedFigure one : result.study().published()) {
      if (one.stage().orElse("").equals(key)) {
        rows.addAll(rows(one, own.of(one)));
        one.note()
            .map(note -> one.model() + ", " + one.split() + ": " + note)
            .filter(note -> !notes.contains(note))
            .ifPresent(notes::add);
      }
    }
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        rows.isEmpty()
            ? "The abstract gives no figure of this question."
            : "Figures of the publication's abstract, on its own patients, beside those measured here."
                + " They are of different patients: a difference between them proves nothing about the"
                + " method. Where there are no patients of the published split, ours are of the test"
                + " patients.");
    paragraphs.addAll(notes);
    return new ReportSection(
        "Published figures beside ours",
        List.of(),
        paragraphs,
        rows.isEmpty()
            ? List.of()
            : List.of(
                new ReportTable(
                    "Published and ours, with 95 % intervals",
                    List.of("model", "split", "figure", "published", "ours", "our split", "cases"),
                    rows)));
  }

  /** One row, or one for each class where the publication does not say of which it is. */
  private static List<List<String>> rows(PublishedFigure one, List<OwnFigures.Own> ours) {
    String published = text(one.value(), one.low(), one.high());
    if (ours.isEmpty()) {
      return List.of(
          List.of(one.model(), one.split(), title(one, one.label()), published, DASH, DASH, DASH));
    }
    return ours.stream()
        .map(
            own ->
                List.of(
                    one.model(),
                    one.split(),
                    title(one, Optional.of(own.label()).filter(label -> !label.isEmpty())),
                    published,
                    text(own.value()),
                    own.split(),
                    Integer.toString(own.cases())))
        .toList();
  }

  private static String title(PublishedFigure one, Optional<String> label) {
    return one.figure().title() + label.map(key -> " of " + key).orElse("");
  }

  private static String text(Interval interval) {
    return text(interval.estimate(), interval.low(), interval.high());
  }

  private static String text(double value, double low, double high) {
    boolean bounded = Double.isFinite(low) && Double.isFinite(high);
    if (!Double.isFinite(value)) {
      return bounded ? three(low) + " to " + three(high) : DASH;
    }
    return bounded ? three(value) + " (" + three(low) + " to " + three(high) + ")" : three(value);
  }

  private static String three(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : DASH;
  }
}
