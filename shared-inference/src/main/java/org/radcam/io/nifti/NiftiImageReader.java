package org.radcam.io.nifti;

import java.util.Optional;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.format.Gzip;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;
import org.radcam.io.format.SampleStream;
import org.radcam.io.format.SampleType;

/**
 * Reads NIfTI-1 and NIfTI-2 volumes, plain or packed by gzip, in either byte order.
 *
 * <ul>
 *   <li>Integers of 8 to 64 bits, signed or not, and floats of 32 and 64 bits; colours, complex
 *       numbers and other types are refused by name.
 *   <li>scl_slope and scl_inter are applied, in double: they are how a writer packs values into
 *       integers, and seldom lead to units of a modality. So the image's rescale slope is 1 and its
 *       intercept 0. A slope of 0, or one that is no number, means none (as in the standard and in
 *       nibabel).
 *   <li>Two and three dimensions; more only where they have length 1: which of several time points
 *       or channels is meant cannot be known.
 *   <li>For the place in the patient see {@link NiftiGeometry}.
 * </ul>
 */
public final class NiftiImageReader {
  private static final String FORMAT = "NIfTI";

  private NiftiImageReader() {}

  /** Whether a header says that the voxels are in a second file, named {@code .img}. */
  public static boolean isPair(byte[] file) throws ImageFormatException {
    return NiftiHeader.parse(head(file)).pair();
  }

  /**
   * The volume of a file.
   *
   * @param name how the user knows the file
   * @param file its bytes
   */
  public static SourceImage read(String name, byte[] file) throws ImageFormatException {
    return read(name, file, Optional.empty());
  }

  /**
   * The volume of a header and, if its voxels are in another file, of that.
   *
   * @param name how the user knows the file
   * @param file the header's bytes
   * @param voxels the other file's bytes
   */
  public static SourceImage read(String name, byte[] file, Optional<byte[]> voxels)
      throws ImageFormatException {
    byte[] head = head(file);
    NiftiHeader header = NiftiHeader.parse(head);
    if (header.pair() && voxels.isEmpty()) {
      throw new ImageFormatException(
          "The file is the header of a NIfTI pair, and its voxels are missing: put the file of the"
              + " same name that ends in .img beside it.");
    }
    if (header.scaled()
        && (!Double.isFinite(header.slope()) || !Double.isFinite(header.intercept()))) {
      throw NiftiHeader.malformed("the scale of its values (scl_slope, scl_inter)");
    }
    SampleType type = NiftiType.of(header.dataType());
    Size size = size(header, type);
    Geometry geometry = NiftiGeometry.of(header, size);
    byte[] data = header.pair() ? voxels.orElseThrow() : file;
    ImageLimits.checkExpansion((double) size.voxels() * type.bytes(), data.length);
    try (SampleStream stream = open(data, offset(header))) {
      double slope = header.scaled() ? header.slope() : 1;
      double intercept = header.scaled() ? header.intercept() : 0;
      float[] values = stream.read(type, header.order(), slope, intercept, size.voxels());
      return new SourceImage(
          name,
          new Volume(geometry, values),
          ImageTraits.UNKNOWN,
          header.placed() ? Placement.KNOWN : Placement.UNKNOWN);
    }
  }

  private static SampleStream open(byte[] data, int offset) throws ImageFormatException {
    return Gzip.is(data)
        ? SampleStream.gzip(FORMAT, data, 0, offset)
        : SampleStream.plain(FORMAT, data, offset);
  }

  private static byte[] head(byte[] file) throws ImageFormatException {
    return Gzip.is(file) ? Gzip.head(file, NiftiHeader.BYTES_2) : file;
  }

  private static Size size(NiftiHeader header, SampleType type) throws ImageFormatException {
    long[] dim = header.dim();
    if (dim[0] < 1 || dim[0] > 7) {
      throw NiftiHeader.malformed("its number of dimensions (dim)");
    }
    if (header.length(4) > 1) {
      throw new ImageFormatException(
          "The NIfTI file holds "
              + header.length(4)
              + " volumes (time points, or b-values), and which of them is meant cannot be known:"
              + " save the one as a file of its own, for example by Image > Duplicate... in Fiji or"
              + " by fslroi.");
    }
    for (int dimension = 5; dimension <= 7; dimension++) {
      if (header.length(dimension) > 1) {
        throw new ImageFormatException(
            "The NIfTI file has "
                + header.length(dimension)
                + " values for each voxel (a vector or several channels), and RadCAM reads one.");
      }
    }
    return ImageLimits.check(header.length(1), header.length(2), header.length(3), type.bytes());
  }

  private static int offset(NiftiHeader header) throws ImageFormatException {
    long offset = header.voxelOffset();
    if (offset < (header.pair() ? 0 : header.bytes()) || offset > ImageLimits.MAX_FILE_BYTES) {
      throw NiftiHeader.malformed("where its voxels begin (vox_offset)");
    }
    return (int) offset;
  }
}
