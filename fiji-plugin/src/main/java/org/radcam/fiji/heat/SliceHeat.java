package org.radcam.fiji.heat;

import ij.ImagePlus;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.fiji.image.ImagePlusAdapter;
import org.radcam.image.Size;
import org.radcam.io.Digests;

/**
 * The heat map of one slice, and what it was made of.
 *
 * @param map the heat map
 * @param modelId the model that answered
 * @param inputSha256 {@link Digests#sha256(float[])} of the slice's values as the model got them
 */
public record SliceHeat(HeatMap map, String modelId, String inputSha256) {
  /**
   * The heat map of a result, if there is one.
   *
   * @param role key of the role of the slice's image
   */
  public static Optional<SliceHeat> of(Result result, String role) {
    String digest = result.audit().inputSha256().get(role);
    return result.heatMap().map(map -> new SliceHeat(map, result.modelId(), digest));
  }

  /** Whether a slice still has the pixels that this was made of. */
  boolean fits(ImagePlus image, int slice) {
    if (slice > image.getStackSize()
        || !map.onSource().size().equals(Size.of(image.getWidth(), image.getHeight()))) {
      return false;
    }
    try {
      float[] values = ImagePlusAdapter.slice(image, slice).volume().voxels();
      return Digests.sha256(values).equals(inputSha256);
    } catch (UserException e) {
      // It was an image that can be classified, and is none any more.
      return false;
    }
  }
}
