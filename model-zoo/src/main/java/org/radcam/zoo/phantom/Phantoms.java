package org.radcam.zoo.phantom;

import java.util.List;
import org.radcam.UserException;

/** The generators that there are. */
public final class Phantoms {
  private static final List<PhantomGenerator> ALL =
      List.of(
          new ChestXrayPhantoms(),
          new BoneMatrixPhantoms(),
          new VertebralFracturePhantoms(),
          new SinonasalPhantoms(),
          new BrainMetastasisPhantoms());

  private Phantoms() {}

  /**
   * The generator for a task.
   *
   * @throws UserException listing the tasks that have one
   */
  public static PhantomGenerator get(String taskKey) {
    return ALL.stream()
        .filter(generator -> generator.taskKey().equals(taskKey))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "There are no phantoms for task '"
                        + taskKey
                        + "'. There are for: "
                        + String.join(", ", ALL.stream().map(PhantomGenerator::taskKey).toList())
                        + "."));
  }
}
