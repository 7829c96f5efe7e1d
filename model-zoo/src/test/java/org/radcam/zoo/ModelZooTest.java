package org.radcam.zoo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.classify.Classifier;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Size;
import org.radcam.model.CardReader;
import org.radcam.model.CardWriter;
import org.radcam.model.Combine;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.model.Standing;
import org.radcam.network.Attention;
import org.radcam.task.Tasks;

class ModelZooTest {
  @TempDir Path folder;

  @Test
  void theStudysNetworkIsThereAndSaysThatItNeedsWeightsAndHowToGetThem() {
    ModelPackage model = ModelZoo.shipped().find("chest-xray-resnet152");
    assertThat(model.card().onlyStage().architecture().key()).isEqualTo("resnet152");
    assertThatThrownBy(() -> Classifier.open(model, DeviceChoice.CPU))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("needs weights")
        .hasMessageContaining("./radcam train")
        .hasMessageContaining("./radcam zoo import");
  }

  @Test
  void packagesWithWeightsAreOfferedFirstAndRealOnesBeforeDemos() throws IOException {
    TinyPackages.write(folder.resolve("mine"), "mine");
    ModelZoo zoo = ModelZoo.withUserFolder(folder);
    assertThat(zoo.packagesFor("chest-xray"))
        .extracting(model -> model.card().id())
        .contains("chest-xray-nih", "mine")
        .endsWith("chest-xray-resnet152");
    // The user's is a demo; what was trained on real images goes before it.
    assertThat(zoo.packagesFor("chest-xray").get(0).card().id()).isEqualTo("chest-xray-nih");
  }

  @Test
  void theUsersPackagesComeAfterShippedOnesOfTheSameStandingAndBeforeDemosByTheirIds()
      throws IOException {
    TinyPackages.write(folder.resolve("1"), "a-demo");
    TinyPackages.write(folder.resolve("2"), "b-mine", Standing.RESEARCH);
    TinyPackages.write(folder.resolve("3"), "a-mine", Standing.RESEARCH);
    assertThat(ModelZoo.withUserFolder(folder).packagesFor("chest-xray"))
        .extracting(model -> model.card().id())
        .containsExactly(
            "chest-xray-nih",
            "a-mine",
            "b-mine",
            "chest-xray-demo",
            "a-demo",
            "chest-xray-resnet152");
  }

  @Test
  void aModelOfValuesAloneIsNotTheFirstEvenIfItIsResearch() throws IOException {
    ModelZoo shipped = ModelZoo.shipped();
    ModelPackage values = shipped.find("sinonasal-conventional-demo");
    assertThat(values.card().hasNetwork()).isFalse();
    Path own = Files.createDirectories(folder.resolve("mine"));
    try (InputStream card = values.open("rdf.yaml")) {
      Files.writeString(
          own.resolve("rdf.yaml"),
          new String(card.readAllBytes(), StandardCharsets.UTF_8)
              .replace("sinonasal-conventional-demo", "a-mine")
              .replace("standing: demo", "standing: research"));
    }
    ModelZoo zoo = ModelZoo.withUserFolder(folder);
    assertThat(zoo.find("a-mine").card().standing()).isEqualTo(Standing.RESEARCH);
    assertThat(zoo.packagesFor("sinonasal").get(0).card().hasNetwork()).isTrue();
    assertThat(zoo.packagesFor("sinonasal").get(0)).isEqualTo(zoo.find("sinonasal-demo"));
  }

  @Test
  void aBrokenPackageIsListedWithItsReasonAndHarmsNoOther() throws IOException {
    TinyPackages.write(folder.resolve("good"), "good");
    TinyPackages.write(folder.resolve("twin"), "good");
    Path slip = TinyPackages.write(folder.resolve("slip"), "slip").folder().resolve("rdf.yaml");
    Files.writeString(slip, Files.readString(slip).replace("temperature: 1.25", "temprature: 1"));
    ModelZoo zoo = ModelZoo.withUserFolder(folder);
    assertThat(zoo.find("good").card().id()).isEqualTo("good");
    assertThat(zoo.broken()).hasSize(2);
    assertThat(zoo.broken().get(0).reason()).contains("unknown entry 'temprature'", "line ");
    assertThat(zoo.broken().get(1).reason()).contains("already that of");
    assertThatThrownBy(() -> zoo.find("slip")).hasMessageContaining("broken");
  }

  @Test
  void modelsOfOtherProgramsInTheSameFolderArePassedOver() throws IOException {
    Path other = Files.createDirectories(folder.resolve("unet"));
    Files.writeString(other.resolve("rdf.yaml"), "type: model\nname: a U-Net\n");
    Files.createDirectories(folder.resolve("empty"));
    Files.writeString(folder.resolve("readme.txt"), "radcam: here");
    ModelZoo zoo = ModelZoo.withUserFolder(folder);
    assertThat(zoo.broken()).isEmpty();
    assertThat(zoo.packages()).hasSameSizeAs(ModelZoo.shipped().packages());
  }

  @Test
  void hostileFoldersAreBrokenOrPassedOverButNeverAnError() throws IOException {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    byte[] ours = "\nradcam:\n".getBytes(UTF_8);
    write("bytes", concat(ours, noise));
    write("large", concat(ours, "x: y\n".repeat(1 << 19).getBytes(UTF_8)));
    write("deep", concat(ours, ("a: " + "[".repeat(5000)).getBytes(UTF_8)));
    write("cut", "config:\n  radcam:\n    task: [".getBytes(UTF_8));
    Files.createDirectories(folder.resolve("dir/rdf.yaml"));
    ModelZoo zoo = ModelZoo.withUserFolder(folder);
    assertThat(zoo.packages()).hasSameSizeAs(ModelZoo.shipped().packages());
    assertThat(zoo.broken())
        .extracting(broken -> Path.of(broken.location()).getFileName().toString())
        .containsExactly("bytes", "cut", "deep", "large");
  }

  private void write(String name, byte[] card) throws IOException {
    Files.write(Files.createDirectories(folder.resolve(name)).resolve("rdf.yaml"), card);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Test
  void anUnknownNameListsWhatThereIs() {
    assertThatThrownBy(() -> ModelZoo.withUserFolder(folder).find("chest"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("chest-xray-resnet152")
        .hasMessageContaining(folder.toString());
  }

  @Test
  void aUsersPackageCannotTakeTheNameOfAShippedOne() throws IOException {
    TinyPackages.write(folder.resolve("x"), "chest-xray-resnet152");
    ModelZoo zoo = ModelZoo.withUserFolder(folder);
    assertThat(zoo.find("chest-xray-resnet152").location()).contains("shipped");
    assertThat(zoo.broken()).singleElement().satisfies(b -> assertThat(b.reason()).contains("id"));
  }

  private static Path folder(Map<String, String> environment, Properties system) {
    assertThat(UserFolder.all(environment, system)).hasSize(1);
    return UserFolder.all(environment, system).get(0);
  }

  @Test
  void insideFijiItsModelsFolderComesFirst() {
    Properties system = new Properties();
    system.setProperty("user.home", "/home/a");
    system.setProperty("ij.dir", "/opt/Fiji");
    assertThat(UserFolder.all(Map.of(), system))
        .containsExactly(
            Path.of("/opt/Fiji/models"), Path.of("/home/a/.local/share/radcam/models"));
    assertThat(UserFolder.all(Map.of("RADCAM_MODELS", "/m"), system))
        .containsExactly(Path.of("/m"));
  }

  @Test
  void everyPlatformHasItsUserFolder() {
    Properties system = new Properties();
    system.setProperty("user.home", "/home/a");
    system.setProperty("os.name", "Linux");
    assertThat(folder(Map.of(), system)).isEqualTo(Path.of("/home/a/.local/share/radcam/models"));
    assertThat(folder(Map.of("XDG_DATA_HOME", "/data"), system))
        .isEqualTo(Path.of("/data/radcam/models"));
    assertThat(folder(Map.of("XDG_DATA_HOME", "data"), system))
        .isEqualTo(Path.of("/home/a/.local/share/radcam/models"));
    assertThat(folder(Map.of("RADCAM_MODELS", "/m"), system)).isEqualTo(Path.of("/m"));
    system.setProperty("os.name", "Mac OS X");
    assertThat(folder(Map.of(), system))
        .isEqualTo(Path.of("/home/a/Library/Application Support/RadCAM/models"));
    system.setProperty("os.name", "Windows 11");
    assertThat(folder(Map.of("APPDATA", "/roaming"), system))
        .isEqualTo(Path.of("/roaming/RadCAM/models"));
  }

  @Test
  void everyTaskHasTheNetworksOfItsStudyAndTheirCardsAreWhatWeWouldWrite() throws IOException {
    Map<String, Integer> definitions =
        Map.of(
            "chest-xray", 1,
            "bone-matrix", 3,
            "vertebral-fracture", 1,
            "sinonasal", 5,
            "brain-metastasis", 2);
    for (String task : Tasks.keys()) {
      List<ModelCard> cards =
          ModelZoo.shipped().packagesFor(task).stream()
              .map(ModelPackage::card)
              .filter(card -> card.weights().isEmpty())
              .toList();
      assertThat(cards).as(task).hasSize(definitions.get(task));
      for (ModelCard card : cards) {
        assertThat(card.limits()).isNotEmpty();
        assertThat(card.obtainingWeights()).contains("./radcam", card.id());
        String text = CardWriter.write(card);
        assertThat(CardReader.read("rdf.yaml", new StringReader(text))).isEqualTo(card);
      }
    }
  }

  @Test
  void theStudiesNetworksAreTheirs() {
    ModelZoo zoo = ModelZoo.shipped();
    ModelCard fusion = zoo.find("bone-matrix-sc-net").card();
    assertThat(fusion.clinicalNumbers()).isEqualTo(5);
    assertThat(fusion.onlyStage().architecture().attention())
        .isEqualTo(Attention.SQUEEZE_EXCITATION);
    assertThat(zoo.find("sinonasal-densenet121").card().onlyStage().combine())
        .isEqualTo(Combine.MEAN);
    ModelCard cascade = zoo.find("brain-metastasis-resnet18-attention").card();
    assertThat(cascade.inputSize()).isEqualTo(new Size(64, 64, 64));
    assertThat(cascade.stages())
        .allSatisfy(
            stage ->
                assertThat(stage.architecture().attention()).isEqualTo(Attention.CHANNEL_SPATIAL));
  }
}
