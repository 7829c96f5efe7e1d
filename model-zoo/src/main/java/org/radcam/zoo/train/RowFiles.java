package org.radcam.zoo.train;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcam.io.MaskSource;
import org.radcam.io.RegionLabel;
import org.radcam.task.ImageRole;

/** Finds the files that a manifest's rows name; none may lie outside the manifest's folder. */
final class RowFiles {
  private final Path folder;
  private final ManifestColumns columns;
  private final CaseNeeds needs;
  private final RowProblems problems;
  private final Map<String, String> imageColumns = new LinkedHashMap<>();
  private final Map<String, String> otherColumns = new LinkedHashMap<>();

  RowFiles(Path manifest, ManifestColumns columns, CaseNeeds needs, RowProblems problems) {
    this.folder = manifest.toAbsolutePath().normalize().getParent();
    this.columns = columns;
    this.needs = needs;
    this.problems = problems;
  }

  /**
   * Columns that must be there. The image of the only role of a task may stand in the column {@code
   * image}.
   *
   * @param there the manifest's columns
   */
  List<String> columns(Set<String> there) {
    for (String role : needs.roles()) {
      boolean plain = needs.task().roles().size() == 1 && !there.contains(columns.image(role));
      imageColumns.put(role, plain ? columns.image() : columns.image(role));
    }
    for (ImageRole role : needs.task().roles()) {
      String column = columns.image(role.key());
      if (!needs.roles().contains(role.key()) && there.contains(column)) {
        otherColumns.put(role.key(), column);
      }
    }
    List<String> required = new ArrayList<>(imageColumns.values());
    if (needs.roi()) {
      required.add(columns.roi());
    }
    return required;
  }

  CaseFiles read(ManifestRow row) {
    Map<String, Path> images = new LinkedHashMap<>();
    imageColumns.forEach(
        (role, column) -> {
          String name = row.value(column);
          if (name.isEmpty()) {
            problems.add(row, "'" + column + "' is empty");
          } else {
            file(row, "image", name, true).ifPresent(path -> images.put(role, path));
          }
        });
    return new CaseFiles(
        images,
        others(row),
        mask(row, columns.roi(), needs.roi()),
        mask(row, columns.lesion(), false));
  }

  /** Images that nobody needs may be absent or broken. */
  private Map<String, Path> others(ManifestRow row) {
    Map<String, Path> others = new LinkedHashMap<>();
    otherColumns.forEach(
        (role, column) -> {
          String name = row.value(column);
          if (!name.isEmpty()) {
            inside(name).filter(Files::exists).ifPresent(path -> others.put(role, path));
          }
        });
    return others;
  }

  /** Empty where the name leads out of the manifest's folder, or is none. */
  private Optional<Path> inside(String name) {
    try {
      Path path = folder.resolve(name).normalize();
      return FilesInside.isInside(folder, path) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<MaskSource> mask(ManifestRow row, String column, boolean required) {
    String name = row.value(column);
    String label = row.value(columns.labelOf(column));
    if (!name.isEmpty()) {
      return file(row, "mask", name, false)
          .map(file -> new MaskSource(file, RegionLabel.parse(label)));
    }
    if (!label.isEmpty()) {
      problems.add(
          row,
          "'"
              + columns.labelOf(column)
              + "' is '"
              + label
              + "', but '"
              + column
              + "' names no file");
    }
    if (required) {
      problems.add(row, "'" + column + "' is empty, but the recipe needs a region of interest");
    }
    return Optional.empty();
  }

  private Optional<Path> file(ManifestRow row, String what, String name, boolean folderAllowed) {
    try {
      Path path = folder.resolve(name).normalize();
      if (!FilesInside.isInside(folder, path)) {
        problems.add(row, "the " + what + " '" + name + "' lies outside the manifest's folder");
      } else if (Files.isRegularFile(path) || (folderAllowed && Files.isDirectory(path))) {
        return Optional.of(path);
      } else {
        problems.add(row, "there is no " + what + " '" + name + "'");
      }
    } catch (InvalidPathException e) {
      problems.add(row, "'" + name + "' cannot be a file name");
    }
    return Optional.empty();
  }
}
