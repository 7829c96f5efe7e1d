package org.radcam.classify;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import org.radcam.UserException;
import org.radcam.engine.ComputeDevice;
import org.radcam.engine.DeviceChoice;
import org.radcam.engine.TorchEngine;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.model.PackageFile;
import org.radcam.network.ScriptNetwork;
import org.radcam.network.StagedNetwork;
import org.radcam.network.weights.NetworkWeights;

/**
 * A package's networks with their checked weights on a device, ready to answer. Closing frees the
 * weights; whoever runs the networks sees to it that nothing is under way then.
 */
public final class LoadedNetwork implements AutoCloseable {
  private final ComputeDevice device;
  private final NDManager manager;
  private final StagedNetwork network;

  private LoadedNetwork(ComputeDevice device, NDManager manager, StagedNetwork network) {
    this.device = device;
    this.manager = manager;
    this.network = network;
  }

  /**
   * Loads a package's weights onto a device and folds its batch norms.
   *
   * @throws org.radcam.UserException if the package has no weights, they are not what its card
   *     says, or the device is not there
   */
  public static LoadedNetwork open(ModelPackage model, DeviceChoice choice) {
    ModelCard card = model.card();
    PackageFile weights = card.requiredWeights();
    if (!card.hasNetwork()) {
      throw new UserException(
          "The model '" + card.id() + "' has no network: it answers from values alone.");
    }
    ComputeDevice device = TorchEngine.device(choice);
    NDManager manager = TorchEngine.newManager(device.device());
    try {
      StagedNetwork network = card.createNetworks();
      if (network.networks().iterator().next() instanceof ScriptNetwork script) {
        // Not before the whole file is known to be what the card says.
        byte[] program = model.read(weights, in -> in.readNBytes(ProgramCheck.MAX_BYTES + 1));
        ProgramCheck.check(program);
        script.load(program, manager);
      } else {
        model.read(weights, in -> NetworkWeights.load(network, in, weights.name(), manager));
      }
      network.foldBatchNorms();
      return new LoadedNetwork(device, manager, network);
    } catch (EngineException e) {
      manager.close();
      throw TorchEngine.failure(e, device);
    } catch (RuntimeException | Error e) {
      manager.close();
      throw e;
    }
  }

  /** The networks; they live as long as this is open. */
  public StagedNetwork network() {
    return network;
  }

  /** What the network runs on. */
  public ComputeDevice device() {
    return device;
  }

  @Override
  public void close() {
    manager.close();
  }
}
