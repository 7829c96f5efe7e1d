package org.radcam.zoo.train;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.radcam.image.Size;
import org.radcam.model.ClinicalInput;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;

/** Makes one network's input of prepared cases, as inference does. */
final class StageInputs {
  private final ModelCard card;
  private final Stage stage;
  private final CaseImages images;
  private final List<ClinicalPolicy> policies;
  private final List<ClinicalInput> clinical;
  private final Optional<Places> places;
  private final int[] own;

  /**
   * @param clinical how clinical values are scaled
   * @param places of the network's last feature map, where it is to learn where lesions are
   */
  StageInputs(
      ModelCard card,
      Stage stage,
      CaseImages images,
      List<ClinicalPolicy> policies,
      List<ClinicalInput> clinical,
      Optional<Places> places) {
    this.card = card;
    this.stage = stage;
    this.images = images;
    this.policies = policies;
    this.clinical = clinical;
    this.places = places;
    this.own =
        IntStream.range(0, card.inputs().size())
            .filter(n -> stage.roles().contains(card.inputs().get(n).role()))
            .toArray();
  }

  Stage stage() {
    return stage;
  }

  Size size() {
    return card.inputSize();
  }

  /** Cases as they are. */
  Batch of(List<TrainingCase> cases) {
    return of(cases, n -> UnaryOperator.identity());
  }

  /** How the images of the n-th case are changed on the way. */
  interface Variation {
    UnaryOperator<Scene> of(int n);
  }

  /** Cases whose images are varied, those of a case together. */
  Batch of(List<TrainingCase> cases, Variation variation) {
    int channels = stage.architecture().inputChannels();
    int each = channels * size().voxels();
    int numbers = stage.architecture().clinical();
    float[] values = new float[Math.multiplyExact(cases.size(), each)];
    float[] beside = new float[cases.size() * numbers];
    int cells = places.map(Places::count).orElse(0);
    float[] lesions = new float[cases.size() * cells];
    for (int n = 0; n < cases.size(); n++) {
      Scene all = images.scene(cases.get(n));
      List<float[]> seen = IntStream.of(own).mapToObj(all.images()::get).toList();
      Scene varied = variation.of(n).apply(new Scene(seen, all.lesion()));
      float[] assembled = stage.combine().assemble(varied.images(), channels);
      System.arraycopy(assembled, 0, values, n * each, each);
      if (cells > 0 && varied.lesion().isPresent()) {
        float[] inside = places.get().in(varied.lesion().get());
        System.arraycopy(inside, 0, lesions, n * cells, cells);
      }
      if (numbers > 0) {
        float[] encoded = ClinicalScaling.encode(policies, clinical, cases.get(n));
        System.arraycopy(encoded, 0, beside, n * numbers, numbers);
      }
    }
    return new Batch(values, beside, lesions, cases.size());
  }
}
