package org.radcam.weasis.panel.state;

import java.util.ArrayList;
import java.util.List;
import org.radcam.model.MissingImages;
import org.radcam.model.ModelCard;
import org.radcam.task.ImageRole;

/**
 * What is said of the model that is chosen, beside its standing: what it lacks, and what it takes.
 */
public final class ModelNote {
  private ModelNote() {}

  /** Sentences, the most important first. */
  public static List<String> of(ModelCard card) {
    List<String> lines = new ArrayList<>();
    if (card.weights().isEmpty()) {
      lines.add(Messages.text("model.needs-weights", card.obtainingWeights()));
    }
    if (card.roles().isEmpty()) {
      lines.add(Messages.text("model.no-image"));
    }
    List<String> ignored = ignored(card);
    if (!ignored.isEmpty()) {
      lines.add(Messages.text("model.ignores", String.join(", ", ignored)));
    }
    if (card.missing() == MissingImages.REST && card.roles().size() > 1) {
      lines.add(Messages.text("model.rest"));
    }
    return lines;
  }

  /** Values that it does not look at are not asked for, which says enough. */
  private static List<String> ignored(ModelCard card) {
    return card.roles().isEmpty()
        ? List.of()
        : card.task().roles().stream()
            .filter(role -> !card.roles().contains(role))
            .map(ImageRole::key)
            .toList();
  }
}
