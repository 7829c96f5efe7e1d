package org.radcam.weasis.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcam.task.SeriesTraits;
import org.radcam.task.Task;
import org.radcam.task.Tasks;
import org.radcam.weasis.TestSeries;
import org.radcam.weasis.viewer.ViewerSeries;

class RoleProposalTest {
  private static final Task SINONASAL = Tasks.get("sinonasal");
  private static final List<String> ALL = List.of("T2WI", "CE-T1WI", "ADC");

  private final TestSeries t2 = TestSeries.of("t2_tse_tra", "MR", 4, 4, 3);
  private final TestSeries t2Cor = TestSeries.of("t2_tse_cor", "MR", 4, 4, 3);
  private final TestSeries enhanced = TestSeries.of("t1_tse_tra +C", "MR", 4, 4, 3);
  private final TestSeries adc = TestSeries.of("ep2d_diff_ADC", "MR", 4, 4, 3);
  private final TestSeries ct = TestSeries.of("Sinus 1.0", "CT", 4, 4, 3);

  @Test
  void everySequenceFindsItsRoleInTheTasksOrder() {
    assertThat(
            RoleProposal.propose(SINONASAL, ALL, List.of(ct, adc, enhanced, t2), Optional.empty()))
        .containsExactly(
            Map.entry("T2WI", t2), Map.entry("CE-T1WI", enhanced), Map.entry("ADC", adc));
  }

  @Test
  void ofTwoThatFitEquallyTheOneInViewPlaysTheReferenceRole() {
    List<ViewerSeries> series = List.of(t2, t2Cor, adc);
    assertThat(RoleProposal.propose(SINONASAL, ALL, series, Optional.empty()))
        .containsOnlyKeys("ADC");
    assertThat(RoleProposal.propose(SINONASAL, ALL, series, Optional.of(t2Cor.image(1))))
        .containsExactly(Map.entry("T2WI", t2Cor), Map.entry("ADC", adc));
  }

  @Test
  void ofTwoThatFitEquallyTheOneInViewPlaysAnotherRoleToo() {
    TestSeries second = TestSeries.of("dADC", "MR", 4, 4, 3);
    assertThat(
            RoleProposal.propose(
                SINONASAL, ALL, List.of(second, adc, t2), Optional.of(adc.image(0))))
        .containsExactly(Map.entry("T2WI", t2), Map.entry("ADC", adc));
  }

  @Test
  void aSeriesInViewOfAnotherKindPlaysNoRole() {
    assertThat(RoleProposal.propose(SINONASAL, ALL, List.of(ct, t2), Optional.of(ct.image(0))))
        .containsExactly(Map.entry("T2WI", t2));
  }

  @Test
  void onlyTheRolesThatTheModelTakesAreFilledAndTheirFirstIsTheReference() {
    TestSeries second = TestSeries.of("dADC", "MR", 4, 4, 3);
    assertThat(
            RoleProposal.propose(
                SINONASAL, List.of("ADC"), List.of(t2, adc, second), Optional.of(adc.image(0))))
        .containsExactly(Map.entry("ADC", adc));
    assertThat(RoleProposal.propose(SINONASAL, List.of(), List.of(t2), Optional.empty())).isEmpty();
  }

  @Test
  void aClosedSeriesPlaysNoRole() {
    t2.close();
    assertThat(RoleProposal.propose(SINONASAL, ALL, List.of(t2, adc), Optional.of(t2.image(0))))
        .containsOnlyKeys("ADC");
  }

  @Test
  void anImageOfUnknownModalityPlaysTheOnlyRoleWhenItIsInView() {
    Task chest = Tasks.get("chest-xray");
    TestSeries unknown = TestSeries.of("x", "", 4, 4, 1).saying(SeriesTraits.named("x"));
    assertThat(RoleProposal.propose(chest, List.of("CXR"), List.of(unknown), Optional.empty()))
        .isEmpty();
    assertThat(
            RoleProposal.propose(
                chest, List.of("CXR"), List.of(unknown), Optional.of(unknown.image(0))))
        .containsExactly(Map.entry("CXR", unknown));
    assertThat(RoleProposal.propose(chest, List.of("CXR"), List.of(ct), Optional.of(ct.image(0))))
        .isEmpty();
  }

  @Test
  void clinicalValuesComeFromTheHeadersWords() {
    assertThat(
            ClinicalProposal.propose(
                Tasks.get("bone-matrix"), Map.of("0010,0040", "M", "0010,1010", "018M")))
        .containsExactly(Map.entry("sex", "male"), Map.entry("age", "1.5"));
    assertThat(ClinicalProposal.propose(Tasks.get("bone-matrix"), Map.of())).isEmpty();
  }
}
