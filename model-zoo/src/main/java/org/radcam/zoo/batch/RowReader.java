package org.radcam.zoo.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.batch.CaseOrigin;
import org.radcam.io.ImageFile;
import org.radcam.io.ImageFiles;
import org.radcam.io.MaskSource;
import org.radcam.io.RegionLabel;
import org.radcam.io.UnreadableImageException;
import org.radcam.model.ClinicalInput;
import org.radcam.model.ModelCard;
import org.radcam.task.ClassLabel;
import org.radcam.task.ClinicalField;
import org.radcam.zoo.train.FilesInside;
import org.radcam.zoo.train.ManifestRow;

/**
 * Opens the files of a manifest's rows. Refused are
 *
 * <ul>
 *   <li>a file that does not exist, cannot be read, or lies outside the manifest's folder;
 *   <li>a clinical value that the task does not accept;
 *   <li>a region's number or name without a file that holds it;
 *   <li>a label that is no class of the task;
 *   <li>a row with more cells than the header has.
 * </ul>
 *
 * An empty cell is a missing image, region or value; whether the model can do without, the
 * classifier says.
 */
final class RowReader {
  private final Path folder;
  private final ModelCard card;
  private final ModelColumns columns;
  private final ManifestSettings settings;

  RowReader(Path manifest, ModelCard card, ModelColumns columns, ManifestSettings settings) {
    this.folder = manifest.toAbsolutePath().normalize().getParent();
    this.card = card;
    this.columns = columns;
    this.settings = settings;
  }

  RowContent open(ManifestRow row, CaseOrigin origin, String caseFolder) throws IOException {
    if (row.cells().size() > row.cells().getParser().getHeaderNames().size()) {
      throw new UserException(
          "Row "
              + row.number()
              + " of the manifest has "
              + row.cells().size()
              + " cells, but the header "
              + row.cells().getParser().getHeaderNames().size()
              + ".");
    }
    checkLabel(origin.label());
    Map<String, String> clinical = clinical(row);
    Map<String, ImageFile> images = new LinkedHashMap<>();
    for (Map.Entry<String, String> column : columns.images().entrySet()) {
      Optional<Path> file = file(row.value(column.getValue()));
      if (file.isPresent()) {
        images.put(column.getKey(), open(column.getKey(), file.get()));
      }
    }
    return new RowContent(origin, caseFolder, images, roi(row), clinical, settings);
  }

  private Optional<MaskSource> roi(ManifestRow row) {
    String column = ModelColumns.COLUMNS.roi();
    String label = row.value(ModelColumns.COLUMNS.labelOf(column));
    Optional<Path> file = file(row.value(column));
    if (file.isEmpty() && !label.isEmpty()) {
      throw new UserException(
          "Row "
              + row.number()
              + " of the manifest names the region '"
              + label
              + "' (column "
              + ModelColumns.COLUMNS.labelOf(column)
              + "), but no file that holds it (column "
              + column
              + ").");
    }
    return file.map(one -> new MaskSource(one, RegionLabel.parse(label)));
  }

  private ImageFile open(String role, Path file) {
    try {
      return ImageFiles.open(file);
    } catch (UnreadableImageException e) {
      throw new UserException(RowContent.unreadable(role, columns.images().size(), e), e);
    }
  }

  private void checkLabel(String label) {
    if (!label.isEmpty() && card.task().classOf(label).isEmpty()) {
      throw new UserException(
          "The label '"
              + label
              + "' is not one of "
              + String.join(", ", card.task().classes().stream().map(ClassLabel::key).toList())
              + ".");
    }
  }

  private Map<String, String> clinical(ManifestRow row) {
    Map<String, String> values = new LinkedHashMap<>();
    for (ClinicalField field : columns.clinical()) {
      String value = row.value(field.key());
      if (!ClinicalInput.isUnknown(Optional.of(value))) {
        values.put(field.key(), field.check(value));
      }
    }
    return values;
  }

  private Optional<Path> file(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path path = folder.resolve(name).normalize();
      if (!FilesInside.isInside(folder, path)) {
        throw new UserException("The file '" + name + "' lies outside the manifest's folder.");
      }
      if (!Files.exists(path)) {
        throw new UserException("There is no file '" + name + "' in the manifest's folder.");
      }
      return Optional.of(path);
    } catch (InvalidPathException e) {
      throw new UserException("'" + name + "' cannot be a file name.", e);
    }
  }
}
