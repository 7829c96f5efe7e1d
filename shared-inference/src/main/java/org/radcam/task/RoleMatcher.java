package org.radcam.task;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which image plays which role of a task, as far as that can be told.
 *
 * <ul>
 *   <li>An image of another modality, or with a word in its description that tells of something
 *       else, is none for a role.
 *   <li>The role's rules are tried in their order, on the image's description; where it has none,
 *       on its title. An earlier rule is the better one, and a description better than a title.
 *   <li>A role without rules is recognised by the modality alone.
 *   <li>An image plays one role at most. A role that several images fit equally well, and an image
 *       that fits several roles equally well, are left to the user: no guess is better than a bad
 *       one.
 * </ul>
 */
public final class RoleMatcher {
  /** Titles are worse witnesses than headers, whatever the rule. */
  private static final int TITLE = 1000;

  private RoleMatcher() {}

  private record Fit(String role, int image) {}

  /**
   * Matches images to roles.
   *
   * @return positions in {@code images} by the roles' keys, in the order of {@code roles}
   */
  public static Map<String, Integer> match(List<ImageRole> roles, List<SeriesTraits> images) {
    TreeMap<Integer, List<Fit>> fits = new TreeMap<>();
    for (int n = 0; n < images.size(); n++) {
      collect(roles, images.get(n), n, fits);
    }
    Map<String, Integer> found = new LinkedHashMap<>();
    Set<String> open = new HashSet<>(roles.stream().map(ImageRole::key).toList());
    Set<Integer> free = new HashSet<>();
    for (int n = 0; n < images.size(); n++) {
      free.add(n);
    }
    for (List<Fit> equal : fits.values()) {
      List<Fit> left =
          equal.stream()
              .filter(fit -> open.contains(fit.role()) && free.contains(fit.image()))
              .toList();
      for (Fit fit : left) {
        boolean only =
            left.stream()
                .allMatch(
                    other ->
                        other.equals(fit)
                            || (!other.role().equals(fit.role()) && other.image() != fit.image()));
        if (only) {
          found.put(fit.role(), fit.image());
        }
        open.remove(fit.role());
        free.remove(fit.image());
      }
    }
    Map<String, Integer> inOrder = new LinkedHashMap<>();
    for (ImageRole role : roles) {
      Optional.ofNullable(found.get(role.key())).ifPresent(n -> inOrder.put(role.key(), n));
    }
    return inOrder;
  }

  private static void collect(
      List<ImageRole> roles, SeriesTraits image, int n, Map<Integer, List<Fit>> fits) {
    String text = image.description().orElse(image.title());
    int worse = image.description().isPresent() ? 0 : TITLE;
    for (ImageRole role : roles) {
      rank(role, image, text).ifPresent(at -> add(fits, worse + at, new Fit(role.key(), n)));
    }
  }

  private static void add(Map<Integer, List<Fit>> fits, int rank, Fit fit) {
    fits.computeIfAbsent(rank, none -> new ArrayList<>()).add(fit);
  }

  /** The first rule that the image fulfils; empty where it fulfils none. */
  private static Optional<Integer> rank(ImageRole role, SeriesTraits image, String text) {
    boolean other =
        image.modality().map(modality -> !role.acceptsModality(modality)).orElse(false)
            || !role.acceptsDescription(text);
    if (other) {
      return Optional.empty();
    }
    List<RecognitionRule> rules = role.recognition();
    if (rules.isEmpty()) {
      return image.modality().isPresent() && !role.modalities().isEmpty()
          ? Optional.of(0)
          : Optional.empty();
    }
    for (int n = 0; n < rules.size(); n++) {
      if (rules.get(n).accepts(image, text)) {
        return Optional.of(n);
      }
    }
    return Optional.empty();
  }
}
