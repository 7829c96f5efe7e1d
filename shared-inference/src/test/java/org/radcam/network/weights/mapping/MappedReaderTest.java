package org.radcam.network.weights.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.FeatureNetwork;
import org.radcam.network.weights.BadWeightsException;
import org.radcam.network.weights.NetworkWeights;
import org.radcam.network.weights.Tensor;
import org.radcam.network.weights.TensorEntry;
import org.radcam.network.weights.TensorReader;
import org.radcam.network.weights.TensorType;

/** Takes the weights of a small network of ours, names them as others do, and loads them again. */
class MappedReaderTest {
  private static final ArchitectureSpec RESNET =
      ArchitectureSpec.of("resnet18", 3, 5).withWidth(0.0625);
  private static final ArchitectureSpec DENSENET =
      ArchitectureSpec.of("densenet121", 1, 18).withWidth(0.125);
  private static final ArchitectureSpec VOLUMES =
      ArchitectureSpec.of("resnet3d10", 1, 2).withWidth(0.0625);

  /** Tensors in memory, as a file. */
  private record Memory(Map<String, Tensor> tensors) implements TensorReader {
    @Override
    public String file() {
      return "memory";
    }

    @Override
    public Map<String, String> metadata() {
      return Map.of();
    }

    @Override
    public List<TensorEntry> entries() {
      List<TensorEntry> entries = new ArrayList<>();
      tensors.forEach(
          (name, tensor) ->
              entries.add(
                  new TensorEntry(
                      name, TensorType.F32, tensor.shape(), 0, 4L * tensor.values().length)));
      return entries;
    }

    @Override
    public void read(Predicate<TensorEntry> wanted, BiConsumer<TensorEntry, ByteBuffer> consumer) {
      for (TensorEntry entry : entries()) {
        if (wanted.test(entry)) {
          float[] values = tensors.get(entry.name()).values();
          ByteBuffer buffer =
              ByteBuffer.allocateDirect(4 * values.length).order(ByteOrder.nativeOrder());
          buffer.asFloatBuffer().put(values);
          consumer.accept(entry, buffer);
        }
      }
    }

    @Override
    public void close() {}
  }

  private static NDManager manager() {
    return TorchEngine.newManager(TorchEngine.device(DeviceChoice.CPU).device());
  }

  private static Map<String, Tensor> weights(ArchitectureSpec spec) {
    try (NDManager manager = manager()) {
      FeatureNetwork network = Architectures.create(spec);
      network.draw(manager, 5);
      return NetworkWeights.copyOf(network);
    }
  }

  private static Map<String, Tensor> renamed(
      Map<String, Tensor> tensors, UnaryOperator<String> rename) {
    Map<String, Tensor> renamed = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> renamed.put(rename.apply(name), tensor));
    return renamed;
  }

  /** Loads what somebody else named, and expects the network that was renamed. */
  private static MappedReader load(
      ArchitectureSpec spec, Map<String, Tensor> original, Map<String, Tensor> others)
      throws IOException {
    try (NDManager manager = manager();
        MappedReader reader = new MappedReader(new Memory(others))) {
      FeatureNetwork network = Architectures.create(spec);
      NetworkWeights.load(network, reader, manager);
      Map<String, Tensor> loaded = NetworkWeights.copyOf(network);
      assertThat(loaded.keySet()).isEqualTo(original.keySet());
      loaded.forEach(
          (name, tensor) ->
              assertThat(tensor.values()).as(name).isEqualTo(original.get(name).values()));
      return reader;
    }
  }

  private static String sequential(String name, List<String> modules) {
    for (String module : modules) {
      if (!module.isEmpty() && name.startsWith(module + ".")) {
        return "backbone." + modules.indexOf(module) + name.substring(module.length());
      }
    }
    return name;
  }

  @Test
  void torchvisionNamesAreOurs() throws IOException {
    Map<String, Tensor> ours = weights(RESNET);
    assertThat(load(RESNET, ours, ours).report()).isEmpty();
  }

  @Test
  void takesOffAPrefixThatEveryNameHas() throws IOException {
    Map<String, Tensor> ours = weights(RESNET);
    MappedReader reader = load(RESNET, ours, renamed(ours, name -> "module.model." + name));
    assertThat(reader.report())
        .containsExactly(
            "every name begins with 'module.', which is taken off",
            "every name begins with 'model.', which is taken off");
  }

  @Test
  void aPrefixThatOnlySomeNamesHaveIsNone() {
    Map<String, Tensor> ours = weights(RESNET);
    Map<String, Tensor> mixed =
        renamed(ours, name -> name.startsWith("fc.") ? name : "module." + name);
    assertThatThrownBy(() -> load(RESNET, ours, mixed))
        .isInstanceOf(BadWeightsException.class)
        .hasMessageContaining("missing: bn1.bias")
        .hasMessageContaining("not of this network: module.bn1.bias");
  }

  @Test
  void readsRadImageNetsResNet() throws IOException {
    Map<String, Tensor> ours = weights(RESNET);
    List<String> modules = List.of("conv1", "bn1", "", "", "layer1", "layer2", "layer3", "layer4");
    for (String head : List.of("fc", "classifier.linear", "linear")) {
      Map<String, Tensor> theirs =
          renamed(ours, name -> sequential(name.replaceFirst("^fc", head), modules));
      assertThat(theirs).containsKeys("backbone.0.weight", "backbone.7.1.bn2.running_var");
      MappedReader reader = load(RESNET, ours, theirs);
      assertThat(reader.report()).containsExactly("RadImageNet's names, backbone.N, for a ResNet");
      assertThat(reader.scaling().orElseThrow().mean()).isEqualTo(0.5);
      assertThat(reader.scaling().orElseThrow().std()).isEqualTo(0.5);
    }
    // As their example for PyTorch saves what it trained.
    load(
        RESNET,
        ours,
        renamed(
            ours,
            name ->
                name.startsWith("fc.")
                    ? name.replace("fc.", "1.linear.")
                    : "0." + sequential(name, modules)));
  }

  @Test
  void readsRadImageNetsDenseNetInBothForms() throws IOException {
    Map<String, Tensor> ours = weights(DENSENET);
    load(DENSENET, ours, renamed(ours, name -> name.replaceFirst("^features", "backbone.0")));
    List<String> modules =
        List.of(
            "conv0",
            "norm0",
            "",
            "",
            "denseblock1",
            "transition1",
            "denseblock2",
            "transition2",
            "denseblock3",
            "transition3",
            "denseblock4",
            "norm5");
    load(
        DENSENET,
        ours,
        renamed(ours, name -> sequential(name.replaceFirst("^features\\.", ""), modules)));
  }

  @Test
  void readsCheXNetWithItsOldDenseNetNames() throws IOException {
    Map<String, Tensor> ours = weights(DENSENET);
    Map<String, Tensor> theirs =
        renamed(
            ours,
            name ->
                "module.densenet121."
                    + name.replaceFirst("^classifier", "classifier.0")
                        .replaceFirst("(denselayer\\d+\\.(?:norm|conv))([12])", "$1.$2"));
    assertThat(theirs)
        .containsKeys(
            "module.densenet121.features.denseblock1.denselayer1.norm.1.weight",
            "module.densenet121.classifier.0.weight");
    MappedReader reader = load(DENSENET, ours, theirs);
    assertThat(reader.report()).hasSize(3);
    assertThat(reader.scaling().orElseThrow().std()).isEqualTo(0.226);
  }

  @Test
  void readsTorchXRayVisionAndLeavesOutItsOperatingPoints() throws IOException {
    Map<String, Tensor> ours = weights(DENSENET);
    Map<String, Tensor> theirs = new LinkedHashMap<>(ours);
    theirs.put("op_threshs", new Tensor(new long[] {1}, new float[] {Float.NaN}));
    MappedReader reader = load(DENSENET, ours, theirs);
    assertThat(reader.leftOut()).containsExactly("op_threshs");
    // 1 becomes 1024.
    InputScaling scaling = reader.scaling().orElseThrow();
    assertThat((1 - scaling.mean()) / scaling.std()).isEqualTo(1024);
    // Without the points, its one channel and 18 outputs tell.
    assertThat(load(DENSENET, ours, ours).scaling()).isPresent();
  }

  @Test
  void readsMedicalNetAndLeavesOutItsSegmentation() throws IOException {
    Map<String, Tensor> ours = weights(VOLUMES);
    Map<String, Tensor> theirs = new LinkedHashMap<>(renamed(ours, name -> "module." + name));
    theirs.put("module.conv_seg.0.weight", new Tensor(new long[] {1}, new float[] {1}));
    MappedReader reader = load(VOLUMES, ours, theirs);
    assertThat(reader.leftOut()).containsExactly("module.conv_seg.0.weight");
    assertThat(reader.report()).anyMatch(line -> line.contains("--feature-step 8"));
  }

  @Test
  void readsANameThatRepeatsAHeadWithoutFalling() {
    Tensor one = new Tensor(new long[] {1}, new float[] {1});
    Map<String, Tensor> theirs =
        Map.of("backbone.0.weight", one, "fc.".repeat(20_000) + "weight", one);
    assertThat(new MappedReader(new Memory(theirs)).entries())
        .extracting(TensorEntry::name)
        .containsExactlyInAnyOrder("conv1.weight", "fc.weight");
  }

  @Test
  void twoTensorsOfOneNameAreRefused() {
    Tensor one = new Tensor(new long[] {1}, new float[] {1});
    Map<String, Tensor> theirs =
        Map.of("backbone.0.weight", one, "conv1.weight", one, "backbone.4.0.conv1.weight", one);
    assertThatThrownBy(() -> new MappedReader(new Memory(theirs)))
        .isInstanceOf(BadWeightsException.class)
        .hasMessageContaining("two of its tensors would be 'conv1.weight'");
  }
}
