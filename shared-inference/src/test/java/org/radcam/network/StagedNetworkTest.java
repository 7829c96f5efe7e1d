package org.radcam.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StagedNetworkTest {
  private static FeatureNetwork network(int channels, int classes) {
    return Architectures.create(
        ArchitectureSpec.of("resnet18", channels, classes).withWidth(0.125));
  }

  private static StagedNetwork two() {
    Map<String, FeatureNetwork> stages = new LinkedHashMap<>();
    stages.put("late", network(1, 2));
    stages.put("early", network(3, 4));
    return new StagedNetwork(stages);
  }

  @Test
  void parametersOfStagesBeginWithTheirStage() {
    assertThat(two().namedParameters())
        .containsKeys("late.conv1.weight", "early.fc.bias")
        .doesNotContainKey("conv1.weight")
        .hasSize(2 * network(1, 2).namedParameters().size());
  }

  @Test
  void parametersOfTheOnlyNetworkAreNamedAsTheyAre() {
    FeatureNetwork only = network(1, 2);
    assertThat(StagedNetwork.of(only).namedParameters()).isEqualTo(only.namedParameters());
  }

  @Test
  void networksKeepTheirOrderAndTheirChannelsAndLogitsAddUp() {
    StagedNetwork staged = two();
    assertThat(staged.networks()).extracting(n -> n.spec().classes()).containsExactly(2, 4);
    assertThat(staged.inputChannels()).isEqualTo(4);
    assertThat(staged.logits()).isEqualTo(6);
  }

  @Test
  void anUnknownStageAndSeveralNetworksWithoutKeysAreRefused() {
    assertThatThrownBy(() -> two().stage("other")).hasMessageContaining("'other'");
    Map<String, FeatureNetwork> mixed = new LinkedHashMap<>();
    mixed.put("", network(1, 2));
    mixed.put("a", network(1, 2));
    assertThatThrownBy(() -> new StagedNetwork(mixed)).hasMessageContaining("needs a key");
    assertThatThrownBy(() -> new StagedNetwork(Map.of())).hasMessageContaining("needs a key");
  }
}
