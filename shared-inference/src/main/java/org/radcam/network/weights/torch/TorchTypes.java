package org.radcam.network.weights.torch;

import java.util.Map;
import java.util.Optional;
import org.radcam.network.weights.TensorType;

/** PyTorch's names for the number formats. */
final class TorchTypes {
  private static final Map<String, TensorType> STORAGES =
      Map.ofEntries(
          Map.entry("FloatStorage", TensorType.F32),
          Map.entry("HalfStorage", TensorType.F16),
          Map.entry("BFloat16Storage", TensorType.BF16),
          Map.entry("DoubleStorage", TensorType.F64),
          Map.entry("LongStorage", TensorType.I64),
          Map.entry("IntStorage", TensorType.I32),
          Map.entry("ShortStorage", TensorType.I16),
          Map.entry("CharStorage", TensorType.I8),
          Map.entry("ByteStorage", TensorType.U8),
          Map.entry("BoolStorage", TensorType.BOOL));

  private static final Map<String, TensorType> DTYPES =
      Map.ofEntries(
          Map.entry("float32", TensorType.F32),
          Map.entry("float16", TensorType.F16),
          Map.entry("bfloat16", TensorType.BF16),
          Map.entry("float64", TensorType.F64),
          Map.entry("int64", TensorType.I64),
          Map.entry("int32", TensorType.I32),
          Map.entry("int16", TensorType.I16),
          Map.entry("int8", TensorType.I8),
          Map.entry("uint8", TensorType.U8),
          Map.entry("uint16", TensorType.U16),
          Map.entry("uint32", TensorType.U32),
          Map.entry("uint64", TensorType.U64),
          Map.entry("bool", TensorType.BOOL));

  private TorchTypes() {}

  /** Of {@code torch.FloatStorage} and the like. */
  static Optional<TensorType> ofStorage(String className) {
    return Optional.ofNullable(STORAGES.get(className));
  }

  /** Of {@code torch.float32} and the like. */
  static Optional<TensorType> ofDtype(String name) {
    return Optional.ofNullable(DTYPES.get(name));
  }
}
