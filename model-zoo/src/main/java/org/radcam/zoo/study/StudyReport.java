package org.radcam.zoo.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.radcam.Progress;
import org.radcam.classify.ResultJson;
import org.radcam.io.AtomicFiles;
import org.radcam.task.CascadeStage;
import org.radcam.zoo.evaluate.Evaluation;
import org.radcam.zoo.evaluate.EvaluationFolder;
import org.radcam.zoo.evaluate.EvaluationSource;
import org.radcam.zoo.evaluate.ModelPredictions;
import org.radcam.zoo.evaluate.PredictionReader;
import org.radcam.zoo.train.Split;

/**
 * Measures a study's models on all splits that were not learnt from, and writes the tables and the
 * reports: one of the task's classes, and of a cascade one for each stage.
 */
final class StudyReport {
  private final StudyResult result;
  private final StudyFolder folder;

  /** By stage; that of all classes has the empty key. */
  private final Map<String, Evaluation> evaluations = new LinkedHashMap<>();

  StudyReport(StudyResult result, StudyFolder folder) {
    this.result = result;
    this.folder = folder;
  }

  /**
   * Writes one report.
   *
   * @param stage of a cascade; empty for the task's classes
   * @return the page
   */
  Path write(Optional<CascadeStage> stage, Progress progress) throws IOException {
    String key = stage.map(CascadeStage::key).orElse("");
    progress.report(
        Double.NaN, "Measuring" + (key.isEmpty() ? " all models" : " the stage " + key));
    Path table = folder.predictions(key);
    StudyTables.writePredictions(
        table,
        result.trained().stream().map(Trained::answers).toList(),
        result.study().task(),
        stage);
    List<Path> files = new ArrayList<>(List.of(table));
    // Readers answer the question as a whole.
    if (stage.isEmpty()) {
      files.addAll(result.request().readers());
    }
    List<ModelPredictions> predictions =
        PredictionReader.read(
                files, stage.isEmpty() ? Optional.of(folder.splits()) : Optional.empty())
            .stream()
            .filter(one -> !one.split().equals(Split.TRAIN.key()))
            .toList();
    Evaluation evaluation =
        Evaluation.of(predictions, result.request().settings(), this::isCompared, unsaid(progress));
    evaluations.put(key, evaluation);
    return EvaluationFolder.write(
        folder.report(key),
        evaluation,
        EvaluationSource.of(
            result.study().title() + stage.map(own -> ": " + own.question()).orElse(""), files),
        new StudySections(result, evaluation, stage).all(),
        unsaid(progress));
  }

  /** The chosen model with every other, readers with readers, and the publication's pairs. */
  private boolean isCompared(String one, String other) {
    String chosen = result.chosenModel();
    return one.equals(chosen)
        || other.equals(chosen)
        || (result.isReader(one) && result.isReader(other))
        || result.study().compared().stream().anyMatch(pair -> pair.is(one, other));
  }

  /** The evaluation tells of each model by itself, which is too much here. */
  private static Progress unsaid(Progress progress) {
    return new Progress() {
      @Override
      public void report(double fraction, String message) {}

      @Override
      public boolean isCancelled() {
        return progress.isCancelled();
      }
    };
  }

  /** Writes what programs want to know. */
  void writeResults() throws IOException {
    AtomicFiles.writeString(
        folder.results(), ResultJson.text(StudyJson.of(result, evaluations, folder)));
  }

  /** The main figures, for people. */
  List<String> lines() {
    // Warnings are in the report: of so many models they would hide the figures here. So would
    // those
    // of the patients by whom models were chosen.
    List<String> lines =
        new ArrayList<>(
            evaluations.get("").summary().stream()
                .filter(line -> !line.startsWith(" "))
                .filter(line -> !line.contains(", " + Split.VALIDATION.key() + ", n = "))
                .toList());
    result.leftOut().forEach(one -> lines.add("Left out: " + one.name() + ". " + one.reason()));
    return lines;
  }
}
