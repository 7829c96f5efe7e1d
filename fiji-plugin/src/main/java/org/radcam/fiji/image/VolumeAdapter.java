package org.radcam.fiji.image;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Placement;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.format.ImageFormatException;
import org.radcam.io.format.ImageLimits;

/**
 * A whole ImageJ stack as one volume of the library: the same values, grid and traits as the
 * library's own readers give for the same files.
 *
 * <ul>
 *   <li>Slices stay in the stack's order; {@link StackPlace} says where they lie.
 *   <li>Slopes and intercepts that all slices share stay in the traits; where they differ (PET),
 *       each slice's are applied, and the voxels are in modality units.
 *   <li>Traits are those of the first slice; slices that differ in which end of the values is
 *       bright are refused.
 *   <li>Several channels or time points are refused: which of them is meant cannot be known.
 * </ul>
 */
public final class VolumeAdapter {
  private VolumeAdapter() {}

  /**
   * The stack as a volume.
   *
   * @throws UserException in the user's words, where it is none
   */
  public static SourceImage volume(ImagePlus image) {
    ImagePlusAdapter.checkGrey(image);
    checkSize(image);
    List<DicomHeader> headers = headers(image);
    StackPlace place = StackPlace.of(image, headers);
    Geometry grid = place.grid();
    List<Rescale> rescales = StackRescale.of(image, headers);
    float[] voxels = new float[grid.size().voxels()];
    int area = grid.size().columns() * grid.size().rows();
    List<StoredSlice> slices = new ArrayList<>();
    for (int k = 0; k < headers.size(); k++) {
      StoredSlice slice = StoredSlice.of(image, k + 1, headers.get(k), rescales.get(k));
      System.arraycopy(slice.values(), 0, voxels, k * area, area);
      slices.add(new StoredSlice(new float[0], slice.rescale(), slice.traits()));
    }
    ImageTraits traits = StackRescale.whole(image, slices, voxels);
    return new SourceImage(image.getTitle(), new Volume(grid, voxels), traits, place.placement());
  }

  /**
   * The stack's grid alone, without looking at its voxels.
   *
   * @throws UserException as {@link #volume}
   */
  public static Geometry grid(ImagePlus image) {
    return place(image).grid();
  }

  /**
   * Why the image's place in the patient is no longer known although it once was (it was cropped,
   * scaled, sorted ...), as a sentence; empty where all is well.
   */
  public static Optional<String> doubt(ImagePlus image) {
    return place(image).doubt();
  }

  /** Whether the image's place in the patient is known. */
  static boolean isPlaced(ImagePlus image) {
    return placement(image).known();
  }

  /** What is known of the image's place in the patient. */
  static Placement placement(ImagePlus image) {
    return place(image).placement();
  }

  private static StackPlace place(ImagePlus image) {
    ImagePlusAdapter.checkGrey(image);
    checkSize(image);
    return StackPlace.of(image, headers(image));
  }

  private static void checkSize(ImagePlus image) {
    if (image.getNFrames() > 1) {
      throw new UserException(
          "The image '"
              + image.getTitle()
              + "' has "
              + image.getNFrames()
              + " time points. Keep one of them with Image > Hyperstacks > Reduce Dimensionality...;"
              + " if they are slices, say so in Image > Properties... (slices "
              + image.getNFrames()
              + ", frames 1).");
    }
    try {
      ImageLimits.check(
          image.getWidth(), image.getHeight(), image.getStackSize(), /* bytesPerVoxel= */ 0);
    } catch (ImageFormatException e) {
      throw new UserException("'" + image.getTitle() + "': " + e.getMessage(), e);
    }
  }

  /** The header of every slice; slices without one of their own share the image's. */
  static List<DicomHeader> headers(ImagePlus image) {
    DicomHeader shared = DicomHeader.of(SliceText.info(image));
    List<DicomHeader> headers = new ArrayList<>();
    for (int slice = 1; slice <= image.getStackSize(); slice++) {
      DicomHeader own = DicomHeader.of(SliceText.label(image, slice));
      headers.add(own.isEmpty() ? shared : own);
    }
    return headers;
  }
}
