package org.radcam.zoo.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Volume;
import org.radcam.model.ModelCard;
import org.radcam.zoo.phantom.GreyPng;

/** Pictures do not say where in the patient they lie. */
class AssumedGridTest {
  @TempDir private Path folder;

  @Test
  void casesWhoseImagesWereTakenToBeOnOneGridAreNamedInTheReportAndCountedOnTheCard()
      throws IOException {
    Recipe recipe = RecipeReader.builtIn("sinonasal-fusion-demo");
    ModelCard plan =
        new PackageMaker(recipe, new Provenance("", "", "", ""), new TestPhantoms()).plan();
    TrainingCase one = pictures("a", plan);
    TrainingCase other = pictures("b", plan);
    CaseReader reader = new CaseReader(plan);

    reader.read(one);

    assertThat(reader.assumed(one)).isTrue();
    assertThat(reader.assumed(other)).isFalse();
    TrainingReport report = new TrainingReport(plan, 1);
    assertThat(report.grids(List.of(), 2)).isEmpty();
    List<String> limits = report.grids(List.of(one), 2);
    assertThat(limits).singleElement().asString().startsWith("In 1 of 2 cases").endsWith("voxels.");
    assertThat(report.lines()).singleElement().asString().endsWith("voxels: a.");
  }

  private TrainingCase pictures(String id, ModelCard plan) throws IOException {
    Map<String, Path> images = new LinkedHashMap<>();
    for (var role : plan.roles()) {
      Path file = folder.resolve(id + "-" + role.key() + ".png");
      GreyPng.write(file, Volume.filled(Geometry.uncalibrated(Size.of(16, 16)), 7));
      images.put(role.key(), file);
    }
    return new TrainingCase(
        id,
        id,
        new CaseFiles(images, Optional.empty(), Optional.empty()),
        Map.of(),
        0,
        "",
        Split.TRAIN);
  }
}
