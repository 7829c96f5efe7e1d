package org.radcam.weasis.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.render.HeatStyle;

class ResultKeeperTest {
  private static final Geometry GRID = Geometry.millimetres(new Size(16, 12, 3), 0.5, 0.5, 4);

  @TempDir Path folder;
  private final ResultKeeper keeper = new ResultKeeper();

  @Test
  void anAnswerIsARowAJsonAndThePictureOfTheHottestSlice() throws IOException {
    List<Path> files = keeper.keep(Answers.of(GRID, 0, 2, 1), folder, HeatStyle.DEFAULT);
    assertThat(files)
        .contains(
            folder.resolve("results.csv"),
            folder.resolve("case-001/result.json"),
            folder.resolve("case-001/overlay.png"),
            folder.resolve("case-001/heatmap.nii.gz"))
        .allMatch(Files::isRegularFile);
    List<String> rows = Files.readAllLines(folder.resolve("results.csv"));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).startsWith("case,task,model,predicted,p_no_finding,p_finding");
    assertThat(rows.get(1)).startsWith("case-001,chest-xray,tiny-demo,finding,0.250000,0.750000");
    JsonObject json =
        JsonParser.parseString(Files.readString(folder.resolve("case-001/result.json")))
            .getAsJsonObject();
    assertThat(json.get("case").getAsString()).isEqualTo("case-001");
    assertThat(json.get("standing").getAsString()).startsWith("demo");
    assertThat(ImageIO.read(folder.resolve("case-001/overlay.png").toFile()).getWidth())
        .isEqualTo(16);
  }

  @Test
  void furtherAnswersAreFurtherRowsAndTheSameNameReplacesItsOwn() throws IOException {
    keeper.keep(Answers.of(GRID, 0, 2, 1), folder, HeatStyle.DEFAULT);
    keeper.keep(Answers.of(GRID, 0, 2, 1), folder, HeatStyle.DEFAULT);
    keeper.keep(Answers.of(GRID, Double.NaN), folder, "case-001", HeatStyle.DEFAULT);
    assertThat(Files.readAllLines(folder.resolve("results.csv")))
        .hasSize(3)
        .anyMatch(row -> row.startsWith("case-001,"))
        .anyMatch(row -> row.startsWith("case-002,"));
    assertThat(folder.resolve("case-001/overlay.png")).doesNotExist();
    assertThat(folder.resolve("case-002/overlay.png")).exists();
    assertThat(ResultKeeper.freeName(folder)).isEqualTo("case-003");
  }

  @Test
  void anotherImageOfTheSameNameIsRefusedAndNothingChanges() throws IOException {
    keeper.keep(Answers.of(GRID, 0, 2, 1), folder, "case-001", HeatStyle.DEFAULT);
    String before = Files.readString(folder.resolve("results.csv"));
    Geometry other = Geometry.millimetres(new Size(8, 8, 1), 1, 1, 1);
    assertThatThrownBy(
            () -> keeper.keep(Answers.of(other, 1), folder, "case-001", HeatStyle.DEFAULT))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("another input of the name 'case-001'");
    assertThat(Files.readString(folder.resolve("results.csv"))).isEqualTo(before);
  }

  @Test
  void aFolderOfAnotherModelOrATableOfSomeoneElseIsRefused() throws IOException {
    keeper.keep(Answers.of(GRID, 0, 2, 1), folder, HeatStyle.DEFAULT);
    assertThatThrownBy(
            () -> keeper.keep(Answers.of("other", GRID, 0, 1, 1), folder, HeatStyle.DEFAULT))
        .hasMessageContaining("results of another model");
    Path theirs = Files.createDirectories(folder.resolve("theirs"));
    Files.writeString(theirs.resolve("results.csv"), "a,b\n1,2\n");
    assertThatThrownBy(() -> keeper.keep(Answers.of(GRID, 0, 1, 1), theirs, HeatStyle.DEFAULT))
        .isInstanceOf(UserException.class);
    assertThat(theirs.resolve("results.csv")).hasContent("a,b\n1,2\n");
    assertThat(theirs.toFile().list()).containsExactly("results.csv");
  }

  @Test
  void namesLeadNowhereElseAndMustBeNames() {
    keeper.keep(Answers.of(GRID, 0, 2, 1), folder, "../x/y", HeatStyle.DEFAULT);
    assertThat(folder.resolve("%2E.%2Fx%2Fy/result.json")).exists();
    assertThatThrownBy(
            () -> keeper.keep(Answers.of(GRID, 0, 1, 1), folder, "  ", HeatStyle.DEFAULT))
        .hasMessageContaining("Give the case a name");
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> keeper.keep(Answers.of(GRID, 0, 1, 1), file, HeatStyle.DEFAULT))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("could not be written");
  }
}
