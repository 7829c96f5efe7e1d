package org.radcam.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.radcam.image.Size;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Attention;
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
    line(text, card.hasNetwork() ? "## Network" : "## Model");
    card.stages().forEach(stage -> line(text, network(card, stage)));
    if (card.isFusion()) {
      line(text, "The probability of a class is the mean of these networks' calibrated ones.");
    }
    if (card.missing() == MissingImages.REST) {
      line(
          text,
          "A case that lacks some of the images is answered from the others, with a warning.");
    }
    for (InputSpec input : card.inputs()) {
      line(
          text,
          input.role()
              + ": "
              + String.join(
                  ", ", input.preparation().steps().stream().map(PreparationStep::key).toList())
              + ".");
    }
    card.features().ifPresent(spec -> line(text, secondLevel(card, spec)));
    if (!card.clinical().isEmpty()) {
      line(
          text,
          "Clinical values: "
              + String.join(", ", card.clinical().stream().map(ClinicalInput::field).toList())
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

  private static String secondLevel(ModelCard card, FeatureModelSpec spec) {
    List<String> sources = new ArrayList<>();
    if (card.hasNetwork()) {
      sources.add("the means of the network's last feature maps");
    }
    for (RadiomicsSpec one : spec.radiomics()) {
      sources.add(
          "radiomics features of the region of interest ("
              + one.role()
              + ", "
              + one.dimensions()
              + "D, "
              + one.discretisation()
              + (one.filters().equals(List.of(RadiomicsSpec.UNFILTERED))
                  ? ""
                  : ", images " + String.join(" and ", one.filters()))
              + ")");
    }
    if (!card.clinical().isEmpty()) {
      sources.add("clinical values");
    }
    return "A second level answers"
        + spec.model().map(file -> " (" + file.name() + ")").orElse("")
        + ", from some of these features: "
        + String.join("; ", sources)
        + ". Answers: "
        + String.join(", ", spec.classes())
        + "."
        + (card.hasNetwork() ? " The network's own logits above are not used." : "");
  }

  private static String network(ModelCard card, Stage stage) {
    ArchitectureSpec network = stage.architecture();
    Size size = card.inputSize();
    return (stage.key().isEmpty() ? "" : (card.isFusion() ? "" : "Stage ") + stage.key() + ": ")
        + network.key()
        + ", width "
        + network.width()
        + (network.attention() == Attention.NONE
            ? ""
            : ", " + network.attention().key() + " attention")
        + ", input "
        + network.inputChannels()
        + " x "
        + (size.slices() > 1 ? size.slices() + " x " : "")
        + size.rows()
        + " x "
        + size.columns()
        + " ("
        + (stage.combine() == Combine.MEAN ? "mean of " : "")
        + String.join(", ", stage.roles())
        + (network.clinical() > 0 ? ", and clinical values" : "")
        + "). Answers in the order of the logits: "
        + String.join(", ", stage.branchKeys())
        + " ("
        + card.activation().key()
        + ", temperature "
        + String.format(Locale.ROOT, "%.3f", stage.temperature())
        + ").";
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
