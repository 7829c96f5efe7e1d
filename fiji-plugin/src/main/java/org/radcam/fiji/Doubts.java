package org.radcam.fiji;

import ij.ImagePlus;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.radcam.classify.CaseCheck;
import org.radcam.classify.Warning;
import org.radcam.fiji.image.ImagePlusAdapter;
import org.radcam.image.SourceImage;
import org.radcam.task.ImageRole;

/**
 * Which doubts about images a person is asked about before they are classified, and which are told
 * afterwards. A macro gets all of them as warnings.
 */
final class Doubts {
  /** Doubts so strong that the answer can hardly mean anything. */
  private static final Set<String> ASK_FIRST =
      Set.of("modality", "body-part", "species", "description", "colour", "constant");

  private final Set<Warning> found = new LinkedHashSet<>();

  /** Looks at the images of a case, each as a whole. */
  void lookAt(List<RoleImage> roles, Map<String, SourceImage> images) {
    for (RoleImage role : roles) {
      SourceImage image = images.get(role.role().key());
      if (image != null) {
        keep(CaseCheck.doubts(role.role(), image));
      }
    }
  }

  /**
   * Looks at what the headers of further slices say: a stack must not be read twice.
   *
   * @param slices positions in the stack, from 1
   */
  void lookAtHeaders(ImageRole role, ImagePlus image, List<Integer> slices) {
    slices.forEach(slice -> keep(CaseCheck.doubts(role, ImagePlusAdapter.header(image, slice))));
  }

  private void keep(List<Warning> doubts) {
    doubts.stream().filter(doubt -> ASK_FIRST.contains(doubt.code())).forEach(found::add);
  }

  /** What to ask about, each doubt once. */
  Set<Warning> toAskAbout() {
    return Collections.unmodifiableSet(found);
  }
}
