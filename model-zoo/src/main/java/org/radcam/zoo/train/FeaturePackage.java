package org.radcam.zoo.train;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.cam.ExplainedForward;
import org.radcam.classify.Case;
import org.radcam.classify.SecondLevel;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.features.DeepFeatures;
import org.radcam.model.FeatureModelSpec;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelCardBuilder;
import org.radcam.model.NpyArray;
import org.radcam.model.PackageFile;
import org.radcam.model.PackageWriter;
import org.radcam.network.StagedNetwork;
import org.radcam.network.weights.NetworkWeights;
import org.radcam.network.weights.Tensor;
import org.radcam.network.weights.TensorType;
import org.radcam.tabular.TabularFile;
import org.radcam.tabular.TabularModel;
import org.radcam.zoo.RawForward;
import org.radcam.zoo.TestCases;
import org.radcam.zoo.phantom.Phantom;

/**
 * Writes the package of a model with a second level, with a test case made of phantoms: for each
 * class the phantom that speaks most for it, from its prepared images to the final probabilities.
 */
final class FeaturePackage {
  /** Phantoms of each class to choose from. */
  private static final int SEEDS = 3;

  /** Volumes are large, and packages should stay small. */
  private static final int MOST_BYTES = 1 << 20;

  private final ModelCard definition;
  private final TabularModel model;
  private final Optional<StagedNetwork> networks;

  private FeaturePackage(
      ModelCard definition, TabularModel model, Optional<StagedNetwork> networks) {
    this.definition = definition;
    this.model = model;
    this.networks = networks;
  }

  /** One phantom on its way: what the network takes, and what the second level does. */
  private record Candidate(Optional<TestCases.Input> input, double[] features, double[] answer) {}

  /**
   * Refuses a recipe whose features can be measured in no synthetic case, or whose preparation fits
   * none.
   *
   * @throws org.radcam.UserException that says why
   */
  static void check(ModelCard plan, TestPhantoms phantoms) {
    phantoms.check(plan, SEEDS);
  }

  /**
   * Writes.
   *
   * @param folder does not exist yet
   * @param definition the card without weights
   * @param weights of the network, by their names; none where there is no network
   * @param savedAs number format of the network's weights
   * @param phantoms that the test case is made of
   */
  static FolderPackage write(
      Path folder,
      ModelCard definition,
      Map<String, Tensor> weights,
      PackageMaker.Findings findings,
      TensorType savedAs,
      TestPhantoms phantoms)
      throws IOException {
    TabularModel model = findings.second().orElseThrow();
    try (NDManager manager = TorchEngine.newManager(TorchEngine.device(DeviceChoice.CPU).device());
        PackageWriter writer = PackageWriter.into(folder)) {
      PackageFile second =
          writer.add("features.safetensors", path -> TabularFile.write(path, model));
      ModelCardBuilder card = definition.toBuilder().weights(second);
      Optional<StagedNetwork> networks = Optional.empty();
      if (definition.hasNetwork()) {
        StagedNetwork network = definition.createNetworks();
        NetworkWeights.set(network, weights, manager);
        card.weights(
            writer.add(
                "weights.safetensors",
                path ->
                    NetworkWeights.save(
                        network, path, Map.of("radcam.model", definition.id()), savedAs)));
        networks = Optional.of(network);
      }
      new FeaturePackage(definition, model, networks).addTest(writer, card, second, phantoms);
      if (findings.domain().isPresent()) {
        card.domain(writer.add("domain.safetensors", findings.domain().orElseThrow()::write));
      }
      return writer.finish(card.build());
    }
  }

  private void addTest(
      PackageWriter writer, ModelCardBuilder card, PackageFile second, TestPhantoms phantoms)
      throws IOException {
    List<Candidate> chosen = telling(phantoms);
    List<TestCases.Input> inputs = chosen.stream().flatMap(one -> one.input().stream()).toList();
    if (networks.isPresent()) {
      card.test(TestCases.add(writer, networks.get(), TestCases.stack(inputs)));
    }
    FeatureModelSpec.Test test =
        new FeatureModelSpec.Test(
            writer.add(
                "test_features.npy", array(chosen.stream().map(Candidate::features).toList())),
            writer.add(
                "test_probabilities.npy", array(chosen.stream().map(Candidate::answer).toList())));
    card.features(definition.features().orElseThrow().withModel(second).withTest(test));
  }

  private List<Candidate> telling(TestPhantoms phantoms) {
    List<Candidate> candidates =
        phantoms.usable(definition.task(), SEEDS, Integer.MAX_VALUE, this::candidate);
    int most =
        candidates
            .get(0)
            .input()
            .map(input -> Math.max(1, MOST_BYTES / (Float.BYTES * input.images().values().length)))
            .orElse(Integer.MAX_VALUE);
    List<Candidate> chosen = new ArrayList<>();
    for (int c = 0; c < Math.min(most, model.classes()); c++) {
      int label = c;
      chosen.add(
          candidates.stream()
              .max(Comparator.comparingDouble(one -> one.answer()[label]))
              .orElseThrow());
    }
    return chosen;
  }

  private Candidate candidate(Phantom phantom) {
    Case subject = TestPhantoms.withRegion(phantom);
    Optional<TestCases.Input> input =
        networks.map(
            any ->
                TestCases.input(definition, CaseImages.prepare(definition, subject), new float[0]));
    double[] features =
        new SecondLevel(definition, model).features(subject, input.map(this::pooled));
    // As the file holds them.
    for (int j = 0; j < features.length; j++) {
      features[j] = (float) features[j];
    }
    return new Candidate(input, features, model.probabilities(features));
  }

  private double[] pooled(TestCases.Input input) {
    try (RawForward forward =
        RawForward.of(
            networks.orElseThrow(),
            TorchEngine.device(DeviceChoice.CPU).device(),
            input.images(),
            Optional.empty())) {
      ExplainedForward.Activations maps = forward.stages().get(0).activations();
      return DeepFeatures.pooled(maps.values(), maps.shape()[1]);
    }
  }

  private static NpyArray array(List<double[]> rows) {
    int width = rows.get(0).length;
    float[] values = new float[rows.size() * width];
    for (int n = 0; n < values.length; n++) {
      values[n] = (float) rows.get(n / width)[n % width];
    }
    return NpyArray.of(values, rows.size(), width);
  }
}
