package org.radcam.fiji;

import ij.ImagePlus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.radcam.classify.CaseCheck;
import org.radcam.classify.Warning;
import org.radcam.fiji.image.ImagePlusAdapter;
import org.radcam.task.ImageRole;

/**
 * Which doubts about an image a person is asked about before it is classified, and which are told
 * afterwards. A macro gets all of them as warnings.
 */
final class Doubts {
  /** Doubts so strong that the answer can hardly mean anything. */
  private static final Set<String> ASK_FIRST =
      Set.of("modality", "body-part", "species", "description", "colour", "constant");

  private Doubts() {}

  /**
   * What to ask about, each doubt once. The first slice is looked at as a whole, of the others only
   * what their headers say: a stack must not be read twice.
   *
   * @param slices positions in the stack, from 1; at least one
   * @throws org.radcam.UserException if the first slice cannot be classified at all
   */
  static Set<Warning> toAskAbout(ImageRole role, ImagePlus image, List<Integer> slices) {
    Set<Warning> doubts = new LinkedHashSet<>();
    Stream.concat(
            CaseCheck.doubts(role, ImagePlusAdapter.slice(image, slices.get(0))).stream(),
            slices.stream()
                .skip(1)
                .flatMap(
                    slice ->
                        CaseCheck.doubts(role, ImagePlusAdapter.header(image, slice)).stream()))
        .filter(doubt -> ASK_FIRST.contains(doubt.code()))
        .forEach(doubts::add);
    return doubts;
  }
}
