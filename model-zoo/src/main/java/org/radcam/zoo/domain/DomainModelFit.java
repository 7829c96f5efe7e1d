package org.radcam.zoo.domain;

import static org.radcam.domain.ThumbnailView.EDGES;
import static org.radcam.domain.ThumbnailView.GREY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.radcam.domain.DomainModel;
import org.radcam.domain.Subspace;
import org.radcam.domain.Thumbnail;

/**
 * Finds the {@link DomainModel} of training images.
 *
 * <p>Limits come from images that were held out: five folds by patient, components from four of
 * them and measures of the fifth. Each of the four measures (residual and distance, of grey values
 * and of edges) is divided by its {@value #QUANTILE} quantile; the largest of the four is the
 * image's score; and the limits are scaled so that the {@value #QUANTILE} quantile of the score is
 * 1. So about one in two hundred images like those of the training is called unusual.
 */
public final class DomainModelFit {
  /** Held-out training images below the limit. */
  static final double QUANTILE = 0.995;

  /** Fewer images cannot tell what is usual. */
  public static final int MIN_IMAGES = 50;

  /** Patients are dealt out to so many folds, so there must be as many. */
  public static final int FOLDS = 5;

  private static final int GREY_COMPONENTS = 40;

  /** Edges vary more freely: more components would describe any edges. */
  private static final int EDGE_COMPONENTS = 20;

  private DomainModelFit() {}

  /**
   * Fits a model.
   *
   * @param thumbnails of the prepared training images, see {@link Thumbnail}
   * @param patients whose image each is
   * @param seed decides the folds
   * @throws IllegalArgumentException for fewer than {@value #MIN_IMAGES} images, or of fewer than
   *     five patients
   */
  public static DomainModel fit(List<float[]> thumbnails, List<String> patients, long seed) {
    if (thumbnails.size() < MIN_IMAGES || thumbnails.size() != patients.size()) {
      throw new IllegalArgumentException(
          "Telling typical images takes at least "
              + MIN_IMAGES
              + " training images, got "
              + thumbnails.size());
    }
    int[] folds = folds(patients, seed);
    double[][] measures = new double[thumbnails.size()][];
    for (int fold = 0; fold < FOLDS; fold++) {
      List<float[]> others = new ArrayList<>();
      for (int n = 0; n < folds.length; n++) {
        if (folds[n] != fold) {
          others.add(thumbnails.get(n));
        }
      }
      DomainModel model = components(others);
      for (int n = 0; n < folds.length; n++) {
        if (folds[n] == fold) {
          measures[n] = measures(model, thumbnails.get(n));
        }
      }
    }
    double[] limits = limits(measures);
    DomainModel model = components(thumbnails);
    return new DomainModel(
        model.grey().withLimits(limits[0], limits[1]),
        model.edges().withLimits(limits[2], limits[3]));
  }

  private static DomainModel components(List<float[]> thumbnails) {
    int length = Thumbnail.VALUES;
    return new DomainModel(
        PrincipalComponents.of(thumbnails, GREY.offset(), length, GREY_COMPONENTS),
        PrincipalComponents.of(thumbnails, EDGES.offset(), length, EDGE_COMPONENTS));
  }

  private static double[] measures(DomainModel model, float[] thumbnail) {
    Subspace.Measures grey = model.grey().measure(thumbnail, GREY.offset());
    Subspace.Measures edges = model.edges().measure(thumbnail, EDGES.offset());
    return new double[] {grey.residual(), grey.distance(), edges.residual(), edges.distance()};
  }

  private static double[] limits(double[][] measures) {
    int kinds = measures[0].length;
    double[] limits = new double[kinds];
    for (int kind = 0; kind < kinds; kind++) {
      int k = kind;
      limits[kind] = quantile(Arrays.stream(measures).mapToDouble(of -> of[k]).toArray());
    }
    double[] scores =
        Arrays.stream(measures)
            .mapToDouble(
                of -> {
                  double score = 0;
                  for (int kind = 0; kind < kinds; kind++) {
                    score = Math.max(score, of[kind] / limits[kind]);
                  }
                  return score;
                })
            .toArray();
    double scale = quantile(scores);
    return Arrays.stream(limits).map(limit -> limit * scale).toArray();
  }

  /** Type 7 of Hyndman and Fan (Am Stat 1996;50:361). */
  private static double quantile(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double rank = QUANTILE * (sorted.length - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }

  /** Patients in random order, dealt out to the folds in turn. */
  private static int[] folds(List<String> patients, long seed) {
    List<String> distinct = new ArrayList<>(patients.stream().distinct().sorted().toList());
    if (distinct.size() < FOLDS) {
      throw new IllegalArgumentException(
          "Telling typical images takes images of at least " + FOLDS + " patients");
    }
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Integer> fold = new LinkedHashMap<>();
    for (int n = 0; !distinct.isEmpty(); n++) {
      fold.put(distinct.remove(random.nextInt(distinct.size())), n % FOLDS);
    }
    return patients.stream().mapToInt(fold::get).toArray();
  }
}
