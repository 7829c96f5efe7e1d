package org.radcam.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.UserException;

class PackageWriterTest {
  @TempDir Path folder;

  private FolderPackage written() throws IOException {
    try (PackageWriter writer = PackageWriter.into(folder.resolve("tiny"))) {
      PackageFile weights =
          writer.add("weights.safetensors", file -> Files.writeString(file, "weights"));
      return writer.finish(TestCards.definition().weights(weights).build());
    }
  }

  @Test
  void aPackageIsReadBackWithItsFiles() throws IOException {
    FolderPackage written = written();
    FolderPackage model = FolderPackage.open(folder.resolve("tiny"));
    assertThat(model.card()).isEqualTo(written.card());
    assertThat(model.folder().toFile().list())
        .containsExactlyInAnyOrder(
            "rdf.yaml", "README.md", "architecture.py", "weights.safetensors");
    String text =
        model.read(
            model.card().weights().orElseThrow(), in -> new String(in.readAllBytes(), UTF_8));
    assertThat(text).isEqualTo("weights");
    assertThat(Files.readString(model.folder().resolve("README.md")))
        .contains("demo - trained on synthetic phantoms", "| AUC | 0.710 | 0.650 to 0.770 |");
  }

  @Test
  void aFailureLeavesNothingBehind() {
    assertThatThrownBy(
            () -> {
              try (PackageWriter writer = PackageWriter.into(folder.resolve("tiny"))) {
                writer.add("weights.safetensors", file -> Files.writeString(file, "half"));
                writer.add(
                    "domain.safetensors",
                    file -> {
                      throw new IOException("disk full");
                    });
              }
            })
        .hasMessage("disk full");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void somethingThatIsThereAlreadyIsNotOverwritten() throws IOException {
    written();
    assertThatThrownBy(() -> PackageWriter.into(folder.resolve("tiny")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("exists already");
  }

  @Test
  void aCardThatNamesAFileWhichWasNotAddedIsRefused() throws IOException {
    PackageFile absent = new PackageFile("weights.safetensors", "0".repeat(64));
    try (PackageWriter writer = PackageWriter.into(folder.resolve("tiny"))) {
      assertThatThrownBy(() -> writer.finish(TestCards.definition().weights(absent).build()))
          .hasMessageContaining("was not added");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aChangedByteIsRefusedEvenWhereTheReaderStopsBeforeIt() throws IOException {
    FolderPackage model = written();
    Files.writeString(model.folder().resolve("weights.safetensors"), "weightS");
    assertThatThrownBy(() -> model.read(model.card().weights().orElseThrow(), in -> in.read()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("weights.safetensors")
        .hasMessageContaining("damaged");
  }

  @Test
  void theDigestIsToldWhereTheDamageMadeTheReaderFail() throws IOException {
    FolderPackage model = written();
    Files.writeString(model.folder().resolve("weights.safetensors"), "");
    assertThatThrownBy(
            () ->
                model.read(
                    model.card().weights().orElseThrow(),
                    in -> {
                      throw new IOException("no header");
                    }))
        .hasMessageContaining("damaged");
  }

  @Test
  void aFileIsReadOnlyOnce() {
    AtomicInteger opened = new AtomicInteger();
    ModelPackage model =
        new ModelPackage() {
          @Override
          public ModelCard card() {
            return TestCards.definition().build();
          }

          @Override
          public String location() {
            return "memory";
          }

          @Override
          public ByteArrayInputStream open(String fileName) {
            opened.incrementAndGet();
            return new ByteArrayInputStream("abc".getBytes(UTF_8));
          }
        };
    // FIPS 180-2, appendix B.1: the digest of "abc".
    PackageFile abc =
        new PackageFile("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(model.<Integer>read(abc, in -> in.read())).isEqualTo('a');
    assertThat(opened).hasValue(1);
  }

  @Test
  void noNameAndNoLinkLeadsOutOfTheFolder() throws IOException {
    FolderPackage model = written();
    for (String name : new String[] {"../secret", "/etc/passwd", "a/b", "..", ".hidden", "a\\b"}) {
      assertThatThrownBy(() -> model.open(name)).isInstanceOf(IllegalArgumentException.class);
    }
    Path secret = Files.writeString(folder.resolve("secret"), "weights");
    Path weights = model.folder().resolve("weights.safetensors");
    Files.delete(weights);
    try {
      Files.createSymbolicLink(weights, secret);
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("Skipped: this file system has no links");
    }
    assertThatThrownBy(() -> model.read(model.card().weights().orElseThrow(), in -> in.read()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("not a plain file of this folder");
  }

  @Test
  void aMissingFileIsToldByName() throws IOException {
    FolderPackage model = written();
    Files.delete(model.folder().resolve("weights.safetensors"));
    assertThatThrownBy(() -> model.read(model.card().weights().orElseThrow(), in -> in.read()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("lacks its file weights.safetensors");
  }
}
