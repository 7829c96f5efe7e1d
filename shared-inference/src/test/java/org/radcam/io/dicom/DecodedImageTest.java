package org.radcam.io.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.TestData;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.SourceImage;
import org.radcam.io.format.ImageFormatException;

class DecodedImageTest {
  private static final int PIXELS = 0x7FE0_0010;

  private static void assertSame(SourceImage decoded, SourceImage file) {
    assertThat(decoded.geometry()).isEqualTo(file.geometry());
    assertThat(decoded.placement()).isEqualTo(file.placement());
    assertThat(decoded.traits()).isEqualTo(file.traits());
    assertThat(Arrays.equals(decoded.volume().voxels(), file.volume().voxels())).isTrue();
  }

  /** The least number of images is what was compared when the test was written. */
  @ParameterizedTest
  @CsvSource({
    "dicom_odd, 60",
    "dicom_transfer_syntaxes, 7",
    "dicom_cxr_cr_dx, 3",
    "dicom_ct_series, 19",
    "dicom_mr_series, 51",
    "dicom_sr_seg_pm, 5"
  })
  void whateverAFileGivesItsDecodedFramesGive(String folder, int least) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(TestData.require(folder))) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    int images = 0;
    for (Path path : files) {
      byte[] bytes = Files.readAllBytes(path);
      SourceImage file;
      try {
        file = DicomFiles.looksLikeDicom(bytes) ? DicomImageReader.read("x", bytes) : null;
      } catch (ImageFormatException e) {
        continue; // refused as a file: RealFilesTest
      }
      if (file == null) {
        continue;
      }
      Decoded viewer = Decoded.of(bytes);
      if (viewer.inexact().isEmpty()) {
        assertSame(DecodedImage.of(viewer.dataSet()).read("x", viewer::frame), file);
        assertThat(DecodedImage.of(viewer.dataSet()).member())
            .isEqualTo(SeriesMember.of(bytes).orElseThrow());
        images++;
      }
    }
    assertThat(images).isGreaterThanOrEqualTo(least);
  }

  @Test
  void everyKindOfSampleGivesWhatItsFileGives() throws IOException {
    for (Map.Entry<String, byte[]> sample : DicomSamples.files().entrySet()) {
      Decoded viewer = Decoded.of(sample.getValue());
      if (viewer.inexact().isEmpty()) {
        assertSame(
            DecodedImage.of(viewer.dataSet()).read("x", viewer::frame),
            DicomImageReader.read("x", sample.getValue()));
      }
    }
  }

  /** Two frames, positions 1 and 3, each with its own slope: [[1, 2, 3], ...], padding 9. */
  private static DicomBytes enhanced() {
    String syntax = DicomBytes.EXPLICIT;
    DicomBytes measures =
        new DicomBytes(syntax).text(0x0018_0050, "DS", "1.5").text(0x0028_0030, "DS", "0.5\\0.25");
    DicomBytes orientation = new DicomBytes(syntax).text(0x0020_0037, "DS", "1\\0\\0\\0\\1\\0");
    return DicomBytes.image(syntax, 3, 2, 16)
        .text(0x0008_0018, "UI", "1.2.3")
        .text(0x0020_0052, "UI", "1.9")
        .us(0x0028_0101, 12)
        .us(0x0028_0102, 11)
        .us(0x0028_0103, 1)
        .text(0x0028_0008, "IS", "2")
        .sequence(
            0x5200_9229,
            true,
            new DicomBytes(syntax)
                .sequence(0x0020_9116, false, orientation)
                .sequence(0x0028_9110, true, measures))
        .sequence(0x5200_9230, false, frame("3", "2"), frame("1", "0.5"));
  }

  private static DicomBytes frame(String z, String slope) {
    String syntax = DicomBytes.EXPLICIT;
    DicomBytes rescale =
        new DicomBytes(syntax).text(0x0028_1052, "DS", "-7").text(0x0028_1053, "DS", slope);
    return new DicomBytes(syntax)
        .sequence(0x0020_9113, true, new DicomBytes(syntax).text(0x0020_0032, "DS", "4\\5\\" + z))
        .sequence(0x0028_9145, true, rescale);
  }

  private static byte[] withoutPixels(DicomBytes header) {
    return header.words(PIXELS).dataSet();
  }

  @Test
  void aFrameAloneHasItsOwnPlaceAndSlopeAndItsSliceThickness() throws IOException {
    DecodedImage image = DecodedImage.of(withoutPixels(enhanced()));
    assertThat(image.frames()).isEqualTo(2);
    DecodedImage second = image.frame(1);
    assertThat(second.frames()).isEqualTo(1);
    SourceImage slice = second.read("x", k -> DecodedFrame.words(new short[] {1, 2, 3, 4, 5, 6}));
    assertThat(slice.geometry().origin().z()).isEqualTo(1);
    assertThat(slice.geometry().spacing().z()).isEqualTo(1.5);
    assertThat(slice.geometry().spacing().x()).isEqualTo(0.25);
    assertThat(slice.placement().frameOfReference()).contains("1.9");
    assertThat(slice.traits().rescaleSlope()).isEqualTo(0.5);
    assertThat(slice.traits().rescaleIntercept()).isEqualTo(-7);
    assertThat(slice.volume().voxels()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(second.member().instance()).isNotEqualTo(image.frame(0).member().instance());
    assertThat(image.frame(0).member().grid().origin().z()).isEqualTo(3);
  }

  @Test
  void framesOfAnImageAreSortedIntoAVolumeAsFilesAre() throws IOException {
    DecodedImage image = DecodedImage.of(withoutPixels(enhanced()));
    SliceStack stack = SliceStack.of(List.of(image.frame(0).member(), image.frame(1).member()));
    assertThat(stack.order()).containsExactly(1, 0);
    SeriesAssembly assembly = new SeriesAssembly("x", stack);
    for (int k : stack.order()) {
      short value = (short) (10 * (k + 1));
      short[] words = {value, value, value, value, value, value};
      assembly.add(image.frame(k).read("x", none -> DecodedFrame.words(words)));
    }
    SourceImage volume = assembly.image();
    assertThat(volume.volume().at(0, 0, 0)).isEqualTo(20 * 0.5f - 7);
    assertThat(volume.volume().at(2, 1, 1)).isEqualTo(10 * 2 - 7);
    assertThat(volume.traits().rescaleSlope()).isEqualTo(1);
  }

  @Test
  void framesWithoutGroupsLieAtTheirPlaceInTheWhole() throws IOException {
    byte[] header =
        withoutPixels(
            DicomBytes.image(DicomBytes.EXPLICIT, 2, 2, 8)
                .text(0x0018_0088, "DS", "2.5")
                .text(0x0020_0032, "DS", "0\\0\\10")
                .text(0x0020_0037, "DS", "1\\0\\0\\0\\1\\0")
                .text(0x0028_0008, "IS", "4")
                .text(0x0028_0030, "DS", "1\\1"));
    DecodedImage image = DecodedImage.of(header);
    assertThat(image.frame(3).member().grid().origin().z()).isEqualTo(17.5);
    assertThat(image.frame(3).member().placement().known()).isTrue();
  }

  @Test
  void whatStandsAboveTheHighBitAndTheSignAreTheHeadersMatter() throws IOException {
    DecodedImage image =
        DecodedImage.of(
            withoutPixels(
                DicomBytes.image(DicomBytes.EXPLICIT, 2, 1, 16)
                    .us(0x0028_0101, 12)
                    .us(0x0028_0102, 11)
                    .us(0x0028_0103, 1)));
    // 0xAFFF: an overlay's bits above -1; 0x1001: one above 1.
    SourceImage read =
        image.read("x", k -> DecodedFrame.words(new short[] {(short) 0xAFFF, 0x1001}));
    assertThat(read.volume().voxels()).containsExactly(-1, 1);
  }

  @Test
  void smallValuesOfMonochrome1StayAsStoredAndAreSaidToBeBright() throws IOException {
    DecodedImage image = DecodedImage.of(withoutPixels(monochrome1()));
    SourceImage read = image.read("x", k -> DecodedFrame.words(new byte[] {(byte) 200, 3}));
    assertThat(image.kind()).isEqualTo(DecodedKind.INVERTED_INTEGERS);
    assertThat(read.volume().voxels()).containsExactly(200, 3);
    assertThat(read.traits().brightness()).isEqualTo(Brightness.LARGE_IS_DARK);
  }

  private static DicomBytes monochrome1() {
    return new DicomBytes(DicomBytes.EXPLICIT)
        .us(0x0028_0002, 1)
        .text(0x0028_0004, "CS", "MONOCHROME1")
        .us(0x0028_0010, 1)
        .us(0x0028_0011, 2)
        .us(0x0028_0100, 8);
  }

  private static DicomBytes rescaled(String slope, String intercept, int stored, int signed) {
    return DicomBytes.image(DicomBytes.EXPLICIT, 64, 64, 16)
        .us(0x0028_0101, stored)
        .us(0x0028_0102, stored - 1)
        .us(0x0028_0103, signed)
        .text(0x0028_1052, "DS", intercept)
        .text(0x0028_1053, "DS", slope);
  }

  /** As OpenCV's convertTo does it: slope, intercept and result in single precision. */
  @ParameterizedTest
  @ValueSource(strings = {"0.00488400488400", "-1", "3.7112", "0.1", "1e-6", "77.7"})
  void valuesThatTheViewerRescaledAreTakenBackToTheStoredIntegers(String slope) throws IOException {
    Random random = new Random(7);
    for (int signed = 0; signed <= 1; signed++) {
      short[] stored = new short[64 * 64];
      float[] scaled = new float[stored.length];
      double intercept = 100 * Math.abs(Double.parseDouble(slope));
      for (int i = 0; i < stored.length; i++) {
        stored[i] = (short) random.nextInt();
        int value = signed == 1 ? stored[i] : Short.toUnsignedInt(stored[i]);
        scaled[i] = value * Float.parseFloat(slope) + (float) intercept;
      }
      DecodedImage image =
          DecodedImage.of(
              withoutPixels(rescaled(slope, String.valueOf((float) intercept), 16, signed)));
      assertSame(
          image.read("x", k -> new DecodedFrame.Rescaled(scaled)),
          image.read("x", k -> DecodedFrame.words(stored)));
    }
  }

  @Test
  void rescaledValuesThatAreThoseOfNoIntegerOrOfSeveralAreRefused() throws IOException {
    DecodedImage image = DecodedImage.of(withoutPixels(rescaled("0.5", "0", 16, 0)));
    float[] other = new float[64 * 64];
    other[77] = 1.2f;
    assertThatThrownBy(() -> image.read("x", k -> new DecodedFrame.Rescaled(other)))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("cannot be told");
    DecodedImage fine = DecodedImage.of(withoutPixels(rescaled("0.001", "100000", 16, 0)));
    float[] far = new float[64 * 64];
    assertThatThrownBy(() -> fine.read("x", k -> new DecodedFrame.Rescaled(far)))
        .hasMessageContaining("cannot be told");
  }

  /** Cut to 16 bits, 70000 would be 4464. */
  @ParameterizedTest
  @ValueSource(floats = {70000, 65536, -32769})
  void rescaledValuesWhoseIntegersHaveNoRoomInTheFilesWordsAreRefused(float word)
      throws IOException {
    for (int signed = 0; signed <= 1; signed++) {
      DecodedImage image = DecodedImage.of(withoutPixels(rescaled("0.25", "0", 16, signed)));
      float[] values = new float[64 * 64];
      values[5] = 0.25f * word;
      assertThatThrownBy(() -> image.read("x", k -> new DecodedFrame.Rescaled(values)))
          .isInstanceOf(ImageFormatException.class)
          .hasMessageContaining("no integers of 16 bits");
    }
  }

  /** As uncompressed files may hold them, and viewers leave them. */
  @Test
  void rescaledWordsWhoseSignIsNotExtendedAreSigned() throws IOException {
    DecodedImage image = DecodedImage.of(withoutPixels(rescaled("0.25", "0", 12, 1)));
    float[] values = new float[64 * 64];
    values[5] = 0.25f * 0x0FFF;
    assertThat(image.read("x", k -> new DecodedFrame.Rescaled(values)).volume().voxels()[5])
        .isEqualTo(-1);
  }

  @Test
  void framesThatDoNotGoWithTheHeaderAreRefused() throws IOException {
    DecodedImage grey = DecodedImage.of(withoutPixels(monochrome1()));
    assertThatThrownBy(() -> grey.read("x", k -> DecodedFrame.words(new byte[3])))
        .hasMessageContaining("announces 2 numbers a frame, and decoding gave 3");
    assertThatThrownBy(() -> grey.read("x", k -> DecodedFrame.colours(new byte[6])))
        .hasMessageContaining("of another kind");
    assertThatThrownBy(() -> grey.read("x", k -> new DecodedFrame.Reals(new float[2])))
        .hasMessageContaining("of another kind");
  }

  @Test
  void hostileSizesAreRefusedBeforeAnythingIsAllocated() {
    byte[] header =
        withoutPixels(
            DicomBytes.image(DicomBytes.EXPLICIT, 65535, 65535, 16)
                .text(0x0028_0008, "IS", "1000000"));
    assertThatThrownBy(() -> DecodedImage.of(header))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("at most");
  }

  @Test
  void onlyAttributesThatNameNobodyAreAskedFor() {
    assertThat(DecodedImage.attributes())
        .isSorted()
        .contains(0x0028_0010, 0x7FE0_0010, 0x5200_9230)
        .doesNotContain(0x0010_0010, 0x0010_0020, 0x0002_0010);
  }

  @Test
  void colourAverageIsThatOfRedGreenAndBlue() throws IOException {
    byte[] header =
        withoutPixels(
            new DicomBytes(DicomBytes.EXPLICIT)
                .us(0x0028_0002, 3)
                .text(0x0028_0004, "CS", "RGB")
                .us(0x0028_0010, 1)
                .us(0x0028_0011, 1)
                .us(0x0028_0100, 16));
    DecodedImage image = DecodedImage.of(header);
    assertThat(image.kind()).isEqualTo(DecodedKind.COLOURS);
    SourceImage read =
        image.read("x", k -> DecodedFrame.colours(new short[] {(short) 60000, 3, 600}));
    assertThat(read.volume().voxels()).containsExactly(20201);
    assertThat(read.traits().colour()).isTrue();
  }
}
