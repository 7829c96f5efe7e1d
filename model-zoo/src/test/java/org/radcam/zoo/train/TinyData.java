package org.radcam.zoo.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.radcam.model.ModelCard;
import org.radcam.task.ClassLabel;

/** A small set of noisy pictures in which a bright square is the finding, and a recipe for it. */
public final class TinyData {
  static final int SIDE = 32;

  private TinyData() {}

  /** Writes pictures and manifest: two pictures a patient, every other patient with the finding. */
  public static Manifest write(Path folder, int patients) throws IOException {
    StringBuilder rows = new StringBuilder("case,patient,image,label,stratum\n");
    for (int patient = 0; patient < patients; patient++) {
      boolean finding = patient % 2 == 1;
      for (int image = 0; image < 2; image++) {
        String name = "p" + patient + "-" + image + ".png";
        picture(folder.resolve(name), finding, 100L * patient + image);
        rows.append("case ").append(patient).append('-').append(image);
        rows.append(",patient").append(patient).append(',').append(name);
        rows.append(finding ? ",finding" : ",no_finding");
        rows.append(patient % 4 < 2 ? ",AP\n" : ",PA\n");
      }
    }
    Path manifest = folder.resolve("manifest.csv");
    Files.writeString(manifest, rows);
    return ManifestReader.read(manifest, ManifestColumns.STANDARD, CaseNeeds.of(recipe(2, "")));
  }

  private static void picture(Path file, boolean finding, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    int left = 6 + random.nextInt(SIDE - 18);
    int top = 6 + random.nextInt(SIDE - 18);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        boolean inside = x >= left && x < left + 8 && y >= top && y < top + 8;
        int value = 60 + random.nextInt(60) + (finding && inside ? 100 : 0);
        image.getRaster().setSample(x, y, 0, value);
      }
    }
    ImageIO.write(image, "png", file.toFile());
  }

  /** A recipe that learns this in seconds; {@code %s} entries can be added at the top level. */
  static Recipe recipe(int epochs, String more) {
    try {
      return RecipeReader.parse("tiny.yaml", text(epochs) + more);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The card that a training begins with. */
  static ModelCard plan(Manifest manifest, Recipe recipe) {
    List<String> classes = recipe.task().classes().stream().map(ClassLabel::key).toList();
    return new PackageMaker(
            recipe, Provenance.of(manifest, classes, Optional.empty()), new TestPhantoms())
        .plan();
  }

  /** The input of the only network. */
  static StageInputs inputs(Manifest manifest, Recipe recipe) {
    ModelCard plan = plan(manifest, recipe);
    return new StageInputs(
        plan,
        plan.stages().get(0),
        new CaseImages(plan),
        recipe.clinical(),
        ClinicalScaling.fit(recipe.clinical(), manifest.training()),
        Optional.empty());
  }

  /** The recipe as it is written. */
  public static String text(int epochs) {
    return """
        task: chest-xray
        model:
          id: tiny
          name: Tiny test model
          version: 0.0.1
          description: Finds bright squares.
          intendedUse: Tests.
          limits: [Tests only]
          trainingData: Drawn pictures.
          obtainingWeights: Run the tests.
          authors: [The RadCAM developers]
          licence: Apache-2.0
        network: {architecture: resnet18, width: 0.125, dropout: 0.1}
        inputs:
          - role: CXR
            preparation:
              - {step: resize, columns: 32, rows: 32, aspect: fit}
              - {step: normalise, mean: 110, std: 50}
        augmentation: {rotation: 5, scale: 0.05, shift: 0.05, flip: 0.5, gamma: 0.1, blur: 0.3}
        optimiser: {kind: adamw, weightDecay: 0.01}
        schedule: {epochs: %d, batchSize: 8, learningRate: 0.003, warmUpEpochs: 1}
        loss: {labelSmoothing: 0.05, balance: class}
        seed: 3
        """
        .formatted(epochs);
  }
}
