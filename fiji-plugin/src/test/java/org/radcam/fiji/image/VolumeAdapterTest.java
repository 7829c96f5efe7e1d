package org.radcam.fiji.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.plugin.Duplicator;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;

class VolumeAdapterTest {
  private static final Direction OBLIQUE = DicomStack.OBLIQUE;
  private static final Vector3 FIRST = new Vector3(-10, 20, 30);

  @Test
  void anObliqueSeriesLiesWhereItsHeadersSay() {
    SourceImage volume = VolumeAdapter.volume(new DicomStack(OBLIQUE).depths(0, 3, 6).open());

    Geometry grid = volume.geometry();
    assertThat(apart(grid.toPatient(0, 0, 0), FIRST)).isLessThan(1e-9);
    Vector3 corner =
        FIRST
            .plus(OBLIQUE.i().times(4 * 0.5))
            .plus(OBLIQUE.j().times(3 * 0.7))
            .plus(OBLIQUE.k().times(6));
    assertThat(apart(grid.toPatient(4, 3, 2), corner)).isLessThan(1e-9);
    assertThat(volume.volume().at(4, 3, 2)).isEqualTo(219);
    assertThat(volume.placement().known()).isTrue();
    assertThat(volume.placement().frameOfReference()).contains("1.2.3.4");
    assertThat(volume.traits().modality()).contains("MR");
  }

  @Test
  void aStackThatRunsBackwardsKeepsItsSliceNumbers() {
    SourceImage volume = VolumeAdapter.volume(new DicomStack(OBLIQUE).depths(6, 3, 0).open());

    Geometry grid = volume.geometry();
    assertThat(apart(grid.toPatient(0, 0, 2), FIRST)).isLessThan(1e-9);
    assertThat(apart(grid.toPatient(0, 0, 0), FIRST.plus(OBLIQUE.k().times(6)))).isLessThan(1e-9);
    assertThat(volume.volume().at(0, 0, 0)).isZero();
  }

  @Test
  void slicesInNoOrderAreRefusedWithAWayOut() {
    ImagePlus shuffled = new DicomStack(OBLIQUE).depths(0, 6, 3).open();

    assertThatThrownBy(() -> VolumeAdapter.volume(shuffled))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'series'")
        .hasMessageContaining("not in the order")
        .hasMessageContaining("Open Volume");
  }

  @Test
  void aMissingSliceIsRefused() {
    ImagePlus gap = new DicomStack(OBLIQUE).depths(0, 3, 6, 12, 15).open();

    assertThatThrownBy(() -> VolumeAdapter.volume(gap))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("6.000 mm between slices 3 and 4");
  }

  @Test
  void severalImagesOfOnePlaceAreRefused() {
    ImagePlus twice = new DicomStack(OBLIQUE).depths(0, 3, 3, 6).open();

    assertThatThrownBy(() -> VolumeAdapter.volume(twice)).hasMessageContaining("same position");
  }

  @Test
  void severalSeriesAreRefused() {
    ImagePlus mixed = new DicomStack(OBLIQUE).depths(0, 3, 6).open();
    ImageStack stack = mixed.getStack();
    stack.setSliceLabel(stack.getSliceLabel(3).replace("UID: 1.2.3\n", "UID: 1.2.9\n"), 3);

    assertThatThrownBy(() -> VolumeAdapter.volume(mixed)).hasMessageContaining("2 series");
  }

  @Test
  void severalFramesOfReferenceAreRefused() {
    ImagePlus mixed = new DicomStack(OBLIQUE).depths(0, 3, 6).open();
    ImageStack stack = mixed.getStack();
    stack.setSliceLabel(stack.getSliceLabel(3).replace("1.2.3.4", "1.2.3.5"), 3);

    assertThatThrownBy(() -> VolumeAdapter.volume(mixed))
        .hasMessageContaining("frames of reference")
        .hasMessageNotContaining("1.2.3.5");
  }

  @Test
  void aSliceInAnotherOrientationIsRefused() {
    ImagePlus scout = new DicomStack(OBLIQUE).depths(0, 3, 6).open();
    ImagePlus other = new DicomStack(Direction.IDENTITY).depths(9).open();
    scout.getStack().addSlice(other.getStack().getSliceLabel(1), other.getProcessor());

    assertThatThrownBy(() -> VolumeAdapter.volume(scout)).isInstanceOf(UserException.class);
  }

  @Test
  void aSliceWithoutAPlaceAmongOthersIsRefused() {
    ImagePlus mixed = new DicomStack(OBLIQUE).depths(0, 3).open();
    mixed.getStack().addSlice("drawn by hand", mixed.getProcessor().duplicate());

    assertThatThrownBy(() -> VolumeAdapter.volume(mixed))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("do not say where they lie");
  }

  @Test
  void aPartOfTheSlicesIsWhereItWas() {
    ImagePlus whole = new DicomStack(OBLIQUE).depths(0, 3, 6, 9).open();

    SourceImage part = VolumeAdapter.volume(new Duplicator().run(whole, 2, 3));

    assertThat(apart(part.geometry().toPatient(0, 0, 0), FIRST.plus(OBLIQUE.k().times(3))))
        .isLessThan(1e-9);
    assertThat(part.placement().known()).isTrue();
  }

  @Test
  void oneSliceTakenOutIsWhereItWas() {
    ImagePlus whole =
        new DicomStack(OBLIQUE).slice(FIRST, "0018,0050  Slice Thickness: 4").depths(9).open();

    SourceImage one = VolumeAdapter.volume(new Duplicator().run(whole, 1, 1));

    assertThat(one.placement().known()).isTrue();
    assertThat(apart(one.geometry().toPatient(0, 0, 0), FIRST)).isLessThan(1e-9);
    assertThat(one.geometry().spacing().z()).isEqualTo(4);
  }

  @Test
  void aCroppedSeriesHasLostItsPlaceAndSaysSo() {
    ImagePlus whole = new DicomStack(OBLIQUE).depths(0, 3, 6).open();
    whole.setRoi(1, 1, 3, 2);
    ImagePlus cropped = new Duplicator().run(whole);

    SourceImage volume = VolumeAdapter.volume(cropped);

    assertThat(volume.placement().known()).isFalse();
    assertThat(volume.geometry().spacing().y()).isEqualTo(0.7);
    assertThat(VolumeAdapter.doubt(cropped)).get().asString().contains("cropped or scaled");
  }

  @Test
  void aPixelSizeThatTheUserChangedCountsInsteadOfThePlace() {
    ImagePlus image = new DicomStack(OBLIQUE).depths(0, 3, 6).open();
    image.getCalibration().pixelWidth = 1;
    image.getCalibration().pixelHeight = 1.4;

    SourceImage volume = VolumeAdapter.volume(image);

    assertThat(volume.placement().known()).isFalse();
    assertThat(volume.geometry().spacing().x()).isEqualTo(1);
    assertThat(VolumeAdapter.doubt(image)).get().asString().contains("another pixel size");
  }

  @Test
  void aCalibrationAloneGivesSizesAndNoPlace() {
    ImagePlus image = IJ.createImage("mm", "8-bit ramp", 8, 6, 3);
    image.getCalibration().setUnit("cm");
    image.getCalibration().pixelWidth = 0.05;
    image.getCalibration().pixelHeight = 0.07;
    image.getCalibration().pixelDepth = 0.3;

    SourceImage volume = VolumeAdapter.volume(image);

    assertThat(volume.placement().known()).isFalse();
    assertThat(volume.geometry().unit()).isEqualTo(LengthUnit.MILLIMETRE);
    assertThat(apart(volume.geometry().spacing(), new Vector3(0.5, 0.7, 3))).isLessThan(1e-12);
    assertThat(VolumeAdapter.doubt(image)).isEmpty();
  }

  @Test
  void timePointsAreRefusedWithAWayOut() {
    ImagePlus image = IJ.createHyperStack("cine", 4, 4, 1, 2, 3, 8);

    assertThatThrownBy(() -> VolumeAdapter.volume(image))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("3 time points")
        .hasMessageContaining("Reduce Dimensionality");
  }

  @Test
  void aHyperstackOfSlicesIsAVolume() {
    ImagePlus image = IJ.createHyperStack("slices", 4, 4, 1, 3, 1, 8);

    assertThat(VolumeAdapter.volume(image).geometry().size().slices()).isEqualTo(3);
  }

  @Test
  void slopesThatDifferFromSliceToSliceAreApplied() {
    ImageStack stack = new ImageStack(2, 1);
    String header = "x.dcm\n0028,0100  Bits Allocated: 16\n0028,1053  Rescale Slope: ";
    stack.addSlice(header + "0.5\n", new FloatProcessor(2, 1, new float[] {0.5f, 1.5f}));
    stack.addSlice(header + "0.25\n", new FloatProcessor(2, 1, new float[] {0.5f, 1.25f}));

    SourceImage volume = VolumeAdapter.volume(new ImagePlus("pet", stack));

    assertThat(volume.traits().rescaleSlope()).isEqualTo(1);
    assertThat(volume.volume().voxels()).containsExactly(0.5f, 1.5f, 0.5f, 1.25f);
  }

  @Test
  void aSlopeThatAllSlicesShareIsTakenBack() {
    ImageStack stack = new ImageStack(2, 1);
    String header =
        "x.dcm\n0028,0100  Bits Allocated: 16\n0028,1053  Rescale Slope: 0.5\n"
            + "0028,1052  Rescale Intercept: -10\n";
    stack.addSlice(header, new FloatProcessor(2, 1, new float[] {-9.5f, -8.5f}));
    stack.addSlice(header, new FloatProcessor(2, 1, new float[] {-10, 90}));

    SourceImage volume = VolumeAdapter.volume(new ImagePlus("mr", stack));

    assertThat(volume.traits().rescaleSlope()).isEqualTo(0.5);
    assertThat(volume.traits().rescaleIntercept()).isEqualTo(-10);
    assertThat(volume.volume().voxels()).containsExactly(1, 3, 0, 200);
  }

  @Test
  void valuesThatTheUserComputedStayAsTheyAre() {
    ImageStack stack = new ImageStack(2, 1);
    String header = "x.dcm\n0028,0100  Bits Allocated: 16\n0028,1053  Rescale Slope: 0.5\n";
    stack.addSlice(header, new FloatProcessor(2, 1, new float[] {0.3f, 1.5f}));

    SourceImage volume = VolumeAdapter.volume(new ImagePlus("smoothed", stack));

    assertThat(volume.traits().rescaleSlope()).isEqualTo(1);
    assertThat(volume.volume().voxels()).containsExactly(0.3f, 1.5f);
  }

  @Test
  void eachSliceHasItsOwnInterceptAlthoughImageJKeepsThatOfTheFirst() {
    ImagePlus image = IJ.createImage("ct", "16-bit black", 2, 1, 2);
    image.getStack().getProcessor(1).set(0, 1000);
    image.getStack().getProcessor(2).set(0, 1000);
    image.getStack().setSliceLabel("a\n0028,1052  Rescale Intercept: -1024\n", 1);
    image.getStack().setSliceLabel("b\n0028,1052  Rescale Intercept: -1000\n", 2);
    image
        .getCalibration()
        .setFunction(Calibration.STRAIGHT_LINE, new double[] {-1024, 1}, "Gray Value");

    SourceImage volume = VolumeAdapter.volume(image);

    assertThat(volume.volume().voxels()).containsExactly(-24, -1024, 0, -1000);
    assertThat(volume.traits().rescaleIntercept()).isZero();
  }

  @Test
  void slicesThatDifferInWhichEndIsBrightAreRefused() {
    ImageStack stack = new ImageStack(2, 1);
    stack.addSlice(
        "a\n0028,0004  Photometric Interpretation: MONOCHROME1 \n", new ByteProcessor(2, 1));
    stack.addSlice(
        "b\n0028,0004  Photometric Interpretation: MONOCHROME2 \n", new ByteProcessor(2, 1));

    assertThatThrownBy(() -> VolumeAdapter.volume(new ImagePlus("mixed", stack)))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("MONOCHROME1");
  }

  private static double apart(Vector3 one, Vector3 other) {
    return one.minus(other).length();
  }
}
