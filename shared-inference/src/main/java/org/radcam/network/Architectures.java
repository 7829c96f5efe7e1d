package org.radcam.network;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.radcam.UserException;

/** The architectures that there are. */
public final class Architectures {
  private static final List<Architecture> ALL =
      Stream.<List<? extends Architecture>>of(
              ResidualArchitecture.IMAGES,
              List.of(new DenseArchitecture()),
              ResidualArchitecture.VOLUMES)
          .<Architecture>flatMap(List::stream)
          .toList();

  private Architectures() {}

  /** Those that can be made from numbers alone; TorchScript programs are not among them. */
  public static List<Architecture> all() {
    return ALL;
  }

  /**
   * Finds an architecture.
   *
   * @throws UserException that lists what there is, if there is no such key
   */
  public static Architecture get(String key) {
    return Stream.concat(ALL.stream(), ScriptArchitecture.BOTH.stream())
        .filter(architecture -> architecture.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "There is no network architecture '"
                        + key
                        + "'; there are: "
                        + ALL.stream().map(Architecture::key).collect(Collectors.joining(", "))
                        + "."));
  }

  /**
   * Makes a network without weights.
   *
   * @throws UserException if there is no such architecture
   */
  public static FeatureNetwork create(ArchitectureSpec spec) {
    return get(spec.key()).create(spec);
  }
}
