package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcam.Progress;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.classify.HeatMap;
import org.radcam.classify.Result;
import org.radcam.classify.RoiScores;
import org.radcam.classify.StageResult;
import org.radcam.engine.DeviceChoice;
import org.radcam.image.Mask;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.model.Performance;
import org.radcam.stats.Interval;
import org.radcam.stats.Proportion;

/**
 * The pointing game (Zhang et al. 2018, "Top-down neural attention by excitation backprop", section
 * 5.2): of the cases that a model answers rightly, the share in which the highest place of the heat
 * map for the true class lies inside the lesion. Played with the finished package, through the same
 * classifier that users have; cases without a lesion are left out. Of a cascade, each stage plays
 * for itself, with the cases whose branch it finds; of networks that answer the same question each
 * does so too, and the mean of their maps plays for the answer.
 */
final class PointingGame {
  private static final String METHOD = "grad-cam";

  private final ModelPackage model;
  private final CaseReader reader;
  private final String how;

  /**
   * @param how where the cases come from
   */
  PointingGame(ModelPackage model, String how) {
    this.model = model;
    this.reader = new CaseReader(model.card());
    this.how = how;
  }

  /** One network's tally, or that of the answer. */
  private static final class Tally {
    private final String prefix;
    private int played;
    private int hits;
    private double chance;

    Tally(String prefix) {
      this.prefix = prefix;
    }

    void count(HeatMap any, Mask lesion) {
      HeatMap map = any.on(lesion.geometry());
      played++;
      chance += RoiScores.of(map, lesion).areaShare();
      int peak = peak(map);
      if (peak >= 0 && lesion.voxels().get(peak)) {
        hits++;
      }
    }
  }

  /** The figures of all stages that were right at least once. */
  List<Performance> play(List<TrainingCase> cases, DeviceChoice device, Progress progress) {
    ModelCard card = model.card();
    List<Tally> tallies = new ArrayList<>();
    if (card.stages().size() > 1) {
      String word = card.isFusion() ? "Network " : "Stage ";
      card.stages().forEach(stage -> tallies.add(new Tally(word + stage.key() + ": ")));
    }
    if (!card.isCascade()) {
      tallies.add(new Tally(""));
    }
    try (Classifier classifier = Classifier.open(model, device)) {
      int done = 0;
      for (TrainingCase one : cases) {
        progress.checkCancelled();
        play(classifier, one, tallies);
        done++;
        progress.report((double) done / cases.size(), "Comparing heat maps with lesions");
      }
    }
    return tallies.stream().filter(tally -> tally.played > 0).map(this::figure).toList();
  }

  private void play(Classifier classifier, TrainingCase one, List<Tally> tallies) {
    Case subject = reader.read(one);
    Optional<Mask> lesion =
        reader
            .lesion(one, subject.images().get(model.card().referenceRole().key()))
            .filter(mask -> !mask.isEmpty());
    if (lesion.isEmpty()) {
      return;
    }
    String truth = model.card().task().classes().get(one.label()).key();
    Result result =
        classifier.classify(
            subject,
            new ClassifyOptions(ClassifyOptions.Explain.ofClass(truth), METHOD)
                .withContributions(false));
    for (int n = 0; n < result.stages().size(); n++) {
      StageResult stage = result.stages().get(n);
      if (stage.predicted().branch().classes().contains(truth)) {
        tallies.get(n).count(stage.heatMap().orElseThrow(), lesion.get());
      }
    }
    if (tallies.size() > result.stages().size() && result.predicted().label().key().equals(truth)) {
      tallies.get(tallies.size() - 1).count(result.heatMap().orElseThrow(), lesion.get());
    }
  }

  /** The voxel of the highest value; -1 where nothing speaks for the class. */
  private static int peak(HeatMap map) {
    float[] values = map.onSource().voxels();
    int best = -1;
    for (int n = 0; n < values.length; n++) {
      if (values[n] > (best < 0 ? 0 : values[best])) {
        best = n;
      }
    }
    return best;
  }

  private Performance figure(Tally tally) {
    Interval interval = new Proportion(tally.hits, tally.played).wilson();
    return new Performance(
        tally.prefix + "heat-map maximum inside the lesion",
        rounded(interval.estimate()),
        rounded(interval.low()),
        rounded(interval.high()),
        "pointing game with Grad-CAM of the true class, "
            + how
            + "; 95 % interval by Wilson's score",
        String.format(
            Locale.ROOT,
            "%d of %d rightly answered cases with a lesion, which is %.0f %% of what the network"
                + " saw (mean)",
            tally.hits,
            tally.played,
            100 * tally.chance / tally.played));
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }
}
