package org.radcam.zoo.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.radcam.UserException;
import org.radcam.model.MissingImages;
import org.radcam.model.ModelCard;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;
import org.radcam.task.RoiPolicy;
import org.radcam.zoo.train.ManifestColumns;

/**
 * Which columns of a manifest a model's cases come from.
 *
 * @param images column of each image by its role
 * @param clinical fields of the task that have a column
 */
record ModelColumns(Map<String, String> images, List<ClinicalField> clinical) {
  static final ManifestColumns COLUMNS = ManifestColumns.STANDARD;

  /**
   * Finds the columns.
   *
   * @throws UserException if one is missing that every case needs
   */
  static ModelColumns of(ModelCard card, List<String> header, Path file) {
    Set<String> there = Set.copyOf(header);
    Map<String, String> images = new LinkedHashMap<>();
    for (ImageRole role : card.roles()) {
      String own = COLUMNS.image(role.key());
      boolean plain = card.task().roles().size() == 1 && !there.contains(own);
      images.put(role.key(), plain ? COLUMNS.image() : own);
    }
    if (card.missing() == MissingImages.REST
        && images.values().stream().anyMatch(there::contains)) {
      images.values().retainAll(there);
    }
    List<String> required = new ArrayList<>(List.of(COLUMNS.caseId()));
    required.addAll(images.values());
    if (needsRoi(card)) {
      required.add(COLUMNS.roi());
    }
    card.clinical().stream()
        .filter(input -> !input.unknownAllowed())
        .forEach(input -> required.add(input.field()));
    for (String column : required) {
      if (!there.contains(column)) {
        throw new UserException(
            file
                + ": row 1: the column '"
                + column
                + "' is missing, which the model '"
                + card.id()
                + "' needs; the columns are "
                + String.join(", ", header));
      }
    }
    return new ModelColumns(
        images,
        card.task().clinical().stream().filter(field -> there.contains(field.key())).toList());
  }

  private static boolean needsRoi(ModelCard card) {
    return card.needsRoi() || (card.task().roi() == RoiPolicy.REQUIRED && !card.roles().isEmpty());
  }
}
