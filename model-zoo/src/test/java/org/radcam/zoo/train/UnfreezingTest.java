package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.image.Size;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.weights.Tensor;

class UnfreezingTest {
  private static final Transfer PLAN = new Transfer(1, List.of("layer4", "rest"), 1, 0.5);

  @Test
  void atFirstOnlyTheHeadChangesThenTheLastBlockThenEverything() {
    try (Session session = session()) {
      Unfreezing unfreezing = new Unfreezing(session.network(), Optional.of(PLAN));
      Optimiser optimiser =
          session.optimiser(new OptimiserSettings(OptimiserSettings.Kind.ADAMW, 0.05, 0));

      assertThat(changed(session, unfreezing, optimiser, 1)).containsExactly("fc");
      // The statistics of batch normalisations belong to their block, too.
      assertThat(changed(session, unfreezing, optimiser, 2))
          .containsExactlyInAnyOrder("fc", "layer4");
      assertThat(changed(session, unfreezing, optimiser, 3))
          .containsExactlyInAnyOrder("fc", "layer4", "layer3", "layer2", "layer1", "conv1", "bn1");
    }
  }

  @Test
  void whatNoGroupNamesNeverLearnsAndEarlierGroupsLearnMoreSlowly() {
    Transfer plan = new Transfer(2, List.of("layer4", "layer3"), 3, 0.5);

    assertThat(plan.groupOf("layer4.1.conv2.weight")).isZero();
    assertThat(plan.groupOf("layer2.1.conv2.weight")).isEqualTo(-1);
    assertThat(plan.learns(plan.groupOf("layer2.0.bn1.bias"), 100)).isFalse();
    assertThat(plan.learns(1, 5)).isFalse();
    assertThat(plan.learns(1, 6)).isTrue();
    assertThat(plan.rate(0)).isEqualTo(0.5);
    assertThat(plan.rate(1)).isEqualTo(0.25);
    assertThat(PLAN.groupOf("layer40.weight")).isEqualTo(1);
  }

  @Test
  void anImpossiblePlanIsNamed() {
    assertThatThrownBy(() -> new Transfer(1, List.of("layer4", "layer4"), 1, 1))
        .hasMessageContaining("'unfreeze' names a group twice");
    assertThatThrownBy(() -> TinyData.recipe(3, "transfer: {frozenEpochs: 3, unfreeze: [rest]}\n"))
        .hasMessageContaining("'transfer' unfreezes in epoch 4, but there are only 3 epochs");
  }

  /** The beginnings of the names of parameters that a step of an epoch changes. */
  private static Set<String> changed(
      Session session, Unfreezing unfreezing, Optimiser optimiser, int epoch) {
    Map<String, Tensor> before = session.weights();
    unfreezing.begin(epoch);
    session.learn(lesson(), 0);
    unfreezing.step(optimiser, 0.01);
    Set<String> changed = new HashSet<>();
    session
        .weights()
        .forEach(
            (name, tensor) -> {
              if (!Arrays.equals(tensor.values(), before.get(name).values())) {
                changed.add(name.substring(0, name.indexOf('.')));
              }
            });
    return changed;
  }

  private static Batch.Lesson lesson() {
    float[] images = new float[4 * 32 * 32];
    for (int n = 0; n < images.length; n++) {
      images[n] = (n * 31 % 101) / 50f - 1;
    }
    return new Batch.Lesson(
        new Batch(images, new float[0], new float[0], 4),
        new float[] {1, 0, 0, 1, 1, 0, 0, 1},
        new float[8]);
  }

  private static Session session() {
    Session session =
        new Session(
            ArchitectureSpec.of("resnet18", 1, 2).withWidth(0.125),
            Size.of(32, 32),
            TorchEngine.device(DeviceChoice.CPU));
    session.draw(1);
    return session;
  }
}
