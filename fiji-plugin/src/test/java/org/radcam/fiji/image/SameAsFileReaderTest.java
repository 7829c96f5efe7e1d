package org.radcam.fiji.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.io.UnreadableImageException;

/**
 * A file gives the same values and traits whether ImageJ opens it or the library's own reader: what
 * a user sees in Fiji is what a batch computes.
 */
class SameAsFileReaderTest {
  @Test
  void chestXraysInPngAreTheSame() throws IOException {
    assertThat(compare("cxr_nih", 6)).isGreaterThanOrEqualTo(6);
  }

  @Test
  void radiographsInDicomAreTheSame() throws IOException {
    assertThat(compare("dicom_cxr_cr_dx", 100)).isPositive();
  }

  @Test
  void computedTomographyInDicomIsTheSame() throws IOException {
    assertThat(compare("dicom_ct_series", 3)).isPositive();
  }

  @Test
  void magneticResonanceInDicomIsTheSame() throws IOException {
    assertThat(compare("dicom_mr_series", 6)).isPositive();
  }

  /** Compares the files that both can open; how many those are. */
  private static int compare(String folder, int limit) throws IOException {
    Path root = data().resolve(folder);
    Assumptions.assumeTrue(Files.isDirectory(root), "Skipped: no test data at " + root);
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
    int compared = 0;
    SoftAssertions softly = new SoftAssertions();
    for (Path file : files) {
      if (compared < limit && compare(file, softly)) {
        compared++;
      }
    }
    softly.assertAll();
    return compared;
  }

  private static boolean compare(Path file, SoftAssertions softly) {
    SourceImage read;
    try {
      read = ImageFiles.read(file);
    } catch (UnreadableImageException e) {
      return false;
    }
    IJ.redirectErrorMessages(true);
    ImagePlus opened = IJ.openImage(file.toString());
    IJ.redirectErrorMessages(false);
    if (opened == null || opened.getProcessor() == null || opened.getNChannels() > 1) {
      return false;
    }
    Volume expected = read.volume().size().slices() == 1 ? read.volume() : read.volume().slice(0);
    SourceImage adapted = ImagePlusAdapter.slice(opened, 1);
    String name = file.getParent().getFileName() + "/" + file.getFileName();
    softly.assertThat(adapted.volume().size()).as(name).isEqualTo(expected.size());
    softly.assertThat(adapted.volume().voxels()).as(name).isEqualTo(expected.voxels());
    softly.assertThat(adapted.traits()).as(name).isEqualTo(read.traits());
    double shape = adapted.geometry().spacing().y() / adapted.geometry().spacing().x();
    double expectedShape = expected.geometry().spacing().y() / expected.geometry().spacing().x();
    softly.assertThat(shape).as(name).isCloseTo(expectedShape, within(1e-9));
    return true;
  }

  private static Path data() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolve("shared").resolve("data");
      if (Files.isDirectory(data)) {
        return data;
      }
    }
    return Path.of("shared", "data");
  }
}
