package org.radcam.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.radcam.UserException;
import org.radcam.image.Mask;
import org.radcam.image.Volume;
import org.radcam.io.nifti.NiftiEncoder;

/**
 * Writes volumes and masks as NIfTI-1, whole or not at all: packed by gzip where the file's name
 * ends in {@code .nii.gz}, plain where it ends in {@code .nii}. The same volume gives the same
 * bytes; no time is written. What is kept how, {@link NiftiEncoder} says.
 */
public final class NiftiImages {
  private static final int HEAD = 352;

  private NiftiImages() {}

  /**
   * Writes a volume, replacing the file if it exists.
   *
   * @throws UserException where the name has another ending, or NIfTI cannot hold the volume
   */
  public static void write(Path file, Volume volume) throws IOException {
    write(file, out -> NiftiEncoder.write(out, volume));
  }

  /**
   * Writes a mask, replacing the file if it exists.
   *
   * @throws UserException where the name has another ending, or NIfTI cannot hold the mask
   */
  public static void write(Path file, Mask mask) throws IOException {
    write(file, out -> NiftiEncoder.write(out, mask));
  }

  /** Whether a file was written here; one that is no NIfTI file was not. */
  public static boolean isOwn(Path file) throws IOException {
    boolean packed = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gz");
    try (InputStream plain = Files.newInputStream(file);
        InputStream in = packed ? new GZIPInputStream(plain) : plain) {
      return NiftiEncoder.isOwn(in.readNBytes(HEAD));
    } catch (ZipException | EOFException e) {
      return false;
    }
  }

  private static void write(Path file, AtomicFiles.IOConsumer<? super OutputStream> body)
      throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".nii")) {
      AtomicFiles.write(file, body);
    } else if (name.endsWith(".nii.gz")) {
      AtomicFiles.write(file, out -> pack(out, body));
    } else {
      throw new UserException(
          "The name of a NIfTI file must end in .nii or .nii.gz: " + file.getFileName());
    }
  }

  private static void pack(OutputStream out, AtomicFiles.IOConsumer<? super OutputStream> body)
      throws IOException {
    GZIPOutputStream packed = new GZIPOutputStream(out);
    body.accept(packed);
    packed.finish();
  }
}
