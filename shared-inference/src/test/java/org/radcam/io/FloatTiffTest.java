package org.radcam.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.image.Direction;
import org.radcam.image.Geometry;
import org.radcam.image.LengthUnit;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.image.Volume;

class FloatTiffTest {
  @TempDir Path folder;

  @Test
  void anotherReaderFindsEverySliceUnchanged() throws IOException {
    float[] values = new float[5 * 4 * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 7f - 2;
    }
    values[3] = Float.NaN;
    Path file = folder.resolve("map.tif");
    FloatTiff.write(
        file, new Volume(Geometry.millimetres(new Size(5, 4, 3), 0.5, 0.25, 2), values));
    ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
    try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(3);
      for (int k = 0; k < 3; k++) {
        float[] slice = reader.read(k).getRaster().getPixels(0, 0, 5, 4, (float[]) null);
        assertThat(slice).containsExactly(Arrays.copyOfRange(values, 20 * k, 20 * k + 20));
      }
    } finally {
      reader.dispose();
    }
  }

  @Test
  void imageJFindsItsDescriptionAndTheSlicesOneBehindTheOther() throws IOException {
    Path file = folder.resolve("map.tif");
    Volume volume =
        new Volume(Geometry.millimetres(new Size(1, 1, 3), 0.5, 0.25, 2.5), new float[] {-1, 2, 5});
    FloatTiff.write(file, volume);
    TiffDirectory first = TiffDirectory.all(Files.readAllBytes(file)).get(0);
    assertThat(first.text(TiffDirectory.DESCRIPTION))
        .isEqualTo(
            "ImageJ=1.54p\nimages=3\nslices=3\nunit=mm\nspacing=2.5\nloop=false\nmin=-1.0\nmax=5.0\n");
    assertThat(first.rational(TiffDirectory.X_RESOLUTION)).isEqualTo(2);
    assertThat(first.rational(TiffDirectory.Y_RESOLUTION)).isEqualTo(4);
    long start = first.number(TiffDirectory.STRIP_OFFSETS, 0);
    for (int k = 0; k < 3; k++) {
      TiffDirectory directory = TiffDirectory.all(Files.readAllBytes(file)).get(k);
      assertThat(directory.number(TiffDirectory.STRIP_OFFSETS, 0)).isEqualTo(start + 4L * k);
    }
  }

  @Test
  void pixelsOfUnknownSizeKeepTheirShape() throws IOException {
    Geometry tall =
        new Geometry(
            Size.of(2, 1),
            new Vector3(1, 1.5, 1),
            Vector3.ZERO,
            Direction.IDENTITY,
            LengthUnit.PIXEL);
    Path file = folder.resolve("map.tif");
    FloatTiff.write(file, new Volume(tall, new float[] {Float.NaN, Float.NaN}));
    assertThat(ImageFiles.read(file).geometry().unit()).isEqualTo(LengthUnit.PIXEL);
    assertThat(ImageFiles.read(file).geometry().spacing().y()).isCloseTo(1.5, within(1e-6));
  }
}
