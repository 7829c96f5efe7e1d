package org.radcam.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.UserException;
import org.radcam.model.ModelCard;
import org.radcam.model.TestCards;

class LogitTest {
  private static final ModelCard CHEST = TestCards.definition().build();
  private static final ModelCard CASCADE = TestCards.cascade().build();

  @Test
  void aLogitIsFoundByItsClassOrItsIndex() {
    assertThat(Logit.of(CHEST, "no_finding")).isEqualTo(new Logit(0, 1));
    assertThat(Logit.of(CHEST, "0")).isEqualTo(new Logit(0, 0));
  }

  @Test
  void thoseOfACascadeAreCountedNetworkAfterNetworkAndNamedByStageAndBranch() {
    assertThat(Logit.of(CASCADE, "lung.nsclc")).isEqualTo(new Logit(1, 1));
    assertThat(Logit.of(CASCADE, "3")).isEqualTo(new Logit(1, 1));
    assertThat(Logit.of(CASCADE, "5")).isEqualTo(new Logit(2, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "-1", "1.0", "Finding", "", "99999999999999"})
  void whatIsNoLogitIsRefusedWithTheOnesThereAre(String text) {
    assertThatThrownBy(() -> Logit.of(CHEST, text))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("finding, no_finding (0 to 1)");
  }

  @Test
  void aBranchWithoutItsStageIsRefused() {
    assertThatThrownBy(() -> Logit.of(CASCADE, "lung")).hasMessageContaining("origin.lung");
  }

  @Test
  void theNetworkIsThatOfTheLogitOrOfTheStage() {
    assertThat(Logit.stageIndex(CHEST, Optional.empty(), null)).isZero();
    assertThat(Logit.stageIndex(CASCADE, Optional.of(new Logit(2, 0)), null)).isEqualTo(2);
    assertThat(Logit.stageIndex(CASCADE, Optional.empty(), "lung")).isEqualTo(1);
    assertThat(Logit.stageIndex(CASCADE, Optional.of(new Logit(1, 0)), "lung")).isEqualTo(1);
  }

  @Test
  void whatDoesNotSayOneNetworkIsRefused() {
    assertThatThrownBy(() -> Logit.stageIndex(CASCADE, Optional.empty(), null))
        .hasMessageContaining("origin, lung, non_lung");
    assertThatThrownBy(() -> Logit.stageIndex(CASCADE, Optional.empty(), "chest"))
        .hasMessageContaining("no stage 'chest'");
    assertThatThrownBy(() -> Logit.stageIndex(CHEST, Optional.empty(), "lung"))
        .hasMessageContaining("leave out --stage");
    assertThatThrownBy(() -> Logit.stageIndex(CASCADE, Optional.of(new Logit(0, 0)), "lung"))
        .hasMessageContaining("of stage 'origin', not of stage 'lung'");
  }
}
