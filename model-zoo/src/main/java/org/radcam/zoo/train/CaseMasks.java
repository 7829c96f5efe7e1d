package org.radcam.zoo.train;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.image.Resampler;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.io.MaskSource;
import org.radcam.io.UnreadableImageException;

/**
 * Reads a case's masks onto the grid of its reference image.
 *
 * <ul>
 *   <li>A mask on that grid is taken as it is.
 *   <li>One on the grid of another image of the manifest's row, which the recipe does not take, is
 *       brought over through patient space, by linear interpolation cut at one half. Both images
 *       must say where they lie, in one frame of reference. So the models of single sequences learn
 *       from the manifest of all.
 *   <li>Any other is refused.
 * </ul>
 */
final class CaseMasks {
  private static final float HALF = 0.5f;

  private CaseMasks() {}

  /**
   * A mask.
   *
   * @param one whose it is
   * @param what it marks, for messages
   * @param reference the image on whose grid it is wanted
   * @throws UserException that names the case, if the mask cannot be used
   */
  static Mask read(TrainingCase one, String what, MaskSource source, SourceImage reference) {
    try {
      return source.read(reference);
    } catch (UnreadableImageException e) {
      throw unusable(one, what, e);
    } catch (UserException e) {
      return one.files().others().values().stream()
          .flatMap(other -> onOther(source, other, reference).stream())
          .findFirst()
          .orElseThrow(() -> unusable(one, what, e));
    }
  }

  private static UserException unusable(TrainingCase one, String what, Exception e) {
    return new UserException(
        "The " + what + " of case '" + one.id() + "' cannot be used: " + e.getMessage(), e);
  }

  /** Empty where the mask is not that image's, or nothing tells where the image lies. */
  private static Optional<Mask> onOther(MaskSource source, Path other, SourceImage reference) {
    try {
      SourceImage image = ImageFiles.read(other);
      if (!image.placement().known()
          || !reference.placement().known()
          || image.placement().contradicts(reference.placement())) {
        return Optional.empty();
      }
      return Optional.of(on(source.read(image), reference.geometry()));
    } catch (UnreadableImageException | UserException e) {
      return Optional.empty();
    }
  }

  private static Mask on(Mask mask, Geometry grid) {
    float[] shares = Resampler.linear(filled(mask), grid, 0).voxels();
    BitSet inside = new BitSet(shares.length);
    for (int n = 0; n < shares.length; n++) {
      if (shares[n] >= HALF) {
        inside.set(n);
      }
    }
    return new Mask(grid, inside);
  }

  /** 1 inside, 0 outside. */
  static Volume filled(Mask mask) {
    Volume values = Volume.filled(mask.geometry(), 0);
    mask.voxels().stream().forEach(voxel -> values.voxels()[voxel] = 1);
    return values;
  }
}
