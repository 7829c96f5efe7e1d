package org.radcam.zoo.train;

import java.util.List;
import java.util.stream.Stream;
import org.radcam.model.InputSpec;
import org.radcam.model.RadiomicsSpec;
import org.radcam.task.RoiPolicy;
import org.radcam.task.Task;

/**
 * What a recipe takes from every case.
 *
 * @param task the question
 * @param roles of its images
 * @param roi whether there must be a region of interest
 * @param clinical its clinical values
 */
public record CaseNeeds(Task task, List<String> roles, boolean roi, List<ClinicalPolicy> clinical) {
  public CaseNeeds {
    roles = List.copyOf(roles);
    clinical = List.copyOf(clinical);
  }

  /** What a recipe needs. */
  public static CaseNeeds of(Recipe recipe) {
    List<String> measured =
        recipe.features().stream()
            .flatMap(features -> features.radiomics().stream())
            .map(RadiomicsSpec::role)
            .toList();
    List<String> roles =
        Stream.concat(recipe.inputs().stream().map(InputSpec::role), measured.stream())
            .distinct()
            .toList();
    boolean roi =
        (recipe.task().roi() == RoiPolicy.REQUIRED && !roles.isEmpty())
            || !measured.isEmpty()
            || recipe.inputs().stream().anyMatch(input -> input.preparation().needsRoi());
    return new CaseNeeds(recipe.task(), roles, roi, recipe.clinical());
  }
}
