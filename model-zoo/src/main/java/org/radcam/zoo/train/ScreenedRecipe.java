package org.radcam.zoo.train;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.model.ClinicalInput;
import org.radcam.zoo.screening.Patient;
import org.radcam.zoo.screening.Screening;
import org.radcam.zoo.screening.ScreeningWords;

/**
 * A recipe with those clinical values only that its screening kept.
 *
 * @param recipe how to train
 * @param screening what was found out; empty where the recipe asks for none
 */
record ScreenedRecipe(Recipe recipe, Optional<Screening> screening) {
  /** The odds of the second of the two classes are modelled, as its area under the curve is. */
  private static final int POSITIVE = 1;

  /**
   * Screens.
   *
   * @param learning the cases that are learnt from, and no others: whoever is to be measured has no
   *     part in the choice. Of a patient with several cases the first one counts
   */
  static ScreenedRecipe of(Recipe recipe, List<TrainingCase> learning) {
    if (recipe.screening().isEmpty()) {
      return new ScreenedRecipe(recipe, Optional.empty());
    }
    Screening screening =
        Screening.of(
            recipe.clinical().stream().map(ClinicalPolicy::field).toList(),
            firstOfEach(learning).stream()
                .map(one -> new Patient(one.clinical(), one.label() == POSITIVE))
                .toList(),
            recipe.task().classes().get(POSITIVE).key(),
            recipe.screening().orElseThrow().alpha());
    List<ClinicalPolicy> kept =
        recipe.clinical().stream()
            .filter(policy -> screening.kept().contains(policy.field()))
            .toList();
    int numbers = kept.stream().mapToInt(policy -> ClinicalInput.width(policy.field())).sum();
    return new ScreenedRecipe(
        recipe.screened(kept, numbers, ScreeningWords.sentence(screening)), Optional.of(screening));
  }

  private static Collection<TrainingCase> firstOfEach(List<TrainingCase> cases) {
    Map<String, TrainingCase> first = new LinkedHashMap<>();
    cases.forEach(one -> first.putIfAbsent(one.patient(), one));
    return first.values();
  }
}
