package org.radcam.zoo;

import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;

/**
 * One of a model's logits.
 *
 * @param stage index of the network that has it
 * @param index among that network's logits
 */
public record Logit(int stage, int index) {
  /**
   * Finds a logit.
   *
   * @param text its index from 0 over all networks' logits, or its name as {@link
   *     ModelCard#logitNames} has it: the class's key, or {@code stage.branch}
   * @throws UserException listing the names, if there is no such logit
   */
  public static Logit of(ModelCard card, String text) {
    List<String> names = card.logitNames();
    int at = names.indexOf(text);
    if (at < 0 && text.matches("[0-9]{1,6}")) {
      at = Integer.parseInt(text);
    }
    if (at < 0 || at >= names.size()) {
      throw new UserException(
          "The model '"
              + card.id()
              + "' has no logit '"
              + text
              + "'; it has "
              + String.join(", ", names)
              + (names.size() == 1 ? " (0)." : " (0 to " + (names.size() - 1) + ")."));
    }
    int stage = 0;
    for (Stage one : card.stages()) {
      int own = one.branches().size();
      if (at < own) {
        break;
      }
      at -= own;
      stage++;
    }
    return new Logit(stage, at);
  }

  /**
   * Index of the network that is looked into: that of a logit, or of a stage, or the only one.
   *
   * @param stageKey null where none is named
   * @throws UserException if nothing says which of several it is, there is no such stage, or both
   *     are given and differ
   */
  public static int stageIndex(ModelCard card, Optional<Logit> logit, String stageKey) {
    List<String> keys = card.stages().stream().map(Stage::key).toList();
    if (stageKey == null) {
      if (logit.isEmpty() && keys.size() > 1) {
        throw new UserException(
            "The model '"
                + card.id()
                + "' has several networks: "
                + String.join(", ", keys)
                + ". Say with --stage or --class which one's activations to write.");
      }
      return logit.map(Logit::stage).orElse(0);
    }
    int stage = card.stages().size() > 1 ? keys.indexOf(stageKey) : -1;
    if (stage < 0) {
      throw new UserException(
          "The model '"
              + card.id()
              + (card.stages().size() > 1
                  ? "' has no stage '" + stageKey + "'; it has " + String.join(", ", keys) + "."
                  : "' has a single network and no stages; leave out --stage."));
    }
    if (logit.isPresent() && logit.get().stage() != stage) {
      throw new UserException(
          "The class is one of stage '"
              + keys.get(logit.get().stage())
              + "', not of stage '"
              + stageKey
              + "'.");
    }
    return stage;
  }
}
