package org.radcam.zoo.train;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.radcam.Progress;
import org.radcam.UserException;
import org.radcam.engine.ComputeDevice;
import org.radcam.engine.TorchEngine;
import org.radcam.model.ClinicalInput;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;
import org.radcam.network.weights.Tensor;

/**
 * Trains one network. After each epoch a checkpoint is written; a training whose checkpoint is
 * there goes on from it and ends with the same weights, bit for bit on the same machine, as one
 * that was never interrupted.
 */
final class NetworkTrainer {
  private final Recipe recipe;
  private final ModelCard card;
  private final CaseImages images;
  private final ComputeDevice device;
  private final Optional<InitialWeights> initial;

  /**
   * @param card says what networks take
   * @param initial weights to begin from (all but the head); empty to begin from scratch
   */
  NetworkTrainer(
      Recipe recipe,
      ModelCard card,
      CaseImages images,
      ComputeDevice device,
      Optional<InitialWeights> initial) {
    this.recipe = recipe;
    this.card = card;
    this.images = images;
    this.device = device;
    this.initial = initial;
  }

  /**
   * One network's training.
   *
   * @param name for people and files, for example {@code fold-1}
   * @param stage the network
   * @param cases to learn from, labelled with its classes
   * @param validation cases that early stopping watches; empty for all epochs
   * @param clinical how clinical values are scaled
   * @param epochs to run, at most those of the recipe's schedule, which they do not shorten
   * @param seed of this network
   * @param folder where its checkpoint and log are kept
   */
  record Job(
      String name,
      Stage stage,
      List<TrainingCase> cases,
      List<TrainingCase> validation,
      List<ClinicalInput> clinical,
      int epochs,
      long seed,
      Path folder) {
    Path checkpoint() {
      return folder.resolve(name + ".checkpoint.safetensors");
    }

    Path log() {
      return folder.resolve(name + ".csv");
    }

    Path curves() {
      return folder.resolve(name + ".svg");
    }
  }

  /**
   * A trained network.
   *
   * @param weights those of the chosen epoch
   * @param epoch the best one where there is early stopping, else the last
   * @param history all epochs
   */
  record Trained(Map<String, Tensor> weights, int epoch, List<EpochRecord> history) {}

  /** Trains, or goes on training, or returns at once what was trained before. */
  Trained train(Job job, Progress progress) throws IOException {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            2,
            task -> {
              Thread thread = new Thread(task, "radcam-training-images");
              thread.setDaemon(true);
              return thread;
            });
    try (Session session = session(job.stage())) {
      if (recipe.learning().precision() == Precision.FLOAT16) {
        session.lowerPrecision();
      }
      return new Run(job, session, workers, progress).run();
    } catch (EngineException e) {
      throw recipe.learning().precision() == Precision.FLOAT16
          ? new UserException(
              "This network cannot be trained with precision: float16 on "
                  + device
                  + "; leave that entry out of the recipe.",
              e)
          : TorchEngine.failure(e, device);
    } finally {
      workers.shutdownNow();
    }
  }

  /** A network as its first weights make it: not trained at all. */
  Trained untrained(Stage stage, long seed) {
    try (Session session = session(stage)) {
      if (initial.isPresent()) {
        session.transfer(initial.get(), stage.key(), seed);
      } else {
        session.draw(seed);
      }
      return new Trained(session.weights(), 0, List.of());
    }
  }

  Session session(Stage stage) {
    return new Session(stage.architecture(), card.inputSize(), device);
  }

  StageInputs inputs(Stage stage, List<ClinicalInput> clinical) {
    return new StageInputs(
        card,
        stage,
        images,
        recipe.clinical().stream().filter(policy -> isTaken(policy, clinical)).toList(),
        clinical,
        recipe.learning().guidance() > 0
            ? Optional.of(Places.of(stage, card.inputSize()))
            : Optional.empty());
  }

  private static boolean isTaken(ClinicalPolicy policy, List<ClinicalInput> clinical) {
    return clinical.stream().anyMatch(input -> input.field().equals(policy.field().key()));
  }

  /** One training on its way. */
  private final class Run {
    private final Job job;
    private final Session session;
    private final ExecutorService workers;
    private final Progress progress;
    private final StageInputs inputs;
    private final BatchMaker maker;
    private final Unfreezing unfreezing;
    private final int batches;
    private final List<EpochRecord> history = new ArrayList<>();
    private Optional<Checkpoint.Best> best = Optional.empty();

    Run(Job job, Session session, ExecutorService workers, Progress progress) {
      this.job = job;
      this.session = session;
      this.workers = workers;
      this.progress = progress;
      this.inputs = inputs(job.stage(), job.clinical());
      this.maker = new BatchMaker(inputs, recipe, job.cases(), job.seed());
      this.unfreezing =
          new Unfreezing(
              session.network(), recipe.learning().transfer().filter(t -> initial.isPresent()));
      this.batches = recipe.learning().schedule().batches(job.cases().size());
    }

    Trained run() throws IOException {
      Optimiser optimiser;
      if (Files.exists(job.checkpoint())) {
        Checkpoint checkpoint = Checkpoint.read(job.checkpoint());
        history.addAll(checkpoint.history());
        best = checkpoint.best();
        if (isFinished()) {
          return new Trained(checkpoint.weights(), chosenEpoch(), history);
        }
        session.set(checkpoint.weights());
        optimiser = session.optimiser(recipe.learning().optimiser());
        optimiser.restore(checkpoint.memory());
        session.half().ifPresent(half -> half.restore(checkpoint.memory()));
      } else {
        begin();
        optimiser = session.optimiser(recipe.learning().optimiser());
      }
      while (!isFinished()) {
        epoch(optimiser);
        Map<String, Tensor> weights = session.weights();
        keepIfBest(weights);
        // What is finished needs its chosen weights only.
        Checkpoint state =
            isFinished()
                ? new Checkpoint(history, chosen(weights), Map.of(), best.map(this::bare))
                : new Checkpoint(history, weights, memory(optimiser), best);
        TrainingLog.write(job.log(), history);
        TrainingCurves.write(job.curves(), job.name(), history);
        state.write(job.checkpoint());
        if (isFinished()) {
          return new Trained(state.weights(), chosenEpoch(), history);
        }
      }
      throw new IllegalStateException("A training has at least one epoch");
    }

    private Map<String, Tensor> memory(Optimiser optimiser) {
      Map<String, Tensor> memory = new LinkedHashMap<>(optimiser.memory());
      session.half().ifPresent(half -> memory.putAll(half.state()));
      return memory;
    }

    private void begin() throws IOException {
      long seed = Seeds.mix(job.seed(), -2);
      if (initial.isPresent()) {
        session.transfer(initial.get(), job.stage().key(), seed);
      } else {
        session.draw(seed);
      }
    }

    private void epoch(Optimiser optimiser) {
      final long start = System.nanoTime();
      int epoch = history.size() + 1;
      double sum = 0;
      int steps = 0;
      double rate = 0;
      unfreezing.begin(epoch);
      BatchQueue queue = maker.epoch(epoch, batches, workers);
      try {
        for (int number = 0; number < batches; number++) {
          progress.checkCancelled();
          Batch.Lesson lesson = queue.next();
          if (session.hasDropout()) {
            // The engine's generator cannot be saved, so it is set anew for each step.
            TorchEngine.get().setRandomSeed((int) Seeds.mix(job.seed(), epoch, number, -3));
          }
          Session.Step step = session.learn(lesson, recipe.learning().guidance());
          double loss = step.loss();
          if (step.usable() && !Double.isFinite(loss)) {
            throw new UserException(
                "The training of "
                    + job.name()
                    + " came to a loss that is no number in epoch "
                    + epoch
                    + ". Lower schedule.learningRate in the recipe.");
          }
          rate = recipe.learning().schedule().learningRate((epoch - 1) * batches + number, batches);
          if (step.usable()) {
            unfreezing.step(optimiser, rate);
            sum += loss;
            steps++;
          }
          progress.report(
              (epoch - 1 + (number + 1.0) / batches) / job.epochs(),
              job.name() + ", epoch " + epoch);
        }
      } finally {
        queue.cancel();
      }
      Validation validation =
          job.validation().isEmpty()
              ? Validation.NONE
              : Scores.of(
                  job.validation(),
                  session.logits(
                      job.validation(), inputs, recipe.learning().schedule().batchSize()));
      double seconds = (System.nanoTime() - start) / 1e9;
      history.add(new EpochRecord(epoch, sum / Math.max(1, steps), validation, rate, seconds));
      progress.report(
          (double) epoch / job.epochs(),
          String.format(
              Locale.ROOT,
              "%s, epoch %d: loss %.4f%s, %.1f s",
              job.name(),
              epoch,
              sum / Math.max(1, steps),
              job.validation().isEmpty()
                  ? ""
                  : String.format(Locale.ROOT, ", validation AUC %.3f", validation.auc()),
              seconds));
    }

    private void keepIfBest(Map<String, Tensor> weights) {
      Validation latest = history.get(history.size() - 1).validation();
      Validation before = best.map(Checkpoint.Best::validation).orElse(Validation.NONE);
      if (watching() && recipe.learning().stopping().orElseThrow().better(latest, before)) {
        best = Optional.of(new Checkpoint.Best(history.size(), latest, weights));
      }
    }

    private boolean watching() {
      return recipe.learning().stopping().isPresent() && !job.validation().isEmpty();
    }

    private boolean isFinished() {
      if (history.size() >= job.epochs()) {
        return true;
      }
      return watching()
          && history.size() - best.map(Checkpoint.Best::epoch).orElse(0)
              >= recipe.learning().stopping().orElseThrow().patience();
    }

    private int chosenEpoch() {
      return best.map(Checkpoint.Best::epoch).orElse(history.size());
    }

    private Map<String, Tensor> chosen(Map<String, Tensor> last) {
      return best.map(Checkpoint.Best::weights).orElse(last);
    }

    private Checkpoint.Best bare(Checkpoint.Best whole) {
      return new Checkpoint.Best(whole.epoch(), whole.validation(), Map.of());
    }
  }
}
