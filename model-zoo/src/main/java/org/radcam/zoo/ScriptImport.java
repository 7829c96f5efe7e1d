package org.radcam.zoo;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.UserException;
import org.radcam.cam.ExplainedForward;
import org.radcam.classify.ProgramCheck;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.model.FolderPackage;
import org.radcam.model.ModelCard;
import org.radcam.model.NpyArray;
import org.radcam.model.PackageWriter;
import org.radcam.model.Stage;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.ScriptNetwork;
import org.radcam.network.StagedNetwork;
import org.radcam.network.weights.torch.TorchFormat;

/**
 * Makes a package of a TorchScript program. It is tried on noise first:
 *
 * <ul>
 *   <li>What reads or writes files is refused unrun, see {@link ProgramCheck}.
 *   <li>It must give one logit for each class, for one image and for two.
 *   <li>Where its methods {@code features} and {@code head} together give the same logits, and the
 *       features are 8, 16 or 32 pixels apart, it is split there, and heat maps are possible.
 *   <li>Otherwise it is used whole, and the card says that there is no heat map.
 * </ul>
 */
public final class ScriptImport {
  private static final String FILE = "program.pt";
  private static final List<Integer> STEPS = List.of(32, 16, 8);

  private static final String NO_MAP =
      "It is one TorchScript program without the methods features and head: it cannot show where in"
          + " the image its answer comes from.";

  private final byte[] program;
  private final NDManager manager;

  private ScriptImport(byte[] program, NDManager manager) {
    this.program = program;
    this.manager = manager;
  }

  /**
   * Imports a program.
   *
   * @param file a TorchScript file
   * @param definition the card to begin from; of its network the channels and classes count
   * @param id short name of the new package
   * @param folder where it shall be; must not exist
   * @throws UserException if the file is no program, or does not do what the definition says
   */
  public static FolderPackage run(Path file, ModelCard definition, String id, Path folder)
      throws IOException {
    ImportDefinition.check(definition);
    checkFile(file);
    PackageWriter.checkFree(folder);
    byte[] program = Files.readAllBytes(file);
    ProgramCheck.check(program);
    try (NDManager manager =
        TorchEngine.newManager(TorchEngine.device(DeviceChoice.CPU).device())) {
      ScriptImport script = new ScriptImport(program, manager);
      ModelCard card =
          script.described(WeightsImport.card(definition, id, file.getFileName().toString()));
      return WeightsImport.write(
          card,
          script.network(card, manager),
          FILE,
          path -> Files.write(path, script.program),
          folder);
    }
  }

  private static void checkFile(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UserException("There is no file " + file + ".");
    }
    if (TorchFormat.of(file) != TorchFormat.SCRIPT) {
      throw new UserException(
          file.getFileName()
              + " is not a TorchScript program; if it is a state dict, give --arch with its network"
              + " (such as resnet50).");
    }
    if (Files.size(file) > ProgramCheck.MAX_BYTES) {
      throw new UserException(file.getFileName() + " has more than 1 GB.");
    }
  }

  /**
   * Loads the program.
   *
   * @param scope frees it
   */
  private StagedNetwork network(ModelCard card, NDManager scope) {
    StagedNetwork network = card.createNetworks();
    ((ScriptNetwork) network.networks().iterator().next()).load(program, scope);
    return network;
  }

  /** The card with the way in which the program can be used. */
  private ModelCard described(ModelCard card) {
    NpyArray one = TestCases.noise(card, 1).images();
    NpyArray first = answersAlikeAloneAndTogether(card, one);
    for (int step : STEPS) {
      ModelCard split = withArchitecture(card, ScriptNetwork.SPLIT, step);
      if (splitsAt(split, one, first, step)) {
        return split;
      }
    }
    List<String> limits = new ArrayList<>(card.limits());
    limits.add(NO_MAP);
    return card.toBuilder().limits(limits).build();
  }

  /** The logits of one image, which must not depend on the others of its batch. */
  private NpyArray answersAlikeAloneAndTogether(ModelCard card, NpyArray one) {
    NpyArray two = TestCases.noise(card, 2).images();
    try (NDManager trial = manager.newSubManager()) {
      StagedNetwork network = network(card, trial);
      NpyArray first = logits(network, one);
      NpyArray second = logits(network, two);
      if (apart(logits(network, pair(one, two)), pair(first, second))) {
        throw new UserException(
            "The TorchScript program gives other answers to two images at once than to each"
                + " alone.");
      }
      return first;
    }
  }

  private boolean splitsAt(ModelCard split, NpyArray input, NpyArray whole, int step) {
    try (NDManager trial = manager.newSubManager();
        RawForward forward =
            RawForward.of(
                network(split, trial),
                TorchEngine.device(DeviceChoice.CPU).device(),
                input,
                Optional.empty())) {
      ExplainedForward only = forward.stages().get(0);
      int[] shape = only.activations().shape();
      List<Integer> size = input.shape();
      return !apart(forward.logits(), whole)
          && shape.length == 4
          && shape[2] == cells(size.get(2), step)
          && shape[3] == cells(size.get(3), step);
    } catch (UserException e) {
      // No such methods, or they do not fit together.
      return false;
    }
  }

  private static int cells(int pixels, int step) {
    return (pixels + step - 1) / step;
  }

  private static NpyArray logits(StagedNetwork network, NpyArray input) {
    return RawForward.logits(
        network, TorchEngine.device(DeviceChoice.CPU).device(), input, Optional.empty());
  }

  private static ModelCard withArchitecture(ModelCard card, String key, int step) {
    Stage stage = card.onlyStage();
    ArchitectureSpec old = stage.architecture();
    return card.toBuilder()
        .stages(
            List.of(
                stage.withArchitecture(
                    ArchitectureSpec.of(key, old.inputChannels(), old.classes())
                        .withFeatureStep(step))))
        .build();
  }

  private static NpyArray pair(NpyArray first, NpyArray second) {
    float[] values = new float[first.values().length + second.values().length];
    System.arraycopy(first.values(), 0, values, 0, first.values().length);
    System.arraycopy(second.values(), 0, values, first.values().length, second.values().length);
    List<Integer> shape = new ArrayList<>(first.shape());
    shape.set(0, 2);
    return new NpyArray(shape, values);
  }

  private static boolean apart(NpyArray found, NpyArray expected) {
    double difference = 0;
    double magnitude = 0;
    for (int n = 0; n < expected.values().length; n++) {
      difference = Math.max(difference, Math.abs(found.values()[n] - expected.values()[n]));
      magnitude = Math.max(magnitude, Math.abs(expected.values()[n]));
    }
    return !(difference <= Verification.TOLERANCE * magnitude);
  }
}
