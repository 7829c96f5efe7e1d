package org.radcam.zoo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.TestData;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.Result;
import org.radcam.classify.Warning;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.image.SourceImage;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelCard;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.FeatureNetwork;
import org.radcam.network.Shortcut;
import org.radcam.network.weights.NetworkWeights;
import org.radcam.network.weights.TensorType;
import org.radcam.network.weights.mapping.InputScaling;
import org.radcam.prepare.Normalise;
import org.radcam.prepare.PreparationStep;
import org.radcam.zoo.ImportDefinition;
import org.radcam.zoo.ModelZoo;
import org.radcam.zoo.Verification;
import org.radcam.zoo.phantom.Phantoms;
import picocli.CommandLine;

class ZooImportTest {
  private static final ArchitectureSpec IMAGES =
      ArchitectureSpec.of("resnet18", 1, 2).withWidth(0.125);

  @TempDir private static Path shared;
  private static Path weights;
  private static Path features;

  @TempDir private Path folder;

  private record Answer(int code, String out, String err) {}

  private static Answer run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        RadcamCli.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code =
        command.execute(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
    return new Answer(code, out.toString(), err.toString());
  }

  @BeforeAll
  static void makeWeights() throws IOException {
    weights = save(IMAGES, "whole", true);
    features = save(IMAGES, "features", false);
  }

  private static Path save(ArchitectureSpec spec, String name, boolean whole) throws IOException {
    Path file = shared.resolve(name + ".safetensors");
    try (NDManager manager =
        TorchEngine.newManager(TorchEngine.device(DeviceChoice.CPU).device())) {
      FeatureNetwork network = Architectures.create(spec);
      network.draw(manager, 4);
      if (whole) {
        NetworkWeights.save(network, file, Map.of(), TensorType.F32);
      } else {
        NetworkWeights.saveFeatures(network, file, Map.of(), TensorType.F32);
      }
    }
    return file;
  }

  @Test
  void forATaskItTakesTheTasksClassesAndPreparation() throws IOException {
    Path out = folder.resolve("mine");
    Answer answer =
        run(
            "zoo",
            "import",
            weights,
            "--arch",
            "resnet18",
            "--width",
            0.125,
            "--task",
            "chest-xray",
            "--out",
            out);
    assertThat(answer.code()).as(answer.err()).isZero();
    FolderPackage made = FolderPackage.open(out);
    ModelCard card = made.card();
    assertThat(answer.out()).contains("Images are prepared as by 'chest-xray-nih'.");
    assertThat(card.id()).isEqualTo("mine");
    assertThat(card.task().key()).isEqualTo("chest-xray");
    assertThat(card.onlyStage().branchKeys()).containsExactly("no_finding", "finding");
    assertThat(card.onlyStage().architecture()).isEqualTo(IMAGES);
    assertThat(card.inputs().get(0).preparation().steps())
        .extracting(PreparationStep::key)
        .contains("percentile-range", "resize", "normalise");
    assertThat(Verification.of(made, DeviceChoice.CPU).outcome())
        .isEqualTo(Verification.Outcome.PASSED);
  }

  @Test
  void withoutATaskItRunsOnArraysAndAnswersNothing() throws IOException {
    Path out = folder.resolve("bare");
    Answer answer =
        run(
            "zoo",
            "import",
            weights,
            "--arch",
            "resnet18",
            "--width",
            0.125,
            "--classes",
            2,
            "--out",
            out);
    assertThat(answer.code()).as(answer.err()).isZero();
    FolderPackage made = FolderPackage.open(out);
    assertThat(made.card().task().key()).isEqualTo("none");
    assertThat(Verification.of(made, DeviceChoice.CPU).outcome())
        .isEqualTo(Verification.Outcome.PASSED);
    assertThatThrownBy(() -> Classifier.open(made, DeviceChoice.CPU))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("answers no task");
    assertThat(run("zoo", "list", "--models", folder).out()).contains("bare");
    assertThat(run("zoo", "show", "bare", "--models", folder).code()).isZero();
  }

  @Test
  void volumesAreImportedWithTheShortcutThatTheFileHas() throws IOException {
    Path file =
        save(
            ArchitectureSpec.of("resnet3d10", 1, 3).withWidth(0.0625).withShortcut(Shortcut.A),
            "volume",
            true);
    Path out = folder.resolve("volume");
    Answer answer =
        run(
            "zoo",
            "import",
            file,
            "--arch",
            "resnet3d10",
            "--width",
            0.0625,
            "--classes",
            3,
            "--out",
            out);
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("MedicalNet");
    FolderPackage made = FolderPackage.open(out);
    assertThat(made.card().onlyStage().architecture().shortcut()).isEqualTo(Shortcut.A);
    assertThat(Verification.of(made, DeviceChoice.CPU).outcome())
        .isEqualTo(Verification.Outcome.PASSED);
  }

  @Test
  void featuresAloneMakeNoPackageButFirstWeights() throws IOException {
    Path out = folder.resolve("headless");
    List<Object> line =
        List.of("zoo", "import", features, "--arch", "resnet18", "--width", 0.125, "--out", out);
    Answer refused = run(with(line, "--classes", 2));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err().lines()).hasSize(1);
    assertThat(refused.err()).contains("has no classifier (fc.bias, fc.weight)", "--headless");
    assertThat(out).doesNotExist();

    Answer answer = run(with(line, "--headless"));
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("--init " + out);
    FeatureNetwork network = Architectures.create(IMAGES.withClasses(7));
    try (NDManager manager =
        TorchEngine.newManager(TorchEngine.device(DeviceChoice.CPU).device())) {
      network.draw(manager, 9);
      NetworkWeights.loadFeatures(network, out.resolve("weights.safetensors"), manager);
    }
  }

  @Test
  void anotherNumberOfOutputsIsSaidAsSuch() {
    Answer answer =
        run(
            "zoo",
            "import",
            weights,
            "--arch",
            "resnet18",
            "--width",
            0.125,
            "--classes",
            5,
            "--out",
            folder.resolve("five"));
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("has 2 outputs, but the package would have 5 classes");
  }

  @Test
  void anotherNetworksTensorsAreListed() throws IOException {
    Path file = TestData.require("weights/resnet_cifar10/resnet20-12fca82f.th");
    Path out = folder.resolve("cifar");
    Answer answer = run("zoo", "import", file, "--arch", "resnet18", "--classes", 10, "--out", out);
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err().lines()).hasSize(1);
    assertThat(answer.err())
        .contains("they do not fit the network; missing: fc.bias, fc.weight")
        .contains("not of this network:")
        .contains("conv1.weight [16, 3, 3, 3] not [64, 3, 7, 7]");
    assertThat(out).doesNotExist();
  }

  @Test
  void theScalingThatTheWeightsWantReplacesThePreparations() throws IOException {
    // One channel and 18 outputs would be TorchXRayVision's; its operating points tell, too.
    Path out = folder.resolve("bare");
    Path file = save(ArchitectureSpec.of("densenet121", 1, 18).withWidth(0.125), "xray", true);
    Answer answer =
        run(
            "zoo",
            "import",
            file,
            "--arch",
            "densenet121",
            "--width",
            0.125,
            "--classes",
            18,
            "--out",
            out);
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("TorchXRayVision, whose input is -1024 to 1024");
    assertThat(FolderPackage.open(out).card().inputs().get(0).preparation().steps())
        .last()
        .isEqualTo(new Normalise(0.5, 1.0 / 2048));
  }

  @Test
  void imagesArePreparedAsByTheShippedPackageOfTheNearestWidth() {
    assertThat(ImportDefinition.forTask("chest-xray", IMAGES).id()).isEqualTo("chest-xray-nih");
    assertThat(ImportDefinition.forTask("chest-xray", IMAGES.withWidth(1)).id())
        .isEqualTo("chest-xray-resnet152");
  }

  @Test
  void aDefinitionTakesTheWeightsScalingOrSaysThatItCannot() {
    InputScaling wanted = new InputScaling(0.5, 0.25, "a test");
    ModelCard chest = ModelZoo.shipped().find("chest-xray-resnet152").card();
    assertThat(ImportDefinition.scaled(chest, wanted).orElseThrow().inputs().get(0))
        .extracting(input -> input.preparation().steps())
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .last()
        .isEqualTo(new Normalise(0.5, 0.25));
    ModelCard unscaled = ImportDefinition.withoutTask(IMAGES, Optional.empty());
    assertThat(ImportDefinition.scaled(unscaled, wanted)).isEmpty();
  }

  @Test
  void optionsThatWouldBeIgnoredAreRefused() {
    Answer definition =
        run("zoo", "import", weights, "--package", "chest-xray-resnet152", "--feature-step", 8);
    assertThat(definition.code()).isEqualTo(2);
    assertThat(definition.err()).contains("--package has a network", "leave out --feature-step");
    Answer script =
        run("zoo", "import", weights, "--arch", "torchscript", "--classes", 2, "--width", 1);
    assertThat(script.code()).isEqualTo(2);
    assertThat(script.err()).contains("leave out --width");
  }

  @Test
  void whatIsNeitherPyTorchNorSafetensorsIsRefusedInOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("model.h5"), "HDF");
    Answer answer = run("zoo", "import", file, "--arch", "resnet18", "--classes", 2);
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err().lines()).hasSize(1);
    assertThat(answer.err()).contains("neither a PyTorch file");
  }

  @Test
  void theOptionsMustSayWhatTheWeightsAreFor() {
    assertThat(run("zoo", "import", weights).code()).isEqualTo(2);
    assertThat(run("zoo", "import", weights, "--classes", 2).err()).contains("Give --arch");
    assertThat(run("zoo", "import", weights, "--arch", "resnet18").err()).contains("Give one of");
    assertThat(
            run("zoo", "import", weights, "--arch", "resnet18", "--headless", "--classes", 2).err())
        .contains("--headless writes no package");
    Answer unknown =
        run(
            "zoo",
            "import",
            weights,
            "--arch",
            "vgg",
            "--classes",
            2,
            "--out",
            folder.resolve("x"));
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("no network architecture 'vgg'");
  }

  private Path program(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = TestData.class.getResourceAsStream("/golden/torch/" + name)) {
      Files.copy(in, file);
    }
    return file;
  }

  private static Result classify(FolderPackage made) {
    SourceImage image =
        Phantoms.get("chest-xray").generate(3, "finding").images().values().iterator().next();
    try (Classifier classifier = Classifier.open(made, DeviceChoice.CPU)) {
      return classifier.classify(Case.of("CXR", image, Optional.empty()), ClassifyOptions.DEFAULT);
    }
  }

  @Test
  void aProgramWithFeaturesAndHeadIsSplitAndShowsWhere() throws IOException {
    Path out = folder.resolve("split");
    Answer answer =
        run(
            "zoo",
            "import",
            program("program_split.pt"),
            "--arch",
            "torchscript",
            "--channels",
            1,
            "--task",
            "chest-xray",
            "--out",
            out);
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("has features and a head");
    FolderPackage made = FolderPackage.open(out);
    assertThat(made.card().onlyStage().architecture().featureStep()).isEqualTo(8);
    assertThat(Verification.of(made, DeviceChoice.CPU).outcome())
        .isEqualTo(Verification.Outcome.PASSED);
    assertThat(classify(made).heatMap()).isPresent();
  }

  @Test
  void aProgramThatCannotBeSplitClassifiesAndSaysThatThereIsNoMap() throws IOException {
    Path out = folder.resolve("whole");
    Answer answer =
        run(
            "zoo",
            "import",
            program("program_whole.pt"),
            "--arch",
            "torchscript",
            "--channels",
            1,
            "--task",
            "chest-xray",
            "--out",
            out);
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("there is no heat map", "people you trust");
    Answer half = run("zoo", "export", out, "--type", "F16", "--out", folder.resolve("half.zip"));
    assertThat(half.code()).isEqualTo(1);
    assertThat(half.err()).contains("keeps its type").hasLineCount(1);
    FolderPackage made = FolderPackage.open(out);
    assertThat(made.card().limits()).anyMatch(limit -> limit.contains("cannot show where"));
    assertThat(Files.readString(out.resolve("rdf.yaml"))).contains("torchscript:");
    assertThat(Verification.of(made, DeviceChoice.CPU).outcome())
        .isEqualTo(Verification.Outcome.PASSED);
    Result result = classify(made);
    assertThat(result.heatMap()).isEmpty();
    assertThat(result.warnings()).extracting(Warning::code).contains("no-map");
  }

  @Test
  void aStateDictIsNoProgramAndAProgramIsNoStateDict() throws IOException {
    Path out = folder.resolve("x");
    Answer dict =
        run(
            "zoo",
            "import",
            program("zip.pth"),
            "--arch",
            "torchscript",
            "--classes",
            2,
            "--out",
            out);
    assertThat(dict.code()).isEqualTo(1);
    assertThat(dict.err()).contains("not a TorchScript program").hasLineCount(1);
    Answer script =
        run(
            "zoo",
            "import",
            program("script.pt"),
            "--arch",
            "resnet18",
            "--classes",
            2,
            "--out",
            out);
    assertThat(script.code()).isEqualTo(1);
    assertThat(script.err()).contains("--arch torchscript").hasLineCount(1);
    assertThat(out).doesNotExist();
  }

  @Test
  void aProgramThatGivesNoLogitsIsRefused() throws IOException {
    Path file = TestData.require("weights/bioimageio_unet2d_nuclei_broad/weights.pt");
    Path out = folder.resolve("unet");
    Answer answer =
        run(
            "zoo",
            "import",
            file,
            "--arch",
            "torchscript",
            "--channels",
            1,
            "--classes",
            2,
            "--out",
            out);
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("where (images, 2) is needed").hasLineCount(1);
    assertThat(out).doesNotExist();
  }

  private static Object[] with(List<Object> line, Object... more) {
    Object[] all = Arrays.copyOf(line.toArray(), line.size() + more.length);
    System.arraycopy(more, 0, all, line.size(), more.length);
    return all;
  }
}
