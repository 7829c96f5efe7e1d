package org.radcam.model;

import java.util.List;
import java.util.Optional;
import org.radcam.network.ArchitectureSpec;
import org.radcam.prepare.Normalise;
import org.radcam.prepare.PercentileRange;
import org.radcam.prepare.Photometric;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.Resize;
import org.radcam.task.Tasks;

/** A small, complete card for tests: a narrow ResNet-18 for chest X-rays of 64 x 48 pixels. */
public final class TestCards {
  private TestCards() {}

  /** A network of the test cards. */
  public static Stage network(List<String> classes) {
    return Stage.only(
        Tasks.get("chest-xray"),
        classes,
        List.of("CXR"),
        Combine.CHANNELS,
        ArchitectureSpec.of("resnet18", 1, classes.size()).withWidth(0.125).withDropout(0.2),
        1.25);
  }

  /** Without weights. */
  public static ModelCardBuilder definition() {
    return new ModelCardBuilder()
        .id("tiny-chest")
        .name("Tiny chest network (for tests)")
        .version("1.2.3")
        .description("A narrow ResNet-18; \"quotes\", colons: and 2 × 3 in its description.")
        .credits(
            new Credits(
                List.of("A. Author", "B. Author"),
                "Apache-2.0",
                List.of(
                    new Credits.Citation(
                        "He K et al. CVPR 2016",
                        Optional.of("10.1109/CVPR.2016.90"),
                        Optional.empty()))))
        .task(Tasks.get("chest-xray"))
        .inputs(
            List.of(
                new InputSpec(
                    "CXR",
                    new Preparation(
                        List.of(
                            new Photometric(),
                            new PercentileRange(0.5, 99.5),
                            new Resize(64, 48, 0, Resize.Aspect.FIT),
                            new Normalise(0.5, 0.25))))))
        // Not the task's order: the logits have their own.
        .stages(List.of(network(List.of("finding", "no_finding"))))
        .activation(Activation.SOFTMAX)
        .standing(Standing.DEMO)
        .intendedUse("Tests.")
        .limits(List.of("It knows nothing.", "It is tiny: really."))
        .performance(
            List.of(
                new Performance(
                    "AUC",
                    0.71,
                    0.65,
                    0.77,
                    "5-fold, by patient, bootstrap",
                    "100 of 90 patients")))
        .trainingData("None: random weights.")
        .obtainingWeights("Run the tests.");
  }
}
