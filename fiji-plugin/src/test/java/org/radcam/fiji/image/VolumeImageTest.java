package org.radcam.fiji.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.Duplicator;
import ij.plugin.StackReverser;
import ij.plugin.SubstackMaker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.UserException;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.LengthUnit;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.io.SeriesFolder;
import org.radcam.io.UnreadableImageException;
import org.radcam.task.Tasks;

class VolumeImageTest {
  private static final Direction OBLIQUE = DicomStack.OBLIQUE;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mri_nifti_ms/longitudinal_patient01_study1/study1_T1W.nii.gz",
        "mri_nifti_ms/longitudinal_patient01_study1/gt.nii.gz",
        "dicom_ct_series/CRLM-CT-1004",
        "dicom_mr_series/CMB-CRC_SCAN_001/adc",
        "dicom_mr_series/UIH_head/t1_gre_sag",
        "sts_ct_mr_pet/dicom/STS_042/PET/image",
        "pyradiomics/brain1_image.nrrd"
      })
  void whatWasOpenedIsTheSameVolumeBitForBit(String name) throws UnreadableImageException {
    SourceImage read = ImageFiles.read(SharedData.of(name));

    SourceImage again = VolumeAdapter.volume(VolumeImage.of(read));

    assertSame(again, read);
  }

  static void assertSame(SourceImage again, SourceImage read) {
    assertThat(again.volume().voxels()).isEqualTo(read.volume().voxels());
    assertThat(again.traits()).isEqualTo(read.traits());
    assertThat(again.placement()).isEqualTo(read.placement());
    assertThat(again.geometry().sameGridAs(read.geometry())).isTrue();
    assertThat(again.geometry().spacing()).isEqualTo(read.geometry().spacing());
    assertThat(again.geometry().origin()).isEqualTo(read.geometry().origin());
    assertThat(again.name()).isEqualTo(read.name());
  }

  @Property(tries = 200)
  void anyVolumeComesBackAsItWas(
      @ForAll("values") List<Float> values,
      @ForAll("lines") double[] line,
      @ForAll boolean dark,
      @ForAll boolean placed) {
    float[] voxels = new float[12];
    for (int n = 0; n < voxels.length; n++) {
      voxels[n] = values.get(n);
    }
    Geometry grid = grid(new Size(2, 2, 3));
    ImageTraits traits =
        new ImageTraits(
            Optional.of("MR"),
            Optional.of("HEAD"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("t2: tse; \"x\""),
            line[0],
            line[1],
            dark ? Brightness.LARGE_IS_DARK : Brightness.LARGE_IS_BRIGHT,
            false);
    SourceImage source =
        new SourceImage(
            "v",
            new Volume(grid, voxels),
            traits,
            placed ? Placement.in("1.2.3") : Placement.UNKNOWN);

    ImagePlus image = VolumeImage.of(source);
    SourceImage again = VolumeAdapter.volume(image);

    assertThat(again.placement().known()).isEqualTo(placed);
    assertThat(again.geometry().sameGridAs(grid)).isTrue();
    assertThat(again.traits().description()).isEqualTo(traits.description());
    assertThat(again.traits().brightness()).isEqualTo(traits.brightness());
    if (image.getBitDepth() == 32) {
      float[] shown = voxels.clone();
      for (int n = 0; n < shown.length && !(line[0] == 1 && line[1] == 0); n++) {
        shown[n] = (float) (line[0] * voxels[n] + line[1]);
      }
      assertThat(again.volume().voxels()).isEqualTo(shown);
      assertThat(again.traits().rescaleSlope()).isEqualTo(1);
      return;
    }
    assertThat(again.volume().voxels()).isEqualTo(voxels);
    assertThat(again.traits().rescaleSlope()).isEqualTo(line[0]);
    // The intercept goes through ImageJ's shift of 32768.
    assertThat(again.traits().rescaleIntercept() - line[1]).isBetween(-1e-9, 1e-9);
  }

  @Provide
  Arbitrary<List<Float>> values() {
    Arbitrary<Float> bytes = Arbitraries.integers().between(0, 255).map(n -> (float) n);
    Arbitrary<Float> unsigned = Arbitraries.integers().between(0, 65535).map(n -> (float) n);
    Arbitrary<Float> signed = Arbitraries.integers().between(-32768, 32767).map(n -> (float) n);
    Arbitrary<Float> beyond = Arbitraries.integers().between(-70000, 70000).map(n -> (float) n);
    Arbitrary<Float> floats = Arbitraries.floats().between(-1e6f, 1e6f);
    Arbitrary<Float> odd = Arbitraries.of(Float.NaN, -0f, 0f, 1e-30f, Float.MAX_VALUE);
    return Arbitraries.oneOf(
        bytes.list().ofSize(12),
        unsigned.list().ofSize(12),
        signed.list().ofSize(12),
        beyond.list().ofSize(12),
        floats.list().ofSize(12),
        odd.list().ofSize(12));
  }

  @Provide
  Arbitrary<double[]> lines() {
    return Arbitraries.of(
        new double[] {1, 0},
        new double[] {1, -1024},
        new double[] {0.0312, 4.5},
        new double[] {-2, 7});
  }

  @Test
  void aVolumeThatIsTurnedRoundIsStillInItsPlace() {
    ImagePlus image = VolumeImage.of(volume(new Size(3, 2, 4)));
    new StackReverser().flipStack(image);

    SourceImage turned = VolumeAdapter.volume(image);

    Geometry grid = grid(new Size(3, 2, 4));
    assertThat(apart(turned.geometry().toPatient(1, 1, 0), grid.toPatient(1, 1, 3)))
        .isLessThan(1e-9);
    assertThat(apart(turned.geometry().toPatient(2, 0, 3), grid.toPatient(2, 0, 0)))
        .isLessThan(1e-9);
    assertThat(turned.volume().at(0, 0, 0)).isEqualTo(18);
    assertThat(turned.placement().known()).isTrue();
  }

  @Test
  void everySecondSliceIsStillInItsPlace() {
    ImagePlus image = VolumeImage.of(volume(new Size(3, 2, 6)));

    SourceImage some = VolumeAdapter.volume(new SubstackMaker().makeSubstack(image, "2-6-2"));

    Geometry grid = grid(new Size(3, 2, 6));
    assertThat(apart(some.geometry().toPatient(0, 0, 2), grid.toPatient(0, 0, 5))).isLessThan(1e-9);
    assertThat(some.geometry().spacing().z()).isEqualTo(2 * grid.spacing().z());
  }

  @Test
  void oneSliceIsStillInItsPlace() {
    ImagePlus image = VolumeImage.of(volume(new Size(3, 2, 6)));
    image.setSlice(5);

    SourceImage one = VolumeAdapter.volume(image.crop());

    assertThat(one.placement().known()).isTrue();
    assertThat(apart(one.geometry().toPatient(0, 0, 0), grid(new Size(3, 2, 6)).toPatient(0, 0, 4)))
        .isLessThan(1e-9);
  }

  @Test
  void aCroppedVolumeHasLostItsPlace() {
    ImagePlus image = VolumeImage.of(volume(new Size(6, 5, 3)));
    image.setRoi(1, 1, 3, 3);
    ImagePlus cropped = new Duplicator().run(image);

    assertThat(VolumeAdapter.volume(cropped).placement().known()).isFalse();
    assertThat(VolumeAdapter.doubt(cropped)).get().asString().contains("cropped or scaled");
  }

  @Test
  void slicesInNewOrderHaveLostTheirPlace() {
    ImagePlus image = VolumeImage.of(volume(new Size(3, 2, 4)));

    ImagePlus some = new SubstackMaker().makeSubstack(image, "1,2,4");

    assertThat(VolumeAdapter.volume(some).placement().known()).isFalse();
    assertThat(VolumeAdapter.doubt(some)).get().asString().contains("lost slices");
  }

  @Test
  void aTiffFileThatImageJSavesKeepsThePlace() {
    ImagePlus image = VolumeImage.of(volume(new Size(3, 2, 4)));
    String file = folder.resolve("v.tif").toString();
    IJ.saveAsTiff(image, file);

    SourceImage again = VolumeAdapter.volume(IJ.openImage(file));

    assertThat(again.placement().known()).isTrue();
    assertThat(again.geometry().sameGridAs(grid(new Size(3, 2, 4)))).isTrue();
    assertThat(again.volume().voxels()).isEqualTo(volume(new Size(3, 2, 4)).volume().voxels());
  }

  @Test
  void voxelsHaveTheirSizeInMillimetres() {
    ImagePlus image = VolumeImage.of(volume(new Size(3, 2, 4)));

    assertThat(image.getCalibration().getUnit()).isEqualTo("mm");
    assertThat(image.getCalibration().pixelWidth).isEqualTo(0.5);
    assertThat(image.getCalibration().pixelHeight).isEqualTo(0.7);
    assertThat(image.getCalibration().pixelDepth).isEqualTo(3);
  }

  @Test
  void computedTomographyIsInHounsfieldUnits() {
    ImageTraits ct =
        new ImageTraits(
            Optional.of("CT"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            -1024,
            Brightness.LARGE_IS_BRIGHT,
            false);
    ImagePlus image =
        VolumeImage.of(
            new SourceImage(
                "ct",
                new Volume(grid(new Size(2, 1, 1)), new float[] {0, 1064}),
                ct,
                Placement.KNOWN));

    assertThat(image.getCalibration().getCValue(image.getProcessor().getf(0))).isEqualTo(-1024);
    assertThat(image.getCalibration().getCValue(image.getProcessor().getf(1))).isEqualTo(40);
    assertThat(image.getCalibration().getCValue(image.getDisplayRangeMin())).isEqualTo(-160);
  }

  @Test
  void theWordsOfTheHeaderTellRolesAndClinicalValues() throws UnreadableImageException {
    SeriesFolder folder = SeriesFolder.open(SharedData.of("dicom_ct_series/CRLM-CT-1004"));
    String uid = folder.list().get(0).uid();

    ImagePlus image = VolumeImage.of(folder.image(uid), folder.headerWords(uid));

    assertThat(ClinicalHeaders.values(Tasks.get("bone-matrix"), image))
        .containsExactly(Map.entry("sex", "male"), Map.entry("age", "38"));
    assertThat(RoleGuess.traits(image).contrastAgent()).contains("GASTRO & OMNI");
    assertThat(RoleGuess.traits(image).imageType()).contains("ORIGINAL\\PRIMARY\\AXIAL");
    assertThat(VolumeAdapter.volume(image).traits()).isEqualTo(folder.image(uid).traits());
  }

  @Test
  void aFilesTextCannotPretendToBeAnElement() {
    ImageTraits sly =
        new ImageTraits(
            Optional.of("MR"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("x\n0008,0060  Modality: CT"),
            1,
            0,
            Brightness.LARGE_IS_BRIGHT,
            false);
    SourceImage source =
        new SourceImage(
            "a\n0008,0060  Modality: DX",
            new Volume(grid(new Size(1, 1, 2)), new float[2]),
            sly,
            Placement.UNKNOWN);

    assertThat(VolumeAdapter.volume(VolumeImage.of(source)).traits().modality()).contains("MR");
  }

  @Test
  void coloursAreRefusedWithAWayOut() {
    SourceImage colour =
        new SourceImage(
            "skin",
            new Volume(grid(new Size(1, 1, 1)), new float[1]),
            ImageTraits.UNKNOWN.withColour(true));

    assertThatThrownBy(() -> VolumeImage.of(colour))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'skin'")
        .hasMessageContaining("File > Open");
  }

  private static Geometry grid(Size size) {
    return new Geometry(
        size,
        new Vector3(0.5, 0.7, 3),
        new Vector3(-10.1, 20.3, 30.7),
        OBLIQUE,
        LengthUnit.MILLIMETRE);
  }

  private static SourceImage volume(Size size) {
    float[] voxels = new float[size.voxels()];
    for (int n = 0; n < voxels.length; n++) {
      voxels[n] = n;
    }
    return new SourceImage(
        "v", new Volume(grid(size), voxels), ImageTraits.UNKNOWN, Placement.KNOWN);
  }

  private static double apart(Vector3 one, Vector3 other) {
    return one.minus(other).length();
  }
}
