package org.radcam.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Descriptions are those of the vendors' own protocols, and of the test data. */
class RoleMatcherTest {
  private static final Task BRAIN = Tasks.get("brain-metastasis");
  private static final Task NOSE = Tasks.get("sinonasal");

  @ParameterizedTest
  @CsvSource({
    "t2_tse_tra_384, T2WI",
    "AX T2 FRFSE, T2WI",
    "AX T2, T2WI",
    "T2W_TSE, T2WI",
    "T2 TSE ax fs, T2WI",
    "t2_tse_dark-fluid_tra_fs, T2-FLAIR",
    "AX T2 FLAIR, T2-FLAIR",
    "T2W_FLAIR, T2-FLAIR",
    "Ax T2FLAIR PROPELLER, T2-FLAIR",
    "3D_Brain_VIEW_FLAIR_SHC, T2-FLAIR",
    "t1_mprage_sag_p2_iso, T1WI",
    "AX T1, T1WI",
    "t1_gre_fsp_3d_sag, T1WI",
    "IBSI_1_STS_019_MR_T1_image, T1WI",
    "SAG T1 FSE, T1WI",
    "t1_mprage_sag_p2_iso_KM, CE-T1WI",
    "AX T1 +C, CE-T1WI",
    "Ax T1 FSPGR+C, CE-T1WI",
    "AX T1 POST GD, CE-T1WI",
    "sT1W_3D_TFE CE, CE-T1WI",
    "t1_vibe_tra_post_contrast, CE-T1WI",
    "T1 SE ax gadolinium, CE-T1WI",
    "ep2d_diff_3scan_trace_p2_TRACEW, DWI",
    "DWI b1000, DWI",
    "Ax DWI 1000b, DWI"
  })
  void aDescriptionTellsTheSequence(String description, String role) {
    assertThat(match(BRAIN, mr(description))).containsExactly(Map.entry(role, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "ADC, ADC",
    "ep2d_diff_3scan_trace_p2_ADC, ADC",
    "dADC (10^-6 mm²/s), ADC",
    "Apparent Diffusion Coefficient (mm2/s), ADC",
    "t2_tirm_tra T2 fs, T2WI"
  })
  void theSinonasalSequencesAreToldToo(String description, String role) {
    assertThat(match(NOSE, mr(description))).containsExactly(Map.entry(role, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localizer",
        "AAHead_Scout",
        "t2*_gre_tra",
        "T2STAR map",
        "SWI_Images",
        "dti_tra_dir16_AP_SaveBySlc",
        "eADC",
        "ep2d_perf_T1 DSC",
        "T1 map MOLLI",
        "T1 PRE AND POST",
        "AX T1 W/O CONTRAST POST OP",
        "Subtraction T1 +C",
        "T2 lesion mask",
        "T1 FLAIR",
        "TOF_3D_multi-slab",
        "Processed Images",
        "123T1456"
      })
  void whatIsSomethingElseOrUnclearIsLeftToTheUser(String description) {
    assertThat(match(BRAIN, mr(description))).isEmpty();
    assertThat(match(NOSE, mr(description))).isEmpty();
  }

  @Test
  void aSequenceWithoutContrastThatSaysSoIsNative() {
    assertThat(match(NOSE, mr("AX T1 W/O CONTRAST"))).isEmpty();
    assertThat(match(NOSE, mr("AX T1 NATIVE"))).isEmpty();
  }

  @Test
  void aContrastAgentInTheHeaderMakesATOneAnEnhancedOne() {
    assertThat(match(BRAIN, acquired("AX T1 SE", "GADAVIST", 12, 600, -1)))
        .containsExactly(Map.entry("CE-T1WI", 0));
    assertThat(match(BRAIN, acquired("AX T1 SE", "NONE", 12, 600, -1)))
        .containsExactly(Map.entry("T1WI", 0));
  }

  @Test
  void timesTellWhereWordsDoNot() {
    assertThat(match(BRAIN, acquired("ax brain", "", 12, 550, -1)))
        .containsExactly(Map.entry("T1WI", 0));
    assertThat(match(BRAIN, acquired("ax brain", "", 120, 9000, 2500)))
        .containsExactly(Map.entry("T2-FLAIR", 0));
    assertThat(match(BRAIN, acquired("ax brain", "", 100, 4000, -1)))
        .containsExactly(Map.entry("T2WI", 0));
    assertThat(match(BRAIN, acquired("ax brain", "", 40, 2000, -1))).isEmpty();
  }

  @Test
  void imageTypeTellsAnApparentDiffusionCoefficientWhateverItsName() {
    SeriesTraits adc =
        new SeriesTraits(
            Optional.of("MR"),
            Optional.of("DIFF B500"),
            "x",
            Optional.empty(),
            OptionalDouble.of(80),
            OptionalDouble.of(2500),
            OptionalDouble.empty(),
            Optional.of("DERIVED\\SECONDARY\\ADC"),
            OptionalDouble.of(500));

    assertThat(match(NOSE, adc)).containsExactly(Map.entry("ADC", 0));
    assertThat(match(BRAIN, adc)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "study1_T1W.nii.gz, T1WI",
    "study1_T2W.nii.gz, T2WI",
    "study1_FLAIR.nii.gz, T2-FLAIR",
    "patient07_T1POST.nii.gz, CE-T1WI",
    "BraTS-MET-00001-000-t1c.nii.gz, CE-T1WI",
    "BraTS20_Training_001_t1ce.nii.gz, CE-T1WI",
    "case3-t1.nrrd, T1WI",
    "sub-01_dwi.nii.gz, DWI"
  })
  void theNameOfAFileTellsWhereThereIsNoHeader(String title, String role) {
    assertThat(match(BRAIN, SeriesTraits.named(title))).containsExactly(Map.entry(role, 0));
  }

  @Test
  void aDescriptionCountsMoreThanATitle() {
    SeriesTraits mislabelled =
        SeriesTraits.described(Optional.of("MR"), Optional.of("AX T2 FLAIR"), "t2.dcm");

    assertThat(match(BRAIN, mislabelled)).containsExactly(Map.entry("T2-FLAIR", 0));
    assertThat(match(NOSE, mislabelled)).isEmpty();
  }

  @Test
  void everyRoleGetsItsImageAndEveryImageOneRole() {
    assertThat(
            match(
                BRAIN,
                mr("AX T2 FLAIR"),
                mr("AX T1 +C"),
                mr("AX T1"),
                SeriesTraits.described(Optional.of("CT"), Optional.of("T1"), "T1"),
                mr("AX T2")))
        .containsExactly(
            Map.entry("CE-T1WI", 1),
            Map.entry("T1WI", 2),
            Map.entry("T2WI", 4),
            Map.entry("T2-FLAIR", 0));
  }

  @Test
  void twoThatFitEquallyWellAreLeftToTheUser() {
    assertThat(match(NOSE, mr("AX T2"), mr("COR T2"), mr("ADC")))
        .containsExactly(Map.entry("ADC", 2));
  }

  @Test
  void aModalityTellsWhereATaskHasOneKindOfImage() {
    Task bone = Tasks.get("bone-matrix");
    SeriesTraits ct = SeriesTraits.described(Optional.of("CT"), Optional.of("Knee"), "a");
    SeriesTraits pet = SeriesTraits.described(Optional.of("PT"), Optional.of("CT AC PET"), "b");
    SeriesTraits scout = SeriesTraits.described(Optional.of("CT"), Optional.of("Scout"), "c");

    assertThat(match(bone, pet, mr("AX T1"), scout, ct)).containsExactly(Map.entry("CT", 3));
  }

  @Test
  void everyTaskNamesRulesThatAreThere() {
    for (Task task : Tasks.all()) {
      assertThat(task.roles()).isNotEmpty(); // reading them has read the rules
    }
  }

  private static Map<String, Integer> match(Task task, SeriesTraits... images) {
    return RoleMatcher.match(task.roles(), List.of(images));
  }

  private static SeriesTraits mr(String description) {
    return SeriesTraits.described(Optional.of("MR"), Optional.of(description), "window");
  }

  private static SeriesTraits acquired(
      String description, String agent, double te, double tr, double ti) {
    return new SeriesTraits(
        Optional.of("MR"),
        Optional.of(description),
        "window",
        Optional.of(agent),
        OptionalDouble.of(te),
        OptionalDouble.of(tr),
        ti < 0 ? OptionalDouble.empty() : OptionalDouble.of(ti),
        Optional.of("ORIGINAL\\PRIMARY\\M"),
        OptionalDouble.empty());
  }
}
