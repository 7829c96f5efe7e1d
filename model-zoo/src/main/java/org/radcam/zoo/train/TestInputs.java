package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.classify.Case;
import org.radcam.model.ClinicalInput;
import org.radcam.model.ModelCard;
import org.radcam.network.StagedNetwork;
import org.radcam.task.ClassLabel;
import org.radcam.task.ClinicalField;
import org.radcam.zoo.TestCases;
import org.radcam.zoo.phantom.Phantom;
import org.radcam.zoo.phantom.PhantomGenerator;
import org.radcam.zoo.phantom.Phantoms;

/** Inputs for a package's test case, made from synthetic cases: a package holds no patient's. */
final class TestInputs {
  /** Enough for one to speak for each class. */
  private static final long SEEDS = 4;

  /** Volumes of several networks are large, and packages should stay small. */
  private static final int MOST_BYTES = 1 << 20;

  private TestInputs() {}

  /** A case that speaks for each logit, or as many of them as fit into a megabyte; at least one. */
  static TestCases.Input telling(ModelCard card, StagedNetwork networks) {
    PhantomGenerator generator = Phantoms.get(card.task().key());
    List<TestCases.Input> inputs = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      for (ClassLabel label : card.task().classes()) {
        inputs.add(input(card, generator.generate(seed, label.key())));
      }
    }
    int bytes = Float.BYTES * inputs.get(0).images().values().length;
    return TestCases.telling(networks, inputs, Math.max(1, MOST_BYTES / bytes));
  }

  private static TestCases.Input input(ModelCard card, Phantom phantom) {
    Case subject =
        new Case(
            "phantom",
            phantom.images(),
            Optional.of(phantom.lesion()).filter(mask -> !mask.isEmpty()),
            phantom.clinical());
    return TestCases.input(
        card, CaseImages.prepare(card, subject), clinical(card, phantom.clinical()));
  }

  private static float[] clinical(ModelCard card, Map<String, String> values) {
    float[] numbers = new float[card.clinicalNumbers()];
    int at = 0;
    for (ClinicalInput input : card.clinical()) {
      ClinicalField field = card.task().clinicalField(input.field()).orElseThrow();
      float[] encoded = input.encode(field, Optional.ofNullable(values.get(input.field())));
      System.arraycopy(encoded, 0, numbers, at, encoded.length);
      at += encoded.length;
    }
    return numbers;
  }
}
