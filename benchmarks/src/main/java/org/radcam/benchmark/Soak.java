package org.radcam.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.zoo.ModelZoo;

/**
 * Classifies many images with heat maps in one process and prints its resident memory. Exit status
 * 1 if that grew by more than {@link #LIMIT_MEGABYTES}. Run it with a fixed heap ({@code -Xms512m
 * -Xmx512m -XX:+AlwaysPreTouch}), so that what grows is not the heap. Linux only (it reads {@code
 * /proc/self/status}).
 *
 * <p>Arguments: number of classifications (1000), model (chest-xray-nih).
 */
public final class Soak {
  /** Long enough for the compiler, the engine's caches and the heap to reach their size. */
  private static final int WARM_UP = 200;

  private static final int STEP = 100;

  /** A leak of one image's tensors a classification (0.2 MB and more) would show tenfold. */
  private static final double LIMIT_MEGABYTES = 40;

  private Soak() {}

  /** Runs the soak test. */
  public static void main(String[] args) throws IOException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    String model = args.length > 1 ? args[1] : "chest-xray-nih";
    try (Classifier classifier =
        Classifier.open(ModelZoo.shipped().find(model), DeviceChoice.CPU)) {
      long start = 0;
      double grown = 0;
      for (int n = 0; n <= WARM_UP + count; n++) {
        if (n >= WARM_UP && (n - WARM_UP) % STEP == 0) {
          long now = residentKilobytes();
          start = start == 0 ? now : start;
          System.out.printf(
              "%5d classifications: %6.1f MB resident (%+.1f MB)%n",
              n - WARM_UP, now / 1024.0, (now - start) / 1024.0);
          grown = (now - start) / 1024.0;
        }
        classifier.classify(subject(n), ClassifyOptions.DEFAULT);
      }
      if (grown > LIMIT_MEGABYTES) {
        System.err.printf("Memory grew by %.1f MB%n", grown);
        System.exit(1);
      }
    }
  }

  private static Case subject(long seed) {
    Geometry grid = Geometry.uncalibrated(Size.of(512, 480));
    float[] values = new float[grid.size().voxels()];
    Random random = new Random(seed);
    for (int n = 0; n < values.length; n++) {
      values[n] = random.nextInt(4096);
    }
    return Case.of(
        "CXR",
        new SourceImage("noise " + seed, new Volume(grid, values), ImageTraits.UNKNOWN),
        Optional.empty());
  }

  private static long residentKilobytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    throw new IOException("The system does not tell the resident memory of this process");
  }
}
