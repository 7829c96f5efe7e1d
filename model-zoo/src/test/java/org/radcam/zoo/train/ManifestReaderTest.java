package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;
import org.radcam.task.Tasks;

class ManifestReaderTest {
  private static final String HEADER = "case,patient,image,label,stratum,split\n";

  private static final CaseNeeds NEEDS =
      new CaseNeeds(Tasks.get("chest-xray"), List.of("CXR"), false, List.of());

  @TempDir Path folder;

  @BeforeEach
  void makeImages() throws IOException {
    Files.createDirectory(folder.resolve("images"));
    Files.writeString(folder.resolve("images/a.png"), "");
    Files.writeString(folder.resolve("images/b.png"), "");
  }

  @Test
  void readsTheColumnsInAnyOrderAndPassesOverOthers() throws IOException {
    Manifest manifest =
        read("\uFEFFlabel,age,image,patient,case\nfinding,70,images/b.png,P7,\"x, 1\"\n");

    TrainingCase one = manifest.cases().get(0);
    assertThat(one.id()).isEqualTo("x, 1");
    assertThat(one.label()).isEqualTo(1);
    assertThat(one.stratum()).isEmpty();
    assertThat(one.split()).isEqualTo(Split.TRAIN);
    assertThat(one.files().images().get("CXR"))
        .isEqualTo(folder.resolve("images/b.png").toAbsolutePath());
  }

  @Test
  void namesEveryRowAtFaultAsASpreadsheetNumbersIt() {
    assertThatThrownBy(
            () ->
                read(
                    HEADER
                        + "a,P1,images/a.png,finding,,\n"
                        + "b,P2,images/c.png,finding,,\n"
                        + "a,P3,images/a.png,healthy,,\n"
                        + ",P4,images/a.png,finding,,\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("row 3: there is no image 'images/c.png'")
        .hasMessageContaining("row 4: the case 'a' is that of row 2 again")
        .hasMessageContaining("row 4: the label 'healthy' is not one of no_finding, finding")
        .hasMessageContaining("row 5: 'case' is empty");
  }

  @Test
  void refusesAPatientInTwoSplitsWithoutNamingThePatient() {
    assertThatThrownBy(
            () ->
                read(
                    HEADER
                        + "a,Jane Doe,images/a.png,finding,,train\n"
                        + "b,Jane Doe,images/b.png,finding,,test\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("row 3: its patient is in another split in row 2")
        .hasMessageNotContaining("Jane");
  }

  @Test
  void refusesAnUnknownSplitAndAnImageOutsideItsFolder() {
    assertThatThrownBy(() -> read(HEADER + "a,P1,../a.png,finding,,verification\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("'../a.png' lies outside")
        .hasMessageContaining("'verification' is none of train, validation, test");
  }

  @Test
  void listsTheColumnsThatAreThereWhereOneIsMissing() {
    assertThatThrownBy(() -> read("case,patient,file,label\n"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("the column 'image' is missing")
        .hasMessageContaining("case, patient, file, label");
  }

  @Test
  void refusesAnEmptyManifestAFileThatIsNoTextAndOneThatIsNotThere() throws IOException {
    assertThatThrownBy(() -> read(HEADER)).hasMessageContaining("no case");
    Path binary = folder.resolve("binary.csv");
    Files.write(binary, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
    for (Path file : List.of(binary, folder.resolve("absent.csv"))) {
      assertThatThrownBy(() -> ManifestReader.read(file, ManifestColumns.STANDARD, NEEDS))
          .isInstanceOf(UserException.class)
          .hasMessageContaining(file.getFileName().toString());
    }
  }

  @Test
  void readsTheColumnsOfNihLabels() throws IOException {
    Files.writeString(
        folder.resolve("labels.csv"),
        "file,label,nih_finding_labels,patient_id,age,sex,view\n"
            + "images/a.png,finding,Edema|Pneumonia,61,77,M,AP\n");

    Manifest manifest =
        ManifestReader.read(folder.resolve("labels.csv"), ManifestColumns.NIH, NEEDS);

    assertThat(manifest.cases().get(0).patient()).isEqualTo("61");
    assertThat(manifest.cases().get(0).stratum()).isEqualTo("AP");
  }

  private Manifest read(String text) throws IOException {
    Path file = folder.resolve("manifest.csv");
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    return ManifestReader.read(file, ManifestColumns.STANDARD, NEEDS);
  }
}
