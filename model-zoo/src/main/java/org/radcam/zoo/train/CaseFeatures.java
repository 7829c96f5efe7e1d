package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.radcam.features.ClinicalFeatures;
import org.radcam.model.ClinicalInput;
import org.radcam.model.FeatureModelSpec;
import org.radcam.model.ModelCard;

/**
 * Puts the features of cases together, as inference does: deep ones, radiomics, clinical values.
 */
final class CaseFeatures {
  private final ModelCard card;
  private final RadiomicsOfCases radiomics;
  private final ModelTrainer trainer;

  CaseFeatures(ModelCard card, RadiomicsOfCases radiomics, ModelTrainer trainer) {
    this.card = card;
    this.radiomics = radiomics;
    this.trainer = trainer;
  }

  /**
   * The features of cases.
   *
   * @param network makes the deep ones
   * @param clinical stands in for values that are not known
   */
  FeatureTable of(
      ModelTrainer.Trained network, List<ClinicalInput> clinical, List<TrainingCase> cases) {
    double[][] pooled =
        card.hasNetwork() ? trainer.pooled(network, cases) : new double[cases.size()][0];
    List<Map<String, Double>> features = new ArrayList<>();
    for (int n = 0; n < cases.size(); n++) {
      Map<String, Double> own = new LinkedHashMap<>();
      for (int k = 0; k < pooled[n].length; k++) {
        own.put(FeatureModelSpec.deep(k), pooled[n][k]);
      }
      own.putAll(radiomics.of(cases.get(n)));
      own.putAll(ClinicalFeatures.of(card.task(), clinical, cases.get(n).clinical()));
      features.add(own);
    }
    return FeatureTable.of(cases, features);
  }
}
