package org.radcam.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.model.NpyArray;
import org.radcam.model.PackageFile;
import org.radcam.model.PackageWriter;
import org.radcam.model.TestCards;

class VerificationTest {
  @TempDir Path folder;

  @Test
  void aWholePackagePasses() throws IOException {
    Verification found = Verification.of(TinyPackages.write(folder.resolve("a"), "a"), CPU);
    assertThat(found.outcome()).as(found.message()).isEqualTo(Verification.Outcome.PASSED);
    assertThat(found.message()).contains("CPU");
  }

  private static final DeviceChoice CPU = DeviceChoice.CPU;

  @Test
  void otherLogitsThanTheNetworksFail() throws IOException {
    FolderPackage good = TinyPackages.write(folder.resolve("good"), "good");
    try (PackageWriter writer = PackageWriter.into(folder.resolve("bad"))) {
      PackageFile weights = copy(writer, good, good.card().weights().orElseThrow());
      ModelCard.TestCase test = good.card().test().orElseThrow();
      NpyArray expected = good.read(test.output(), NpyArray::read);
      // Three times the tolerance, in the largest logit.
      int largest = Math.abs(expected.values()[0]) > Math.abs(expected.values()[1]) ? 0 : 1;
      expected.values()[largest] *= 1.0003f;
      FolderPackage bad =
          writer.finish(
              good.card().toBuilder()
                  .weights(weights)
                  .test(
                      new ModelCard.TestCase(
                          copy(writer, good, test.input()),
                          Optional.empty(),
                          writer.add("test_output.npy", expected)))
                  .build());
      Verification found = Verification.of(bad, CPU);
      assertThat(found.outcome()).as(found.message()).isEqualTo(Verification.Outcome.FAILED);
    }
  }

  private static PackageFile copy(PackageWriter writer, FolderPackage from, PackageFile file)
      throws IOException {
    return writer.add(file.name(), to -> Files.copy(from.folder().resolve(file.name()), to));
  }

  @Test
  void aDamagedReadmeFailsByName() throws IOException {
    FolderPackage model = TinyPackages.write(folder.resolve("a"), "a");
    Files.writeString(model.folder().resolve("README.md"), "another");
    Verification found = Verification.of(model, CPU);
    assertThat(found.outcome()).isEqualTo(Verification.Outcome.FAILED);
    assertThat(found.message()).contains("README.md", "damaged");
  }

  @Test
  void theShippedPackagesPass() {
    for (ModelPackage model : ModelZoo.shipped().packages()) {
      Verification found = Verification.of(model, CPU);
      assertThat(found.outcome()).as(found.message()).isNotEqualTo(Verification.Outcome.FAILED);
    }
  }

  @Test
  void aDefinitionNeedsWeights() {
    Verification found = Verification.of(ModelZoo.shipped().find("chest-xray-resnet152"), CPU);
    assertThat(found.outcome()).isEqualTo(Verification.Outcome.NEEDS_WEIGHTS);
  }

  @Test
  void importedWeightsMakeAPackageThatPasses() throws IOException {
    ModelCard definition = TestCards.definition().build();
    Path weights = TinyPackages.weights(folder.resolve("mine.safetensors"), definition);
    FolderPackage made;
    try (WeightsSource source = WeightsSource.open(weights, Optional.empty())) {
      made = WeightsImport.run(source, definition, "mine", folder.resolve("models/mine"));
    }
    assertThat(made.card().performance()).isEmpty();
    assertThat(made.card().description()).contains("mine.safetensors");
    assertThat(Verification.of(made, CPU).outcome()).isEqualTo(Verification.Outcome.PASSED);
  }

  @Test
  void weightsOfAnotherNetworkAreRefusedAndNothingIsLeft() throws IOException {
    ModelCard definition = TestCards.definition().build();
    Path weights = TinyPackages.weights(folder.resolve("mine.safetensors"), definition);
    ModelCard wider =
        TestCards.definition()
            .stages(
                List.of(
                    definition
                        .onlyStage()
                        .withArchitecture(definition.onlyStage().architecture().withWidth(0.25))))
            .build();
    try (WeightsSource source = WeightsSource.open(weights, Optional.empty())) {
      assertThatThrownBy(() -> WeightsImport.run(source, wider, "mine", folder.resolve("m/mine")))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("do not fit the network");
    }
    assertThat(folder.resolve("m")).doesNotExist();
  }

  @Test
  void importRefusesWhatIsNotThere() {
    assertThatThrownBy(() -> WeightsSource.open(folder.resolve("a.pth"), Optional.empty()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("There is no file");
  }

  @Test
  void packagesWithClinicalValuesSeveralImagesAndStagesPass() throws IOException {
    for (ModelCard card :
        List.of(
            TestCards.fusion().build(), TestCards.mean().build(), TestCards.cascade().build())) {
      FolderPackage made = TinyPackages.write(folder.resolve(card.id()), card);
      Verification found = Verification.of(made, CPU);
      assertThat(found.outcome()).as(found.message()).isEqualTo(Verification.Outcome.PASSED);
    }
  }

  @Test
  void aTestCaseOfAnotherSizeThanTheCardsFails() throws IOException {
    FolderPackage good = TinyPackages.write(folder.resolve("good"), "good");
    try (PackageWriter writer = PackageWriter.into(folder.resolve("bad"))) {
      PackageFile weights = copy(writer, good, good.card().weights().orElseThrow());
      FolderPackage bad =
          writer.finish(
              good.card().toBuilder()
                  .weights(weights)
                  .test(
                      new ModelCard.TestCase(
                          writer.add(
                              "test_input.npy", NpyArray.of(new float[64 * 64], 1, 1, 64, 64)),
                          Optional.empty(),
                          writer.add("test_output.npy", NpyArray.of(new float[2], 1, 2))))
                  .build());
      Verification found = Verification.of(bad, CPU);
      assertThat(found.outcome()).isEqualTo(Verification.Outcome.FAILED);
      assertThat(found.message()).contains("[1, 48, 64]", "[1, 64, 64]");
    }
  }

  @Test
  void aTestInputWithoutAxesFailsInASentence() throws IOException {
    Verification found = Verification.of(withTest(NpyArray.of(new float[1]), 1, 2), CPU);
    assertThat(found.outcome()).isEqualTo(Verification.Outcome.FAILED);
    assertThat(found.message()).contains("test_input.npy has the shape []", "4 axes");
  }

  @Test
  void expectedLogitsOfZeroFailInFigures() throws IOException {
    NpyArray input = TestCases.noise(TestCards.definition().build(), 1).images();
    Verification found = Verification.of(withTest(input, 1, 2), CPU);
    assertThat(found.outcome()).isEqualTo(Verification.Outcome.FAILED);
    assertThat(found.message()).contains("differ by").doesNotContain("NaN");
  }

  /** A package whose test case expects zeros. */
  private FolderPackage withTest(NpyArray input, int cases, int logits) throws IOException {
    FolderPackage good = TinyPackages.write(folder.resolve("good"), "good");
    try (PackageWriter writer = PackageWriter.into(folder.resolve("bad"))) {
      PackageFile weights = copy(writer, good, good.card().weights().orElseThrow());
      return writer.finish(
          good.card().toBuilder()
              .weights(weights)
              .test(
                  new ModelCard.TestCase(
                      writer.add("test_input.npy", input),
                      Optional.empty(),
                      writer.add(
                          "test_output.npy",
                          NpyArray.of(new float[cases * logits], cases, logits))))
              .build());
    }
  }
}
