package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.file.Path;
import org.radcam.zoo.phantom.PhantomFolder;
import org.radcam.zoo.phantom.Phantoms;

/** A few phantoms of brain metastases, and a cascade of the smallest 3D networks for them. */
final class TinyCascade {
  private TinyCascade() {}

  /** Writes phantoms: eight to learn from, four for the test, one of each class. */
  static Manifest write(Path folder) throws IOException {
    PhantomFolder.write(
        Phantoms.get("brain-metastasis"), new PhantomFolder.Counts(12, 0, 4), 7, folder);
    return ManifestReader.read(
        folder.resolve("labels.csv"), ManifestColumns.STANDARD, CaseNeeds.of(recipe(2, "")));
  }

  static Recipe recipe(int epochs, String more) {
    try {
      return RecipeReader.parse("cascade.yaml", text(epochs) + more);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(int epochs) {
    return """
        task: brain-metastasis
        model:
          id: tiny-cascade
          name: Tiny cascade
          version: 0.0.1
          description: Learns nothing of use.
          intendedUse: Tests.
          limits: [Tests only]
          trainingData: Phantoms.
          obtainingWeights: Run the tests.
          authors: [The RadCAM developers]
          licence: Apache-2.0
        inputs:
          - roles: [CE-T1WI, T1WI, DWI]
            preparation:
              - {step: reference-grid}
              - {step: z-score}
              - {step: roi-block, widthMm: 40, heightMm: 40, depthMm: 40}
              - {step: resize, columns: 17, rows: 17, slices: 17, aspect: fit}
        stages:
          - {key: origin, roles: [T1WI, DWI], network: {architecture: resnet3d6, width: 0.0625}}
          - {key: lung, roles: [DWI], network: {architecture: resnet3d6, width: 0.0625, dropout: 0.1}}
          - {key: non_lung, roles: [CE-T1WI, T1WI], combine: mean, network: {architecture: resnet3d6, width: 0.0625}}
        augmentation: {rotation: 10, scale: 0.05, shift: 0.05, flip: 0.5, gamma: 0.1, noise: 0.01}
        optimiser: {kind: adamw, weightDecay: 0.01}
        schedule: {epochs: %d, batchSize: 4, learningRate: 0.003, warmUpEpochs: 1}
        loss: {labelSmoothing: 0.05, balance: class}
        weights: float16
        seed: 3
        """
        .formatted(epochs);
  }
}
