package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.features.RadiomicsFeatures;
import org.radcam.image.Geometry;
import org.radcam.image.Mask;
import org.radcam.model.FeatureModelSpec;
import org.radcam.model.ModelCard;
import org.radcam.model.RadiomicsSpec;
import org.radcam.task.Task;
import org.radcam.zoo.phantom.Phantom;
import org.radcam.zoo.phantom.Phantoms;

/**
 * Synthetic cases that a package's test case is chosen from: a package holds no patient's. One that
 * a recipe's preparation or radiomics do not fit is left out. Those that were made are kept, for
 * they take longer to make than to use: several trainings for one task may share them. Safe from
 * any thread.
 */
public final class TestPhantoms {
  private final Map<Wanted, Phantom> made = new ConcurrentHashMap<>();

  private record Wanted(String task, long seed, String label) {}

  /**
   * Refuses, before anything long begins, a recipe that no test case can be made for.
   *
   * @param plan says how cases are prepared and measured
   * @param seeds phantoms of each class to try
   * @throws UserException if none of them can be prepared and measured, saying why the last cannot
   */
  void check(ModelCard plan, int seeds) {
    usable(plan.task(), seeds, 1, phantom -> tried(plan, phantom));
  }

  /**
   * What is made of phantoms, in the order of their seeds and classes.
   *
   * @param seeds phantoms of each class to try
   * @param most that are wanted
   * @param use throws a {@link UserException} where a phantom does not fit
   * @return at least one
   */
  <T> List<T> usable(Task task, int seeds, int most, Function<Phantom, T> use) {
    int classes = task.classes().size();
    List<T> used = new ArrayList<>();
    Optional<UserException> why = Optional.empty();
    Stream<Phantom> all =
        IntStream.range(0, seeds * classes)
            .boxed()
            .parallel()
            .map(
                n ->
                    made.computeIfAbsent(
                        new Wanted(
                            task.key(), 1 + n / classes, task.classes().get(n % classes).key()),
                        TestPhantoms::make));
    // All at once if all are wanted; otherwise one after the other, as far as needed.
    Iterator<Phantom> phantoms =
        most < seeds * classes ? all.sequential().iterator() : all.toList().iterator();
    while (used.size() < most && phantoms.hasNext()) {
      try {
        used.add(use.apply(phantoms.next()));
      } catch (UserException e) {
        why = Optional.of(e);
      }
    }
    if (used.isEmpty()) {
      UserException last = why.orElseThrow();
      throw new UserException(
          "The recipe fits no synthetic case of its task, and the package's test case is made of"
              + " one: "
              + last.getMessage(),
          last);
    }
    return used;
  }

  private static Phantom make(Wanted one) {
    return Phantoms.get(one.task()).generate(one.seed(), one.label());
  }

  /** A phantom with its lesion for the region, if it has one. */
  static Case withLesion(Phantom phantom) {
    return subject(phantom, Optional.of(phantom.lesion()).filter(mask -> !mask.isEmpty()));
  }

  /** The same; where nothing is to be seen, features are those of the whole image. */
  static Case withRegion(Phantom phantom) {
    return subject(
        phantom, Optional.of(phantom.lesion().isEmpty() ? whole(phantom) : phantom.lesion()));
  }

  private static Case subject(Phantom phantom, Optional<Mask> roi) {
    return new Case("phantom", phantom.images(), roi, phantom.clinical());
  }

  private static Mask whole(Phantom phantom) {
    BitSet voxels = new BitSet();
    voxels.set(0, phantom.lesion().geometry().size().voxels());
    return new Mask(phantom.lesion().geometry(), voxels);
  }

  private static Case tried(ModelCard plan, Phantom phantom) {
    Case subject = plan.features().isPresent() ? withRegion(phantom) : withLesion(phantom);
    if (plan.hasNetwork()) {
      CaseImages.prepare(plan, subject);
    }
    for (RadiomicsSpec spec : plan.features().map(FeatureModelSpec::radiomics).orElse(List.of())) {
      Geometry reference = subject.images().get(plan.referenceRole().key()).geometry();
      try {
        RadiomicsFeatures.of(
            spec,
            filter -> true,
            subject.images().get(spec.role()),
            subject.roi().orElseThrow(),
            reference);
      } catch (UserException e) {
        throw new UserException(
            "features.radiomics of the image " + spec.role() + ": " + e.getMessage(), e);
      }
    }
    return subject;
  }
}
