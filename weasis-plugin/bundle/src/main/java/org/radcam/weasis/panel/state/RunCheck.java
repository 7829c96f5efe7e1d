package org.radcam.weasis.panel.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.radcam.model.ClinicalInput;
import org.radcam.model.MissingImages;
import org.radcam.model.ModelCard;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;
import org.radcam.task.RoiPolicy;
import org.radcam.weasis.region.RegionChoice;
import org.radcam.weasis.viewer.ViewerSeries;

/**
 * Decides whether a model can be asked with what is chosen, and if not, says in one sentence why.
 * The first of these that holds is said:
 *
 * <ul>
 *   <li>the model has no weights;
 *   <li>an image is missing, and the model does not answer from the rest, or none is there;
 *   <li>a chosen series was closed;
 *   <li>one series was chosen for two roles;
 *   <li>a clinical value of the model is wrong, or unknown where it must not be;
 *   <li>there is no region where one is needed;
 *   <li>the model takes one image of the reference series, which has several, and neither has the
 *       user looked at one nor is there a region on one.
 * </ul>
 */
final class RunCheck {
  private final ModelCard card;
  private final ImageChoices images;
  private final ClinicalEntries clinical;
  private final RegionEntry region;
  private final Set<ViewerSeries> seen;

  /**
   * @param seen series of which the user has looked at an image
   */
  RunCheck(
      ModelCard card,
      ImageChoices images,
      ClinicalEntries clinical,
      RegionEntry region,
      Set<ViewerSeries> seen) {
    this.card = card;
    this.images = images;
    this.clinical = clinical;
    this.region = region;
    this.seen = seen;
  }

  /** Why not; empty where nothing speaks against it. */
  Optional<String> problem() {
    return Stream.of(weights(), missing(), closed(), twice(), values(), noRegion(), unseen())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Whether the model cannot do without a region. */
  static boolean needsRegion(ModelCard card) {
    return !card.roles().isEmpty() && (card.needsRoi() || card.task().roi() == RoiPolicy.REQUIRED);
  }

  private Optional<String> weights() {
    return card.weights().isEmpty()
        ? Optional.of(Messages.text("run.weights", card.name()))
        : Optional.empty();
  }

  private Optional<String> missing() {
    List<ImageRole> missing =
        card.roles().stream().filter(role -> images.of(role.key()).isEmpty()).toList();
    boolean rest = card.missing() == MissingImages.REST;
    if (missing.isEmpty() || (rest && missing.size() < card.roles().size())) {
      return Optional.empty();
    }
    ImageRole first = missing.get(0);
    return Optional.of(
        rest && card.roles().size() > 1
            ? Messages.text("run.image.any")
            : Messages.text("run.image", first.title(), first.key()));
  }

  private Optional<String> closed() {
    return card.roles().stream()
        .flatMap(role -> images.of(role.key()).stream())
        .filter(series -> !series.isOpen())
        .findFirst()
        .map(series -> Messages.text("run.closed", series.title()));
  }

  private Optional<String> twice() {
    Map<ViewerSeries, ImageRole> taken = new HashMap<>();
    for (ImageRole role : card.roles()) {
      Optional<ViewerSeries> series = images.of(role.key());
      if (series.isPresent()) {
        ImageRole other = taken.putIfAbsent(series.get(), role);
        if (other != null) {
          return Optional.of(
              Messages.text("run.twice", series.get().title(), other.key(), role.key()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> values() {
    for (ClinicalInput input : card.clinical()) {
      ClinicalField field = card.task().clinicalField(input.field()).orElseThrow();
      Optional<String> wrong = clinical.problem(field);
      if (wrong.isPresent()) {
        return Optional.of(Messages.text("run.value", field.title(), wrong.get()));
      }
      boolean unknown = ClinicalInput.isUnknown(Optional.of(clinical.text(input.field())));
      if (unknown && !input.unknownAllowed()) {
        return Optional.of(Messages.text("run.unknown", field.title()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> unseen() {
    if (card.takesVolumes() || !(region.choice() instanceof RegionChoice.Nothing)) {
      return Optional.empty();
    }
    return card.roles().stream()
        .flatMap(role -> images.of(role.key()).stream())
        .findFirst()
        .filter(series -> series.images() > 1 && !seen.contains(series))
        .map(series -> Messages.text("run.image.look", series.title()));
  }

  private Optional<String> noRegion() {
    if (!needsRegion(card) || !(region.choice() instanceof RegionChoice.Nothing)) {
      return Optional.empty();
    }
    RegionSource source = region.source();
    return Optional.of(
        Messages.text(
            source instanceof RegionSource.Selected && region.count(new RegionSource.All()) > 0
                ? "run.region.selected"
                : "run.region"));
  }
}
