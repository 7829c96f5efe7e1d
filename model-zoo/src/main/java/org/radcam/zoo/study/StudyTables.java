package org.radcam.zoo.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcam.task.CascadeStage;
import org.radcam.task.ClassLabel;
import org.radcam.task.Task;
import org.radcam.zoo.train.Manifest;
import org.radcam.zoo.train.Split;
import org.radcam.zoo.train.TableFile;
import org.radcam.zoo.train.TrainingCase;

/** The tables of a study, which {@code radcam evaluate} reads as they are. */
final class StudyTables {
  private static final List<String> FIRST = List.of("case", "patient", "split", "model", "label");

  private StudyTables() {}

  /** {@code case, patient, split, label} of every case. */
  static void writeSplits(Path file, Manifest manifest, Task task) throws IOException {
    List<List<String>> rows =
        manifest.cases().stream()
            .map(
                one ->
                    List.of(
                        one.id(),
                        one.patient(),
                        one.split().key(),
                        task.classes().get(one.label()).key()))
            .toList();
    TableFile.write(file, List.of("case", "patient", "split", "label"), rows);
  }

  /**
   * {@code case, patient, split, model, label, p_<class>} of all models.
   *
   * @param stage of a cascade, for the cases that it is about, its branches being the classes;
   *     empty for the task's classes
   */
  static void writePredictions(
      Path file, List<CandidateTable> candidates, Task task, Optional<CascadeStage> stage)
      throws IOException {
    List<String> classes =
        stage
            .map(own -> own.branches().stream().map(branch -> branch.key()).toList())
            .orElseGet(() -> task.classes().stream().map(ClassLabel::key).toList());
    String prefix = stage.map(own -> "p_" + own.key() + ".").orElse("p_");
    Set<String> one = stage.map(own -> oneSided(candidates, own)).orElse(Set.of());
    List<List<String>> rows = new ArrayList<>();
    for (CandidateTable candidate : candidates) {
      for (Map.Entry<String, List<CandidateTable.Row>> model : candidate.models().entrySet()) {
        for (CandidateTable.Row row : model.getValue()) {
          Optional<String> label =
              stage.isPresent()
                  ? CandidateTable.branch(row, stage.get())
                  : Optional.of(row.cell("label"));
          if (label.isPresent() && !one.contains(row.cell("split"))) {
            List<String> cells =
                new ArrayList<>(
                    List.of(
                        row.cell("case"),
                        row.cell("patient"),
                        row.cell("split"),
                        model.getKey(),
                        label.get()));
            classes.forEach(key -> cells.add(row.cell(prefix + key)));
            rows.add(cells);
          }
        }
      }
    }
    List<String> header = new ArrayList<>(FIRST);
    classes.forEach(key -> header.add("p_" + key));
    TableFile.write(file, header, rows);
  }

  /**
   * Splits that have patients of one branch of a stage only, so that it cannot be measured there.
   */
  static Set<String> oneSided(List<CandidateTable> candidates, CascadeStage stage) {
    Map<String, Set<String>> branches = new LinkedHashMap<>();
    candidates.get(0).models().values().iterator().next().stream()
        .filter(row -> CandidateTable.branch(row, stage).isPresent())
        .forEach(
            row ->
                branches
                    .computeIfAbsent(row.cell("split"), any -> new HashSet<>())
                    .add(CandidateTable.branch(row, stage).orElseThrow()));
    branches.values().removeIf(own -> own.size() > 1);
    return branches.keySet();
  }

  /** The same, each class as probable as any other. */
  static void writeBlank(
      Path file, Manifest manifest, List<Split> splits, List<String> models, Task task)
      throws IOException {
    List<String> header = new ArrayList<>(FIRST);
    task.classes().forEach(one -> header.add("p_" + one.key()));
    String even = Double.toString(1.0 / task.classes().size());
    List<List<String>> rows = new ArrayList<>();
    for (TrainingCase one : manifest.cases()) {
      for (String model : splits.contains(one.split()) ? models : List.<String>of()) {
        List<String> cells =
            new ArrayList<>(
                List.of(
                    one.id(),
                    one.patient(),
                    one.split().key(),
                    model,
                    task.classes().get(one.label()).key()));
        task.classes().forEach(any -> cells.add(even));
        rows.add(cells);
      }
    }
    TableFile.write(file, header, rows);
  }
}
