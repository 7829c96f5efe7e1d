package org.radcam.cam;

import java.util.List;
import java.util.stream.Collectors;
import org.radcam.UserException;

/** The methods that there are; the first is the usual one. */
public final class CamMethods {
  private static final List<CamMethod> ALL =
      List.of(new GradCam(), new HiResCam(), new GradCamPlusPlus(), new LayerCam());

  private CamMethods() {}

  public static List<CamMethod> all() {
    return ALL;
  }

  /** Grad-CAM. */
  public static CamMethod usual() {
    return ALL.get(0);
  }

  /**
   * Finds a method by its key.
   *
   * @throws UserException that lists what there is, if there is no such key
   */
  public static CamMethod get(String key) {
    return ALL.stream()
        .filter(method -> method.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "There is no heat map method '"
                        + key
                        + "'; there are: "
                        + ALL.stream().map(CamMethod::key).collect(Collectors.joining(", "))
                        + "."));
  }
}
