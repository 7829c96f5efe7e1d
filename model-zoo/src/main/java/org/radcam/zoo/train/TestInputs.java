package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.model.ClinicalInput;
import org.radcam.model.ModelCard;
import org.radcam.network.StagedNetwork;
import org.radcam.task.ClinicalField;
import org.radcam.zoo.TestCases;

/** Inputs for a package's test case, made from synthetic cases: a package holds no patient's. */
final class TestInputs {
  /** Cases to choose from: enough for one to speak for each class. */
  private static final int CANDIDATES = 8;

  /** Volumes of several networks are large, and packages should stay small. */
  private static final int MOST_BYTES = 1 << 20;

  private final ModelCard plan;
  private final TestPhantoms phantoms;
  private final List<Candidate> candidates = new ArrayList<>();

  /** A prepared case. */
  private record Candidate(List<float[]> images, Map<String, String> clinical) {}

  /**
   * @param plan says how cases are prepared
   * @param phantoms to choose from
   */
  TestInputs(ModelCard plan, TestPhantoms phantoms) {
    this.plan = plan;
    this.phantoms = phantoms;
  }

  /**
   * A case that speaks for each logit, or as many of them as fit into a megabyte; at least one. Of
   * networks that answer the same question one case for each class: every case goes through all.
   *
   * @param card says how clinical values are scaled
   */
  TestCases.Input telling(ModelCard card, StagedNetwork networks) {
    if (candidates.isEmpty()) {
      prepare();
    }
    List<TestCases.Input> inputs =
        candidates.stream()
            .map(one -> TestCases.input(card, one.images(), clinical(card, one.clinical())))
            .toList();
    int bytes = Float.BYTES * inputs.get(0).images().values().length;
    int most = Math.max(1, MOST_BYTES / bytes);
    return TestCases.telling(
        networks, inputs, card.isFusion() ? Math.min(most, card.task().classes().size()) : most);
  }

  /**
   * Refuses a preparation that no synthetic case fits.
   *
   * @throws org.radcam.UserException that says why
   */
  void check() {
    phantoms.check(plan, seeds());
  }

  private void prepare() {
    candidates.addAll(
        phantoms.usable(
            plan.task(),
            seeds(),
            Integer.MAX_VALUE,
            phantom ->
                new Candidate(
                    CaseImages.prepare(plan, TestPhantoms.withLesion(phantom)),
                    phantom.clinical())));
  }

  private int seeds() {
    return Math.max(1, CANDIDATES / plan.task().classes().size());
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
