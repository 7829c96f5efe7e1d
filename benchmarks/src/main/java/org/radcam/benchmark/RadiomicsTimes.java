package org.radcam.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.radcam.image.Mask;
import org.radcam.image.Volume;
import org.radcam.io.ImageFiles;
import org.radcam.io.MaskFiles;
import org.radcam.radiomics.Discretisation;
import org.radcam.radiomics.Discretisation.BinOrigin;
import org.radcam.radiomics.Radiomics;
import org.radcam.radiomics.RadiomicsSettings;

/**
 * CPU time of measuring all 487 features of pyradiomics' test images, bins of 25; {@code
 * benchmarks/pyradiomics_times.py} measures pyradiomics. Reading the files does not count on either
 * side. CPU time, because it says the same on a busy machine.
 *
 * <p>Usage: RadiomicsTimes FOLDER, with brain1_image.nrrd, brain1_label.nrrd ...
 */
public final class RadiomicsTimes {
  private static final int WARM_UP = 30;
  private static final int RUNS = 21;

  private RadiomicsTimes() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    RadiomicsSettings settings =
        RadiomicsSettings.of(new Discretisation.FixedBinSize(25, BinOrigin.MULTIPLE_OF_WIDTH));
    for (String subject : new String[] {"brain1", "brain2", "breast1"}) {
      Volume image = ImageFiles.read(folder.resolve(subject + "_image.nrrd")).volume();
      Mask mask = MaskFiles.read(folder.resolve(subject + "_label.nrrd"), image.geometry(), 1);
      double first = 0;
      double[] times = new double[RUNS];
      int features = 0;
      for (int run = -WARM_UP; run < RUNS; run++) {
        long start = threads.getCurrentThreadCpuTime();
        features = Radiomics.extract(image, mask, settings).size();
        double milliseconds = (threads.getCurrentThreadCpuTime() - start) / 1e6;
        if (run == -WARM_UP) {
          first = milliseconds;
        }
        if (run >= 0) {
          times[run] = milliseconds;
        }
      }
      Arrays.sort(times);
      System.out.printf(
          Locale.ROOT,
          "%s: %d voxels, %d features, median %.1f ms (%.1f to %.1f), first call %.0f ms%n",
          subject,
          mask.count(),
          features,
          times[RUNS / 2],
          times[0],
          times[RUNS - 1],
          first);
    }
  }
}
