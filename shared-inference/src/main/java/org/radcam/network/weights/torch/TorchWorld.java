package org.radcam.network.weights.torch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.radcam.network.weights.TensorType;
import org.radcam.network.weights.pickle.PickleConstant;
import org.radcam.network.weights.pickle.PickleDict;
import org.radcam.network.weights.pickle.PickleGlobal;
import org.radcam.network.weights.pickle.PickleList;
import org.radcam.network.weights.pickle.PickleObject;
import org.radcam.network.weights.pickle.PickleRefusedException;
import org.radcam.network.weights.pickle.PickleTuple;
import org.radcam.network.weights.pickle.PickleWorld;

/**
 * What the names in a file of PyTorch's mean:
 *
 * <ul>
 *   <li>the functions that put a dense tensor together give a {@link TorchTensor};
 *   <li>ordered and ordinary dictionaries, sizes and lists give themselves;
 *   <li>what checkpoints carry beside weights (NumPy numbers, dates, paths, sets) gives a value of
 *       no content;
 *   <li>an object of any class gives a {@link PickleObject}, and its state is dropped;
 *   <li>dictionaries of dictionaries are copies, and more than {@value #MAX_COPIED} entries of such
 *       are refused;
 *   <li>a call of anything else is refused, and so is the mere mention of a {@link CodeRunners}
 *       name.
 * </ul>
 */
final class TorchWorld implements PickleWorld {
  /** Where the reference to a storage says of which other one it is a part. */
  private static final int VIEW = 5;

  private static final Set<String> PLAIN =
      Set.of(
          "__builtin__.bytearray",
          "__builtin__.complex",
          "__builtin__.frozenset",
          "__builtin__.set",
          "__builtin__.slice",
          "__builtin__.xrange",
          "_codecs.encode",
          "argparse.Namespace",
          "builtins.bytearray",
          "builtins.bytes",
          "builtins.complex",
          "builtins.frozenset",
          "builtins.range",
          "builtins.set",
          "builtins.slice",
          "collections.Counter",
          "collections.deque",
          "datetime.date",
          "datetime.datetime",
          "datetime.time",
          "datetime.timedelta",
          "datetime.timezone",
          "decimal.Decimal",
          "fractions.Fraction",
          "numpy._core.multiarray._reconstruct",
          "numpy._core.multiarray.scalar",
          "numpy._core.numeric._frombuffer",
          "numpy.core.multiarray._reconstruct",
          "numpy.core.multiarray.scalar",
          "numpy.core.numeric._frombuffer",
          "numpy.dtype",
          "pathlib.Path",
          "pathlib.PosixPath",
          "pathlib.PurePosixPath",
          "pathlib.PureWindowsPath",
          "pathlib.WindowsPath",
          "pathlib._local.PosixPath",
          "pathlib._local.WindowsPath",
          "torch.device",
          "torch.serialization._get_layout",
          "uuid.UUID");

  /** Entries in copies of dictionaries, so many as a pickle may have steps. */
  private static final int MAX_COPIED = 2_000_000;

  private long copied;

  @Override
  public PickleGlobal global(String module, String name) {
    PickleGlobal global = new PickleGlobal(module, name);
    CodeRunners.refuse(global);
    return global;
  }

  @Override
  public Object call(PickleGlobal callee, PickleTuple arguments) {
    return switch (callee.path()) {
      case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2" ->
          Rebuild.tensor(arguments);
      case "torch._utils._rebuild_tensor_v3" -> Rebuild.typedTensor(arguments);
      case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state" ->
          Rebuild.first(arguments);
      case "torch._tensor._rebuild_from_type_v2" -> rebuildSubclass(arguments);
      case "torch.Size", "builtins.tuple", "__builtin__.tuple" -> Rebuild.first(arguments);
      case "collections.OrderedDict", "builtins.dict", "__builtin__.dict" -> dict(arguments, 0);
      case "collections.defaultdict" -> dict(arguments, 1);
      case "copyreg._reconstructor", "copy_reg._reconstructor" -> instanceOf(arguments);
      default -> {
        if (PLAIN.contains(callee.path())) {
          yield PickleConstant.OPAQUE;
        }
        if (callee.module().startsWith("torch.") && callee.name().startsWith("_rebuild")) {
          throw new PickleRefusedException(
              "it holds a tensor of a kind that is not read here ("
                  + callee.shown()
                  + "); save dense tensors");
        }
        throw CodeRunners.refusal(callee);
      }
    };
  }

  @Override
  public Object instance(PickleGlobal type, PickleTuple arguments) {
    return switch (type.path()) {
      case "collections.OrderedDict" -> new PickleDict();
      case "torch.Size" -> Rebuild.first(arguments);
      default -> new PickleObject(type);
    };
  }

  /**
   * ('storage', type, key, device, size), where old files add which part of another storage it is,
   * or None; or in old files ('module', class, source...).
   */
  @Override
  public Object persistent(Object id) {
    if (id instanceof PickleTuple parts
        && parts.size() >= 2
        && parts.get(0) instanceof String kind) {
      if (kind.equals("module")) {
        return parts.get(1);
      }
      if (kind.equals("storage")
          && parts.size() >= 5
          && parts.get(1) instanceof PickleGlobal type
          && parts.get(2) instanceof String key) {
        if (parts.size() > VIEW && parts.get(VIEW) != PickleConstant.NONE) {
          throw new PickleRefusedException(
              "it has a storage that is a part of another one, as only old versions of PyTorch wrote;"
                  + " in Python: torch.save(torch.load(FILE), \"weights.pth\")");
        }
        return storage(type, key);
      }
    }
    throw new PickleRefusedException("its pickle refers to something that is no storage");
  }

  private static TorchStorage storage(PickleGlobal type, String key) {
    if (type.name().equals("UntypedStorage")) {
      return new TorchStorage(key, Optional.empty());
    }
    TensorType numbers =
        TorchTypes.ofStorage(type.name())
            .filter(any -> type.module().matches("torch(\\.cuda|\\.storage)?"))
            .orElseThrow(
                () ->
                    new PickleRefusedException(
                        "it holds numbers of a kind that is not read here (" + type.shown() + ")"));
    return new TorchStorage(key, Optional.of(numbers));
  }

  /** (function, type, its arguments, state): tensors that carry attributes. */
  private Object rebuildSubclass(PickleTuple arguments) {
    if (arguments.size() >= 3
        && arguments.get(0) instanceof PickleGlobal function
        && function.module().equals("torch._utils")
        && arguments.get(2) instanceof PickleTuple inner) {
      return call(function, inner);
    }
    throw Rebuild.odd();
  }

  private static Object instanceOf(PickleTuple arguments) {
    if (arguments.size() >= 1 && arguments.get(0) instanceof PickleGlobal type) {
      return new PickleObject(type);
    }
    throw Rebuild.odd();
  }

  /** Python 2 gives an ordered dictionary's entries as a list of lists of two. */
  private PickleDict dict(PickleTuple arguments, int at) {
    PickleDict dict = new PickleDict();
    if (arguments.size() <= at) {
      return dict;
    }
    if (arguments.get(at) instanceof PickleDict other) {
      countCopies(other.entries().size());
      other.entries().forEach(dict::put);
    } else if (arguments.get(at) instanceof PickleList pairs) {
      countCopies(pairs.items().size());
      for (Object pair : pairs.items()) {
        List<Object> two =
            pair instanceof PickleList list
                ? list.items()
                : pair instanceof PickleTuple tuple ? tuple.items() : List.of();
        if (two.size() != 2) {
          throw Rebuild.odd();
        }
        dict.put(two.get(0), two.get(1));
      }
    } else {
      throw Rebuild.odd();
    }
    return dict;
  }

  /** A few bytes in a file can copy a large dictionary, again and again. */
  private void countCopies(int entries) {
    copied += entries;
    if (copied > MAX_COPIED) {
      throw new PickleRefusedException(
          "its pickle copies more than " + MAX_COPIED + " entries of dictionaries");
    }
  }
}
