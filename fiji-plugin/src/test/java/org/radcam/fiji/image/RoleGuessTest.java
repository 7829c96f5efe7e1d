package org.radcam.fiji.image;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.plugin.FolderOpener;
import ij.process.ByteProcessor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcam.task.Tasks;

class RoleGuessTest {
  @Test
  void theSequencesOfARealExaminationAreTold() {
    ImagePlus adc = sequence("dicom_mr_series/CMB-CRC_SCAN_001/adc");
    ImagePlus t2 = sequence("dicom_mr_series/CMB-CRC_SCAN_001/t2");
    ImagePlus head = sequence("dicom_mr_series/UIH_head/t1_gre_sag");
    ImagePlus ct = sequence("dicom_ct_series/dcmqi_ct3slice");

    assertThat(RoleGuess.guess(Tasks.get("sinonasal"), List.of(ct, adc, head, t2)))
        .containsExactly(Map.entry("T2WI", t2), Map.entry("ADC", adc));
    assertThat(RoleGuess.guess(Tasks.get("brain-metastasis"), List.of(adc, head)))
        .containsExactly(Map.entry("T1WI", head));
    assertThat(RoleGuess.guess(Tasks.get("bone-matrix"), List.of(adc, ct)))
        .containsExactly(Map.entry("CT", ct));
  }

  @Test
  void theModalitiesOfASarcomaAreTold() {
    ImagePlus ct = sequence("sts_ct_mr_pet/dicom/STS_019/CT/image");
    ImagePlus t1 = sequence("sts_ct_mr_pet/dicom/STS_019/MR_T1/image");
    ImagePlus pet = sequence("sts_ct_mr_pet/dicom/STS_019/PET/image");

    assertThat(RoleGuess.guess(Tasks.get("bone-matrix"), List.of(pet, t1, ct)))
        .containsExactly(Map.entry("CT", ct));
  }

  @Test
  void titlesTellWhereThereIsNoHeader() {
    ImagePlus flair = image("study1_FLAIR.nii.gz");
    ImagePlus t2 = image("study1_T2W.nii.gz");
    ImagePlus t1 = image("study1_T1W.nii.gz");

    assertThat(RoleGuess.guess(Tasks.get("brain-metastasis"), List.of(flair, t2, t1)))
        .containsExactly(
            Map.entry("T1WI", t1), Map.entry("T2WI", t2), Map.entry("T2-FLAIR", flair));
  }

  private static ImagePlus image(String title) {
    return new ImagePlus(title, new ByteProcessor(2, 2));
  }

  private static ImagePlus sequence(String folder) {
    return FolderOpener.open(SharedData.of(folder).toString());
  }
}
