package org.radcam.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPackageTest {
  @TempDir Path folder;

  @Test
  void aCardWithOurPartIsOursAlsoIndentedOrWithASlip() throws IOException {
    assertThat(isOurs("name: x\nconfig:\n  radcam :\n")).isTrue();
    assertThat(isOurs("config: [\r\n\tradcam:\r\n")).isTrue();
    assertThat(isOurs("name: radcam: x\nnot-radcam: 1\nradcams: 2\n")).isFalse();
    assertThat(FolderPackage.isOne(folder.resolve("absent"))).isFalse();
  }

  private boolean isOurs(String card) throws IOException {
    Files.writeString(folder.resolve(FolderPackage.CARD), card);
    return FolderPackage.isOne(folder);
  }

  @Test
  void aCardIsSearchedInOnePassWhateverItIsBlankWith() {
    for (String blank : new String[] {"\n", " ", "\t", "radcam \n"}) {
      CountingText text = new CountingText(blank.repeat(2000));
      assertThat(FolderPackage.hasOurPart(text)).isFalse();
      assertThat(text.reads).hasValueLessThan(8L * text.length());
    }
  }

  /** Counts how often a character is looked at. */
  private record CountingText(String text, AtomicLong reads) implements CharSequence {
    CountingText(String text) {
      this(text, new AtomicLong());
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      reads.incrementAndGet();
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }
  }
}
