package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.radcam.TestData;
import org.radcam.model.ModelCard;
import org.radcam.zoo.ModelZoo;

class ShippedModelTest {
  private final ModelCard card = ModelZoo.shipped().find("chest-xray-nih").card();
  private final Recipe recipe = RecipeReader.builtIn("chest-xray-nih");

  @Test
  void itsCardSaysWhatItsRecipeSays() {
    CardText text = recipe.card();
    assertThat(card.description()).isEqualTo(text.description());
    assertThat(card.standing()).isEqualTo(text.standing());
    assertThat(card.intendedUse()).isEqualTo(text.intendedUse());
    assertThat(card.limits()).startsWith(text.limits().toArray(new String[0]));
    assertThat(card.trainingData()).startsWith(text.trainingData() + " ");
    assertThat(card.obtainingWeights()).isEqualTo(text.obtainingWeights());
  }

  @Test
  void itsCardCountsTheImagesThatItsRecipeIsFor() throws IOException {
    Path labels = TestData.require("cxr_nih_256").resolve("labels.csv");
    Manifest manifest = ManifestReader.read(labels, ManifestColumns.NIH, CaseNeeds.of(recipe));
    recipe.check(manifest);

    Provenance provenance =
        Provenance.of(manifest, card.onlyStage().branchKeys(), Optional.empty());

    assertThat(card.trainingData())
        .isEqualTo(recipe.card().trainingData() + " " + provenance.text());
  }
}
