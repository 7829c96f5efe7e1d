package org.radcam.network.weights.torch;

import java.util.Optional;
import org.radcam.network.weights.TensorType;
import org.radcam.network.weights.pickle.PickleGlobal;
import org.radcam.network.weights.pickle.PickleRefusedException;
import org.radcam.network.weights.pickle.PickleTuple;

/** PyTorch's functions that put a tensor together, from their arguments. */
final class Rebuild {
  /** Where {@code _rebuild_tensor_v3} has the type. */
  private static final int DTYPE = 6;

  /** PyTorch's own limit; one long tuple could be the shape of very many tensors. */
  private static final int MAX_AXES = 64;

  private Rebuild() {}

  /** (storage, offset, size, stride, ...). */
  static TorchTensor tensor(PickleTuple arguments) {
    TorchStorage storage = storage(arguments);
    TensorType type = storage.type().orElseThrow(Rebuild::odd);
    return view(arguments, storage, type);
  }

  /** The same of a storage without a type, which is the seventh. */
  static TorchTensor typedTensor(PickleTuple arguments) {
    TorchStorage storage = storage(arguments);
    Optional<TensorType> type = Optional.empty();
    if (arguments.size() > DTYPE
        && arguments.get(DTYPE) instanceof PickleGlobal dtype
        && dtype.module().equals("torch")) {
      type = TorchTypes.ofDtype(dtype.name());
    }
    return view(
        arguments,
        storage,
        type.orElseThrow(
            () -> new PickleRefusedException("it holds numbers of a kind that is not read here")));
  }

  /** What a parameter, a size or the like is made of. */
  static Object first(PickleTuple arguments) {
    if (arguments.size() == 0) {
      throw odd();
    }
    return arguments.get(0);
  }

  private static TorchStorage storage(PickleTuple arguments) {
    if (arguments.size() >= 4 && arguments.get(0) instanceof TorchStorage storage) {
      return storage;
    }
    throw odd();
  }

  private static TorchTensor view(PickleTuple arguments, TorchStorage storage, TensorType type) {
    return new TorchTensor(
        storage,
        type,
        number(arguments.get(1)),
        numbers(arguments.get(2)),
        numbers(arguments.get(3)));
  }

  private static long[] numbers(Object value) {
    if (!(value instanceof PickleTuple tuple) || tuple.size() > MAX_AXES) {
      throw odd();
    }
    return tuple.items().stream().mapToLong(Rebuild::number).toArray();
  }

  private static long number(Object value) {
    if (value instanceof Long number) {
      return number;
    }
    throw odd();
  }

  static PickleRefusedException odd() {
    return new PickleRefusedException(
        "its pickle puts something together in a way that PyTorch does not");
  }
}
