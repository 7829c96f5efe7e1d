package org.radcam.fiji.image;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.FolderOpener;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcam.image.Geometry;
import org.radcam.image.SourceImage;
import org.radcam.image.Vector3;
import org.radcam.io.ImageFiles;
import org.radcam.io.UnreadableImageException;

/**
 * A folder of DICOM slices is the same volume, bit for bit, whether ImageJ imports it as an image
 * sequence or the library reads it; only the slices may run the other way.
 */
class SameVolumeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dicom_ct_series/CRLM-CT-1004",
        "dicom_ct_series/dcmqi_ct3slice",
        "dicom_mr_series/CMB-CRC_SCAN_001/adc",
        "dicom_mr_series/CMB-CRC_SCAN_001/t2",
        "dicom_mr_series/UIH_head/t1_gre_sag",
        "sts_ct_mr_pet/dicom/STS_019/CT/image",
        "sts_ct_mr_pet/dicom/STS_025/MR_T1/image",
        "sts_ct_mr_pet/dicom/STS_042/PET/image"
      })
  void anImageSequenceIsTheSameVolume(String name) throws UnreadableImageException {
    Path folder = SharedData.of(name);
    SourceImage expected = ImageFiles.read(folder);

    SourceImage volume = VolumeAdapter.volume(sequence(folder));

    assertThat(volume.traits()).isEqualTo(expected.traits());
    assertThat(volume.placement().known()).isTrue();
    assertSameVoxels(volume, expected);
  }

  @Test
  void aSequenceThatDoesNotSayWhereItLiesHasNoPlace() {
    Path folder = SharedData.of("dicom_mr_series/UIH_head/dti_tra");

    SourceImage volume = VolumeAdapter.volume(sequence(folder));

    assertThat(volume.placement().known()).isFalse();
    assertThat(volume.geometry().origin()).isEqualTo(Vector3.ZERO);
  }

  @Test
  void framesWhosePlacesImageJDoesNotKeepHaveNoneUnlessTheLibraryOpensTheVolume()
      throws UnreadableImageException {
    Path file = SharedData.of("dicom_sr_seg_pm/dcmqi/23x38x3/multiframe/mf.dcm");
    SourceImage read = ImageFiles.read(file);
    ImagePlus opened = IJ.openImage(file.toString());

    SourceImage volume = VolumeAdapter.volume(opened);
    assertThat(volume.placement().known()).isFalse();
    assertThat(volume.volume().voxels()).isEqualTo(read.volume().voxels());
    assertThat(VolumeAdapter.doubt(opened)).get().asString().contains("Open Volume");

    assertThat(read.placement().known()).isTrue();
    assertSameVoxels(VolumeAdapter.volume(VolumeImage.of(read)), read);
  }

  private static ImagePlus sequence(Path folder) {
    return FolderOpener.open(folder.toString());
  }

  /** Compares values and the places of the corners, slice for slice. */
  static void assertSameVoxels(SourceImage volume, SourceImage expected) {
    Geometry grid = volume.geometry();
    Geometry other = expected.geometry();
    assertThat(grid.size()).isEqualTo(other.size());
    int area = grid.size().columns() * grid.size().rows();
    int last = grid.size().slices() - 1;
    boolean reversed = grid.direction().k().dot(other.direction().k()) < 0;
    for (int k = 0; k <= last; k++) {
      int same = reversed ? last - k : k;
      int right = grid.size().columns() - 1;
      int bottom = grid.size().rows() - 1;
      assertThat(apart(grid.toPatient(0, 0, k), other.toPatient(0, 0, same))).isLessThan(1e-9);
      assertThat(apart(grid.toPatient(right, bottom, k), other.toPatient(right, bottom, same)))
          .isLessThan(1e-9);
      for (int n = 0; n < area; n++) {
        if (volume.volume().voxels()[k * area + n] != expected.volume().voxels()[same * area + n]) {
          assertThat(volume.volume().voxels()[k * area + n])
              .as("slice %d, pixel %d", k, n)
              .isEqualTo(expected.volume().voxels()[same * area + n]);
        }
      }
    }
  }

  private static double apart(Vector3 one, Vector3 other) {
    return one.minus(other).length();
  }
}
