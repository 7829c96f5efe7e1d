package org.radcam.fiji;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.radcam.model.ClinicalInput;
import org.radcam.model.MissingImages;
import org.radcam.model.ModelCard;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;
import org.radcam.task.RoiPolicy;

/** What a dialog says of the model that is chosen: how far it may be trusted, and what it takes. */
final class ModelNote {
  /** Characters of a line; a message of SciJava's dialogs is as wide as its longest line. */
  private static final int LINE = 76;

  private ModelNote() {}

  /** As HTML. */
  static String of(ModelCard card) {
    List<String> lines = new ArrayList<>();
    lines.add(Html.line(card.name() + ": ", card.standing().sentence()));
    if (card.weights().isEmpty()) {
      lines.addAll(wrapped("It needs weights before it can answer. " + card.obtainingWeights()));
    }
    List<String> takes = takes(card);
    if (card.task().roles().size() + card.task().clinical().size() > 1) {
      lines.addAll(wrapped("It takes: " + words(takes) + "."));
      List<String> ignored = ignored(card, takes);
      if (!ignored.isEmpty()) {
        lines.addAll(wrapped("It does not look at: " + words(ignored) + "."));
      }
      if (card.missing() == MissingImages.REST) {
        lines.add("It answers from the rest where an image is missing.");
      }
      List<String> needed = needed(card);
      if (!needed.isEmpty()) {
        lines.addAll(wrapped("These must not be unknown: " + words(needed) + "."));
      }
    }
    return lines.stream().collect(Collectors.joining("<br>"));
  }

  private static List<String> takes(ModelCard card) {
    List<String> takes = new ArrayList<>(card.roles().stream().map(ImageRole::key).toList());
    if (!takes.isEmpty() && card.task().roi() == RoiPolicy.REQUIRED) {
      takes.add("the region");
    }
    card.clinical().stream()
        .map(ClinicalInput::field)
        .flatMap(field -> card.task().clinicalField(field).stream())
        .map(ClinicalField::title)
        .forEach(takes::add);
    return takes;
  }

  private static List<String> ignored(ModelCard card, List<String> takes) {
    List<String> all = new ArrayList<>(card.task().roles().stream().map(ImageRole::key).toList());
    card.task().clinical().stream().map(ClinicalField::title).forEach(all::add);
    all.removeAll(takes);
    return all;
  }

  private static List<String> needed(ModelCard card) {
    return card.clinical().stream()
        .filter(input -> !input.unknownAllowed())
        .flatMap(input -> card.task().clinicalField(input.field()).stream())
        .map(ClinicalField::title)
        .toList();
  }

  private static String words(List<String> list) {
    return String.join(", ", list);
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > LINE) {
        lines.add(Html.escaped(line.toString()));
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(Html.escaped(line.toString()));
    return lines;
  }
}
