package org.radcam.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcam.TestData;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.classify.CaseCheck;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.classify.StageResult;
import org.radcam.classify.Warning;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;

/** Sequences of real patients on differing grids, through the demo packages: geometry alone. */
class RealSequencesTest {
  private static final String FUSION = "sinonasal-fusion-demo";
  private static final String STS = "sts_ct_mr_pet/dicom/";

  private static SourceImage image(String path) throws IOException {
    return ImageFiles.read(TestData.require(path));
  }

  private static Result classify(String id, Case subject, ClassifyOptions options) {
    try (Classifier classifier = Classifier.open(ModelZoo.shipped().find(id), DeviceChoice.CPU)) {
      return classifier.classify(subject, options);
    }
  }

  /** The middle eighth of the reference image. */
  private static Case subject(Map<String, SourceImage> images) {
    Geometry grid = images.values().iterator().next().geometry();
    Size size = grid.size();
    BitSet inside = new BitSet();
    for (int k = size.slices() / 4; k < 3 * size.slices() / 4; k++) {
      for (int j = size.rows() / 4; j < 3 * size.rows() / 4; j++) {
        inside.set(size.index(size.columns() / 4, j, k), size.index(3 * size.columns() / 4, j, k));
      }
    }
    return new Case("real", images, Optional.of(new Mask(grid, inside)), Map.of());
  }

  private static Map<String, SourceImage> images(Object... pairs) {
    Map<String, SourceImage> images = new LinkedHashMap<>();
    for (int n = 0; n < pairs.length; n += 2) {
      images.put((String) pairs[n], (SourceImage) pairs[n + 1]);
    }
    return images;
  }

  /** A voxel of any image has heat if and only if some network looked at its place. */
  private static void heatLiesOnEveryGrid(Result result) {
    HeatMap whole = result.heatMap().orElseThrow();
    for (Geometry grid : result.grids().values()) {
      Volume there = whole.on(grid).onSource();
      assertThat(there.geometry()).isEqualTo(grid);
      assertThat(there.range().high()).isFinite();
      Size size = grid.size();
      for (int k = 0; k < size.slices(); k++) {
        for (int j = 0; j < size.rows(); j++) {
          for (int i = 0; i < size.columns(); i++) {
            Vector3 place = grid.toPatient(i, j, k);
            boolean heat = !Float.isNaN(there.at(i, j, k));
            boolean seen = whole.parts().stream().anyMatch(part -> sees(part, place, 1e-3));
            boolean clearly = whole.parts().stream().anyMatch(part -> sees(part, place, -1e-3));
            if (heat ? !seen : clearly) {
              throw new AssertionError("Heat " + heat + " at " + i + ", " + j + ", " + k);
            }
          }
        }
      }
    }
  }

  private static boolean sees(HeatMap part, Vector3 place, double slack) {
    Vector3 index = part.seen().toIndex(place);
    Size size = part.seen().size();
    return within(index.x(), size.columns(), slack)
        && within(index.y(), size.rows(), slack)
        && within(index.z(), size.slices(), slack);
  }

  private static boolean within(double index, int count, double slack) {
    return index >= -0.5 - slack && index <= count - 0.5 + slack;
  }

  /** T1 without contrast stands for the enhanced one; there is no ADC. */
  @Test
  void headsOnDifferingGridsAreAnsweredWithoutTheSequenceThatIsMissing() throws IOException {
    String folder = "mri_nifti_ms/longitudinal_patient01_study1/study1_";
    Case subject =
        subject(
            images("T2WI", image(folder + "T2W.nii.gz"), "CE-T1WI", image(folder + "T1W.nii.gz")));
    Result result = classify(FUSION, subject, ClassifyOptions.DEFAULT);
    assertThat(result.warnings())
        .extracting(Warning::code)
        .contains("missing-sequence")
        .doesNotContain("grid-assumed", "frames");
    assertThat(result.stages()).extracting(StageResult::key).containsExactly("t2wi", "ce_t1wi");
    assertThat(result.contributions()).hasSize(6);
    heatLiesOnEveryGrid(result);
    assertThatThrownBy(() -> classify("sinonasal-demo", subject, ClassifyOptions.DEFAULT))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("(ADC)");
  }

  @Test
  void twoSeriesOfOneFrameOfReferenceFitAsTheyLie() throws IOException {
    String folder = "dicom_mr_series/CMB-CRC_SCAN_001/";
    SourceImage t2 = image(folder + "t2");
    SourceImage adc = image(folder + "adc");
    assertThat(t2.placement().frameOfReference()).isPresent();
    assertThat(adc.placement()).isEqualTo(t2.placement());
    Result result =
        classify(FUSION, subject(images("T2WI", t2, "ADC", adc)), ClassifyOptions.DEFAULT);
    assertThat(result.warnings())
        .extracting(Warning::code)
        .contains("missing-sequence")
        .doesNotContain("grid-assumed", "frames");
    heatLiesOnEveryGrid(result);
  }

  @Test
  void ctAndMrOfOnePatientShareAFrameAndThoseOfTwoPatientsAreRefused() throws IOException {
    SourceImage mr = image(STS + "STS_019/MR_T1/image");
    SourceImage ct = image(STS + "STS_019/CT/image");
    assertThat(mr.placement().contradicts(ct.placement())).isFalse();
    Result result =
        classify(FUSION, subject(images("T2WI", mr, "CE-T1WI", ct)), ClassifyOptions.DEFAULT);
    assertThat(result.warnings())
        .extracting(Warning::code)
        .contains("modality")
        .doesNotContain("frames");
    heatLiesOnEveryGrid(result);

    SourceImage other = image(STS + "STS_025/CT/image");
    Case mixed = subject(images("T2WI", mr, "CE-T1WI", other));
    assertThatThrownBy(() -> classify(FUSION, mixed, ClassifyOptions.DEFAULT))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("differing frames of reference");
    assertThat(CaseCheck.check(ModelZoo.shipped().find(FUSION).card(), mixed, true))
        .extracting(Warning::code)
        .contains("frames");
  }

  @Test
  void aTumourOnCtIsAnsweredByTheBoneModelAndItsHeatLiesOnTheMrToo() throws IOException {
    SourceImage ct = image(STS + "STS_042/CT/image");
    SourceImage mr = image(STS + "STS_042/MR_T1/image");
    Case plain = subject(images("CT", ct));
    Case subject =
        new Case(
            plain.id(),
            plain.images(),
            plain.roi(),
            Map.of(
                "age", "45",
                "sex", "male",
                "mineralisation_location", "central",
                "pathological_fracture", "absent"));
    Result result = classify("bone-matrix-demo", subject, ClassifyOptions.DEFAULT);
    assertThat(result.scores()).hasSize(2);
    Volume there = result.heatMap().orElseThrow().on(mr.geometry()).onSource();
    assertThat(there.geometry()).isEqualTo(mr.geometry());
    assertThat(List.of(there.range().high())).allMatch(Float::isFinite);
  }
}
