package org.radcam.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Attention;
import org.radcam.prepare.ModalityUnits;
import org.radcam.prepare.Normalise;
import org.radcam.prepare.PercentileRange;
import org.radcam.prepare.Photometric;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.ReferenceGrid;
import org.radcam.prepare.Resize;
import org.radcam.prepare.RoiBlock;
import org.radcam.prepare.RoiCrop;
import org.radcam.prepare.RoiSlice;
import org.radcam.prepare.Window;
import org.radcam.prepare.ZScore;
import org.radcam.radiomics.FeatureFamily;
import org.radcam.task.Task;
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

  /**
   * Every preparation step of a 2D slice, for a network that takes an image and clinical values.
   */
  public static ModelCardBuilder fusion() {
    Task task = Tasks.get("bone-matrix");
    List<ClinicalInput> clinical =
        List.of(
            new ClinicalInput("age", List.of(40.0), List.of(20.0), false),
            new ClinicalInput(
                "mineralisation_location", List.of(0.25, 0.5), List.of(0.5, 2.0), true));
    return definition()
        .id("tiny-fusion")
        .task(task)
        .inputs(
            List.of(
                new InputSpec(
                    "CT",
                    new Preparation(
                        List.of(
                            new ModalityUnits(),
                            new RoiSlice(),
                            new RoiCrop(5),
                            new Window(300, 1500),
                            new Resize(40, 32, 0, Resize.Aspect.FIT),
                            new Normalise(0.5, 0.25))))))
        .clinical(clinical)
        .stages(
            List.of(
                Stage.only(
                    task,
                    List.of("chondroid", "osteoid"),
                    List.of("CT"),
                    Combine.CHANNELS,
                    ArchitectureSpec.of("resnet18", 3, 2)
                        .withWidth(0.125)
                        .withAttention(Attention.SQUEEZE_EXCITATION)
                        .withClinical(3),
                    1.5)));
  }

  /** A network that takes the mean of three sequences. */
  public static ModelCardBuilder mean() {
    Task task = Tasks.get("sinonasal");
    List<String> roles = List.of("T2WI", "CE-T1WI", "ADC");
    return definition()
        .id("tiny-mean")
        .task(task)
        .inputs(
            roles.stream()
                .map(
                    role ->
                        new InputSpec(
                            role,
                            new Preparation(
                                List.of(
                                    new ReferenceGrid(),
                                    new RoiSlice(),
                                    new Resize(40, 32, 0, Resize.Aspect.FIT),
                                    new ZScore()))))
                .toList())
        .stages(
            List.of(
                Stage.only(
                    task,
                    List.of("onb", "scc", "acc"),
                    roles,
                    Combine.MEAN,
                    ArchitectureSpec.of("resnet18", 3, 3).withWidth(0.125).withFeatureStep(16),
                    1)));
  }

  /** A network for each of three sequences, whose probabilities are combined. */
  public static ModelCardBuilder probabilities() {
    Task task = Tasks.get("sinonasal");
    List<String> classes = List.of("onb", "scc", "acc");
    ModelCardBuilder mean = mean();
    return mean.id("tiny-probabilities")
        .missing(MissingImages.REST)
        .stages(
            Stream.of("T2WI", "CE-T1WI", "ADC")
                .map(
                    role ->
                        Stage.ofImage(
                            task,
                            classes,
                            role,
                            ArchitectureSpec.of("resnet18", 1, 3)
                                .withWidth(0.125)
                                .withFeatureStep(16),
                            role.equals("ADC") ? 2 : 1))
                .toList());
  }

  /** A cascade of small 3D networks, each with sequences of its own. */
  public static ModelCardBuilder cascade() {
    Task task = Tasks.get("brain-metastasis");
    Map<String, List<String>> roles =
        Map.of(
            "origin", List.of("T1WI"),
            "lung", List.of("CE-T1WI", "DWI"),
            "non_lung", List.of("CE-T1WI", "DWI"));
    return definition()
        .id("tiny-cascade")
        .task(task)
        .inputs(
            Stream.of("CE-T1WI", "T1WI", "DWI")
                .map(
                    role ->
                        new InputSpec(
                            role,
                            new Preparation(
                                List.of(
                                    new ReferenceGrid(),
                                    new RoiBlock(24, 24, 24),
                                    new Resize(16, 12, 8, Resize.Aspect.STRETCH),
                                    new ZScore()))))
                .toList())
        .stages(
            task.cascade().stream()
                .map(
                    stage -> {
                      List<String> own = roles.get(stage.key());
                      boolean mean = stage.key().equals("non_lung");
                      return Stage.of(
                          stage,
                          own,
                          mean ? Combine.MEAN : Combine.CHANNELS,
                          ArchitectureSpec.of("resnet3d6", mean ? 1 : own.size(), 2)
                              .withWidth(0.125),
                          mean ? 2 : 1);
                    })
                .toList());
  }

  /** A second level over a network's features, radiomics features and a clinical value. */
  public static ModelCardBuilder features() {
    ModelCard network = fusion().build();
    return network.toBuilder()
        .id("tiny-features")
        .stages(
            network.stages().stream()
                .map(stage -> stage.withArchitecture(stage.architecture().withClinical(0)))
                .toList())
        .features(
            new FeatureModelSpec(
                List.of("chondroid", "osteoid"),
                Optional.empty(),
                List.of(
                    new RadiomicsSpec(
                        "raw",
                        "CT",
                        new Preparation(List.of(new ModalityUnits(), new RoiSlice())),
                        2,
                        "fbs:25.0",
                        Optional.of("fbn:100"),
                        List.of(-500.0, 2000.0),
                        OptionalDouble.of(3),
                        List.of(1.0, 1.0, 0.0),
                        true,
                        true,
                        List.of("none", "log:2"),
                        EnumSet.of(FeatureFamily.STATISTICS, FeatureFamily.SIZE_ZONE)),
                    new RadiomicsSpec(
                        "plain",
                        "CT",
                        new Preparation(List.of()),
                        3,
                        "fbn:32",
                        Optional.empty(),
                        List.of(),
                        OptionalDouble.empty(),
                        List.of(),
                        false,
                        false,
                        List.of("none"),
                        EnumSet.allOf(FeatureFamily.class))),
                Optional.empty()));
  }

  /** A second level over clinical values alone. */
  public static ModelCardBuilder conventional() {
    Task task = Tasks.get("sinonasal");
    return definition()
        .id("tiny-conventional")
        .task(task)
        .inputs(List.of())
        .stages(List.of())
        .clinical(
            List.of(
                new ClinicalInput("t2_intensity", List.of(0.5, 0.25), List.of(0.5, 0.4), false),
                new ClinicalInput("adc_value", List.of(1100.0), List.of(180.0), true)))
        .features(
            new FeatureModelSpec(
                List.of("onb", "scc", "acc"), Optional.empty(), List.of(), Optional.empty()));
  }
}
