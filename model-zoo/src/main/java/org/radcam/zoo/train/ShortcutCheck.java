package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.radcam.image.Size;
import org.radcam.stats.Auc;

/**
 * How well simple numbers of an image, which know nothing of disease, tell the classes apart. Where
 * they do, the classes differ in how their images were made, and a network may have learnt that
 * instead of the disease (Geirhos et al., Shortcut learning in deep neural networks, Nat Mach
 * Intell 2020;2:665).
 */
final class ShortcutCheck {
  /** From here on a simple number is worth a line on the card: 0.5 says nothing, 1 everything. */
  static final double STRONG = 0.6;

  private static final Map<String, Simple> NUMBERS = new LinkedHashMap<>();

  static {
    NUMBERS.put("mean brightness", (values, size) -> mean(values));
    NUMBERS.put("contrast (standard deviation)", (values, size) -> deviation(values));
    NUMBERS.put("sharpness (mean step between neighbouring pixels)", ShortcutCheck::sharpness);
  }

  private ShortcutCheck() {}

  /** A simple number of a prepared image. */
  private interface Simple {
    double of(float[] values, Size size);
  }

  /**
   * One simple number.
   *
   * @param name what it is
   * @param auc area under the ROC curve for one class against the rest, either way round, so at
   *     least 0.5
   */
  record Finding(String name, double auc) {}

  /** All simple numbers, the strongest first. */
  static List<Finding> of(List<TrainingCase> cases, CaseImages images, int positive) {
    Map<String, ToDoubleFunction<TrainingCase>> numbers = new LinkedHashMap<>();
    for (int n = 0; n < images.roles().size(); n++) {
      int input = n;
      String of = images.roles().size() == 1 ? "" : " of " + images.roles().get(n);
      NUMBERS.forEach(
          (name, number) ->
              numbers.put(name + of, one -> number.of(images.of(one).get(input), images.size())));
    }
    boolean[] truth = new boolean[cases.size()];
    for (int n = 0; n < truth.length; n++) {
      truth[n] = cases.get(n).label() == positive;
    }
    List<Finding> findings = new ArrayList<>();
    numbers.forEach(
        (name, number) -> {
          double[] values = cases.stream().mapToDouble(number).toArray();
          double auc = Auc.of(values, truth);
          findings.add(new Finding(name, Math.max(auc, 1 - auc)));
        });
    strata(cases, positive, truth).ifPresent(findings::add);
    findings.sort(Comparator.comparingDouble(Finding::auc).reversed());
    return findings;
  }

  /** What the stratum alone tells: each case scored with the share of positives in its stratum. */
  private static Optional<Finding> strata(List<TrainingCase> cases, int positive, boolean[] truth) {
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (TrainingCase one : cases) {
      counts.computeIfAbsent(one.stratum(), name -> new int[2])[one.label() == positive ? 1 : 0]++;
    }
    if (counts.size() < 2) {
      return Optional.empty();
    }
    double[] shares =
        cases.stream()
            .map(one -> counts.get(one.stratum()))
            .mapToDouble(count -> (double) count[1] / (count[0] + count[1]))
            .toArray();
    String names = String.join("/", new TreeSet<>(counts.keySet()));
    return Optional.of(new Finding("stratum (" + names + ")", Auc.of(shares, truth)));
  }

  private static double mean(float[] pixels) {
    double sum = 0;
    for (float pixel : pixels) {
      sum += pixel;
    }
    return sum / pixels.length;
  }

  private static double deviation(float[] pixels) {
    double mean = mean(pixels);
    double squares = 0;
    for (float pixel : pixels) {
      squares += (pixel - mean) * (pixel - mean);
    }
    return Math.sqrt(squares / pixels.length);
  }

  private static double sharpness(float[] pixels, Size size) {
    double sum = 0;
    int lines = size.rows() * size.slices();
    for (int y = 0; y < lines; y++) {
      for (int x = 1; x < size.columns(); x++) {
        int at = y * size.columns() + x;
        sum += Math.abs(pixels[at] - pixels[at - 1]);
      }
    }
    return sum / (lines * Math.max(1, size.columns() - 1.0));
  }
}
