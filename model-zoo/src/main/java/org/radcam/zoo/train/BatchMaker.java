package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;

/** Makes the batches of one network's epochs. */
final class BatchMaker {
  private final StageInputs inputs;
  private final Augmenter augmenter;
  private final List<TrainingCase> cases;
  private final double[] weights;
  private final int classes;
  private final double smoothing;
  private final long seed;

  BatchMaker(StageInputs inputs, Recipe recipe, List<TrainingCase> cases, long seed) {
    this.inputs = inputs;
    this.augmenter = new Augmenter(recipe.augmentation(), inputs.size());
    this.cases = List.copyOf(cases);
    this.classes = inputs.stage().architecture().classes();
    this.weights = recipe.learning().balance().weights(cases, classes);
    this.smoothing = recipe.learning().labelSmoothing();
    this.seed = seed;
  }

  /** All batches of an epoch; every case is in one of them, and their sizes differ by one. */
  BatchQueue epoch(int epoch, int batches, ExecutorService executor) {
    List<Integer> order = new ArrayList<>();
    for (int n = 0; n < cases.size(); n++) {
      order.add(n);
    }
    Collections.shuffle(order, new Random(Seeds.mix(seed, epoch, -1)));
    return new BatchQueue(
        executor,
        batches,
        number -> {
          int first = (int) ((long) order.size() * number / batches);
          int end = (int) ((long) order.size() * (number + 1) / batches);
          return lesson(order.subList(first, end), epoch);
        });
  }

  private Batch.Lesson lesson(List<Integer> members, int epoch) {
    Batch batch =
        inputs.of(
            members.stream().map(cases::get).toList(),
            n ->
                scene ->
                    augmenter.vary(
                        scene, new SplittableRandom(Seeds.mix(seed, epoch, members.get(n)))));
    float[] targets = new float[members.size() * classes];
    float[] truths = new float[targets.length];
    for (int at = 0; at < members.size(); at++) {
      int member = members.get(at);
      for (int c = 0; c < classes; c++) {
        double target = smoothing / classes + (c == cases.get(member).label() ? 1 - smoothing : 0);
        targets[at * classes + c] = (float) (weights[member] * target);
        truths[at * classes + c] = c == cases.get(member).label() ? 1 : 0;
      }
    }
    return new Batch.Lesson(batch, targets, truths);
  }
}
