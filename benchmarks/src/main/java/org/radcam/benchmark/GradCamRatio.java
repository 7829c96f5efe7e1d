package org.radcam.benchmark;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.radcam.cam.Cam;
import org.radcam.cam.CamMethods;
import org.radcam.cam.ExplainedForward;
import org.radcam.engine.TorchEngine;
import org.radcam.network.ArchitectureSpec;

/**
 * What a Grad-CAM costs on top of its forward pass, image by image: both are timed within one call,
 * so that a machine whose speed drifts does not blur the ratio.
 */
public final class GradCamRatio {
  private static final int WARM_UP = 20;
  private static final int IMAGES = 100;

  private GradCamRatio() {}

  /** Prints the median over images of (forward + Grad-CAM) / forward. */
  public static void main(String[] args) {
    for (String architecture : List.of("resnet18", "resnet50", "resnet152")) {
      try (NDManager manager = TorchEngine.newManager(Device.cpu())) {
        Cam cam = new Cam(RandomNetworks.folded(ArchitectureSpec.of(architecture, 3, 2), manager));
        List<Double> ratios = new ArrayList<>();
        List<Double> forwards = new ArrayList<>();
        for (int n = 0; n < WARM_UP + IMAGES; n++) {
          try (NDArray input = manager.randomNormal(new Shape(1, 3, 224, 224))) {
            long start = System.nanoTime();
            try (ExplainedForward forward = cam.forward(input)) {
              forward.logits();
              long answered = System.nanoTime();
              forward.map(CamMethods.usual(), 1);
              long explained = System.nanoTime();
              if (n >= WARM_UP) {
                forwards.add((answered - start) / 1e6);
                ratios.add((explained - start) / (double) (answered - start));
              }
            }
          }
        }
        System.out.printf(
            "%s: forward %.1f ms, with Grad-CAM %.3f times that (medians of %d images)%n",
            architecture, median(forwards), median(ratios), IMAGES);
      }
    }
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }
}
