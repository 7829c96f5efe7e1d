package org.radcam.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Locale;
import org.radcam.UserException;

/**
 * The one door to the deep-learning engine (PyTorch through DJL). Everything of ours that needs an
 * engine, a device or an {@link NDManager} asks here, so that the engine is always set up first:
 *
 * <ul>
 *   <li>no network, ever: {@code ai.djl.offline} is true and usage tracking is off, unless the user
 *       has set these system properties (or DJL's environment variables) otherwise;
 *   <li>the engine is looked for with the class loader that has it: DJL uses the thread's context
 *       class loader, which in OSGi and on some of ImageJ's threads is another one;
 *   <li>the native libraries are unpacked to {@code DJL_CACHE_DIR} (environment variable or system
 *       property) where that is set, else to {@code .djl.ai} in the user's home;
 *   <li>an engine that does not start is one {@link UserException}, the same at every later call.
 * </ul>
 *
 * Safe from any thread.
 */
public final class TorchEngine {
  private TorchEngine() {}

  /**
   * The engine, started by the first call (about a second; later calls cost nothing).
   *
   * @throws UserException if PyTorch's native libraries are missing or do not load here
   */
  public static Engine get() {
    return EngineStart.result().engine();
  }

  /** The engine and its version, such as {@code PyTorch 2.7.1}. */
  public static String version() {
    Engine engine = get();
    return engine.getEngineName() + " " + engine.getVersion();
  }

  /**
   * The device for a choice: {@code auto} takes CUDA device 0 if there is one, else the CPU.
   *
   * @throws UserException if CUDA is asked for and there is none, or not that many
   */
  public static ComputeDevice device(DeviceChoice choice) {
    int gpus = get().getGpuCount();
    return switch (choice.kind()) {
      case AUTO -> gpus > 0 ? cuda(0) : cpu();
      case CPU -> cpu();
      case CUDA -> {
        if (choice.index() >= gpus) {
          throw new UserException(noSuchGpu(choice, gpus));
        }
        yield cuda(choice.index());
      }
    };
  }

  /** A manager of native memory on a device; whoever asks closes it. */
  public static NDManager newManager(Device device) {
    return get().newBaseManager(device);
  }

  /** A failure of the engine at work, in the user's words; its own message stays in the cause. */
  public static UserException failure(EngineException problem, ComputeDevice device) {
    String detail = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    String lower = detail.toLowerCase(Locale.ROOT);
    if (lower.contains("out of memory") || lower.contains("alloc")) {
      return new UserException(
          "There is not enough memory for this model on "
              + device
              + ". Close other programs, or take a smaller model or another device.",
          problem);
    }
    return new UserException("PyTorch failed on " + device + ": " + detail, problem);
  }

  private static ComputeDevice cpu() {
    int threads = JniUtils.getNumThreads();
    String name = threads == 1 ? "CPU (1 thread), " : "CPU (" + threads + " threads), ";
    return new ComputeDevice(Device.cpu(), name + version());
  }

  private static ComputeDevice cuda(int index) {
    return new ComputeDevice(Device.gpu(index), "CUDA device " + index + ", " + version());
  }

  private static String noSuchGpu(DeviceChoice choice, int gpus) {
    if (gpus > 0) {
      return "There is no "
          + choice
          + " on this computer: it has "
          + (gpus == 1 ? "cuda:0 only" : "cuda:0 to cuda:" + (gpus - 1))
          + ".";
    }
    String build =
        get().hasCapability("CUDA")
            ? "PyTorch finds no CUDA device on this computer"
            : "this installation has PyTorch for the CPU only";
    return "The device " + choice + " was asked for, but " + build + ": choose auto or cpu.";
  }
}
