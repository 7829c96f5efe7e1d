package org.radcam.weasis.panel.state;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.radcam.weasis.viewer.ViewerSeries;

/**
 * Which series plays which role: proposed, unless the user has chosen.
 *
 * <ul>
 *   <li>What the user chose stays as long as the patient has that series, whatever is proposed, and
 *       for every task with a role of that name.
 *   <li>"None" is a choice, too.
 *   <li>With another patient all choices are forgotten.
 * </ul>
 */
public final class ImageChoices {
  private final Map<String, Optional<ViewerSeries>> byUser = new HashMap<>();
  private Map<String, ViewerSeries> proposed = Map.of();

  /** Takes the user's choice. */
  public void choose(String role, Optional<ViewerSeries> series) {
    byUser.put(role, series);
  }

  /** Takes what is proposed now, for a patient whose series are these. */
  void propose(Map<String, ViewerSeries> proposal, Patient patient) {
    proposed = new LinkedHashMap<>(proposal);
    byUser.values().removeIf(choice -> choice.isPresent() && !patient.has(choice.get()));
  }

  /** Forgets the user's choices: this is another patient. */
  void forget() {
    byUser.clear();
    proposed = Map.of();
  }

  /** The series of a role; empty where there is none. */
  public Optional<ViewerSeries> of(String role) {
    return byUser.getOrDefault(role, Optional.ofNullable(proposed.get(role)));
  }

  /** The roles that the user has decided on. */
  public Map<String, Optional<ViewerSeries>> byUser() {
    return Collections.unmodifiableMap(byUser);
  }
}
