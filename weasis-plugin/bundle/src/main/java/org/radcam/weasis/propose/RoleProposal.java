package org.radcam.weasis.propose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.task.ImageRole;
import org.radcam.task.RoleMatcher;
import org.radcam.task.SeriesTraits;
import org.radcam.task.Task;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.weasis.viewer.ViewerSeries;

/**
 * Which of a patient's series play the roles of a model, as far as that can be told.
 *
 * <ul>
 *   <li>The series in view plays the reference role (the first of those that are asked for), if it
 *       is recognised as such an image, whatever other series would do as well; else the only one
 *       of the other roles that it is recognised for.
 *   <li>Where there is one role only, a series in view that says nothing of its modality plays it.
 *   <li>The rest is told by {@link RoleMatcher}; what it leaves open stays open.
 *   <li>A series plays one role at most; one that was closed plays none.
 * </ul>
 */
public final class RoleProposal {
  private RoleProposal() {}

  /**
   * Proposes series.
   *
   * @param roleKeys of the roles that the model takes
   * @param series all of the patient
   * @param selected the image in view
   * @return series by the roles' keys, in the task's order
   */
  public static Map<String, ViewerSeries> propose(
      Task task, List<String> roleKeys, List<ViewerSeries> series, Optional<ViewedImage> selected) {
    List<ImageRole> roles =
        task.roles().stream().filter(role -> roleKeys.contains(role.key())).toList();
    List<ViewerSeries> free =
        new ArrayList<>(series.stream().filter(ViewerSeries::isOpen).toList());
    Map<String, ViewerSeries> proposed = new LinkedHashMap<>();
    Optional<ViewerSeries> inView = selected.map(ViewedImage::series).filter(free::contains);
    inView.ifPresent(one -> roleOf(one, roles).ifPresent(role -> proposed.put(role.key(), one)));
    free.removeAll(proposed.values());
    List<ImageRole> open =
        roles.stream().filter(role -> !proposed.containsKey(role.key())).toList();
    RoleMatcher.match(open, free.stream().map(ViewerSeries::traits).toList())
        .forEach((role, index) -> proposed.put(role, free.get(index)));
    Map<String, ViewerSeries> inOrder = new LinkedHashMap<>();
    roles.stream()
        .map(ImageRole::key)
        .filter(proposed::containsKey)
        .forEach(key -> inOrder.put(key, proposed.get(key)));
    return inOrder;
  }

  private static Optional<ImageRole> roleOf(ViewerSeries inView, List<ImageRole> roles) {
    SeriesTraits traits = inView.traits();
    List<ImageRole> fitting =
        roles.stream()
            .filter(role -> !RoleMatcher.match(List.of(role), List.of(traits)).isEmpty())
            .toList();
    if (fitting.isEmpty()) {
      return roles.stream()
          .filter(role -> roles.size() == 1 && traits.modality().isEmpty())
          .findFirst();
    }
    boolean clear = fitting.get(0).equals(roles.get(0)) || fitting.size() == 1;
    return clear ? Optional.of(fitting.get(0)) : Optional.empty();
  }
}
