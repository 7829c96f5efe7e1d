package org.radcam.io.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.Allocated;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.LengthUnit;
import org.radcam.image.Placement;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;
import org.radcam.io.format.JpegBomb;

class DicomImageReaderTest {
  private static final int PIXELS = 0x7FE0_0010;

  @ParameterizedTest
  @ValueSource(
      strings = {
        DicomBytes.IMPLICIT,
        DicomBytes.EXPLICIT,
        DicomBytes.DEFLATED,
        DicomBytes.BIG_ENDIAN
      })
  void signedTwelveBitSamplesWithRubbishAboveAreSignExtendedInEveryUncompressedSyntax(String syntax)
      throws IOException {
    byte[] file =
        DicomBytes.image(syntax, 3, 2, 16)
            .us(0x0028_0101, 12)
            .us(0x0028_0102, 11)
            .us(0x0028_0103, 1)
            .words(PIXELS, 0x0001, 0xF801, 0x0FFF, 0x7800, 0x07FF, 0xA000)
            .file();
    SourceImage image = DicomImageReader.read("x", file);
    assertThat(image.volume().voxels()).containsExactly(1, -2047, -1, -2048, 2047, 0);
    assertThat(image.volume().at(0, 1, 0)).isEqualTo(-2048);
  }

  @Test
  void aHighBitAboveTheStoredBitsShiftsThemDown() throws IOException {
    byte[] file =
        DicomBytes.image(DicomBytes.EXPLICIT, 2, 1, 16)
            .us(0x0028_0101, 12)
            .us(0x0028_0102, 15)
            .words(PIXELS, 0xFFFF, 0x0010)
            .file();
    assertThat(DicomImageReader.read("x", file).volume().voxels()).containsExactly(4095, 1);
  }

  @Test
  void pixelSpacingIsBetweenRowsFirstAndThePlaneLiesInThePatient() throws IOException {
    byte[] file =
        new DicomBytes(DicomBytes.EXPLICIT)
            .text(0x0018_0050, "DS", "3.5")
            .text(0x0018_0088, "DS", "7")
            .text(0x0018_1164, "DS", "9\\9")
            .text(0x0020_0032, "DS", "-10\\20.5\\+3e1 ")
            .text(0x0020_0037, "DS", "0\\1\\0\\0\\0\\-1")
            .text(0x0020_0052, "UI", "1.2.3.45")
            .us(0x0028_0002, 1)
            .text(0x0028_0004, "CS", "MONOCHROME1")
            .us(0x0028_0010, 1)
            .us(0x0028_0011, 2)
            .text(0x0028_0030, "DS", "0.8\\0.4")
            .us(0x0028_0100, 8)
            .element(PIXELS, "OB", new byte[] {7, (byte) 250})
            .file();
    SourceImage image = DicomImageReader.read("x", file);
    assertThat(image.geometry().spacing()).isEqualTo(new Vector3(0.4, 0.8, 3.5));
    assertThat(image.geometry().unit()).isEqualTo(LengthUnit.MILLIMETRE);
    assertThat(image.geometry().toPatient(1, 2, 0)).isEqualTo(new Vector3(-10, 20.9, 28.4));
    assertThat(image.geometry().direction().k()).isEqualTo(new Vector3(-1, 0, 0));
    assertThat(image.placement()).isEqualTo(Placement.in("1.2.3.45"));
    assertThat(image.traits().brightness()).isEqualTo(Brightness.LARGE_IS_DARK);
    assertThat(image.volume().voxels()).containsExactly(7, 250);
  }

  @Test
  void withoutASpacingTheDetectorsCountsAndThenThePixelsShape() throws IOException {
    DicomBytes zero = DicomBytes.image(DicomBytes.EXPLICIT, 1, 1, 8);
    byte[] detector =
        zero.text(0x0028_0030, "DS", "0\\0")
            .text(0x0018_1164, "DS", "0.2\\0.1")
            .element(PIXELS, "OB", new byte[1])
            .file();
    SourceImage projection = DicomImageReader.read("x", detector);
    assertThat(projection.geometry().spacing()).isEqualTo(new Vector3(0.1, 0.2, 1));
    assertThat(projection.geometry().unit()).isEqualTo(LengthUnit.MILLIMETRE);
    assertThat(projection.placement()).isEqualTo(Placement.UNKNOWN);
    byte[] aspect =
        DicomBytes.image(DicomBytes.EXPLICIT, 1, 1, 8)
            .text(0x0028_0034, "IS", "4\\3")
            .element(PIXELS, "OB", new byte[1])
            .file();
    SourceImage image = DicomImageReader.read("x", aspect);
    assertThat(image.geometry().spacing()).isEqualTo(new Vector3(1, 4 / 3.0, 1));
    assertThat(image.geometry().unit()).isEqualTo(LengthUnit.PIXEL);
    assertThat(image.placement()).isEqualTo(Placement.UNKNOWN);
  }

  @Test
  void aFrameOfReferenceWithoutAPositionIsNoPlace() throws IOException {
    byte[] file =
        DicomBytes.image(DicomBytes.EXPLICIT, 1, 1, 8)
            .text(0x0020_0037, "DS", "1\\0\\0\\0\\1\\0")
            .text(0x0020_0052, "UI", "1.2.3.45")
            .text(0x0028_0030, "DS", "0.5\\0.25")
            .element(PIXELS, "OB", new byte[1])
            .file();
    assertThat(DicomImageReader.read("x", file).placement()).isEqualTo(Placement.UNKNOWN);
  }

  @Test
  void enhancedFramesAreAStackInTheOrderOfTheirPositionsAlsoDownwards() throws IOException {
    DicomBytes measures =
        new DicomBytes(DicomBytes.EXPLICIT)
            .text(0x0018_0050, "DS", "9")
            .text(0x0028_0030, "DS", "0.5\\0.25");
    DicomBytes orientation =
        new DicomBytes(DicomBytes.EXPLICIT).text(0x0020_0037, "DS", "1\\0\\0\\0\\1\\0");
    DicomBytes shared =
        new DicomBytes(DicomBytes.EXPLICIT)
            .sequence(0x0020_9116, false, orientation)
            .sequence(0x0028_9110, true, measures);
    byte[] file =
        DicomBytes.image(DicomBytes.EXPLICIT, 1, 1, 8)
            .text(0x0028_0008, "IS", "3")
            .sequence(0x5200_9229, true, shared)
            .sequence(0x5200_9230, true, at(12), at(10), at(8))
            .element(PIXELS, "OB", new byte[] {1, 2, 3})
            .file();
    SourceImage image = DicomImageReader.read("x", file);
    assertThat(image.geometry().spacing()).isEqualTo(new Vector3(0.25, 0.5, 2));
    assertThat(image.geometry().toPatient(0, 0, 2)).isEqualTo(new Vector3(0, 0, 8));
    assertThat(image.placement()).isEqualTo(Placement.KNOWN);
    assertThat(image.volume().voxels()).containsExactly(1, 2, 3);
  }

  @Test
  void framesThatAreNoEvenStackHaveNoPlaceInThePatient() throws IOException {
    byte[] file =
        DicomBytes.image(DicomBytes.EXPLICIT, 1, 1, 8)
            .text(0x0020_0037, "DS", "1\\0\\0\\0\\1\\0")
            .text(0x0028_0008, "IS", "3")
            .text(0x0028_0030, "DS", "0.5\\0.25")
            .sequence(0x5200_9230, false, at(12), at(10), at(4))
            .element(PIXELS, "OB", new byte[] {1, 2, 3})
            .file();
    SourceImage image = DicomImageReader.read("x", file);
    assertThat(image.geometry().origin()).isEqualTo(Vector3.ZERO);
    assertThat(image.placement()).isEqualTo(Placement.UNKNOWN);
    assertThat(image.geometry().spacing()).isEqualTo(new Vector3(0.25, 0.5, 1));
  }

  private static DicomBytes at(int z) {
    return new DicomBytes(DicomBytes.EXPLICIT)
        .sequence(
            0x0020_9113,
            false,
            new DicomBytes(DicomBytes.EXPLICIT).text(0x0020_0032, "DS", "0\\0\\" + z));
  }

  @Test
  void rescalingStaysBesideTheStoredValuesAndAZeroSlopeCountsAsOne() throws IOException {
    byte[] file =
        DicomBytes.image(DicomBytes.EXPLICIT, 1, 1, 8)
            .text(0x0028_1052, "DS", "-1024")
            .text(0x0028_1053, "DS", "2.5")
            .element(PIXELS, "OB", new byte[] {9})
            .file();
    SourceImage image = DicomImageReader.read("x", file);
    assertThat(image.volume().voxels()).containsExactly(9);
    assertThat(image.traits().rescaleSlope()).isEqualTo(2.5);
    assertThat(image.traits().rescaleIntercept()).isEqualTo(-1024);
    byte[] zero =
        DicomBytes.image(DicomBytes.EXPLICIT, 1, 1, 8)
            .text(0x0028_1053, "DS", "0")
            .element(PIXELS, "OB", new byte[] {9})
            .file();
    assertThat(DicomImageReader.read("x", zero).traits().rescaleSlope()).isEqualTo(1);
  }

  @Test
  void slopesThatDifferBetweenFramesAreApplied() throws IOException {
    byte[] file =
        DicomBytes.image(DicomBytes.EXPLICIT, 1, 1, 8)
            .text(0x0028_0008, "IS", "2")
            .sequence(0x5200_9230, false, slope("2"), slope("3"))
            .element(PIXELS, "OB", new byte[] {10, 10})
            .file();
    SourceImage image = DicomImageReader.read("x", file);
    assertThat(image.volume().voxels()).containsExactly(15, 25);
    assertThat(image.traits().rescaleSlope()).isEqualTo(1);
    assertThat(image.traits().rescaleIntercept()).isZero();
  }

  private static DicomBytes slope(String slope) {
    return new DicomBytes(DicomBytes.EXPLICIT)
        .sequence(
            0x0028_9145,
            false,
            new DicomBytes(DicomBytes.EXPLICIT)
                .text(0x0028_1052, "DS", "-5")
                .text(0x0028_1053, "DS", slope));
  }

  @Test
  void aModalityTableIsAppliedAndHoldsItsEndsBeyondItsRange() throws IOException {
    DicomBytes table =
        new DicomBytes(DicomBytes.BIG_ENDIAN)
            .us(
                0x0028_3002,
                3,
                0xFFFF,
                16) // three entries from -1 on, for stored values are signed
            .words(0x0028_3006, 1000, 2000, 40000);
    byte[] file =
        DicomBytes.image(DicomBytes.BIG_ENDIAN, 5, 1, 16)
            .us(0x0028_0103, 1)
            .text(0x0028_1053, "DS", "7")
            .sequence(0x0028_3000, true, table)
            .words(PIXELS, 0xFFF0, 0xFFFF, 0, 1, 300)
            .file();
    SourceImage image = DicomImageReader.read("x", file);
    assertThat(image.volume().voxels()).containsExactly(1000, 1000, 2000, 40000, 40000);
    assertThat(image.traits().rescaleSlope()).isEqualTo(1);
  }

  @Test
  void paddingBecomesBlackWhicheverEndIsDark() throws IOException {
    DicomBytes bright =
        DicomBytes.image(DicomBytes.EXPLICIT, 4, 1, 16)
            .us(0x0028_0103, 1)
            .us(0x0028_0120, 0xF830) // -2000
            .us(0x0028_0121, 0xF82E)
            .words(PIXELS, 0xF830, 0xF82F, 50, 70);
    assertThat(DicomImageReader.read("x", bright.file()).volume().voxels())
        .containsExactly(50, 50, 50, 70);
    DicomBytes dark =
        new DicomBytes(DicomBytes.EXPLICIT)
            .us(0x0028_0002, 1)
            .text(0x0028_0004, "CS", "MONOCHROME1")
            .us(0x0028_0010, 1)
            .us(0x0028_0011, 3)
            .us(0x0028_0100, 8)
            .us(0x0028_0120, 0)
            .element(PIXELS, "OB", new byte[] {0, 50, 70});
    assertThat(DicomImageReader.read("x", dark.file()).volume().voxels())
        .containsExactly(70, 50, 70);
  }

  @Test
  void colourIsGreyByItsMeanInEveryLayoutAndEqualChannelsAreNoColour() throws IOException {
    byte[] chunky = {10, 20, 40, 7, 7, 7};
    byte[] planes = {10, 7, 20, 7, 40, 7};
    SourceImage one = DicomImageReader.read("x", rgb(2, 0, "RGB", chunky));
    SourceImage other = DicomImageReader.read("x", rgb(2, 1, "RGB", planes));
    assertThat(one.volume().voxels()).containsExactly(23, 7);
    assertThat(other.volume().voxels()).containsExactly(23, 7);
    assertThat(one.traits().colour()).isTrue();
    assertThat(DicomImageReader.read("x", rgb(1, 0, "RGB", new byte[] {9, 9, 9})).traits().colour())
        .isFalse();
  }

  @Test
  void ybrBecomesRgbFirstAlsoWithSharedChrominance() throws IOException {
    // Y 100, Cb 128, Cr 228: R = 100 + 140.2, G = 100 - 71.4, B = 100, so grey is (240+29+100)/3.
    byte[] full = {100, (byte) 128, (byte) 228, 50, (byte) 128, (byte) 128};
    SourceImage image = DicomImageReader.read("x", rgb(2, 0, "YBR_FULL", full));
    assertThat(image.volume().voxels()).containsExactly(123, 50);
    byte[] shared = {50, 60, (byte) 128, (byte) 128};
    SourceImage grey = DicomImageReader.read("x", rgb(2, 0, "YBR_FULL_422", shared));
    assertThat(grey.volume().voxels()).containsExactly(50, 60);
    assertThat(grey.traits().colour()).isFalse();
  }

  private static byte[] rgb(int columns, int planar, String photometric, byte[] pixels) {
    return new DicomBytes(DicomBytes.EXPLICIT)
        .us(0x0028_0002, 3)
        .text(0x0028_0004, "CS", photometric)
        .us(0x0028_0006, planar)
        .us(0x0028_0010, 1)
        .us(0x0028_0011, columns)
        .us(0x0028_0100, 8)
        .element(PIXELS, "OB", pixels)
        .file();
  }

  @Test
  void aPaletteOfBytesInWordsGivesItsColours() throws IOException {
    byte[] file =
        new DicomBytes(DicomBytes.EXPLICIT)
            .us(0x0028_0002, 1)
            .text(0x0028_0004, "CS", "PALETTE COLOR")
            .us(0x0028_0010, 1)
            .us(0x0028_0011, 3)
            .us(0x0028_0100, 8)
            .us(0x0028_1101, 4, 10, 8)
            .us(0x0028_1102, 4, 10, 8)
            .us(0x0028_1103, 4, 10, 8)
            .element(0x0028_1201, "OW", new byte[] {0, 30, 60, 90})
            .element(0x0028_1202, "OW", new byte[] {0, 30, 60, 90})
            .element(0x0028_1203, "OW", new byte[] {3, 30, 60, 90})
            .element(PIXELS, "OB", new byte[] {0, 11, 99})
            .file();
    SourceImage image = DicomImageReader.read("x", file);
    assertThat(image.volume().voxels()).containsExactly(1, 30, 90);
    assertThat(image.traits().colour()).isTrue();
  }

  @Test
  void aPaletteIsBuiltOnceForAllFrames() throws Exception {
    int frames = 1000;
    DicomBytes file =
        new DicomBytes(DicomBytes.EXPLICIT)
            .us(0x0028_0002, 1)
            .text(0x0028_0004, "CS", "PALETTE COLOR")
            .text(0x0028_0008, "IS", "" + frames)
            .us(0x0028_0010, 1)
            .us(0x0028_0011, 1)
            .us(0x0028_0100, 8);
    for (int channel = 0; channel < 3; channel++) {
      file.us(0x0028_1101 + channel, 0, 0, 8); // 65536 entries
    }
    for (int channel = 0; channel < 3; channel++) {
      file.element(0x0028_1201 + channel, "OW", new byte[1 << 16]);
    }
    byte[] bytes = file.element(PIXELS, "OB", new byte[frames]).file();
    assertThat(Allocated.bytesOf(() -> DicomImageReader.read("x", bytes))).isLessThan(32 << 20);
  }

  @Test
  void ofALongValueOnlyTheNumbersThatCountAreTakenIn() throws Exception {
    DicomHeader header = new DicomHeader(new byte[16 << 20], /* bigEndian= */ false);
    header.put(Tag.ROWS, new DicomHeader.Value(0, 16 << 20, 16 << 20, /* words= */ false));
    assertThat(Allocated.bytesOf(() -> header.unsigned(Tag.ROWS))).isLessThan(1 << 20);
    assertThat(header.unsigned(Tag.ROWS)).hasValue(0);
  }

  @Test
  void aJpegOfFarMoreScansThanAnyEncoderWritesIsRefused() throws IOException {
    byte[] file =
        DicomBytes.image(DicomBytes.JPEG, 16, 8, 8).fragments(JpegBomb.withLastScan(200)).file();
    assertThatThrownBy(() -> DicomImageReader.read("x", file))
        .hasMessageContaining("decodes at most 64");
  }

  @Test
  void runLengthsDecodeWithTheHighByteFirst() throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(64 + 6).order(ByteOrder.LITTLE_ENDIAN);
    frame.putInt(2).putInt(64).putInt(66);
    frame.position(64);
    frame.put(new byte[] {-2, 1, 2, 5, 6, 7}); // three times 1; then 5, 6, 7 literally
    byte[] file = DicomBytes.image(DicomBytes.RLE, 3, 1, 16).fragments(frame.array()).file();
    assertThat(DicomImageReader.read("x", file).volume().voxels()).containsExactly(261, 262, 263);
  }

  @Test
  void aBareDataSetIsRecognisedInEveryByteOrder() throws IOException {
    for (String syntax :
        new String[] {DicomBytes.IMPLICIT, DicomBytes.EXPLICIT, DicomBytes.BIG_ENDIAN}) {
      byte[] bare = DicomBytes.image(syntax, 2, 1, 16).words(PIXELS, 258, 3).dataSet();
      assertThat(DicomFiles.looksLikeDicom(bare)).as(syntax).isTrue();
      assertThat(DicomImageReader.read("x", bare).volume().voxels()).containsExactly(258, 3);
    }
  }

  @Test
  void privateSequencesOfUnknownRepresentationAreSteppedOver() throws IOException {
    DicomBytes hidden =
        new DicomBytes(DicomBytes.IMPLICIT)
            .sequence(
                0x0009_1002,
                true,
                new DicomBytes(DicomBytes.IMPLICIT)
                    .us(0x0028_0010, 77)
                    .element(PIXELS, "OW", new byte[4]));
    DicomBytes file = new DicomBytes(DicomBytes.EXPLICIT).text(0x0008_0060, "CS", "CT");
    file.header(0x0009_1001, "UN", -1).header(0xFFFE_E000, "", hidden.dataSet().length);
    byte[] start = file.dataSet();
    byte[] end = new DicomBytes(DicomBytes.EXPLICIT).header(0xFFFE_E0DD, "", 0).dataSet();
    byte[] image =
        new DicomBytes(DicomBytes.EXPLICIT)
            .us(0x0028_0002, 1)
            .text(0x0028_0004, "CS", "MONOCHROME2")
            .us(0x0028_0010, 1)
            .us(0x0028_0011, 1)
            .us(0x0028_0100, 8)
            .element(PIXELS, "OB", new byte[] {5})
            .dataSet();
    byte[] whole = concat(start, hidden.dataSet(), end, image);
    SourceImage read = DicomImageReader.read("x", whole);
    assertThat(read.volume().voxels()).containsExactly(5);
    assertThat(read.traits().modality()).isEqualTo(Optional.of("CT"));
  }

  private static byte[] concat(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(1 << 12);
    for (byte[] part : parts) {
      all.put(part);
    }
    byte[] bytes = new byte[all.position()];
    all.flip().get(bytes);
    return bytes;
  }

  @Test
  void traitsComeFromTheirAttributesOrTheirCodes() throws IOException {
    DicomBytes region =
        new DicomBytes(DicomBytes.EXPLICIT).text(0x0008_0104, "LO", "Thoracic structure");
    DicomBytes dog =
        new DicomBytes(DicomBytes.EXPLICIT).text(0x0008_0104, "LO", "canis familiaris");
    byte[] file =
        new DicomBytes(DicomBytes.EXPLICIT)
            .text(0x0008_0005, "CS", "ISO_IR 192")
            .text(0x0008_0060, "CS", "DX ")
            .element(0x0008_103E, "LO", "Röntgen 1".getBytes(StandardCharsets.UTF_8))
            .sequence(0x0008_2218, false, region)
            .text(0x0010_0010, "PN", "Doe^Jane")
            .sequence(0x0010_2202, true, dog)
            .text(0x0018_1400, "LO", "CANINE THORAX")
            .text(0x0020_0020, "CS", "P\\F")
            .us(0x0028_0002, 1)
            .text(0x0028_0004, "CS", "MONOCHROME2")
            .us(0x0028_0010, 1)
            .us(0x0028_0011, 1)
            .us(0x0028_0100, 8)
            .element(PIXELS, "OB", new byte[] {5})
            .file();
    SourceImage image = DicomImageReader.read("x", file);
    assertThat(image.traits().modality()).contains("DX");
    assertThat(image.traits().bodyPart()).contains("Thoracic structure");
    assertThat(image.traits().species()).contains("canis familiaris");
    assertThat(image.traits().view()).contains("LATERAL");
    assertThat(image.traits().description()).contains("Röntgen 1; CANINE THORAX");
  }

  @ParameterizedTest
  @CsvSource({
    "399348003, antero-posterior, AP",
    "R-10214, postero-anterior, PA",
    "272479007, von hinten, PA",
    "x, Posterior-Anterior, PA",
    "R-10236, left lateral, LL",
    "x, right lateral, RL",
    "399033003, frontal, FRONTAL",
    "399312000, antero-posterior oblique, antero-posterior oblique",
  })
  void aViewCodeIsTheViewPositionThatItMeans(String value, String meaning, String view)
      throws IOException {
    DicomBytes code =
        new DicomBytes(DicomBytes.EXPLICIT)
            .text(0x0008_0100, "SH", value)
            .text(0x0008_0104, "LO", meaning);
    byte[] file =
        DicomBytes.image(DicomBytes.EXPLICIT, 1, 1, 8)
            .sequence(0x0054_0220, true, code)
            .element(PIXELS, "OB", new byte[1])
            .file();
    assertThat(DicomImageReader.read("x", file).traits().view()).contains(view);
  }

  @Test
  void aFileThatIsCutOffSaysHowMuchIsThere() {
    byte[] file =
        DicomBytes.image(DicomBytes.EXPLICIT, 100, 50, 16)
            .element(PIXELS, "OW", new byte[9990])
            .file();
    assertThatThrownBy(() -> DicomImageReader.read("x", file))
        .isInstanceOf(ImageFormatException.class)
        .hasMessage(
            "The DICOM file is cut off: its header announces 100 x 50 pixels in 10,000 bytes, but"
                + " it holds 9,990 of them. Copy or export it again.");
  }

  @Test
  void compressionIsRefusedByNameWithAWayOut() {
    byte[] file =
        DicomBytes.image("1.2.840.10008.1.2.4.90", 1, 1, 8).fragments(new byte[10]).file();
    assertThatThrownBy(() -> DicomImageReader.read("x", file))
        .hasMessageContaining("JPEG 2000 lossless")
        .hasMessageContaining("gdcmconv --raw");
  }

  @Test
  void filesWithoutAnImageSayWhatTheyAre() {
    byte[] report = new DicomBytes(DicomBytes.EXPLICIT).text(0x0008_0060, "CS", "SR").file();
    assertThatThrownBy(() -> DicomImageReader.read("x", report))
        .hasMessageContaining("a structured report");
  }

  @Test
  void numbersThatAreNoneAreNamedAndNotGuessed() {
    byte[] file =
        DicomBytes.image(DicomBytes.EXPLICIT, 1, 1, 8)
            .text(0x0028_1053, "DS", "1,5")
            .element(PIXELS, "OB", new byte[1])
            .file();
    assertThatThrownBy(() -> DicomImageReader.read("x", file))
        .hasMessageContaining("Rescale Slope (0028,1053)");
  }

  @Test
  void deepNestingEndsInAnErrorNotInTheStack() {
    DicomBytes file = new DicomBytes(DicomBytes.EXPLICIT);
    for (int depth = 0; depth < 100_000; depth++) {
      file.header(0x0009_1001, "SQ", -1).header(0xFFFE_E000, "", -1);
    }
    assertThatThrownBy(() -> DicomImageReader.read("x", file.file()))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("nest");
  }

  @Test
  void aDeflateBombIsRefusedWithoutBeingKept() {
    Deflater deflater = new Deflater(9, /* nowrap= */ true);
    deflater.setInput(new byte[1 << 20]);
    byte[] block = new byte[1 << 12];
    int length = deflater.deflate(block, 0, block.length, Deflater.SYNC_FLUSH);
    deflater.end();
    byte[] head = new DicomBytes(DicomBytes.DEFLATED).file();
    int start = head.length - 2; // without the empty last block
    int megabytes = 1 + (int) (ImageLimits.MAX_FILE_BYTES >> 20);
    byte[] bomb = Arrays.copyOf(head, start + megabytes * length);
    for (int i = 0; i < megabytes; i++) {
      System.arraycopy(block, 0, bomb, start + i * length, length);
    }
    assertThat(bomb.length).isLessThan(2 << 20);
    assertThatThrownBy(() -> DicomImageReader.read("x", bomb))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("inflates to more than 1024 MB");
  }
}
