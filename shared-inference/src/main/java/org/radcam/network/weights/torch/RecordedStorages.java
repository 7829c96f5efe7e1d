package org.radcam.network.weights.torch;

import java.util.HashMap;
import java.util.Map;
import org.radcam.network.weights.TensorType;
import org.radcam.network.weights.pickle.PickleGlobal;
import org.radcam.network.weights.pickle.PickleRefusedException;
import org.radcam.network.weights.pickle.PickleTuple;
import org.radcam.network.weights.pickle.PickleWorld;

/** Notes the types of the storages that a pickle refers to: the old format has them only there. */
final class RecordedStorages implements PickleWorld {
  private final PickleWorld world;
  private final Map<String, TensorType> types = new HashMap<>();

  RecordedStorages(PickleWorld world) {
    this.world = world;
  }

  Map<String, TensorType> types() {
    return types;
  }

  @Override
  public PickleGlobal global(String module, String name) {
    return world.global(module, name);
  }

  @Override
  public Object call(PickleGlobal callee, PickleTuple arguments) {
    return world.call(callee, arguments);
  }

  @Override
  public Object instance(PickleGlobal type, PickleTuple arguments) {
    return world.instance(type, arguments);
  }

  @Override
  public Object persistent(Object id) {
    Object made = world.persistent(id);
    if (made instanceof TorchStorage storage) {
      // Bare bytes are numbers of one byte.
      TensorType type = storage.type().orElse(TensorType.U8);
      TensorType before = types.put(storage.key(), type);
      if (before != null && before != type) {
        throw new PickleRefusedException("it gives a storage two types of numbers");
      }
    }
    return made;
  }
}
