package org.radcam.cam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.engine.FrozenParameters;
import org.radcam.engine.TorchEngine;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.FeatureNetwork;
import org.radcam.network.GoldenNumbers;

class CamTest {
  private NDManager manager;
  private FeatureNetwork network;
  private NDArray input;

  @BeforeEach
  void openNetwork() {
    manager = TorchEngine.newManager(Device.cpu());
    ArchitectureSpec spec = ArchitectureSpec.of("resnet18", 1, 3).withWidth(0.25);
    network = GoldenNumbers.fill(Architectures.create(spec), manager);
    input = GoldenNumbers.input(manager, new Shape(2, 1, 96, 160));
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /** For a mean over HW pixels and a linear layer, the gradient is w_k / HW at every pixel. */
  @Test
  void gradCamIsTheWeightedSumOfFeaturesForAMeanAndALinearLayer() {
    float[] weights = network.namedParameters().get("fc.weight").getArray().toFloatArray();
    float[] bias = network.namedParameters().get("fc.bias").getArray().toFloatArray();
    int channels = network.featureChannels();
    float[] features = network.features(new FrozenParameters(manager), input, false).toFloatArray();
    int pixels = features.length / 2 / channels;
    try (ExplainedForward forward = new Cam(network).forward(input)) {
      for (int image = 0; image < 2; image++) {
        for (int target = 0; target < 3; target++) {
          float[] expected = new float[pixels];
          for (int i = 0; i < channels * pixels; i++) {
            expected[i % pixels] +=
                weights[target * channels + i / pixels]
                    * features[image * channels * pixels + i]
                    / pixels;
          }
          for (String key : List.of("grad-cam", "hires-cam")) {
            float[] map = forward.map(CamMethods.get(key), image, target).values();
            assertThat(map).containsExactly(expected, within(1e-5f));
            double sum = 0;
            for (float value : map) {
              sum += value;
            }
            assertThat(sum + bias[target]).isCloseTo(forward.logits(image)[target], within(1e-4));
          }
        }
      }
    }
  }

  @Test
  void severalThreadsGetTheSameLogitsAndMapsFromOneNetwork() throws Exception {
    float[] logits;
    float[] map;
    try (ExplainedForward alone = new Cam(network).forward(input)) {
      logits = alone.logits(1);
      map = alone.map(CamMethods.usual(), 1, 2).values();
    }
    Cam cam = new Cam(network);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        runs.add(
            threads.submit(
                () -> {
                  try (ExplainedForward forward = cam.forward(input)) {
                    assertThat(forward.logits(1)).containsExactly(logits, within(1e-5f));
                    assertThat(forward.map(CamMethods.usual(), 1, 2).values())
                        .containsExactly(map, within(1e-5f));
                  }
                }));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void explainingLeavesNoTraceInANetworkThatIsBeingTrained() {
    int before = manager.getManagedArrays().size();
    try (ExplainedForward forward = new Cam(network).forward(input)) {
      forward.map(CamMethods.usual(), 0, 1);
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
    NDArray weight = network.namedParameters().get("fc.weight").getArray();
    assertThat(weight.hasGradient()).isTrue();
    assertThat(weight.getGradient().toFloatArray()).containsOnly(0);
    assertThat(input.toFloatArray()).hasSize(2 * 96 * 160);
  }

  @Test
  void everyMethodIsFoundByItsKeyAndExplainsItself() {
    assertThat(CamMethods.all())
        .extracting(CamMethod::key)
        .containsExactly("grad-cam", "hires-cam", "grad-cam++", "layer-cam");
    assertThat(CamMethods.all())
        .allSatisfy(
            method -> {
              assertThat(CamMethods.get(method.key())).isSameAs(method);
              assertThat(method.title()).isNotBlank();
              assertThat(method.help()).isNotBlank();
              assertThat(method.source()).contains("20");
            });
    assertThatThrownBy(() -> CamMethods.get("gradcam"))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "There is no heat map method 'gradcam'; there are: grad-cam, hires-cam, grad-cam++,"
                + " layer-cam.");
  }

  @Test
  void aClassOrImageThatIsNotThereIsRefused() {
    try (ExplainedForward forward = new Cam(network).forward(input)) {
      assertThatThrownBy(() -> forward.map(CamMethods.usual(), 0, 3))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> forward.map(CamMethods.usual(), 2, 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(forward::logits).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void featuresOfVolumesMakeMapsOfVoxels() {
    NDArray activations = GoldenNumbers.input(manager, new Shape(1, 4, 2, 3, 5));
    try (ExplainedForward forward = new Cam(new VoxelMean(activations)).forward(input)) {
      RawMap map = forward.map(CamMethods.usual(), 1);
      float[] a = activations.toFloatArray();
      assertThat(map.shape()).containsExactly(2, 3, 5);
      // The second class's logit is the mean of the second channel.
      for (int i = 0; i < 30; i++) {
        assertThat(map.values()[i]).isCloseTo(a[30 + i] / 30, within(1e-6f));
      }
    }
  }
}
