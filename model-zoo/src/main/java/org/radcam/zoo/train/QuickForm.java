package org.radcam.zoo.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcam.model.InputSpec;
import org.radcam.model.Stage;
import org.radcam.prepare.Preparation;
import org.radcam.prepare.PreparationStep;
import org.radcam.prepare.Resize;

/**
 * A recipe made small, so that all its parts are gone through in seconds: to see whether data and
 * recipe work before a long training. Its model is worth nothing, and the card says so.
 *
 * @param size voxels of the networks' input along every axis
 * @param width factor on the networks' channels, in place of a larger one
 * @param epochs in place of more
 */
record QuickForm(int size, double width, int epochs) {
  private static final String LIMIT =
      "Quick form: a small network that was trained for a moment, to try the whole way out. Its"
          + " answers mean nothing.";

  QuickForm {
    if (size < 9 || size > 512) {
      throw new IllegalArgumentException("'size' must be between 9 and 512, not " + size);
    }
    if (!(width > 0 && width <= 1)) {
      throw new IllegalArgumentException("'width' must be above 0 and at most 1, not " + width);
    }
    if (epochs < 1 || epochs > 1000) {
      throw new IllegalArgumentException("'epochs' must be between 1 and 1000, not " + epochs);
    }
  }

  Recipe of(Recipe recipe) {
    CardText card = recipe.card();
    List<String> limits = new ArrayList<>(card.limits());
    limits.add(LIMIT);
    return recipe.quick(
        card.called(card.name() + " (quick form)", limits),
        recipe.inputs().stream().map(this::small).toList(),
        recipe.stages().stream().map(this::small).toList(),
        recipe.learns() ? small(recipe.learning()) : recipe.learning());
  }

  private InputSpec small(InputSpec input) {
    List<PreparationStep> steps =
        input.preparation().steps().stream()
            .map(step -> step instanceof Resize resize ? small(resize) : step)
            .toList();
    return new InputSpec(input.role(), new Preparation(steps));
  }

  private PreparationStep small(Resize resize) {
    return new Resize(
        Math.min(size, resize.columns()),
        Math.min(size, resize.rows()),
        Math.min(size, resize.slices()),
        resize.aspect());
  }

  private Stage small(Stage stage) {
    return stage.withArchitecture(
        stage.architecture().withWidth(Math.min(width, stage.architecture().width())));
  }

  /** What is unfrozen step by step needs more epochs than these. */
  private Learning small(Learning learning) {
    Schedule schedule = learning.schedule();
    int fewer = Math.min(epochs, schedule.epochs());
    return new Learning(
        learning.optimiser(),
        new Schedule(
            fewer,
            schedule.batchSize(),
            schedule.learningRate(),
            Math.min(schedule.warmUpEpochs(), fewer / 2.0)),
        Optional.empty(),
        learning.precision(),
        learning.labelSmoothing(),
        learning.guidance(),
        learning.balance(),
        learning.stopping());
  }
}
