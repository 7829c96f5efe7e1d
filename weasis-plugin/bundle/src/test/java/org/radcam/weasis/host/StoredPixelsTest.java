package org.radcam.weasis.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.data.VR;
import org.junit.jupiter.api.Test;
import org.radcam.image.ImageTraits.Brightness;
import org.radcam.image.SourceImage;
import org.radcam.io.dicom.DecodedImage;
import org.radcam.io.format.ImageFormatException;
import org.radcam.weasis.fakehost.FakeReader;
import org.radcam.weasis.fakehost.PixelArray;
import org.weasis.dicom.codec.DicomImageElement;

/** Arrays as Weasis decodes them; what it does to them stands in {@link StoredPixels}. */
class StoredPixelsTest {
  /** Two columns, one row. */
  private static Attributes header(String photometric, int samples, int allocated, int stored) {
    Attributes header = new Attributes();
    header.setString(Tag.PatientName, VR.PN, "DOE^JANE");
    header.setInt(Tag.SamplesPerPixel, VR.US, samples);
    header.setString(Tag.PhotometricInterpretation, VR.CS, photometric);
    header.setInt(Tag.Rows, VR.US, 1);
    header.setInt(Tag.Columns, VR.US, 2);
    header.setInt(Tag.BitsAllocated, VR.US, allocated);
    header.setInt(Tag.BitsStored, VR.US, stored);
    header.setInt(Tag.HighBit, VR.US, stored - 1);
    header.setInt(Tag.PixelRepresentation, VR.US, 0);
    header.setBytes(Tag.PixelData, VR.OW, new byte[] {0, 0, 0, 0});
    return header;
  }

  private static Attributes rescaled(Attributes header, String slope, String intercept) {
    header.setString(Tag.RescaleSlope, VR.DS, slope);
    header.setString(Tag.RescaleIntercept, VR.DS, intercept);
    return header;
  }

  private static SourceImage read(Attributes header, PixelArray pixels)
      throws ImageFormatException {
    DecodedImage image = ViewerHeader.image(header);
    DicomImageElement element =
        new DicomImageElement(new FakeReader(header, URI.create("data:x"), frame -> pixels), 0);
    SourceImage read = image.read("x", frame -> StoredPixels.of(element, header, image.kind()));
    assertThat(pixels == null || pixels.released()).as("decoded for the plugin alone").isTrue();
    return read;
  }

  @Test
  void bitsAboveTheHighBitAreCutAndSignsExtendedWhateverTheArrayIsCalled() throws Exception {
    Attributes header = header("MONOCHROME2", 1, 16, 12);
    header.setInt(Tag.PixelRepresentation, VR.US, 1);
    short[] words = {(short) 0x0FFF, (short) 0xF001};
    assertThat(
            read(header, new PixelArray(2, 1, 1, PixelArray.U16, words.clone())).volume().voxels())
        .containsExactly(-1, 1);
    assertThat(
            read(header, new PixelArray(2, 1, 1, PixelArray.S16, words.clone())).volume().voxels())
        .containsExactly(-1, 1);
  }

  /** As many pixels would not tell. */
  @Test
  void anImageOfAnotherSizeThanItsHeaderSaysIsRefused() {
    PixelArray turned = new PixelArray(1, 2, 1, PixelArray.U8, new byte[] {1, 2});
    assertThatThrownBy(() -> read(header("MONOCHROME2", 1, 8, 8), turned))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("1 x 2 pixels, but the file's header says 2 x 1");
  }

  @Test
  void unsignedValuesAreUnsignedInASignedArray() throws Exception {
    short[] words = {(short) 65535, 7};
    SourceImage read =
        read(header("MONOCHROME2", 1, 16, 16), new PixelArray(2, 1, 1, PixelArray.S16, words));
    assertThat(read.volume().voxels()).containsExactly(65535, 7);
    byte[] bytes = {(byte) 255, 7};
    assertThat(
            read(header("MONOCHROME2", 1, 8, 8), new PixelArray(2, 1, 1, PixelArray.S8, bytes))
                .volume()
                .voxels())
        .containsExactly(255, 7);
  }

  @Test
  void smallAndNegativeSlopesAreTakenBackFromFloats() throws Exception {
    Attributes header = rescaled(header("MONOCHROME2", 1, 16, 16), "-0.25", "100");
    SourceImage read =
        read(header, new PixelArray(2, 1, 1, PixelArray.F32, new float[] {99.75f, -9900}));
    assertThat(read.volume().voxels()).containsExactly(1, 40000);
    assertThat(read.traits().rescaleSlope()).isEqualTo(-0.25);
    assertThat(read.traits().rescaleIntercept()).isEqualTo(100);
  }

  @Test
  void floatsThatAreNoRescaledIntegersAreRefused() {
    Attributes header = rescaled(header("MONOCHROME2", 1, 16, 16), "0.25", "0");
    assertThatThrownBy(
            () -> read(header, new PixelArray(2, 1, 1, PixelArray.F32, new float[] {0.1f, 1})))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("cannot be told");
  }

  @Test
  void floatsOfMonochrome1AreRefusedForNothingTellsWhereTheyWereMirrored() {
    Attributes header = rescaled(header("MONOCHROME1", 1, 16, 16), "0.25", "0");
    assertThatThrownBy(
            () -> read(header, new PixelArray(2, 1, 1, PixelArray.F32, new float[] {0.25f, 1})))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("MONOCHROME1");
  }

  @Test
  void monochrome1StaysAsStored() throws Exception {
    SourceImage read =
        read(
            header("MONOCHROME1", 1, 16, 16),
            new PixelArray(2, 1, 1, PixelArray.U16, new short[] {3, 4000}));
    assertThat(read.volume().voxels()).containsExactly(3, 4000);
    assertThat(read.traits().brightness()).isEqualTo(Brightness.LARGE_IS_DARK);
  }

  @Test
  void coloursAreBlueGreenRedWhateverTheFileStores() throws Exception {
    byte[] pixels = {0, 0, 90, 30, 30, 30};
    for (String photometric : new String[] {"RGB", "YBR_FULL_422", "YBR_RCT"}) {
      SourceImage read =
          read(
              header(photometric, 3, 8, 8), new PixelArray(2, 1, 3, PixelArray.U8, pixels.clone()));
      assertThat(read.volume().voxels()).containsExactly(30, 30);
      assertThat(read.traits().colour()).isTrue();
    }
  }

  @Test
  void floatingPointPixelsStayWhatTheyAre() throws Exception {
    Attributes header = header("MONOCHROME2", 1, 32, 32);
    header.remove(Tag.PixelData);
    header.setBytes(Tag.FloatPixelData, VR.OF, new byte[8]);
    SourceImage read =
        read(header, new PixelArray(2, 1, 1, PixelArray.F32, new float[] {0.1f, -3}));
    assertThat(read.volume().voxels()).containsExactly(0.1f, -3);
  }

  @Test
  void anImageThatCannotBeDecodedOrHasAnotherSizeIsRefusedInASentence() {
    Attributes header = header("MONOCHROME2", 1, 16, 16);
    assertThatThrownBy(() -> read(header, null))
        .isInstanceOf(ImageFormatException.class)
        .hasMessageContaining("Weasis cannot decode one of its images");
    assertThatThrownBy(() -> read(header, new PixelArray(3, 1, 1, PixelArray.U16, new short[3])))
        .hasMessageContaining("3 x 1 pixels, but the file's header says 2 x 1");
    assertThatThrownBy(() -> read(header, new PixelArray(2, 1, 4, PixelArray.U8, new byte[8])))
        .hasMessageContaining("of a kind that RadCAM does not know");
  }
}
