package org.radcam.model;

import java.util.Locale;
import org.radcam.prepare.PreparationStep;

/** A model's card for people, in Markdown. */
public final class CardDocument {
  private CardDocument() {}

  public static String of(ModelCard card) {
    StringBuilder text = new StringBuilder();
    line(text, "# " + card.name());
    line(text, "**" + card.standing().sentence() + "**");
    line(text, card.description());
    line(text, "Question: " + card.task().question());
    line(text, "## Intended use");
    line(text, card.intendedUse());
    if (!card.limits().isEmpty()) {
      line(text, "## Limits");
      card.limits().forEach(limit -> text.append("- ").append(limit).append('\n'));
      text.append('\n');
    }
    line(text, "## Network");
    line(
        text,
        card.architecture().key()
            + ", width "
            + card.architecture().width()
            + ", input "
            + card.architecture().inputChannels()
            + " x "
            + card.inputSize().rows()
            + " x "
            + card.inputSize().columns()
            + ". Answers in the order of the logits: "
            + String.join(", ", card.classes())
            + " ("
            + card.activation().key()
            + ", temperature "
            + String.format(Locale.ROOT, "%.3f", card.temperature())
            + ").");
    for (InputSpec input : card.inputs()) {
      line(
          text,
          input.role()
              + ": "
              + String.join(
                  ", ", input.preparation().steps().stream().map(PreparationStep::key).toList())
              + ".");
    }
    line(text, "## Validation");
    if (card.performance().isEmpty()) {
      line(text, "No figure has been measured.");
    } else {
      line(text, figures(card));
    }
    if (!card.trainingData().isEmpty()) {
      line(text, "## Training data");
      line(text, card.trainingData());
    }
    if (!card.obtainingWeights().isEmpty()) {
      line(text, card.weights().isPresent() ? "## Training it again" : "## Obtaining weights");
      line(text, card.obtainingWeights());
    }
    return text.toString().stripTrailing() + "\n";
  }

  private static String figures(ModelCard card) {
    StringBuilder table =
        new StringBuilder(
            "| figure | value | 95 % interval | method | data |\n|---|---|---|---|---|");
    for (Performance figure : card.performance()) {
      table.append(
          String.format(
              Locale.ROOT,
              "%n| %s | %.3f | %.3f to %.3f | %s | %s |".replace("%n", "\n"),
              figure.metric(),
              figure.value(),
              figure.low(),
              figure.high(),
              figure.method(),
              figure.data()));
    }
    return table.toString();
  }

  private static void line(StringBuilder text, String paragraph) {
    text.append(paragraph).append("\n\n");
  }
}
