package org.radcam.network.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcam.engine.TorchEngine;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.FeatureNetwork;

class NetworkWeightsTest {
  private static final ArchitectureSpec TINY =
      ArchitectureSpec.of("resnet18", 1, 2).withWidth(0.0625);

  @TempDir Path folder;
  private NDManager manager;
  private FeatureNetwork network;

  @BeforeEach
  void drawNetwork() {
    manager = TorchEngine.newManager(Device.cpu());
    network = Architectures.create(TINY);
    network.draw(manager, 5);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void aNetworkIsSavedAndLoadedExactlyFromFileAndStream() throws IOException {
    Path path = folder.resolve("w.safetensors");
    NetworkWeights.save(network, path, Map.of("seed", "5"), TensorType.F32);

    FeatureNetwork fromFile = Architectures.create(TINY);
    assertThat(NetworkWeights.load(fromFile, path, manager)).containsEntry("seed", "5");
    assertSame(network, fromFile);

    FeatureNetwork fromStream = Architectures.create(TINY);
    fromStream.draw(manager, 6);
    NetworkWeights.load(fromStream, Files.newInputStream(path), "in a jar", manager);
    assertSame(network, fromStream);
  }

  @Test
  void everyMissingExtraAndMisshapenTensorIsNamed() throws IOException {
    Map<String, Tensor> tensors = new HashMap<>(NetworkWeights.copyOf(network));
    tensors.remove("bn1.bias");
    tensors.put("bn1.beta", new Tensor(new long[] {4}, new float[4]));
    tensors.put("fc.weight", new Tensor(new long[] {3, 32}, new float[96]));
    Path path = write(tensors);
    assertThatThrownBy(() -> NetworkWeights.load(Architectures.create(TINY), path, manager))
        .isInstanceOf(BadWeightsException.class)
        .hasMessage(
            "Cannot use the weights bad.safetensors: they do not fit the network; missing:"
                + " bn1.bias; not of this network: bn1.beta; of another shape: fc.weight [3, 32]"
                + " not [2, 32].");
  }

  @Test
  void afterTenNamesTheRestIsCounted() throws IOException {
    Path path = write(Map.of());
    assertThatThrownBy(() -> NetworkWeights.load(network, path, manager))
        .isInstanceOf(BadWeightsException.class)
        .hasMessageContaining("missing: bn1.bias, bn1.running_mean,")
        .hasMessageEndingWith(" and 92 more.");
  }

  @Test
  void pytorchsBatchCountersArePassedOver() throws IOException {
    Map<String, Tensor> tensors = new HashMap<>(NetworkWeights.copyOf(network));
    tensors.put("bn1.num_batches_tracked", new Tensor(new long[0], new float[1]));
    FeatureNetwork loaded = Architectures.create(TINY);
    NetworkWeights.load(loaded, write(tensors), manager);
    assertSame(network, loaded);
  }

  @Test
  void weightsThatAreNoNumbersAreRefused() throws IOException {
    Map<String, Tensor> tensors = new HashMap<>(NetworkWeights.copyOf(network));
    tensors.get("layer3.1.bn2.bias").values()[2] = Float.NaN;
    Path path = write(tensors);
    assertThatThrownBy(() -> NetworkWeights.load(Architectures.create(TINY), path, manager))
        .isInstanceOf(BadWeightsException.class)
        .hasMessageContaining("'layer3.1.bn2.bias' holds a value that is no number");
  }

  @Test
  void featuresAreLoadedForOtherClassesAndTheHeadStaysAsDrawn() throws IOException {
    Path path = folder.resolve("w.safetensors");
    NetworkWeights.save(network, path, Map.of(), TensorType.F32);
    FeatureNetwork other =
        Architectures.create(ArchitectureSpec.of("resnet18", 1, 7).withWidth(0.0625));
    other.draw(manager, 9);
    float[] head = NetworkWeights.copyOf(other).get("fc.weight").values();

    NetworkWeights.loadFeatures(other, path, manager);

    Map<String, Tensor> after = NetworkWeights.copyOf(other);
    assertThat(after.get("fc.weight").values()).containsExactly(head);
    assertThat(after.get("layer4.1.conv2.weight").values())
        .containsExactly(NetworkWeights.copyOf(network).get("layer4.1.conv2.weight").values());
  }

  @Test
  void aCopyInMemoryIsPutBack() {
    Map<String, Tensor> best = NetworkWeights.copyOf(network);
    network.draw(manager, 6);
    NetworkWeights.set(network, best, manager);
    FeatureNetwork expected = Architectures.create(TINY);
    expected.draw(manager, 5);
    assertSame(expected, network);
    assertThatThrownBy(() -> NetworkWeights.set(network, Map.of(), manager))
        .isInstanceOf(BadWeightsException.class)
        .hasMessageContaining("missing");
  }

  @Test
  void aFoldedNetworkIsNotSaved() {
    network.foldBatchNorms();
    Path path = folder.resolve("w.safetensors");
    assertThatThrownBy(() -> NetworkWeights.save(network, path, Map.of(), TensorType.F32))
        .isInstanceOf(IllegalStateException.class);
    assertThat(path).doesNotExist();
  }

  private Path write(Map<String, Tensor> tensors) throws IOException {
    Path path = folder.resolve("bad.safetensors");
    Safetensors.write(path, new TensorFile(Map.of(), tensors), TensorType.F32);
    return path;
  }

  private static void assertSame(FeatureNetwork expected, FeatureNetwork actual) {
    Map<String, Tensor> theirs = NetworkWeights.copyOf(actual);
    NetworkWeights.copyOf(expected)
        .forEach(
            (name, tensor) ->
                assertThat(theirs.get(name).values()).as(name).containsExactly(tensor.values()));
  }
}
