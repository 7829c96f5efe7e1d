package org.radcam.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.radcam.network.ArchitectureSpec;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.PreparationStep;
import org.radcam.prepare.Resample;
import org.radcam.prepare.Resize;
import org.radcam.task.Branch;
import org.radcam.task.Tasks;

/** Every rule of {@link ModelCard} and {@link Stage} that several inputs and networks bring. */
class ModelCardTest {
  private static void refused(ModelCardBuilder card, String message) {
    assertThatThrownBy(card::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private static ModelCardBuilder withNetwork(
      ModelCardBuilder card, UnaryOperator<ArchitectureSpec> change) {
    Stage only = card.build().onlyStage();
    return card.stages(List.of(only.withArchitecture(change.apply(only.architecture()))));
  }

  private static ModelCardBuilder withSteps(ModelCardBuilder card, List<PreparationStep> steps) {
    List<InputSpec> inputs = new ArrayList<>(card.build().inputs());
    inputs.replaceAll(input -> new InputSpec(input.role(), new Preparation(steps)));
    return card.inputs(inputs);
  }

  @Test
  void theTestCardsThemselvesAreGood() {
    for (ModelCardBuilder card :
        List.of(
            TestCards.fusion(), TestCards.mean(), TestCards.cascade(), TestCards.probabilities())) {
      assertThatCode(card::build).doesNotThrowAnyException();
    }
  }

  @Test
  void stagesThatAreNotThoseOfTheTaskAreRefused() {
    List<Stage> stages = new ArrayList<>(TestCards.cascade().build().stages());
    Collections.swap(stages, 1, 2);
    refused(TestCards.cascade().stages(stages), "[origin, lung, non_lung]");
    refused(TestCards.cascade().stages(stages.subList(0, 2)), "stages are not those");
    refused(TestCards.cascade().stages(stages.subList(0, 1)), "one network without a key");
    refused(TestCards.cascade().stages(List.of()), "one network without a key");
  }

  @Test
  void networksThatAnswerTogetherTakeOneImageEachAndHaveTheSameClasses() {
    List<Stage> stages = TestCards.probabilities().build().stages();
    Stage first = stages.get(0);
    Stage last = stages.get(2);
    refused(
        TestCards.probabilities()
            .stages(List.of(first, last, withRoles(stages.get(1), List.of("CE-T1WI", "ADC")))),
        "each takes one image, but 'ce_t1wi' takes [CE-T1WI, ADC]");
    refused(
        TestCards.probabilities().stages(List.of(first, withRoles(last, List.of("CE-T1WI")))),
        "'CE-T1WI' must have the key 'ce_t1wi'");
    refused(TestCards.probabilities().stages(List.of(first, first)), "Two networks take the image");
    List<Branch> turned = new ArrayList<>(last.branches());
    Collections.reverse(turned);
    Stage other =
        new Stage(last.key(), last.roles(), last.combine(), last.architecture(), turned, 1);
    refused(
        TestCards.probabilities().stages(List.of(first, stages.get(1), other)),
        "same classes in the same order");
    refused(TestCards.probabilities().stages(List.of(first, last)), "No network takes the input");
  }

  private static Stage withRoles(Stage stage, List<String> roles) {
    return new Stage(
        stage.key(), roles, stage.combine(), stage.architecture(), stage.branches(), 1);
  }

  @Test
  void onlyAMeanCanDoWithoutAnImage() {
    for (ModelCardBuilder card :
        List.of(TestCards.fusion(), TestCards.cascade(), TestCards.definition())) {
      refused(card.missing(MissingImages.REST), "'missing: rest' needs a mean over several images");
    }
    assertThatCode(TestCards.mean().missing(MissingImages.REST)::build).doesNotThrowAnyException();
  }

  @Test
  void aModelOfSeveralNetworksIsACascadeOrAFusionAndHasNoOnlyOne() {
    ModelCard fusion = TestCards.probabilities().build();
    assertThat(fusion.isFusion()).isTrue();
    assertThat(fusion.isCascade()).isFalse();
    assertThat(TestCards.cascade().build().isFusion()).isFalse();
    assertThatThrownBy(fusion::onlyStage).isInstanceOf(IllegalStateException.class);
    assertThat(fusion.logitNames()).startsWith("t2wi.onb", "t2wi.scc").contains("ce_t1wi.acc");
  }

  @Test
  void classesThatAreNotTheTasksAreRefused() {
    for (List<String> classes :
        List.of(
            List.of("finding", "finding"),
            List.of("finding", "no_finding", "finding"),
            List.of("finding", "other"))) {
      refused(
          TestCards.definition().stages(List.of(TestCards.network(classes))),
          "are not those of task chest-xray");
    }
  }

  @Test
  void asManyClassesAsLogitsAreNeeded() {
    Stage only = TestCards.definition().build().onlyStage();
    assertThatThrownBy(() -> only.withArchitecture(only.architecture().withClasses(3)))
        .hasMessageContaining("3 logits, but there are 2 classes");
  }

  @Test
  void clinicalValuesMustBeTheTasksAndWholeAndTakenByANetwork() {
    ClinicalInput age = new ClinicalInput("age", List.of(40.0), List.of(20.0), false);
    refused(
        TestCards.fusion()
            .clinical(List.of(new ClinicalInput("height", List.of(1.0), List.of(1.0), false))),
        "no clinical value 'height'");
    refused(
        TestCards.fusion()
            .clinical(
                List.of(new ClinicalInput("age", List.of(1.0, 1.0), List.of(1.0, 1.0), false))),
        "'age' becomes 1 numbers");
    refused(TestCards.fusion().clinical(List.of(age, age)), "names a clinical value twice");
    refused(TestCards.fusion().clinical(List.of(age)), "takes 3 clinical numbers");
    refused(withNetwork(TestCards.fusion(), spec -> spec.withClinical(0)), "no network takes them");
    refused(TestCards.fusion().clinical(List.of()), "takes 3 clinical numbers");
  }

  @Test
  void everyRoleNeedsAnInputAndEveryInputANetwork() {
    List<InputSpec> inputs = TestCards.cascade().build().inputs();
    refused(TestCards.cascade().inputs(inputs.subList(0, 2)), "takes 'DWI', but no input");
    List<InputSpec> more = new ArrayList<>(inputs);
    more.add(new InputSpec("T2WI", inputs.get(0).preparation()));
    refused(TestCards.cascade().inputs(more), "No network takes the input 'T2WI'");
    refused(TestCards.definition().inputs(List.of()), "names no input");
  }

  @Test
  void imagesAndChannelsMustBeAsManyUnlessTheyAreOneOrMeaned() {
    Stage mean = TestCards.mean().build().onlyStage();
    ModelCardBuilder separate =
        TestCards.mean()
            .stages(
                List.of(
                    new Stage(
                        "",
                        mean.roles(),
                        Combine.CHANNELS,
                        mean.architecture().withInputChannels(2),
                        mean.branches(),
                        1)));
    refused(separate, "takes 2 channels, but the model names 3 inputs");
  }

  @Test
  void imagesOfDifferentSizesAreRefused() {
    List<InputSpec> inputs = new ArrayList<>(TestCards.mean().build().inputs());
    Resize other = new Resize(40, 33, 0, Resize.Aspect.FIT);
    inputs.set(2, new InputSpec("ADC", new Preparation(List.of(other))));
    refused(TestCards.mean().inputs(inputs), "different sizes");
  }

  @Test
  void aGridThatChangesAfterTheLastResizeIsRefused() {
    Resize resize = new Resize(64, 48, 0, Resize.Aspect.FIT);
    refused(
        withSteps(TestCards.definition(), List.of(resize, new Resample(1, 1, 0))), "no known size");
    refused(withSteps(TestCards.definition(), List.of()), "no known size");
  }

  @Test
  void aNetworkForImagesTakesNoVolumesNorTheOtherWayRound() {
    refused(
        withSteps(TestCards.definition(), List.of(new Resize(64, 48, 8, Resize.Aspect.STRETCH))),
        "resnet18 sees images, but the inputs are prepared to 8 slices");
    refused(
        withSteps(TestCards.cascade(), List.of(new Resize(64, 48, 0, Resize.Aspect.STRETCH))),
        "resnet3d6 sees volumes, but the inputs are prepared to a single slice");
  }

  @Test
  void anInputThatIsTooSmallForItsNetworkIsRefused() {
    ModelCardBuilder dense =
        withNetwork(TestCards.definition(), spec -> ArchitectureSpec.of("densenet121", 1, 2));
    assertThatCode(dense::build).doesNotThrowAnyException();
    refused(withSteps(dense, List.of(new Resize(20, 20, 0, Resize.Aspect.FIT))), "are too small");
  }

  @Test
  void aCascadeIsNotAnsweredWithSigmoids() {
    refused(TestCards.cascade().activation(Activation.SIGMOID), "softmax");
  }

  @Test
  void rolesAreInTheTasksOrderAndTheFirstIsTheReference() {
    ModelCard card = TestCards.cascade().build();
    assertThat(card.roles()).extracting("key").containsExactly("CE-T1WI", "T1WI", "DWI");
    assertThat(card.referenceRole().key()).isEqualTo("CE-T1WI");
    assertThat(card.inputsOf(card.stages().get(1)))
        .extracting(InputSpec::role)
        .containsExactly("CE-T1WI", "DWI");
    assertThat(card.isCascade()).isTrue();
    assertThatThrownBy(card::onlyStage).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aBranchStandsForAllItsClasses() {
    Stage origin = TestCards.cascade().build().stages().get(0);
    assertThat(origin.logitOf("nsclc")).isZero();
    assertThat(origin.logitOf("gic")).isEqualTo(1);
    assertThat(TestCards.cascade().build().stages().get(1).logitOf("gic")).isEqualTo(-1);
    assertThat(Tasks.get("brain-metastasis").cascade()).hasSize(3);
  }
}
