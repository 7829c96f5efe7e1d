package org.radcam.zoo.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.radcam.Progress;
import org.radcam.model.ClinicalInput;
import org.radcam.model.ModelCard;
import org.radcam.model.Stage;
import org.radcam.zoo.screening.Screening;

/**
 * Trains all networks of a model on the same patients: the only one, or those of a cascade's
 * stages, each on the cases that it is about.
 */
final class ModelTrainer {
  private final NetworkTrainer trainer;
  private final Recipe recipe;
  private final ModelCard card;
  private final Path folder;
  private final Map<String, Screening> screenings = new LinkedHashMap<>();

  ModelTrainer(NetworkTrainer trainer, Recipe recipe, ModelCard card, Path folder) {
    this.trainer = trainer;
    this.recipe = recipe;
    this.card = card;
    this.folder = folder;
  }

  /**
   * A trained model.
   *
   * @param name of the training
   * @param recipe with the clinical values that the networks take
   * @param networks of the stages
   * @param clinical how its clinical values are scaled
   */
  record Trained(
      String name,
      Recipe recipe,
      List<NetworkTrainer.Trained> networks,
      List<ClinicalInput> clinical) {
    /** The epoch chosen for each stage. */
    int[] epochs() {
      return networks.stream().mapToInt(NetworkTrainer.Trained::epoch).toArray();
    }
  }

  /** As many epochs for every network as the recipe says. */
  int[] allEpochs() {
    return IntStream.range(0, card.stages().size())
        .map(n -> recipe.learning().schedule().epochs())
        .toArray();
  }

  /**
   * Trains, or goes on training.
   *
   * @param name for people and files, for example {@code fold-1}
   * @param learning cases to learn from
   * @param validation cases that early stopping watches
   * @param epochs of each stage
   */
  Trained train(
      String name,
      List<TrainingCase> learning,
      List<TrainingCase> validation,
      int[] epochs,
      long seed,
      Progress progress)
      throws IOException {
    ScreenedRecipe screened = ScreenedRecipe.of(recipe, learning);
    screened.screening().ifPresent(screening -> screenings.put(name, screening));
    Recipe own = screened.recipe();
    List<ClinicalInput> clinical = ClinicalScaling.fit(own.clinical(), learning);
    List<NetworkTrainer.Trained> networks = new ArrayList<>();
    int count = card.stages().size();
    for (int n = 0; n < count; n++) {
      Stage stage = stage(own, n);
      NetworkTrainer.Job job =
          new NetworkTrainer.Job(
              card.stages().size() > 1 ? name + "-" + stage.key() : name,
              stage,
              StageCases.of(learning, card.task(), stage),
              StageCases.of(validation, card.task(), stage),
              clinical,
              epochs[n],
              n == 0 ? seed : Seeds.mix(seed, n, -5),
              folder);
      if (!recipe.learns()) {
        networks.add(trainer.untrained(stage, Seeds.mix(recipe.seed(), -6)));
        continue;
      }
      networks.add(trainer.train(job, Parts.of(progress, (double) n / count, 1.0 / count)));
    }
    return new Trained(name, own, networks, clinical);
  }

  /** A stage of the card, whose network takes what a screened recipe says. */
  private Stage stage(Recipe own, int number) {
    return card.stages().get(number).withArchitecture(own.stages().get(number).architecture());
  }

  /** What became of the clinical values in each training, by its name. */
  Map<String, Screening> screenings() {
    return Collections.unmodifiableMap(screenings);
  }

  /** The deep features of cases: the means of the only network's last feature maps. */
  double[][] pooled(Trained trained, List<TrainingCase> cases) {
    Stage stage = stage(trained.recipe(), 0);
    try (Session session = trainer.session(stage)) {
      session.set(trained.networks().get(0).weights());
      return session.pooled(
          cases, trainer.inputs(stage, List.of()), recipe.learning().schedule().batchSize());
    }
  }

  /** What a trained model says of cases. */
  List<Answer> answer(Trained trained, List<TrainingCase> cases) {
    List<double[][]> logits = new ArrayList<>();
    for (int n = 0; n < card.stages().size(); n++) {
      Stage stage = stage(trained.recipe(), n);
      try (Session session = trainer.session(stage)) {
        session.set(trained.networks().get(n).weights());
        logits.add(
            session.logits(
                cases,
                trainer.inputs(stage, trained.clinical()),
                recipe.learning().schedule().batchSize()));
      }
    }
    List<Answer> answers = new ArrayList<>();
    for (int n = 0; n < cases.size(); n++) {
      int at = n;
      answers.add(
          new Answer(cases.get(n), trained.name(), logits.stream().map(all -> all[at]).toList()));
    }
    return answers;
  }
}
