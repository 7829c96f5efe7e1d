package org.radcam.weasis.panel.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.radcam.classify.BranchScore;
import org.radcam.classify.Contribution;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.classify.StageResult;
import org.radcam.classify.Warning;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;
import org.radcam.task.ClassLabel;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;
import org.radcam.weasis.panel.state.ResultView.Bar;
import org.radcam.weasis.panel.state.ResultView.Fact;
import org.radcam.weasis.panel.state.ResultView.Part;
import org.radcam.weasis.panel.state.ResultView.StageItem;
import org.radcam.weasis.panel.state.ResultView.Step;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.run.Answer;
import org.radcam.weasis.run.ViewerCase.Layout;
import org.radcam.weasis.viewer.ViewedImage;

/** Makes of an answer what is shown of it. */
public final class ResultViews {
  /** A model of many features has a long tail of tiny contributions. */
  private static final int MOST_PARTS = 8;

  private final Answer answer;
  private final Result result;
  private final ModelCard card;

  private ResultViews(Answer answer) {
    this.answer = answer;
    this.result = answer.result();
    this.card = answer.request().model().card();
  }

  public static ResultView of(Answer answer) {
    return new ResultViews(answer).make();
  }

  private ResultView make() {
    ClassLabel predicted = result.predicted().label();
    List<Part> parts = parts(predicted.key());
    return new ResultView(
        result.caseId(),
        result.standing(),
        predicted.title(),
        result.predicted().probability(),
        result.scores().stream()
            .map(
                score ->
                    new Bar(
                        score.label().title(),
                        score.probability(),
                        score.label().key().equals(predicted.key())))
            .toList(),
        card.isCascade() ? path(predicted.key()) : List.of(),
        card.isFusion() ? networks() : List.of(),
        result.heatMap().map(this::explained),
        result.stages().stream()
            .filter(stage -> stage.heatMap().isPresent())
            .map(stage -> new StageItem(stage.key(), title(stage)))
            .toList(),
        region(),
        parts.subList(0, Math.min(MOST_PARTS, parts.size())),
        Math.max(0, parts.size() - MOST_PARTS),
        result.warnings().stream().map(Warning::message).toList(),
        madeOf());
  }

  /** The stages on the way to a class, each with the branch that leads there. */
  private List<Step> path(String classKey) {
    List<Step> steps = new ArrayList<>();
    for (StageResult stage : result.stages()) {
      stage.branches().stream()
          .filter(branch -> branch.branch().classes().contains(classKey))
          .findFirst()
          .ifPresent(branch -> steps.add(step(stage.question(), branch)));
    }
    return steps;
  }

  private List<Step> networks() {
    return result.stages().stream().map(stage -> step(title(stage), stage.predicted())).toList();
  }

  private static Step step(String question, BranchScore branch) {
    return new Step(question, branch.branch().title(), branch.probability());
  }

  private String title(StageResult stage) {
    return card.isFusion()
        ? card.roles().stream()
            .map(ImageRole::key)
            .filter(key -> Stage.keyOf(key).equals(stage.key()))
            .findFirst()
            .orElse(stage.key())
        : stage.question();
  }

  private String explained(HeatMap map) {
    return card.task().classOf(map.classKey()).map(ClassLabel::title).orElse(map.classKey());
  }

  private List<Fact> region() {
    return result
        .roiScores()
        .map(
            scores ->
                List.of(
                    fact("roi.share", Numbers.percent(scores.share())),
                    fact("roi.area", Numbers.percent(scores.areaShare())),
                    fact("roi.mean", Numbers.plain(scores.mean()))))
        .orElse(List.of());
  }

  private List<Part> parts(String classKey) {
    return result.contributions().stream()
        .filter(part -> part.classKey().equals(classKey))
        .map(part -> new Part(title(part), part.logOdds(), part.probability()))
        .sorted(Comparator.comparingDouble(part -> -weight(part)))
        .toList();
  }

  private static double weight(Part part) {
    return Double.isNaN(part.logOdds()) ? 0 : Math.abs(part.logOdds());
  }

  private String title(Contribution part) {
    return switch (part.kind()) {
      case IMAGE -> Messages.text("part.image", part.source());
      case DEEP -> Messages.text("part.deep");
      case CLINICAL ->
          card.task().clinicalField(part.source()).map(this::withValue).orElse(part.source());
      case SEQUENCE, RADIOMICS -> part.source();
    };
  }

  private String withValue(ClinicalField field) {
    String value = answer.request().clinical().getOrDefault(field.key(), "");
    return value.isBlank()
        ? Messages.text("part.unknown", field.title())
        : field.title() + ": " + value;
  }

  private List<Fact> madeOf() {
    List<Fact> facts = new ArrayList<>();
    answer
        .request()
        .images()
        .forEach((role, image) -> facts.add(new Fact(role, image(role, image))));
    region(answer.request().region()).ifPresent(text -> facts.add(fact("made.region", text)));
    values().ifPresent(text -> facts.add(fact("made.values", text)));
    facts.add(fact("made.model", card.name() + " " + card.version()));
    facts.add(fact("made.device", result.audit().device()));
    facts.add(fact("made.time", String.format(Locale.ROOT, "%.1f s", answer.seconds())));
    return facts;
  }

  /** Names the image where one of several was classified: that of a region may be another one. */
  private String image(String role, ViewedImage image) {
    Optional<Integer> alone =
        Optional.ofNullable(answer.viewerCase().layouts().get(role))
            .map(Layout::slices)
            .filter(slices -> slices.size() == 1 && image.series().images() > 1)
            .map(slices -> slices.get(0));
    String title = image.series().title();
    return alone
        .map(n -> Messages.text("made.slice", title, image.series().imageName(n)))
        .orElse(title);
  }

  private static Optional<String> region(RegionChoice choice) {
    if (choice instanceof RegionChoice.Drawn drawn) {
      return Optional.of(RegionText.drawings(drawn.drawings().size()));
    }
    return choice instanceof RegionChoice.Stored stored
        ? Optional.of(RegionText.stored(stored.region()))
        : Optional.empty();
  }

  private Optional<String> values() {
    Map<String, String> values = answer.request().clinical();
    List<String> texts =
        card.task().clinical().stream()
            .filter(field -> values.containsKey(field.key()))
            .map(field -> field.title() + ": " + values.get(field.key()))
            .toList();
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", texts));
  }

  private static Fact fact(String key, String value) {
    return new Fact(Messages.text(key), value);
  }
}
