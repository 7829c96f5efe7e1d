package org.radcam.batch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Decides which files of a folder are given to a batch.
 *
 * <ul>
 *   <li>Files of sub-folders too, in the order of their relative paths.
 *   <li>Not the output folder, where it lies inside the input folder.
 *   <li>Not hidden files and folders, and nothing behind a symbolic link to a folder.
 *   <li>Not files whose name says that they are text, tables or programs.
 *   <li>Everything else, also what turns out to be no image: it gets a failed row, so that no
 *       broken image goes unseen.
 * </ul>
 */
final class BatchFiles {
  private static final Set<String> OTHER_TYPES =
      Set.of(
          "txt",
          "md",
          "csv",
          "tsv",
          "json",
          "xml",
          "yaml",
          "yml",
          "html",
          "htm",
          "pdf",
          "doc",
          "docx",
          "xls",
          "xlsx",
          "log",
          "ini",
          "py",
          "ijm",
          "groovy",
          "sh",
          "bat",
          "zip",
          "gz",
          "tar",
          "7z",
          "rar",
          "db",
          "safetensors");
  private static final Set<String> OTHER_NAMES = Set.of("license", "readme", "notice", "copying");

  private BatchFiles() {}

  /** Both folders without links. */
  static List<Path> list(Path input, Path output) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        input,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(input) && (folder.equals(output) || isHidden(folder))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isHidden(file) && !isOther(file) && !Files.isDirectory(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException problem) {
            // It gets its row; reading it will say what is wrong.
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(Comparator.comparing(file -> CaseNames.ofFile(input, file)));
    return files;
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private static boolean isOther(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return OTHER_NAMES.contains(name) || (dot > 0 && OTHER_TYPES.contains(name.substring(dot + 1)));
  }
}
