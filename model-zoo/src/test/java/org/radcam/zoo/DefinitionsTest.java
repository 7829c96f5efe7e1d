package org.radcam.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcam.classify.Case;
import org.radcam.classify.ClassScore;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.Result;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Mask;
import org.radcam.image.Placement;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;
import org.radcam.task.ClinicalField;
import org.radcam.task.ImageRole;

/** Every definition, made narrow and with random weights, answers a case of its task. */
class DefinitionsTest {
  @TempDir Path folder;

  static Stream<String> definitions() {
    return ModelZoo.shipped().packages().stream()
        .map(model -> model.card())
        .filter(card -> card.weights().isEmpty())
        .map(ModelCard::id);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void aCaseGoesThroughItsPreparationAndNetworksAndIsExplained(String id) throws IOException {
    ModelCard card = ModelZoo.shipped().find(id).card();
    List<Stage> narrow =
        card.stages().stream()
            .map(stage -> stage.withArchitecture(stage.architecture().withWidth(0.0625)))
            .toList();
    ModelCard small = card.toBuilder().stages(narrow).build();
    try (Classifier classifier =
        Classifier.open(TinyPackages.write(folder.resolve("model"), small), DeviceChoice.CPU)) {
      Case subject = subject(card);
      Result result = classifier.classify(subject, ClassifyOptions.DEFAULT);
      assertThat(result.scores().stream().mapToDouble(ClassScore::probability).sum())
          .isCloseTo(1, within(1e-9));
      assertThat(result.stages()).hasSize(card.stages().size() > 1 ? card.stages().size() : 0);
      assertThat(result.heatMap().orElseThrow().onSource().geometry())
          .isEqualTo(subject.images().get(card.referenceRole().key()).geometry());
      assertThat(result.audit().preparation()).hasSize(card.inputs().size());
    }
  }

  /** Images of different grids over one place, and the first word or middle of every value. */
  private static Case subject(ModelCard card) {
    boolean radiograph = card.roles().get(0).modalities().contains("DX");
    Map<String, SourceImage> images = new LinkedHashMap<>();
    for (ImageRole role : card.roles()) {
      int slices = radiograph ? 1 : 12 + images.size();
      Size size = new Size(70 + 3 * images.size(), 80, slices);
      Geometry grid = Geometry.millimetres(size, 1.5, 1.5, 5);
      images.put(role.key(), noise(role.key(), grid, images.size()));
    }
    Map<String, String> clinical = new LinkedHashMap<>();
    for (ClinicalField field : card.task().clinical()) {
      clinical.put(
          field.key(),
          field.choices().isEmpty()
              ? Double.toString((field.low() + field.high()) / 2)
              : field.choices().get(0));
    }
    Geometry reference = images.get(card.referenceRole().key()).geometry();
    return new Case("case", images, Optional.of(box(reference)), clinical);
  }

  private static SourceImage noise(String name, Geometry grid, long seed) {
    Random random = new Random(seed);
    float[] values = new float[grid.size().voxels()];
    for (int n = 0; n < values.length; n++) {
      values[n] = 200 + 100 * (float) random.nextGaussian();
    }
    return new SourceImage(name, new Volume(grid, values), ImageTraits.UNKNOWN, Placement.KNOWN);
  }

  private static Mask box(Geometry grid) {
    Size size = grid.size();
    BitSet voxels = new BitSet();
    for (int k = size.slices() / 2; k < Math.min(size.slices(), size.slices() / 2 + 3); k++) {
      for (int j = 30; j < 44; j++) {
        for (int i = 25; i < 45; i++) {
          voxels.set(size.index(i, j, k));
        }
      }
    }
    return new Mask(grid, voxels);
  }
}
