package org.radcam.zoo.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.image.LengthUnit;
import org.radcam.image.SourceImage;
import org.radcam.model.FeatureModelSpec;
import org.radcam.model.ModelCard;
import org.radcam.model.RadiomicsSpec;
import org.radcam.prepare.ReferenceGrid;

/**
 * Sees to it that features that are measured in millimetres are so in all cases: those of an image
 * that does not tell the size of its voxels are in voxels, and cannot be compared with others.
 */
final class ScaleCheck {
  private final ModelCard card;
  private final List<RadiomicsSpec> specs;
  private final Map<RadiomicsSpec, String> told = new LinkedHashMap<>();
  private final Map<RadiomicsSpec, String> untold = new LinkedHashMap<>();

  ScaleCheck(ModelCard card) {
    this.card = card;
    this.specs =
        card.features().map(FeatureModelSpec::radiomics).orElse(List.of()).stream()
            .filter(RadiomicsSpec::needsMillimetres)
            .toList();
  }

  /**
   * Looks at one more case.
   *
   * @throws UserException if it tells the size of its voxels and one before did not, or the other
   *     way round, naming both
   */
  synchronized void see(Case subject) {
    for (RadiomicsSpec spec : specs) {
      boolean millimetres = measured(spec, subject).geometry().unit() == LengthUnit.MILLIMETRE;
      (millimetres ? told : untold).putIfAbsent(spec, subject.id());
      if (told.containsKey(spec) && untold.containsKey(spec)) {
        throw new UserException(
            "Of the image "
                + spec.role()
                + " features are measured in millimetres (shape, local intensity, spacing or a log"
                + " filter), but only some files tell the size of their pixels: that of case '"
                + told.get(spec)
                + "' does, that of case '"
                + untold.get(spec)
                + "' does not. Use files that all tell it, or leave these features out of the"
                + " recipe.");
      }
    }
  }

  /** The image whose grid a spec's features are measured on. */
  private SourceImage measured(RadiomicsSpec spec, Case subject) {
    boolean moved =
        spec.preparation().steps().stream().anyMatch(step -> step instanceof ReferenceGrid);
    return subject.images().get(moved ? card.referenceRole().key() : spec.role());
  }
}
