package org.radcam.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.engine.FrozenParameters;
import org.radcam.engine.TorchEngine;
import org.radcam.image.Geometry;
import org.radcam.image.Size;
import org.radcam.image.Vector3;
import org.radcam.network.layer.ParameterValues;

class FeatureGridTest {
  /**
   * With kernels that are their own mirror images, a mirrored input gives mirrored features exactly
   * if the grid of features lies symmetrically on the input: 5 features at pixels 0, 32, 64, 96 and
   * 128 lie so on 129 pixels, and on no other number that makes 5.
   */
  @ParameterizedTest
  @CsvSource({
    "resnet18, 0, 32",
    "resnet50, 0, 32",
    "resnet18, 16, 16",
    "resnet50, 8, 8",
    "densenet121, 0, 32",
    "resnet3d6, 0, 8",
    "resnet3d10, 0, 32",
    "resnet3d10, 16, 16",
    "resnet3d50, 8, 8"
  })
  void theFeaturesLieWhereTheGridSays(String key, int askedStep, int step) {
    try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
      ArchitectureSpec spec =
          ArchitectureSpec.of(key, 1, 2).withWidth(0.125).withFeatureStep(askedStep);
      FeatureNetwork network = GoldenNumbers.fill(Architectures.create(spec), manager);
      mirrorKernels(network, manager);
      FeatureGrid grid = network.featureGrid();
      assertThat(grid.step()).isEqualTo(step);
      int features = 4;
      int symmetric = (int) (2 * grid.first() + (features - 1) * grid.step()) + 1;

      assertThat(mirrorError(network, manager, symmetric)).isLessThan(1e-4f);
      assertThat(mirrorError(network, manager, symmetric + 1)).isGreaterThan(0.01f);
      assertThat(mirrorError(network, manager, symmetric + step - 1)).isGreaterThan(0.01f);
    }
  }

  @ParameterizedTest
  @CsvSource({"resnet152, 0", "densenet121, 14", "resnet3d18, 0"})
  void theFirstFeatureIsCentredAtThisPixel(String key, double first) {
    FeatureNetwork network = Architectures.create(ArchitectureSpec.of(key, 1, 2).withWidth(0.0625));
    assertThat(network.featureGrid()).isEqualTo(new FeatureGrid(first, 32));
  }

  private static void mirrorKernels(FeatureNetwork network, NDManager manager) {
    network
        .namedParameters()
        .values()
        .forEach(
            parameter -> {
              int axes = parameter.getShape().dimension();
              if (axes >= 4) {
                NDArray weight = parameter.getArray();
                float[] mirrored = weight.add(weight.flip(axes - 1)).mul(0.5f).toFloatArray();
                ParameterValues.set(parameter, manager, mirrored);
              }
            });
  }

  /** Largest difference, relative to the largest feature. */
  private static float mirrorError(FeatureNetwork network, NDManager manager, int width) {
    int axes = Architectures.get(network.spec().key()).spatialAxes();
    Shape shape = axes == 2 ? new Shape(1, 1, 64, width) : new Shape(1, 1, 33, 33, width);
    NDArray input = GoldenNumbers.input(manager, shape);
    int last = axes + 1;
    FrozenParameters parameters = new FrozenParameters(manager);
    NDArray straight = network.features(parameters, input, false);
    NDArray mirrored = network.features(parameters, input.flip(last), false).flip(last);
    return straight.sub(mirrored).abs().max().div(straight.max()).getFloat();
  }

  @Test
  void theGridInPatientSpaceIsRightForPixelsThatAreNotSquare() {
    Geometry input = Geometry.millimetres(Size.of(224, 100), 0.5, 2, 3);
    Geometry features = new FeatureGrid(0, 32).on(input, 4, 7);
    assertThat(features.size()).isEqualTo(Size.of(7, 4));
    Vector3 last = features.toPatient(6, 3, 0);
    assertThat(last.x()).isCloseTo(96, within(1e-9));
    assertThat(last.y()).isCloseTo(192, within(1e-9));
    assertThat(input.toIndex(last).x()).isCloseTo(192, within(1e-9));
    assertThat(features.spacing().z()).isEqualTo(3);
  }

  @Test
  void theFirstFeatureOfAVolumeLiesWhereTheGridSays() {
    Geometry input = Geometry.millimetres(new Size(32, 32, 16), 1, 1, 2);
    Geometry features = new FeatureGrid(1.5, 4).on(input, 4, 8, 8);
    Vector3 first = features.toPatient(0, 0, 0);
    assertThat(first.x()).isCloseTo(1.5, within(1e-9));
    assertThat(first.z()).isCloseTo(3, within(1e-9));
    assertThat(features.spacing().z()).isEqualTo(8);
  }
}
