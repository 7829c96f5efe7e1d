package org.radcam.zoo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelCard;
import org.radcam.model.NpyArray;
import org.radcam.model.TestCards;
import org.radcam.zoo.NpyFiles;
import org.radcam.zoo.TestCases;
import org.radcam.zoo.TinyPackages;
import org.radcam.zoo.cli.Cli.Answer;

class ZooRunTest {
  @TempDir Path folder;
  private Path model;
  private Path input;

  @BeforeEach
  void makeModel() throws IOException {
    model = TinyPackages.write(folder.resolve("tiny"), "tiny").folder();
    NpyArray one = TestCases.noise(TestCards.definition().build(), 4).images();
    NpyArray two = TestCases.noise(TestCards.definition().build(), 5).images();
    float[] both = new float[2 * one.values().length];
    System.arraycopy(one.values(), 0, both, 0, one.values().length);
    System.arraycopy(two.values(), 0, both, one.values().length, one.values().length);
    input = write("x.npy", NpyArray.of(both, 2, 1, 48, 64));
  }

  private Path write(String name, NpyArray array) throws IOException {
    Path file = folder.resolve(name);
    NpyFiles.writeAll(Map.of(file, array));
    return file;
  }

  private Answer run(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("zoo", "run"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--device", "cpu", "--models", folder.resolve("none")));
    return Cli.run(arguments.toArray());
  }

  @Test
  void theTestCaseOfAPackageGivesItsExpectedLogits() throws IOException {
    FolderPackage package_ = FolderPackage.open(model);
    Path output = folder.resolve("y.npy");
    Answer answer = run(model, "--input", model.resolve("test_input.npy"), "--output", output);
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out()).contains("y.npy: float32 [1, 2]", "Ran 'tiny' on CPU");
    NpyArray expected =
        package_.read(package_.card().test().orElseThrow().output(), NpyArray::read);
    assertThat(NpyFiles.read(output).values()).containsExactly(expected.values(), within(1e-5f));
  }

  /** With a mean and a linear layer the map's sum is the logit without its bias. */
  @Test
  void theSumOfTheMapFollowsTheLogit() {
    Path y = folder.resolve("y.npy");
    Path a = folder.resolve("a.npy");
    Path c = folder.resolve("c.npy");
    Answer answer =
        run(
            model,
            "--input",
            input,
            "--output",
            y,
            "--activations",
            a,
            "--cam",
            c,
            "--class",
            "no_finding");
    assertThat(answer.code()).as(answer.err()).isZero();
    NpyArray logits = NpyFiles.read(y);
    NpyArray map = NpyFiles.read(c);
    assertThat(NpyFiles.read(a).shape()).containsExactly(2, 64, 2, 2);
    assertThat(map.shape()).containsExactly(2, 2, 2);
    double first = sum(map, 0) - sum(map, 1);
    assertThat(first).isCloseTo(logits.values()[1] - logits.values()[3], within(1e-5));
    assertThat(Math.abs(first)).isGreaterThan(1e-4);
  }

  private static double sum(NpyArray maps, int image) {
    int area = maps.values().length / maps.shape().get(0);
    double sum = 0;
    for (int n = 0; n < area; n++) {
      sum += maps.values()[image * area + n];
    }
    return sum;
  }

  @Test
  void networksOfACascadeTakeTheirOwnChannelsAndAreLookedIntoOneAtATime() throws IOException {
    ModelCard card = TestCards.cascade().build();
    Path cascade = TinyPackages.write(folder.resolve("cascade"), card).folder();
    Path x = write("x5.npy", TestCases.noise(card, 4).images());
    Path y = folder.resolve("y.npy");
    Path c = folder.resolve("c.npy");
    Path a = folder.resolve("a.npy");
    Answer answer =
        run(
            cascade,
            "--input",
            x,
            "--output",
            y,
            "--cam",
            c,
            "--class",
            "lung.nsclc",
            "--activations",
            a,
            "--method",
            "layer-cam");
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(NpyFiles.read(y).shape()).containsExactly(1, 6);
    assertThat(NpyFiles.read(c).shape()).hasSize(4);
    assertThat(NpyFiles.read(a).shape()).hasSize(5);
    Answer which = run(cascade, "--input", x, "--output", y, "--activations", a);
    assertThat(which.code()).isEqualTo(1);
    assertThat(which.err()).contains("origin, lung, non_lung");
    Path own = folder.resolve("own.npy");
    assertThat(
            run(cascade, "--input", x, "--output", y, "--activations", own, "--stage", "lung")
                .code())
        .isZero();
    assertThat(own).hasSameBinaryContentAs(a);
  }

  @Test
  void clinicalValuesGoInBesideTheImagesAndAreAskedFor() throws IOException {
    ModelCard card = TestCards.fusion().build();
    Path fusion = TinyPackages.write(folder.resolve("fusion"), card).folder();
    Path x = write("x3.npy", TestCases.noise(card, 4).images());
    Path f = write("f.npy", NpyArray.of(new float[] {1, 0, 0}, 1, 3));
    Path y = folder.resolve("y.npy");
    assertThat(run(fusion, "--input", x, "--output", y, "--clinical", f).code()).isZero();
    Files.delete(y);
    Answer without = run(fusion, "--input", x, "--output", y);
    assertThat(without.err()).contains("clinical values of shape [1, 3], not none.");
    Answer needless = run(model, "--input", input, "--output", y, "--clinical", f);
    assertThat(needless.err()).contains("takes no clinical values");
    assertThat(y).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --input absent.npy                        | There is no file
          --input folder/tiny/rdf.yaml              | this is no NPY file
          --input folder/wrong.npy                  | 4 axes with 1 channels
          --input folder/x.npy --class 7 --cam c    | no logit '7'
          --input folder/x.npy --class 1 --cam c --method magic | no heat map method 'magic'
          --input folder/x.npy --class 1 --cam folder/none/c.npy | there is no folder
          --input folder/x.npy --class 1 --cam folder/tiny       | is a folder
          """)
  void aMistakeIsOneLineAndNothingIsWritten(String options, String message) throws IOException {
    write("wrong.npy", NpyArray.of(new float[12], 1, 3, 2, 2));
    List<Object> arguments = new ArrayList<>(List.of(model, "--output", folder.resolve("y.npy")));
    for (String word : options.split(" ")) {
      arguments.add(word.replace("folder", folder.toString()));
    }
    Answer answer = run(arguments.toArray());
    assertThat(answer.code()).as(answer.err()).isEqualTo(1);
    assertThat(answer.err().lines()).hasSize(1);
    assertThat(answer.err()).contains(message);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("tiny", "x.npy", "wrong.npy");
  }

  @ParameterizedTest
  @CsvSource({"--cam c.npy", "--class 1", "--method layer-cam", "--stage lung"})
  void optionsThatNeedAnotherAreAMisunderstanding(String options) {
    List<Object> arguments = new ArrayList<>(List.of(model, "--input", input, "--output", "y"));
    arguments.addAll(List.of((Object[]) options.split(" ")));
    assertThat(run(arguments.toArray()).code()).isEqualTo(2);
  }

  @Test
  void anOutputThatIsThereIsReplacedAndAFailureLeavesIt() throws IOException {
    Path y = folder.resolve("y.npy");
    Files.writeString(y, "old");
    run(model, "--input", input, "--output", y, "--class", 1, "--cam", folder.resolve("no/c.npy"));
    assertThat(y).hasContent("old");
    assertThat(run(model, "--input", input, "--output", y).code()).isZero();
    assertThat(NpyFiles.read(y).shape()).containsExactly(2, 2);
  }

  @Test
  void aPackageIsFoundByItsIdToo() {
    Path y = folder.resolve("y.npy");
    Answer answer =
        Cli.run("zoo", "run", "tiny", "--models", folder, "--input", input, "--output", y);
    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(run("nothing", "--input", input, "--output", y).err())
        .contains("no model 'nothing'");
  }

  @Test
  void twoOutputsInOneFileAreAUsageErrorHoweverTheFileIsWritten() {
    Path y = folder.resolve("y.npy");
    Path same = folder.resolve("none/../y.npy");
    Answer answer = run(model, "--input", input, "--output", y, "--activations", same);
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("are the same file");
    assertThat(y).doesNotExist();
  }
}
