package org.radcam.classify;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.radcam.classify.Contribution.Kind;
import org.radcam.model.ClinicalInput;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;
import org.radcam.network.StagedNetwork;
import org.radcam.task.ClassLabel;
import org.radcam.task.ImageRole;

/**
 * Tells what the parts of a case's input add to the answer, for every class.
 *
 * <ul>
 *   <li>One network that takes clinical values: its last layer is linear, so that the log-odds are
 *       exactly the sum of the image's part ({@link Kind#IMAGE}: what the image says of the typical
 *       patient, bias included) and of each value's ({@link Kind#CLINICAL}). The probability of a
 *       clinical value is the change when the typical patient's is put in its place; the image
 *       cannot be left out.
 *   <li>Several networks that take clinical values are no sum of parts: each value is exchanged for
 *       the typical patient's in all networks, and both numbers are the change.
 *   <li>A model of several images: each is left out in turn ({@link Kind#SEQUENCE}) of all networks
 *       that take it, and both numbers are the change. A mean of images becomes that of the others,
 *       a mean of probabilities that of the other networks; of channels, one becomes 0 ({@link
 *       CaseInputs#without}). These need not sum to anything.
 *   <li>An image that is the only one of the case, or of some network of a cascade, cannot be left
 *       out, and has no contribution.
 * </ul>
 */
final class Contributions {
  private final ModelCard card;
  private final StagedNetwork networks;
  private final CaseRoles roles;
  private final CaseInputs inputs;
  private final NDManager scope;

  Contributions(
      ModelCard card, StagedNetwork networks, CaseRoles roles, CaseInputs inputs, NDManager scope) {
    this.card = card;
    this.roles = roles;
    this.networks = networks;
    this.inputs = inputs;
    this.scope = scope;
  }

  /** The contributions to an answer; empty for a model of one image and nothing else. */
  List<Contribution> of(List<StageAnswer> answers) {
    ClassScores whole = scores(answers, StageAnswer::logits);
    List<Contribution> found = new ArrayList<>(clinical(answers, whole));
    for (ImageRole role : roles.present()) {
      without(role.key(), answers)
          .ifPresent(rest -> found.addAll(changes(Kind.SEQUENCE, role.key(), whole, rest)));
    }
    return found;
  }

  private Optional<ClassScores> without(String role, List<StageAnswer> answers) {
    if (card.isFusion()) {
      List<StageAnswer> others =
          answers.stream().filter(answer -> !answer.stage().roles().contains(role)).toList();
      return others.isEmpty() ? Optional.empty() : Optional.of(scores(others, StageAnswer::logits));
    }
    return canGo(role, answers)
        ? Optional.of(scores(answers, answer -> without(role, answer)))
        : Optional.empty();
  }

  private List<Contribution> clinical(List<StageAnswer> answers, ClassScores whole) {
    if (card.clinical().isEmpty()) {
      return List.of();
    }
    List<Contribution> found = new ArrayList<>();
    if (card.stages().size() == 1) {
      float[] typical = new float[card.clinicalNumbers()];
      ClassScores image = scores(answers, answer -> with(typical, answer));
      for (ClassLabel label : card.task().classes()) {
        found.add(
            new Contribution(
                Kind.IMAGE,
                String.join("+", roles.present().stream().map(ImageRole::key).toList()),
                label.key(),
                image.logOdds(label.key()),
                Double.NaN));
      }
    }
    int first = 0;
    for (ClinicalInput input : card.clinical()) {
      float[] values = inputs.clinical();
      for (int n = first; n < first + input.width(); n++) {
        values[n] = 0; // the typical patient's
      }
      first += input.width();
      ClassScores rest = scores(answers, answer -> with(values, answer));
      found.addAll(changes(Kind.CLINICAL, input.field(), whole, rest));
    }
    return found;
  }

  /** Whether every network that takes the image takes another one too. */
  private boolean canGo(String role, List<StageAnswer> answers) {
    Predicate<Stage> takes = stage -> stage.roles().contains(role);
    List<Stage> stages = answers.stream().map(StageAnswer::stage).filter(takes).toList();
    return !stages.isEmpty()
        && stages.stream()
            .allMatch(
                stage ->
                    stage.roles().stream()
                        .anyMatch(other -> !other.equals(role) && roles.takes(other)));
  }

  private StageLogits without(String role, StageAnswer answer) {
    Stage stage = answer.stage();
    if (!stage.roles().contains(role)) {
      return answer.logits();
    }
    try (StageAnswer rest =
        StageAnswer.of(card, stage, networks.stage(stage.key()), inputs.without(role), scope)) {
      return rest.logits();
    }
  }

  private static StageLogits with(float[] clinical, StageAnswer answer) {
    return answer.stage().architecture().clinical() == 0
        ? answer.logits()
        : answer.withClinical(clinical);
  }

  private ClassScores scores(List<StageAnswer> answers, Function<StageAnswer, StageLogits> says) {
    return new ClassScores(card, answers.stream().map(says).toList());
  }

  private List<Contribution> changes(
      Kind kind, String source, ClassScores whole, ClassScores rest) {
    return card.task().classes().stream()
        .map(ClassLabel::key)
        .map(
            key ->
                new Contribution(
                    kind,
                    source,
                    key,
                    whole.logOdds(key) - rest.logOdds(key),
                    whole.probability(key) - rest.probability(key)))
        .toList();
  }
}
