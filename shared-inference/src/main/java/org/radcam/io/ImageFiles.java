package org.radcam.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.image.SourceImage;
import org.radcam.io.dicom.DicomImageReader;
import org.radcam.io.dicom.HeaderWords;
import org.radcam.io.dicom.SliceStack;
import org.radcam.io.format.Gzip;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;
import org.radcam.io.format.Luminance;
import org.radcam.io.nifti.NiftiImageReader;
import org.radcam.io.nrrd.NrrdImageReader;

/**
 * Reads an image file without any host program.
 *
 * <ul>
 *   <li>PNG: 1 to 16 bits, grey, palette or RGB, with or without transparency.
 *   <li>JPEG: 8 bits, grey or colour. An orientation written by a camera (EXIF) is not applied, as
 *       in ImageJ.
 *   <li>BMP: palette, RGB; GIF: one picture; PBM, PGM and PPM: see {@link PnmReader}.
 *   <li>TIFF: 8, 16 or 32-bit integers, 32 or 64-bit floats, palette, RGB; pages are slices.
 *   <li>DICOM: see {@link DicomImageReader}.
 *   <li>A folder of one series of DICOM images, as a volume: see {@link SliceStack}.
 *   <li>NIfTI, plain or packed by gzip, one file or two: see {@link NiftiImageReader}.
 *   <li>NRRD, one file or two: see {@link NrrdImageReader}.
 * </ul>
 *
 * <p>Voxels are the stored values; colour becomes {@link Luminance}. A file is known by its
 * content, not by its name. Every size is checked before it is believed ({@link ImageLimits}).
 */
public final class ImageFiles {
  /** Enough of a packed file to unpack what {@link FileKind} looks at. */
  private static final int HEAD = 1 << 13;

  private ImageFiles() {}

  /**
   * Reads an image; several pages or frames are slices. A folder is read as the one series of DICOM
   * images that it holds.
   *
   * @throws UnreadableImageException in one sentence for the user, without the file's name or
   *     anything of the patient
   */
  public static SourceImage read(Path file) throws UnreadableImageException {
    if (Files.isDirectory(file)) {
      return SeriesFolder.open(file).read().image();
    }
    byte[] bytes = FileBytes.read(file);
    return read(String.valueOf(file.getFileName()), bytes, Companion.of(file, bytes));
  }

  /**
   * The series of DICOM images that a folder holds, sorted by their UIDs.
   *
   * @throws UnreadableImageException where there is none, or a DICOM file cannot be read
   */
  public static List<DicomSeries> series(Path folder) throws UnreadableImageException {
    return SeriesFolder.open(folder).list();
  }

  /**
   * Reads one of a folder's series of DICOM images as a volume.
   *
   * @param seriesUid Series Instance UID, as {@link #series} gives it
   * @throws UnreadableImageException where the folder does not hold it, or its images are not the
   *     slices of one regular grid; {@link SliceStack} lists what is refused
   */
  public static SourceImage readSeries(Path folder, String seriesUid)
      throws UnreadableImageException {
    return SeriesFolder.open(folder).read(seriesUid).image();
  }

  /**
   * What the header of a DICOM file says of its acquisition, and of the patient's sex and age; see
   * {@link HeaderWords}. Empty for files of other kinds.
   *
   * @return words by their tags, as {@code GGGG,EEEE}
   */
  public static Map<String, String> headerWords(Path file) throws UnreadableImageException {
    if (!Files.isRegularFile(file) || kind(file) != FileKind.DICOM) {
      return Map.of();
    }
    try {
      return HeaderWords.of(FileBytes.read(file));
    } catch (ImageFormatException e) {
      throw new UnreadableImageException(e.getMessage(), e);
    }
  }

  /**
   * Reads a file's content, whatever it is, to be decoded later or not at all.
   *
   * @throws UnreadableImageException as {@link #read}, where the file is absent, empty, too large,
   *     a folder, or no ordinary file
   */
  public static ImageFile open(Path file) throws UnreadableImageException {
    return ImageFile.read(file);
  }

  /** An image from the bytes of a file, which may be changed. */
  static SourceImage read(String name, byte[] bytes) throws UnreadableImageException {
    return read(name, bytes, Optional.empty());
  }

  /** The same of a header whose data are in a {@link Companion}. */
  static SourceImage read(String name, byte[] bytes, Optional<byte[]> second)
      throws UnreadableImageException {
    try {
      return decode(name, bytes, second);
    } catch (ImageFormatException e) {
      throw new UnreadableImageException(e.getMessage(), e);
    }
  }

  private static SourceImage decode(String name, byte[] bytes, Optional<byte[]> second)
      throws ImageFormatException {
    return switch (kind(bytes)) {
      case PNG -> Pictures.png(name, bytes);
      case JPEG -> Pictures.jpeg(name, bytes);
      case BMP -> Pictures.bmp(name, bytes);
      case GIF -> Pictures.gif(name, bytes);
      case PNM -> PnmReader.read(name, bytes);
      case TIFF -> TiffReader.read(name, bytes);
      case DICOM -> DicomImageReader.read(name, bytes);
      case NIFTI -> NiftiImageReader.read(name, bytes, second);
      case NRRD -> NrrdImageReader.read(name, bytes, second);
      default ->
          throw new ImageFormatException(
              "The file is " + kind(bytes).refusal().orElseThrow() + ".");
    };
  }

  /** What a file is, by its first bytes; a folder is DICOM, and what cannot be opened unknown. */
  static FileKind kind(Path file) {
    if (Files.isDirectory(file)) {
      return FileKind.DICOM;
    }
    if (!Files.isRegularFile(file)) {
      return FileKind.UNKNOWN;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return kind(in.readNBytes(HEAD));
    } catch (IOException e) {
      return FileKind.UNKNOWN; // whoever reads it says why
    }
  }

  static FileKind kind(byte[] bytes) throws ImageFormatException {
    FileKind kind = FileKind.of(Arrays.copyOf(bytes, Math.min(bytes.length, FileKind.HEAD)));
    boolean packed =
        kind == FileKind.GZIP && FileKind.of(Gzip.head(bytes, FileKind.HEAD)) == FileKind.NIFTI;
    return packed ? FileKind.NIFTI : kind;
  }
}
