package org.radcam;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** TorchScript programs whose code somebody has changed in their archive. */
public final class EditedProgram {
  private EditedProgram() {}

  /** The program {@code program_whole.pt} with other code in the place of some. */
  public static byte[] replacing(String code, String other) throws IOException {
    Path file = Files.createTempFile("program", ".pt");
    try (InputStream in =
        EditedProgram.class.getResourceAsStream("/golden/torch/program_whole.pt")) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return edited(file, code, other);
    } finally {
      Files.delete(file);
    }
  }

  private static byte[] edited(Path file, String code, String other) throws IOException {
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    try (ZipFile zip = new ZipFile(file.toFile());
        ZipOutputStream out = new ZipOutputStream(changed)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] content;
        try (InputStream in = zip.getInputStream(entry)) {
          content = in.readAllBytes();
        }
        if (entry.getName().endsWith("/code/__torch__.py")) {
          String old = new String(content, StandardCharsets.UTF_8);
          if (!old.contains(code)) {
            throw new IllegalArgumentException("The program has no " + code);
          }
          content = old.replace(code, other).getBytes(StandardCharsets.UTF_8);
        }
        out.putNextEntry(stored(entry.getName(), content));
        out.write(content);
      }
    }
    return changed.toByteArray();
  }

  /** Uncompressed, as PyTorch writes its entries. */
  private static ZipEntry stored(String name, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    return entry;
  }
}
