package org.radcam.fiji.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.awt.Color;
import java.awt.image.IndexColorModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.UserException;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.LengthUnit;
import org.radcam.image.SourceImage;

class ImagePlusAdapterTest {
  private static final short[] SHORTS = {0, 1, (short) 32768, (short) 40000, -1, 12};

  @Test
  void unsignedValuesAreKeptAsTheyAre() {
    SourceImage image = adapt(new ShortProcessor(3, 2, SHORTS, null));

    assertThat(image.volume().voxels()).containsExactly(0, 1, 32768, 40000, 65535, 12);
    assertThat(image.traits().rescaleSlope()).isEqualTo(1);
    assertThat(image.traits().rescaleIntercept()).isZero();
  }

  @Test
  void signedValuesAreShiftedBack() {
    ImagePlus signed = new ImagePlus("ct", new ShortProcessor(3, 2, SHORTS, null));
    signed.getCalibration().setSigned16BitCalibration();

    SourceImage image = ImagePlusAdapter.slice(signed, 1);

    assertThat(image.volume().voxels()).containsExactly(-32768, -32767, 0, 7232, 32767, -32756);
    assertThat(image.traits().rescaleSlope()).isEqualTo(1);
    assertThat(image.traits().rescaleIntercept()).isZero();
  }

  @Test
  void signedValuesWithDicomRescaleGiveStoredValuesAndTheRescale() {
    ImagePlus ct = new ImagePlus("ct", new ShortProcessor(3, 2, SHORTS, null));
    ct.setProperty("Info", "0028,0103  Pixel Representation: 1\n");
    // What ImageJ's DICOM reader sets for slope 2 and intercept -1024.
    ct.getCalibration()
        .setFunction(Calibration.STRAIGHT_LINE, new double[] {2 * -32768.0 - 1024, 2}, "HU");

    SourceImage image = ImagePlusAdapter.slice(ct, 1);

    assertThat(image.volume().voxels()[2]).isZero();
    assertThat(image.traits().rescaleSlope()).isEqualTo(2);
    assertThat(image.traits().rescaleIntercept()).isEqualTo(-1024);
  }

  @Test
  void floatValuesAreKeptWithNaN() {
    float[] values = {-1.5f, Float.NaN, 3e30f, 0};

    assertThat(adapt(new FloatProcessor(2, 2, values)).volume().voxels()).isEqualTo(values);
  }

  @Test
  void rgbWithEqualChannelsIsGrey() {
    SourceImage image = adapt(new ColorProcessor(2, 1, new int[] {0x070707, 0xFFFFFF}));

    assertThat(image.traits().colour()).isFalse();
    assertThat(image.volume().voxels()).containsExactly(7, 255);
  }

  @Test
  void rgbWithDifferingChannelsIsColour() {
    SourceImage image = adapt(new ColorProcessor(2, 1, new int[] {0x0A0B0C, 0x000000}));

    assertThat(image.traits().colour()).isTrue();
    assertThat(image.volume().voxels()[0]).isEqualTo(11);
  }

  @Test
  void aSmoothFalseColourTableIsForTheEyeOnly() {
    ImagePlus fire = new ImagePlus("x", new ByteProcessor(2, 1, new byte[] {10, (byte) 200}));
    fire.setLut(ij.process.LUT.createLutFromColor(Color.RED));

    SourceImage image = ImagePlusAdapter.slice(fire, 1);

    assertThat(image.volume().voxels()).containsExactly(10, 200);
    assertThat(image.traits().colour()).isFalse();
  }

  @Test
  void aPaletteOfSeparateColoursIsReadAsItsColours() {
    byte[] red = new byte[256];
    byte[] green = new byte[256];
    byte[] blue = new byte[256];
    for (int n = 0; n < 256; n++) {
      red[n] = (byte) (n * 67);
      green[n] = (byte) (n * 131);
      blue[n] = (byte) (n * 29);
    }
    IndexColorModel palette = new IndexColorModel(8, 256, red, green, blue);

    SourceImage image = adapt(new ByteProcessor(1, 1, new byte[] {3}, palette));

    // (201 + 137 + 87) / 3, rounded.
    assertThat(image.volume().voxels()).containsExactly(142);
    assertThat(image.traits().colour()).isTrue();
  }

  @Test
  void anInvertingTableMeansThatLargeValuesAreDark() {
    ImageProcessor pixels = new ByteProcessor(2, 1, new byte[] {10, (byte) 200});
    pixels.invertLut();

    SourceImage image = adapt(pixels);

    assertThat(image.traits().brightness()).isEqualTo(Brightness.LARGE_IS_DARK);
    assertThat(image.volume().voxels()).containsExactly(10, 200);
  }

  @Test
  void theDicomHeaderKnowsBetterThanTheLookupTable() {
    ImageProcessor pixels = new ByteProcessor(2, 1, new byte[] {10, (byte) 200});
    pixels.invertLut();
    ImagePlus inverted = new ImagePlus("x", pixels);
    inverted.setProperty("Info", "0028,0004  Photometric Interpretation: MONOCHROME2 \n");
    ImagePlus plain = new ImagePlus("x", new ByteProcessor(2, 1));
    plain.setProperty("Info", "0028,0004  Photometric Interpretation: MONOCHROME1 \n");

    assertThat(ImagePlusAdapter.slice(inverted, 1).traits().brightness())
        .isEqualTo(Brightness.LARGE_IS_BRIGHT);
    assertThat(ImagePlusAdapter.slice(plain, 1).traits().brightness())
        .isEqualTo(Brightness.LARGE_IS_DARK);
  }

  @ParameterizedTest
  @CsvSource({"mm,0.143", "cm,0.0143", "m,0.000143", "micron,143", "µm,143", "um,143", "nm,143000"})
  void lengthsBecomeMillimetres(String unit, double width) {
    ImagePlus image = new ImagePlus("x", new ByteProcessor(2, 1));
    image.getCalibration().setUnit(unit);
    image.getCalibration().pixelWidth = width;
    image.getCalibration().pixelHeight = 2 * width;

    var grid = ImagePlusAdapter.slice(image, 1).geometry();

    assertThat(grid.unit()).isEqualTo(LengthUnit.MILLIMETRE);
    assertThat(grid.spacing().x()).isCloseTo(0.143, within(1e-12));
    assertThat(grid.spacing().y()).isCloseTo(0.286, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"pixel", "inch", "parsec"})
  void anUnknownUnitLeavesThePixelsShape(String unit) {
    ImagePlus image = new ImagePlus("x", new ByteProcessor(2, 1));
    image.getCalibration().setUnit(unit);
    image.getCalibration().pixelWidth = 0.01;
    image.getCalibration().pixelHeight = 0.03;

    var grid = ImagePlusAdapter.slice(image, 1).geometry();

    assertThat(grid.unit()).isEqualTo(LengthUnit.PIXEL);
    assertThat(grid.spacing().x()).isEqualTo(1);
    assertThat(grid.spacing().y()).isCloseTo(3, within(1e-12));
  }

  @Test
  void eachSliceOfAnImportedSeriesHasItsOwnHeader() {
    ImageStack stack = new ImageStack(2, 1);
    stack.addSlice("a.dcm\n0008,0060  Modality: CT\n", new ByteProcessor(2, 1));
    stack.addSlice(
        "b.dcm\n0008,0060  Modality: DX\n0018,0015  Body Part Examined: CHEST \n"
            + "0018,5101  View Position: PA\n0008,1111  >0008,0060  Modality: XX\n",
        new ByteProcessor(2, 1));
    ImagePlus series = new ImagePlus("series", stack);

    assertThat(ImagePlusAdapter.slice(series, 1).traits().modality()).contains("CT");
    SourceImage second = ImagePlusAdapter.slice(series, 2);
    assertThat(second.traits().modality()).contains("DX");
    assertThat(second.traits().bodyPart()).contains("CHEST");
    assertThat(second.traits().view()).contains("PA");
    assertThat(second.name()).isEqualTo("series:2");
  }

  @Test
  void aViewCodeIsTheViewPositionThatItMeans() {
    ImagePlus image = new ImagePlus("x", new ByteProcessor(2, 1));
    String code = "0054,0220  View Code Sequence: \n0008,0100  >Code Value: %s \n";
    String meaning = "0008,0104  >Code Meaning: %s\n";

    image.setProperty("Info", code.formatted("R-10214") + meaning.formatted("PA-Aufnahme"));
    assertThat(ImagePlusAdapter.slice(image, 1).traits().view()).contains("PA");
    image.setProperty("Info", code.formatted("x") + meaning.formatted("left lateral"));
    assertThat(ImagePlusAdapter.slice(image, 1).traits().view()).contains("LL");
  }

  @Test
  void elementsInsideSequencesSpeakOfOtherThings() {
    ImagePlus image = new ImagePlus("x", new ByteProcessor(2, 1));
    image.setProperty("Info", "0018,0015  >Body Part Examined: KNEE\n0008,0060  Modality: CR\n");

    assertThat(ImagePlusAdapter.slice(image, 1).traits().bodyPart()).isEmpty();
    assertThat(ImagePlusAdapter.slice(image, 1).traits().modality()).contains("CR");
  }

  @Test
  void severalChannelsAreRefusedWithAWayOut() {
    ImageStack stack = new ImageStack(2, 1);
    stack.addSlice(new ByteProcessor(2, 1));
    stack.addSlice(new ByteProcessor(2, 1));
    ImagePlus channels = new ImagePlus("cells", stack);
    channels.setDimensions(2, 1, 1);

    assertThatThrownBy(() -> ImagePlusAdapter.slice(channels, 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("2 channels")
        .hasMessageContaining("Split Channels");
  }

  @Test
  void aCurvedCalibrationIsRefusedWithAWayOut() {
    ImagePlus image = new ImagePlus("film", new ByteProcessor(2, 1));
    image.getCalibration().setFunction(Calibration.POLY2, new double[] {1, 2, 3}, "OD");

    assertThatThrownBy(() -> ImagePlusAdapter.slice(image, 1))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("not linear");
  }

  private static SourceImage adapt(ImageProcessor pixels) {
    return ImagePlusAdapter.slice(new ImagePlus("x", pixels), 1);
  }
}
