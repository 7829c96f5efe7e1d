package org.radcam.zoo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.engine.DeviceChoice;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelCard;
import org.radcam.model.TestCards;
import org.radcam.zoo.TinyPackages;
import org.radcam.zoo.Verification;
import org.radcam.zoo.cli.Cli.Answer;

class ZooExportTest {
  @TempDir Path folder;

  private Answer export(Object... more) {
    Object[] arguments = new Object[more.length + 2];
    arguments[0] = "zoo";
    arguments[1] = "export";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Cli.run(arguments);
  }

  private static Verification verify(Path made) {
    return Verification.of(FolderPackage.open(made), DeviceChoice.CPU);
  }

  @Test
  void everyKindOfPackageIsExportedWholeAndPassesItsTest() throws IOException {
    for (ModelCard card :
        List.of(
            TestCards.definition().build(),
            TestCards.fusion().build(),
            TestCards.cascade().build())) {
      Path from = TinyPackages.write(folder.resolve(card.id()), card).folder();
      Path to = folder.resolve("out/" + card.id());
      Answer answer = export(from, "--out", to);
      assertThat(answer.code()).as(answer.err()).isZero();
      assertThat(verify(to).outcome()).isEqualTo(Verification.Outcome.PASSED);
      for (String name : new String[] {"weights.safetensors", "test_output.npy", "rdf.yaml"}) {
        assertThat(to.resolve(name)).hasSameBinaryContentAs(from.resolve(name));
      }
    }
  }

  @Test
  void halfPrecisionHalvesTheWeightsAndExpectsWhatTheyAnswer() throws IOException {
    Path from = TinyPackages.write(folder.resolve("tiny"), "tiny").folder();
    Path to = folder.resolve("half");
    assertThat(export(from, "--out", to, "--type", "f16").code()).isZero();
    double ratio =
        (double) Files.size(to.resolve("weights.safetensors"))
            / Files.size(from.resolve("weights.safetensors"));
    assertThat(ratio).isBetween(0.45, 0.6);
    Verification found = verify(to);
    assertThat(found.outcome()).as(found.message()).isEqualTo(Verification.Outcome.PASSED);
    assertThat(Files.readAllBytes(to.resolve("test_output.npy")))
        .isNotEqualTo(Files.readAllBytes(from.resolve("test_output.npy")));
    // Wide again, the weights are those of half precision.
    Path wide = folder.resolve("wide");
    assertThat(export(to, "--out", wide, "--type", "F32").code()).isZero();
    assertThat(wide.resolve("test_output.npy"))
        .hasSameBinaryContentAs(to.resolve("test_output.npy"));
    assertThat(verify(wide).outcome()).isEqualTo(Verification.Outcome.PASSED);
  }

  @Test
  void aZipHasTheCardAtItsRootAndIsTheSameEveryTime() throws IOException {
    Path from = TinyPackages.write(folder.resolve("tiny"), "tiny").folder();
    Path one = folder.resolve("one.zip");
    Path two = folder.resolve("two.ZIP");
    assertThat(export(from, "--out", one).code()).isZero();
    assertThat(export(from, "--out", two).code()).isZero();
    assertThat(one).hasSameBinaryContentAs(two);
    try (ZipFile zip = new ZipFile(one.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly(
              "README.md",
              "architecture.py",
              "rdf.yaml",
              "test_input.npy",
              "test_output.npy",
              "weights.safetensors");
      Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
      for (ZipEntry entry : zip.stream().toList()) {
        Files.copy(zip.getInputStream(entry), unpacked.resolve(entry.getName()));
      }
      assertThat(verify(unpacked).outcome()).isEqualTo(Verification.Outcome.PASSED);
    }
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("tiny", "one.zip", "two.ZIP", "unpacked");
  }

  @Test
  void whatIsThereIsNotReplaced() throws IOException {
    Path from = TinyPackages.write(folder.resolve("tiny"), "tiny").folder();
    Path zip = Files.writeString(folder.resolve("a.zip"), "mine");
    assertThat(export(from, "--out", zip).err()).contains("exists already");
    assertThat(zip).hasContent("mine");
    assertThat(export(from, "--out", from).err()).contains("exists already");
  }

  @Test
  void aDamagedPackageIsNotExportedAndNothingIsLeft() throws IOException {
    Path from = TinyPackages.write(folder.resolve("tiny"), "tiny").folder();
    Files.write(from.resolve("test_output.npy"), new byte[10]);
    for (Object[] options :
        new Object[][] {
          {from, "--out", folder.resolve("x.zip")},
          {from, "--out", folder.resolve("x")},
          {from, "--out", folder.resolve("x"), "--type", "F16"}
        }) {
      Answer answer = export(options);
      assertThat(answer.code()).isEqualTo(1);
      assertThat(answer.err()).contains("test_output.npy").contains("damaged");
      assertThat(folder.toFile().list()).containsExactly("tiny");
    }
  }

  @Test
  void aDefinitionWithoutWeightsIsRefusedAndTheWayToThemTold() {
    Answer answer = export("sinonasal-resnet50", "--out", folder.resolve("x"));
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.err()).contains("needs weights", "./radcam zoo import");
    assertThat(folder).isEmptyDirectory();
  }
}
