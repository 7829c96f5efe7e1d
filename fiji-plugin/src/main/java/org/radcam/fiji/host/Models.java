package org.radcam.fiji.host;

import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.task.Tasks;
import org.radcam.zoo.ModelZoo;

/** The model packages that answer a task's question, as they were when this was made. */
public final class Models {
  private final String taskKey;
  private final ModelZoo zoo;

  /**
   * Looks the packages up.
   *
   * @throws UserException if there is no such task
   */
  public Models(String taskKey) {
    this(taskKey, ModelZoo.standard());
  }

  private Models(String taskKey, ModelZoo zoo) {
    this.taskKey = Tasks.get(taskKey).key();
    this.zoo = zoo;
  }

  /**
   * Those of another task, without looking them up again.
   *
   * @throws UserException if there is no such task
   */
  public Models forTask(String otherKey) {
    return new Models(otherKey, zoo);
  }

  /** Ids, the one to offer first at the front. */
  public List<String> ids() {
    return zoo.packagesFor(taskKey).stream().map(model -> model.card().id()).toList();
  }

  /** The card of a model; empty where the task has no such model. */
  public Optional<ModelCard> card(String id) {
    return zoo.packagesFor(taskKey).stream()
        .map(ModelPackage::card)
        .filter(card -> card.id().equals(id))
        .findFirst();
  }

  /**
   * The package of an id, or the first one.
   *
   * @throws UserException if there is none, or it answers another question
   */
  public ModelPackage choose(Optional<String> id) {
    ModelPackage chosen =
        id.map(zoo::find)
            .or(() -> zoo.packagesFor(taskKey).stream().findFirst())
            .orElseThrow(() -> new UserException("There is no model for " + taskKey + "."));
    ModelCard card = chosen.card();
    if (!card.task().key().equals(taskKey)) {
      throw new UserException(
          "The model '" + card.id() + "' answers another question: " + card.task().title() + ".");
    }
    return chosen;
  }
}
