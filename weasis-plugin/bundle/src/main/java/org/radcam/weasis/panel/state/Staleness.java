package org.radcam.weasis.panel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.model.ModelCard;
import org.radcam.weasis.run.Answer;
import org.radcam.weasis.run.ClassifyRequest;
import org.radcam.weasis.viewer.ViewedImage;
import org.radcam.weasis.viewer.ViewerSeries;

/**
 * Decides whether an answer is about what is chosen now. The first of these that holds is said:
 *
 * <ul>
 *   <li>another patient is selected;
 *   <li>one of its series was closed;
 *   <li>model, images, region or clinical values are others now.
 * </ul>
 *
 * Another image of the same series in view is no change: the answer says which image it is about.
 */
final class Staleness {
  private final Answer answer;
  private final PanelModel now;

  Staleness(Answer answer, PanelModel now) {
    this.answer = answer;
    this.now = now;
  }

  /** What must be said beside the answer; empty where it is about what is chosen now. */
  Optional<Notice> notice(Patient askedFor) {
    if (now.patient().isOther(askedFor)) {
      return Optional.of(
          new Notice(
              Notice.Kind.OTHER_PATIENT,
              Messages.text("result.other-patient", answer.result().caseId())));
    }
    if (answer.isClosed()) {
      return Optional.of(new Notice(Notice.Kind.CLOSED, Messages.text("result.closed")));
    }
    List<String> changed = changed();
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Notice(
                Notice.Kind.STALE, Messages.text("result.stale", String.join(", ", changed))));
  }

  private List<String> changed() {
    ClassifyRequest asked = answer.request();
    ModelCard card = asked.model().card();
    if (now.model().filter(model -> model.card().equals(card)).isEmpty()) {
      return List.of(Messages.text("changed.model"));
    }
    List<String> changed = new ArrayList<>();
    if (card.roles().stream()
        .anyMatch(role -> !series(asked, role.key()).equals(now.images().of(role.key())))) {
      changed.add(Messages.text("changed.images"));
    }
    if (!card.roles().isEmpty() && !SameRegion.of(asked.region(), now.region().choice())) {
      changed.add(Messages.text("changed.region"));
    }
    Map<String, String> values = now.knownValues(card);
    if (!values.equals(asked.clinical())) {
      changed.add(Messages.text("changed.values"));
    }
    return changed;
  }

  private static Optional<ViewerSeries> series(ClassifyRequest asked, String role) {
    return Optional.ofNullable(asked.images().get(role)).map(ViewedImage::series);
  }
}
