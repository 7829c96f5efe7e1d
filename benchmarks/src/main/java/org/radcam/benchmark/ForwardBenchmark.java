package org.radcam.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.radcam.cam.Cam;
import org.radcam.cam.CamMethods;
import org.radcam.cam.ExplainedForward;
import org.radcam.cam.RawMap;
import org.radcam.engine.TorchEngine;
import org.radcam.network.ArchitectureSpec;

/** One image of 3 x 224 x 224 through a network on the CPU, without and with its Grad-CAM. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 10)
@Fork(1)
public class ForwardBenchmark {
  @Param({"resnet50", "resnet152"})
  public String architecture;

  private NDManager manager;
  private Cam cam;
  private NDArray input;

  /** Draws the network and an input. */
  @Setup(Level.Trial)
  public void open() {
    manager = TorchEngine.newManager(Device.cpu());
    cam = new Cam(RandomNetworks.folded(ArchitectureSpec.of(architecture, 3, 2), manager));
    input = manager.randomNormal(new Shape(1, 3, 224, 224));
  }

  /** Frees the native memory. */
  @TearDown(Level.Trial)
  public void close() {
    manager.close();
  }

  /** Logits only. */
  @Benchmark
  public float[] forward() {
    try (ExplainedForward forward = cam.forward(input)) {
      return forward.logits();
    }
  }

  /** Logits and the Grad-CAM of one class. */
  @Benchmark
  public RawMap forwardAndGradCam() {
    try (ExplainedForward forward = cam.forward(input)) {
      return forward.map(CamMethods.usual(), 1);
    }
  }
}
