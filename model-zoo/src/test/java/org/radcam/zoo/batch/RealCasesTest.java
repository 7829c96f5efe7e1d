package org.radcam.zoo.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.TestData;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.io.MaskFiles;
import org.radcam.io.PngImages;
import org.radcam.render.HeatMapRenderer;
import org.radcam.render.HeatStyle;
import org.radcam.zoo.ModelZoo;

/**
 * Real images with tumours on the grids of their scanners go through the demo models. Their answers
 * mean nothing, for the models know phantoms only; what is tested is the geometry: every heat map
 * covers the tumour, in the same place of the patient on the grid of every image. Overlays are left
 * in {@code target/real} to be looked at.
 */
class RealCasesTest {
  /** Voxels inside by matplotlib 3.11's Path.contains_points of the same contours. */
  @ParameterizedTest
  @CsvSource({"STS_019, 5564, 3856", "STS_025, 9655, 9655", "STS_042, 11175, 11175"})
  void aTumourContouredOnCtAndMrIsSeenWhereItIs(String patient, int onCt, int onMr)
      throws IOException {
    Path folder = TestData.require("sts_ct_mr_pet/dicom/" + patient);
    SourceImage ct = ImageFiles.read(folder.resolve("CT/image"));
    SourceImage mr = ImageFiles.read(folder.resolve("MR_T1/image"));
    Mask tumour = MaskFiles.read(folder.resolve("CT/mask/RS.dcm"), ct);
    Mask again = MaskFiles.read(folder.resolve("MR_T1/mask/RS.dcm"), mr);
    assertThat(tumour.count()).isEqualTo(onCt);
    assertThat(again.count()).isEqualTo(onMr);
    assertThat(centre(tumour).minus(centre(again)).length()).isLessThan(1);

    check("bone-matrix", patient, Map.of("CT", ct), tumour);
    // The CT has the reference's part; MR and CT lie on differing grids of one frame of reference.
    check("sinonasal", patient, roles(mr, ct, mr), again);
  }

  @Test
  void sequencesOnDifferingGridsAreBroughtTogether() throws IOException {
    Path folder = TestData.require("mri_nifti_ms/longitudinal_patient01_study1");
    SourceImage flair = ImageFiles.read(folder.resolve("study1_FLAIR.nii.gz"));
    SourceImage t1 = ImageFiles.read(folder.resolve("study1_T1W.nii.gz"));
    SourceImage t2 = ImageFiles.read(folder.resolve("study1_T2W.nii.gz"));
    assertThat(flair.geometry().sameGridAs(t1.geometry())).isFalse();
    Mask lesions = sphere(flair.geometry(), 12);
    check("sinonasal", "ms", roles(flair, t2, t1), lesions);
  }

  @Test
  void aDiffusionMapGoesWithTheT2ImagesOfItsExamination() throws IOException {
    Path folder = TestData.require("dicom_mr_series/CMB-CRC_SCAN_001");
    SourceImage t2 = ImageFiles.read(folder.resolve("t2"));
    SourceImage adc = ImageFiles.read(folder.resolve("adc"));
    check("sinonasal", "crc", roles(t2, t2, adc), sphere(t2.geometry(), 20));
  }

  private static Map<String, SourceImage> roles(SourceImage t2, SourceImage t1, SourceImage adc) {
    Map<String, SourceImage> images = new LinkedHashMap<>();
    images.put("T2WI", t2);
    images.put("CE-T1WI", t1);
    images.put("ADC", adc);
    return images;
  }

  private static void check(
      String task, String name, Map<String, SourceImage> images, Mask roi) throws IOException {
    Result result;
    try (Classifier classifier =
        Classifier.open(ModelZoo.shipped().find(task + "-demo"), DeviceChoice.CPU)) {
      result =
          classifier.classify(
              new Case(name, images, Optional.of(roi), Map.of()), ClassifyOptions.DEFAULT);
    }
    HeatMap map = result.heatMap().orElseThrow();
    Volume heat = map.onSource();
    assertThat(heat.geometry().sameGridAs(roi.geometry())).isTrue();
    // The block or slice that the network saw reaches over the middle of the region.
    Vector3 middle = centre(roi);
    for (Map.Entry<String, Geometry> grid : result.grids().entrySet()) {
      Volume own = map.on(grid.getValue()).onSource();
      Mask seen = seen(own);
      assertThat(seen.isEmpty()).as(grid.getKey()).isFalse();
      double voxel = grid.getValue().spacing().length() + heat.geometry().spacing().length();
      assertThat(centre(seen).minus(centre(seen(heat))).length())
          .as(grid.getKey())
          .isCloseTo(0, within(voxel));
      assertThat(centre(seen).minus(middle).length()).as(grid.getKey()).isLessThan(60);
    }
    draw(task + "-" + name, images, map, result);
  }

  private static Mask seen(Volume heat) {
    BitSet voxels = new BitSet();
    for (int n = 0; n < heat.voxels().length; n++) {
      voxels.set(n, !Float.isNaN(heat.voxels()[n]));
    }
    return new Mask(heat.geometry(), voxels);
  }

  /** Mean place of a mask's voxels, mm in patient space. */
  private static Vector3 centre(Mask mask) {
    Size size = mask.geometry().size();
    double[] sums = new double[3];
    mask.voxels()
        .stream()
        .forEach(
            n -> {
              sums[0] += n % size.columns();
              sums[1] += Math.floorDiv(n, size.columns()) % size.rows();
              sums[2] += Math.floorDiv(n, size.columns() * size.rows());
            });
    double count = mask.count();
    return mask.geometry().toPatient(sums[0] / count, sums[1] / count, sums[2] / count);
  }

  private static Mask sphere(Geometry grid, double radius) {
    Size size = grid.size();
    Vector3 middle =
        grid.toPatient(size.columns() * 0.5, size.rows() * 0.5, Math.floor(size.slices() * 0.5));
    BitSet voxels = new BitSet();
    for (int k = 0; k < size.slices(); k++) {
      for (int j = 0; j < size.rows(); j++) {
        for (int i = 0; i < size.columns(); i++) {
          if (grid.toPatient(i, j, k).minus(middle).length() <= radius) {
            voxels.set(size.index(i, j, k));
          }
        }
      }
    }
    return new Mask(grid, voxels);
  }

  private static void draw(
      String name, Map<String, SourceImage> images, HeatMap map, Result result)
      throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "real"));
    for (Map.Entry<String, SourceImage> image : images.entrySet()) {
      Volume shown = map.on(result.grids().get(image.getKey())).displayed();
      int hottest = 0;
      double most = 0;
      int area = shown.size().columns() * shown.size().rows();
      for (int k = 0; k < shown.size().slices(); k++) {
        double sum = 0;
        for (int n = k * area; n < (k + 1) * area; n++) {
          sum += shown.voxels()[n] > 0 ? shown.voxels()[n] : 0;
        }
        hottest = sum > most ? k : hottest;
        most = Math.max(sum, most);
      }
      PngImages.write(
          folder.resolve(name + "-" + image.getKey() + ".png"),
          HeatMapRenderer.overlay(
              image.getValue().volume(),
              image.getValue().traits().storedBrightness(),
              shown,
              hottest,
              HeatStyle.DEFAULT));
    }
  }
}
