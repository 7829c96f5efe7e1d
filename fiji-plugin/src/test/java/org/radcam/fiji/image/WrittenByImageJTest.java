package org.radcam.fiji.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.io.UnreadableImageException;
import org.radcam.prepare.ModalityUnits;
import org.radcam.prepare.PercentileRange;
import org.radcam.prepare.Photometric;
import org.radcam.prepare.Preparation;

/**
 * What ImageJ saves prepares to the same values whether ImageJ opens it or the library. (Stored
 * values may differ: an inverting table is a palette to one and a brightness to the other.)
 */
class WrittenByImageJTest {
  @TempDir private Path folder;

  static Stream<Arguments> images() {
    ImagePlus inverted = image("8-bit", 1);
    inverted.getProcessor().invertLut();
    ImagePlus calibrated = image("16-bit", 1);
    calibrated
        .getCalibration()
        .setFunction(Calibration.STRAIGHT_LINE, new double[] {-1024, 2}, "HU");
    ImagePlus signed = image("16-bit", 1);
    signed.getCalibration().setSigned16BitCalibration();
    ImagePlus sized = image("8-bit", 1);
    sized.getCalibration().setUnit("mm");
    sized.getCalibration().pixelWidth = 0.143;
    sized.getCalibration().pixelHeight = 0.2;
    ImagePlus colour = image("RGB", 1);
    colour.getProcessor().setColor(0x30A050);
    colour.getProcessor().fillRect(5, 5, 30, 20);
    return Stream.of(
        Arguments.of("8 bit", image("8-bit", 1), "Tiff", "tif"),
        Arguments.of("16 bit", image("16-bit", 1), "Tiff", "tif"),
        Arguments.of("32 bit", image("32-bit", 1), "Tiff", "tif"),
        Arguments.of("grey RGB", image("RGB", 1), "Tiff", "tif"),
        Arguments.of("colour", colour, "Tiff", "tif"),
        Arguments.of("stack", image("16-bit", 3), "Tiff", "tif"),
        Arguments.of("inverting table", inverted, "Tiff", "tif"),
        Arguments.of("linear calibration", calibrated, "Tiff", "tif"),
        Arguments.of("signed values", signed, "Tiff", "tif"),
        Arguments.of("pixel size", sized, "Tiff", "tif"),
        Arguments.of("8 bit PNG", image("8-bit", 1), "PNG", "png"),
        Arguments.of("16 bit PNG", image("16-bit", 1), "PNG", "png"),
        Arguments.of("colour PNG", colour, "PNG", "png"),
        Arguments.of("grey JPEG", image("8-bit", 1), "Jpeg", "jpg"),
        Arguments.of("colour JPEG", colour, "Jpeg", "jpg"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("images")
  void bothReadersAgree(String what, ImagePlus image, String format, String extension)
      throws UnreadableImageException {
    Path file = folder.resolve("image." + extension);
    IJ.saveAs(image, format, file.toString());

    SourceImage read = ImageFiles.read(file);
    ImagePlus opened = IJ.openImage(file.toString());

    int slices = read.volume().size().slices();
    assertThat(opened.getStackSize()).isEqualTo(slices);
    for (int k = 0; k < slices; k++) {
      SourceImage adapted = ImagePlusAdapter.slice(opened, k + 1);
      Volume volume = slices == 1 ? read.volume() : read.volume().slice(k);
      SourceImage expected = new SourceImage(read.name(), volume, read.traits());
      assertThat(prepared(adapted)).as(what).isEqualTo(prepared(expected));
      assertThat(adapted.traits().colour()).as(what).isEqualTo(read.traits().colour());
      assertThat(adapted.geometry().unit()).as(what).isEqualTo(expected.geometry().unit());
      assertThat(adapted.geometry().spacing().x())
          .as(what)
          .isCloseTo(expected.geometry().spacing().x(), within(1e-6));
      assertThat(adapted.geometry().spacing().y())
          .as(what)
          .isCloseTo(expected.geometry().spacing().y(), within(1e-6));
    }
  }

  /** Bright is large, in modality units, as a share of the image's range. */
  private static float[] prepared(SourceImage image) {
    return new Preparation(
            List.of(new Photometric(), new ModalityUnits(), new PercentileRange(0, 100)))
        .apply(image, Optional.empty())
        .volume()
        .voxels();
  }

  /** A ramp with some rectangles of another value in it. */
  private static ImagePlus image(String kind, int slices) {
    ImagePlus image = IJ.createImage("image", kind + " ramp", 96, 80, slices);
    for (int k = 1; k <= slices; k++) {
      image.getStack().getProcessor(k).setValue(17.0 * k);
      image.getStack().getProcessor(k).fill(new Roi(3 * k, 5, 20, 40 + k));
    }
    return image;
  }
}
