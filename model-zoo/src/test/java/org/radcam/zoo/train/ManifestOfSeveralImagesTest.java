package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.io.RegionLabel;
import org.radcam.task.Task;
import org.radcam.task.Tasks;

class ManifestOfSeveralImagesTest {
  private static final CaseNeeds SINONASAL =
      new CaseNeeds(Tasks.get("sinonasal"), List.of("T2WI", "ADC"), true, List.of());
  private static final String HEADER = "case,patient,image:T2WI,image:ADC,roi,label,split\n";

  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    for (String name : List.of("t2.nii", "adc.nii", "roi.nii")) {
      Files.writeString(folder.resolve(name), "");
    }
    Files.createDirectory(folder.resolve("series"));
  }

  @Test
  void readsAnImageForEachRoleARegionAndALesionAndTakesAFolderForASeries() {
    Manifest manifest =
        read(
            "case,patient,image:ADC,image:T2WI,image:CE-T1WI,roi,mask,label,split\n"
                + "a,P1,adc.nii,series,,roi.nii,roi.nii,onb,validation\n",
            SINONASAL);

    TrainingCase one = manifest.validation().get(0);
    assertThat(one.files().images()).containsOnlyKeys("T2WI", "ADC");
    assertThat(one.files().images().get("T2WI")).isDirectory();
    assertThat(one.files().roi()).isPresent();
    assertThat(one.files().lesion()).isPresent();
    assertThat(one.label()).isEqualTo(2);
    assertThat(manifest.training()).isEmpty();
  }

  @Test
  void namesRowsWithoutAnImageOrARegionAndFilesThatAreNotThere() {
    assertThatThrownBy(
            () ->
                read(
                    HEADER
                        + "a,P1,t2.nii,,roi.nii,scc,\n"
                        + "b,P2,t2.nii,adc.nii,,scc,\n"
                        + "c,P3,t2.nii,adc.nii,series,scc,\n"
                        + "d,P4,t2.nii,../adc.nii,roi.nii,scc,\n",
                    SINONASAL))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("row 2: 'image:ADC' is empty")
        .hasMessageContaining("row 3: 'roi' is empty")
        .hasMessageContaining("row 4: there is no mask 'series'")
        .hasMessageContaining("row 5: the image '../adc.nii' lies outside");
  }

  @Test
  void aRegionIsChosenByItsNumberOrNameAndNeverWithoutItsFile() {
    Manifest manifest =
        read(
            "case,patient,image:ADC,image:T2WI,roi,roi_label,mask,mask_label,label\n"
                + "a,P1,adc.nii,t2.nii,roi.nii,2,roi.nii,GTV left,onb\n"
                + "b,P2,adc.nii,t2.nii,roi.nii,,,,onb\n",
            SINONASAL);

    CaseFiles labelled = manifest.cases().get(0).files();
    assertThat(labelled.roi().orElseThrow().label()).isEqualTo(RegionLabel.of(2));
    assertThat(labelled.lesion().orElseThrow().label().name()).isEqualTo("GTV left");
    assertThat(manifest.cases().get(1).files().roi().orElseThrow().label().isAll()).isTrue();

    assertThatThrownBy(
            () ->
                read(
                    "case,patient,image:ADC,image:T2WI,roi,mask_label,label\n"
                        + "a,P1,adc.nii,t2.nii,roi.nii,2,onb\n",
                    SINONASAL))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("row 2: 'mask_label' is '2', but 'mask' names no file");
  }

  @Test
  void namesTheColumnOfARoleThatIsMissing() {
    assertThatThrownBy(() -> read("case,patient,image:T2WI,roi,label\n", SINONASAL))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("the column 'image:ADC' is missing");
  }

  @Test
  void aPatientsLesionsAreOneSplit() {
    assertThatThrownBy(
            () ->
                read(
                    HEADER
                        + "a,P1,t2.nii,adc.nii,roi.nii,scc,train\n"
                        + "b,P1,t2.nii,adc.nii,roi.nii,scc,validation\n",
                    SINONASAL))
        .hasMessageContaining("row 3: its patient is in another split in row 2");
  }

  @Test
  void checksClinicalValuesAndRefusesUnknownOnesWhereTheRecipeDoes() {
    Task task = Tasks.get("bone-matrix");
    CaseNeeds needs =
        new CaseNeeds(
            task,
            List.of("CT"),
            false,
            List.of(
                new ClinicalPolicy(task.clinicalField("age").orElseThrow(), false),
                new ClinicalPolicy(task.clinicalField("sex").orElseThrow(), true)));
    String header = "case,patient,image,label,age,sex\n";

    Manifest good = read(header + "a,P1,t2.nii,osteoid,41,unknown\n", needs);
    assertThat(good.cases().get(0).clinical()).containsOnlyKeys("age").containsValue("41");

    assertThatThrownBy(
            () ->
                read(
                    header
                        + "a,P1,t2.nii,osteoid,,male\n"
                        + "b,P2,t2.nii,osteoid,230,male\n"
                        + "c,P3,t2.nii,osteoid,30,man\n",
                    needs))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("row 2: 'age' is unknown")
        .hasMessageContaining("row 3: Age (years) is 230; expected between")
        .hasMessageContaining("row 4: Sex is 'man'; expected one of female, male");
  }

  private Manifest read(String text, CaseNeeds needs) {
    try {
      Path file = folder.resolve("manifest.csv");
      Files.writeString(file, text);
      return ManifestReader.read(file, ManifestColumns.STANDARD, needs);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
