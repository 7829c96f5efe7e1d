package org.radcam.weasis.panel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.radcam.classify.ClassifyOptions.Explain;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.ModelPackage;
import org.radcam.task.Tasks;
import org.radcam.weasis.panel.SeriesDouble;
import org.radcam.weasis.panel.ViewerDouble;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.run.Answer;
import org.radcam.weasis.run.ClassifyRequest;
import org.radcam.weasis.viewer.Drawing;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.zoo.ModelZoo;

class PanelModelTest {
  private static final ModelZoo ZOO = ModelZoo.shipped();

  private final ViewerDouble viewer = new ViewerDouble();
  private final PanelModel model = new PanelModel();
  private final SeriesDouble t2 = SeriesDouble.named("t2_tse_tra", "MR", 20);
  private final SeriesDouble enhanced = SeriesDouble.named("t1_tse_tra +C", "MR", 30);
  private final SeriesDouble adc = SeriesDouble.named("ep2d_diff_ADC", "MR", 24);
  private final SeriesDouble localiser = SeriesDouble.named("localizer", "MR", 3);
  private final List<SeriesDouble> head = List.of(localiser, t2, enhanced, adc);
  private final SeriesDouble ct =
      SeriesDouble.named("CT femur", "CT", 40).saying("0010,0040", "F").saying("0010,1010", "034Y");

  @BeforeEach
  void lookAtTheHead() {
    viewer.select(head, t2, 7);
    model.lookAt(viewer);
  }

  private void choose(String id) {
    ModelPackage one = ZOO.find(id);
    String task = one.card().task().key();
    model.choose(Tasks.get(task), ZOO.packagesFor(task), Optional.of(id));
  }

  private void select(SeriesDouble series) {
    viewer.select(List.of(series), series, 0);
    model.lookAt(viewer);
  }

  private static Drawing circle(boolean selected, double x) {
    Path2D outline = new Path2D.Double(new Ellipse2D.Double(x, 40, 30, 20));
    return new Drawing("Ellipse", selected, 7, "8", outline);
  }

  private Answer answered() {
    ClassifyRequest request = model.request();
    model.classifying();
    Answer answer = Answers.to(request, 0.2, 0.7, 0.1).make();
    model.answered(answer, model.runningFor());
    return answer;
  }

  // What is proposed, and who has the last word.

  @Test
  void seriesAreProposedForTheRolesOfTheModelAndNoOther() {
    choose("sinonasal-resnet101-adc");
    assertThat(model.roles()).extracting("key").containsExactly("ADC");
    assertThat(model.images().of("ADC")).contains(adc);
    choose("sinonasal-demo");
    assertThat(model.images().of("T2WI")).contains(t2);
    assertThat(model.images().of("CE-T1WI")).contains(enhanced);
  }

  @Test
  void anotherViewOfTheSamePatientLeavesTheUsersChoiceAlone() {
    choose("sinonasal-demo");
    model.choose("T2WI", Optional.of(localiser));
    model.choose("ADC", Optional.empty());
    viewer.select(head, enhanced, 3);
    model.lookAt(viewer);
    assertThat(model.images().of("T2WI")).contains(localiser);
    assertThat(model.images().of("ADC")).isEmpty();
    viewer.selectNothing();
    model.lookAt(viewer);
    assertThat(model.images().of("T2WI")).contains(localiser);
    viewer.select(head, t2, 0);
    model.lookAt(viewer);
    assertThat(model.images().of("T2WI")).contains(localiser);
    assertThat(model.images().of("ADC")).isEmpty();
  }

  @Test
  void aSeriesThatThePatientNoLongerHasIsProposedAnew() {
    choose("sinonasal-demo");
    SeriesDouble other = SeriesDouble.named("t2_tse_cor", "MR", 9);
    viewer.select(List.of(other, t2, adc), t2, 0);
    model.lookAt(viewer);
    model.choose("T2WI", Optional.of(other));
    viewer.select(List.of(t2, adc), t2, 0);
    model.lookAt(viewer);
    assertThat(model.images().of("T2WI")).contains(t2);
  }

  @Test
  void nothingOfOnePatientStaysForAnother() {
    choose("bone-matrix-demo");
    select(ct);
    model.clinical().type("age", "77");
    model.choose("CT", Optional.empty());
    model.region().choose(new RegionSource.None());
    SeriesDouble second = SeriesDouble.named("CT tibia", "CT", 5).saying("0010,0040", "M");
    select(second);
    assertThat(model.images().of("CT")).contains(second);
    assertThat(model.clinical().text("age")).isEmpty();
    assertThat(model.clinical().text("sex")).isEqualTo("male");
  }

  @Test
  void whatWasTypedIsForgottenEvenIfTheFirstPatientWasClosedBeforeTheSecondWasOpened() {
    choose("bone-matrix-demo");
    select(ct);
    model.clinical().type("age", "77");
    viewer.selectNothing();
    model.lookAt(viewer);
    assertThat(model.clinical().text("age")).isEqualTo("77");
    select(SeriesDouble.named("CT tibia", "CT", 5));
    assertThat(model.clinical().text("age")).isEmpty();
  }

  @Test
  void clinicalValuesComeFromTheHeaderUntilTheUserTypes() {
    choose("bone-matrix-demo");
    select(ct);
    assertThat(model.clinical().text("age")).isEqualTo("34");
    assertThat(model.clinical().isFromHeader("age")).isTrue();
    model.clinical().type("age", "35");
    assertThat(model.clinical().isFromHeader("age")).isFalse();
    viewer.tell();
    model.lookAt(viewer);
    assertThat(model.clinical().text("age")).isEqualTo("35");
  }

  @Test
  void whatWasTypedInOneStudyIsSaidBesideTheHeaderOfAnother() {
    choose("bone-matrix-demo");
    SeriesDouble later = SeriesDouble.named("CT femur", "CT", 9).saying("0010,1010", "063Y");
    viewer.select(List.of(ct, later), ct, 0);
    model.lookAt(viewer);
    assertThat(model.clinical().headerInstead("age")).isEmpty();
    model.clinical().type("age", "35");
    assertThat(model.clinical().headerInstead("age")).contains("34");
    model.choose("CT", Optional.of(later));
    assertThat(model.clinical().text("age")).isEqualTo("35");
    assertThat(model.clinical().headerInstead("age")).contains("63");
    model.clinical().type("age", " 63 ");
    assertThat(model.clinical().headerInstead("age")).isEmpty();
  }

  @Test
  void theSelectedDrawingIsTakenElseAllUnlessTheUserChooses() {
    choose("sinonasal-demo");
    assertThat(model.region().source()).isEqualTo(new RegionSource.None());
    t2.draw(circle(false, 10));
    t2.draw(circle(false, 90));
    model.lookAt(viewer);
    assertThat(model.region().source()).isEqualTo(new RegionSource.All());
    assertThat(model.region().count(new RegionSource.All())).isEqualTo(2);
    t2.draw(circle(true, 150));
    model.lookAt(viewer);
    assertThat(model.region().source()).isEqualTo(new RegionSource.Selected());
    assertThat(model.region().choice())
        .isInstanceOfSatisfying(
            RegionChoice.Drawn.class, drawn -> assertThat(drawn.drawings()).hasSize(1));
    model.region().choose(new RegionSource.All());
    model.lookAt(viewer);
    assertThat(model.region().count(model.region().source())).isEqualTo(3);
  }

  @Test
  void drawingsOnAnotherSeriesThanTheReferenceDoNotCount() {
    choose("sinonasal-demo");
    adc.draw(circle(true, 10));
    model.lookAt(viewer);
    assertThat(model.region().choice()).isInstanceOf(RegionChoice.Nothing.class);
    assertThat(model.problem()).contains(Messages.text("run.region"));
  }

  // Whether Run is possible.

  @Test
  void withoutAModelThereIsNothingToRun() {
    assertThat(new PanelModel().problem()).contains(Messages.text("run.model"));
    assertThatIllegalStateException().isThrownBy(new PanelModel()::request);
  }

  @Test
  void aModelWithoutWeightsIsRefusedBeforeAnythingElse() {
    choose("sinonasal-resnet101");
    model.choose("T2WI", Optional.empty());
    assertThat(model.problem()).hasValueSatisfying(why -> assertThat(why).contains("weights"));
    assertThat(ModelNote.of(model.model().orElseThrow().card()).get(0))
        .contains("needs weights")
        .contains("train");
  }

  @Test
  void aMissingImageIsRefusedUnlessTheModelAnswersFromTheRest() {
    t2.draw(circle(true, 10));
    adc.draw(circle(true, 10));
    choose("sinonasal-demo");
    model.choose("CE-T1WI", Optional.empty());
    assertThat(model.problem())
        .contains(Messages.text("run.image", "Contrast-enhanced T1-weighted MRI", "CE-T1WI"));
    choose("sinonasal-fusion-demo");
    model.choose("CE-T1WI", Optional.empty());
    assertThat(model.problem()).isEmpty();
    assertThat(model.request().images()).containsOnlyKeys("T2WI", "ADC");
    model.choose("T2WI", Optional.empty());
    assertThat(model.reference()).contains(adc);
    assertThat(model.problem()).isEmpty();
    model.choose("ADC", Optional.empty());
    assertThat(model.problem()).contains(Messages.text("run.image.any"));
  }

  @Test
  void oneSeriesCannotPlayTwoRoles() {
    choose("sinonasal-demo");
    model.choose("ADC", Optional.of(t2));
    assertThat(model.problem())
        .hasValueSatisfying(why -> assertThat(why).contains("cannot be both T2WI and ADC"));
  }

  @Test
  void aClosedSeriesIsRefused() {
    choose("sinonasal-demo");
    model.choose("ADC", Optional.of(adc));
    adc.close();
    assertThat(model.problem())
        .hasValueSatisfying(why -> assertThat(why).contains("was closed").contains("ADC"));
  }

  @Test
  void aWrongClinicalValueIsSaidAtTheFieldAndAtRun() {
    choose("bone-matrix-demo");
    select(ct);
    model.clinical().type("age", "abc");
    assertThat(model.clinical().problem(Tasks.get("bone-matrix").clinicalField("age").get()))
        .contains("Expected: 0 to 120 years");
    assertThat(model.problem()).contains("Age (years): Expected: 0 to 120 years.");
    model.clinical().type("age", "121");
    assertThat(model.problem()).isPresent();
    model.clinical().type("age", " 120 ");
    assertThat(model.problem()).contains(Messages.text("run.region"));
  }

  @Test
  void anUnselectedDrawingIsToldFromNone() {
    choose("sinonasal-demo");
    t2.draw(circle(false, 10));
    model.region().choose(new RegionSource.Selected());
    model.lookAt(viewer);
    assertThat(model.problem()).contains(Messages.text("run.region.selected"));
  }

  @Test
  void aModelOfValuesAloneNeedsNeitherImageNorRegion() {
    choose("sinonasal-conventional-demo");
    assertThat(model.roles()).isEmpty();
    assertThat(model.needsRegion()).isFalse();
    for (String field : List.of("t2_intensity", "intracranial_invasion", "enhancement")) {
      model
          .clinical()
          .type(field, Tasks.get("sinonasal").clinicalField(field).get().choices().get(0));
    }
    model.clinical().type("adc_value", "900");
    model.clinical().type("sex", "male");
    model.clinical().type("age", "54");
    assertThat(model.problem()).isEmpty();
    ClassifyRequest request = model.request();
    assertThat(request.images()).isEmpty();
    assertThat(request.region()).isInstanceOf(RegionChoice.Nothing.class);
    assertThat(request.options().explain()).isEqualTo(Explain.NOTHING);
    assertThat(request.clinical()).containsEntry("adc_value", "900");
  }

  @Test
  void aModelOfOneImageTakesNoneThatNobodyLookedAt() {
    choose("chest-xray-demo");
    SeriesDouble seen = SeriesDouble.named("CXR PA", "DX", 2);
    SeriesDouble unseen = SeriesDouble.named("CXR AP", "DX", 4);
    viewer.select(List.of(seen, unseen), seen, 1);
    model.lookAt(viewer);
    model.choose("CXR", Optional.of(seen));
    assertThat(model.problem()).isEmpty();
    model.choose("CXR", Optional.of(unseen));
    assertThat(model.problem()).contains(Messages.text("run.image.look", unseen.title()));
    unseen.draw(circle(true, 10));
    model.lookAt(viewer);
    assertThat(model.problem()).isEmpty();
    unseen.erase();
    viewer.select(List.of(seen, unseen), unseen, 3);
    model.lookAt(viewer);
    assertThat(model.problem()).isEmpty();
    assertThat(model.request().images()).containsEntry("CXR", new ViewedImage(unseen, 3));
  }

  // What is asked.

  @Test
  void theRequestSaysWhatWasChosen() {
    choose("sinonasal-demo");
    t2.draw(circle(true, 10));
    viewer.select(head, adc, 5);
    model.lookAt(viewer);
    model.setDevice(DeviceChoice.CPU);
    model.setHeat(model.heat().withClass(Optional.of("onb")).withMethod("layer-cam"));
    model.setAcceptFrames(true);
    ClassifyRequest request = model.request();
    assertThat(request.images())
        .containsEntry("T2WI", new ViewedImage(t2, 7))
        .containsEntry("ADC", new ViewedImage(adc, 5))
        .containsEntry("CE-T1WI", new ViewedImage(enhanced, 15));
    assertThat(request.device()).isEqualTo(DeviceChoice.CPU);
    assertThat(request.options().explain()).isEqualTo(Explain.ofClass("onb"));
    assertThat(request.options().method()).isEqualTo("layer-cam");
    assertThat(request.options().acceptFrames()).isTrue();
    assertThat(request.clinical()).isEmpty();
  }

  @Test
  void anotherTaskForgetsTheClassThatWasToBeExplained() {
    choose("sinonasal-demo");
    model.setHeat(model.heat().withClass(Optional.of("onb")));
    choose("sinonasal-fusion-demo");
    assertThat(model.heat().classKey()).contains("onb");
    choose("bone-matrix-demo");
    assertThat(model.heat().classKey()).isEmpty();
  }

  // What is under way.

  @Test
  void aRunWaitsRunsAndAnswers() {
    choose("sinonasal-demo");
    t2.draw(circle(true, 10));
    model.lookAt(viewer);
    ClassifyRequest request = model.request();
    assertThat(model.activity().isBusy()).isFalse();
    model.classifying();
    model.waiting(2);
    assertThat(model.activity()).isEqualTo(new Activity.Waiting(2));
    model.progress(0.5, "Reading the images");
    assertThat(model.activity().isBusy()).isTrue();
    assertThat(model.shown()).isEmpty();
    Answer answer = Answers.to(request, 0.2, 0.7, 0.1).make();
    model.answered(answer, model.runningFor());
    assertThat(model.activity()).isEqualTo(new Activity.Answered());
    assertThat(model.shown()).contains(answer);
    assertThat(model.notice()).isEmpty();
  }

  @Test
  void anEarlierAnswerIsHiddenDuringANewRunAndComesBackWhenThatFails() {
    choose("sinonasal-demo");
    t2.draw(circle(true, 10));
    model.lookAt(viewer);
    Answer answer = answered();
    model.classifying();
    assertThat(model.shown()).isEmpty();
    model.failed("No memory.");
    assertThat(model.activity()).isEqualTo(new Activity.Failed("No memory."));
    assertThat(model.shown()).contains(answer);
    model.classifying();
    model.cancelled();
    assertThat(model.activity()).isEqualTo(new Activity.Answered());
  }

  @Test
  void whatFailsBesideARunIsSaidButTheRunGoesOn() {
    choose("sinonasal-demo");
    model.classifying();
    model.progress(0.5, "Reading the images");
    model.troubled("No models.");
    assertThat(model.activity()).isEqualTo(new Activity.Running(0.5, "Reading the images"));
    assertThat(model.failure()).contains("No models.");
    model.failed("No memory.");
    assertThat(model.failure()).contains("No memory.");
    model.classifying();
    assertThat(model.failure()).isEmpty();
  }

  @Test
  void anotherExplanationLeavesTheAnswerInSight() {
    choose("sinonasal-demo");
    t2.draw(circle(true, 10));
    model.lookAt(viewer);
    Answer answer = answered();
    assertThat(model.missingExplanation()).isEmpty();
    model.setHeat(model.heat().withClass(Optional.of("scc")));
    assertThat(model.missingExplanation())
        .hasValueSatisfying(
            options -> assertThat(options.explain()).isEqualTo(Explain.ofClass("scc")));
    model.explaining();
    assertThat(model.shown()).contains(answer);
    assertThat(model.activity().isBusy()).isTrue();
    model.cancelled();
    model.setHeat(model.heat().withWanted(false));
    assertThat(model.missingExplanation()).isEmpty();
  }

  // What an answer is about.

  @Test
  void anAnswerIsStaleWhenImagesRegionValuesOrModelChange() {
    choose("sinonasal-demo");
    t2.draw(circle(true, 10));
    model.lookAt(viewer);
    answered();
    model.choose("ADC", Optional.of(localiser));
    assertStale("changed.images");
    model.choose("ADC", Optional.of(adc));
    assertThat(model.notice()).isEmpty();
    t2.draw(circle(true, 90));
    model.lookAt(viewer);
    assertStale("changed.region");
    t2.erase();
    t2.draw(circle(true, 10));
    model.lookAt(viewer);
    assertThat(model.notice()).isEmpty();
    choose("sinonasal-fusion-demo");
    assertStale("changed.model");
  }

  @Test
  void aClinicalValueThatChangesMakesAnAnswerStale() {
    choose("bone-matrix-demo");
    select(ct);
    ct.draw(circle(true, 10));
    model.lookAt(viewer);
    ClassifyRequest request = model.request();
    model.classifying();
    model.answered(Answers.to(request, 0.4, 0.6).make(), model.runningFor());
    assertThat(model.notice()).isEmpty();
    model.clinical().type("sex", "male");
    assertStale("changed.values");
  }

  private void assertStale(String key) {
    assertThat(model.notice())
        .hasValueSatisfying(
            notice -> {
              assertThat(notice.kind()).isEqualTo(Notice.Kind.STALE);
              assertThat(notice.text()).contains(Messages.text(key));
            });
  }

  @Test
  void aDrawingMovedByAHairIsAnotherRegion() {
    choose("sinonasal-demo");
    t2.draw(circle(true, 10));
    model.lookAt(viewer);
    answered();
    t2.erase();
    Shape moved = new Path2D.Double(new Ellipse2D.Double(10.01, 40, 30, 20));
    t2.draw(new Drawing("Ellipse", true, 7, "8", moved));
    model.lookAt(viewer);
    assertStale("changed.region");
  }

  @Test
  void scrollingAndDeselectingAreNoChange() {
    choose("sinonasal-demo");
    t2.draw(circle(true, 10));
    model.lookAt(viewer);
    answered();
    t2.erase();
    t2.draw(circle(false, 10));
    viewer.select(head, t2, 19);
    model.lookAt(viewer);
    assertThat(model.notice()).isEmpty();
  }

  @Test
  void besideAnotherPatientAnAnswerSaysWhoseItIsUntilTheFirstIsBack() {
    choose("sinonasal-demo");
    t2.draw(circle(true, 10));
    model.lookAt(viewer);
    answered();
    select(ct);
    assertThat(model.notice())
        .hasValueSatisfying(
            notice -> {
              assertThat(notice.kind()).isEqualTo(Notice.Kind.OTHER_PATIENT);
              assertThat(notice.text()).contains("case of the first patient").contains("NOT");
            });
    viewer.select(head, t2, 0);
    model.lookAt(viewer);
    assertThat(model.notice().map(Notice::kind)).isNotEqualTo(Notice.Kind.OTHER_PATIENT);
  }

  @Test
  void anAnswerThatComesAfterThePatientWasSwitchedIsNotTheNewPatients() {
    choose("sinonasal-demo");
    t2.draw(circle(true, 10));
    model.lookAt(viewer);
    ClassifyRequest request = model.request();
    model.classifying();
    assertThat(model.runsForAnother()).isFalse();
    select(ct);
    assertThat(model.runsForAnother()).isTrue();
    model.answered(Answers.to(request, 0.2, 0.7, 0.1).make(), model.runningFor());
    assertThat(model.notice().map(Notice::kind)).contains(Notice.Kind.OTHER_PATIENT);
  }

  @Test
  void whereNothingIsSelectedAnAnswerIsStillOfThePatientWhoIsOpen() {
    choose("sinonasal-demo");
    t2.draw(circle(true, 10));
    model.lookAt(viewer);
    answered();
    viewer.selectNothing();
    model.lookAt(viewer);
    assertThat(model.notice()).isEmpty();
    head.forEach(SeriesDouble::close);
    model.lookAt(viewer);
    assertThat(model.patient().series()).isEmpty();
    assertThat(model.notice().map(Notice::kind)).contains(Notice.Kind.CLOSED);
  }

  @Test
  void anAnswerWhoseImagesWereClosedSaysSo() {
    choose("sinonasal-demo");
    t2.draw(circle(true, 10));
    model.lookAt(viewer);
    answered();
    adc.close();
    viewer.select(List.of(localiser, t2, enhanced), t2, 0);
    model.lookAt(viewer);
    assertThat(model.notice().map(Notice::kind)).contains(Notice.Kind.CLOSED);
  }
}
