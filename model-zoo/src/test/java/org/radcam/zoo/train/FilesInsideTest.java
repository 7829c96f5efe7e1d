package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesInsideTest {
  @TempDir Path temporary;

  @Test
  void aLinkWithinTheFolderIsFineAndOneThatLeadsOutIsNot() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("data"));
    Path outside = Files.createDirectories(temporary.resolve("elsewhere"));
    Path secret = Files.writeString(outside.resolve("secret.nii"), "x");
    Path own = Files.writeString(folder.resolve("a.nii"), "x");
    link(folder.resolve("within.nii"), own);
    link(folder.resolve("out.nii"), secret);
    link(folder.resolve("series"), outside);
    link(temporary.resolve("alias"), folder);
    assertThat(FilesInside.isInside(folder, own)).isTrue();
    assertThat(FilesInside.isInside(folder, folder.resolve("within.nii"))).isTrue();
    assertThat(FilesInside.isInside(folder, folder.resolve("absent.nii"))).isTrue();
    assertThat(FilesInside.isInside(folder, folder.resolve("out.nii"))).isFalse();
    assertThat(FilesInside.isInside(folder, folder.resolve("series"))).isFalse();
    assertThat(FilesInside.isInside(folder, folder.resolve("series/secret.nii"))).isFalse();
    assertThat(FilesInside.isInside(folder, secret)).isFalse();
    // The folder itself may be a link.
    Path alias = temporary.resolve("alias");
    assertThat(FilesInside.isInside(alias, alias.resolve("a.nii"))).isTrue();
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("This system makes no symbolic links");
    }
  }
}
