package org.radcam.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.radcam.model.Standing;
import org.radcam.task.Branch;
import org.radcam.task.ClassLabel;

/**
 * What several lesions of one patient say together: the mean of the lesions' probabilities, each
 * lesion with equal weight, and how many lesions vote for each class.
 *
 * <p>This is our interpretation: the studies answer for lesions and do not say how those of one
 * patient add up. It takes for granted that all lesions have one cause. The same mean is taken of
 * every stage of a cascade, whose later probabilities hold only where the earlier stage leads
 * there; along a path their product need not be the mean of the products, which is the class's
 * probability here.
 *
 * @param taskKey the question
 * @param modelId the model that answered
 * @param standing how far that model may be trusted
 * @param caseIds the lesions, in the order given
 * @param classes in the task's order; their probabilities sum to 1 as the lesions' do
 * @param stages of a cascade or of several networks, those that answered for any lesion; else empty
 */
public record PatientSummary(
    String taskKey,
    String modelId,
    Standing standing,
    List<String> caseIds,
    List<ClassMean> classes,
    List<StageMean> stages) {
  public PatientSummary {
    caseIds = List.copyOf(caseIds);
    classes = List.copyOf(classes);
    stages = List.copyOf(stages);
  }

  /**
   * One class.
   *
   * @param label the class
   * @param probability mean over the lesions
   * @param votes number of lesions for which it is the most probable
   */
  public record ClassMean(ClassLabel label, double probability, int votes) {}

  /**
   * One stage.
   *
   * @param key the stage
   * @param question what it asks
   * @param branches in their order
   */
  public record StageMean(String key, String question, List<BranchMean> branches) {
    public StageMean {
      branches = List.copyOf(branches);
    }
  }

  /**
   * One branch of a stage.
   *
   * @param branch the branch
   * @param probability mean over the lesions that have an answer of this stage, given that they
   *     have come to it
   * @param votes number of lesions for which it is the stage's most probable
   */
  public record BranchMean(Branch branch, double probability, int votes) {}

  /**
   * Sums up the lesions of one patient.
   *
   * @param lesions at least one, all answered by one model
   */
  public static PatientSummary of(List<Result> lesions) {
    return ofAnswers(lesions.stream().map(LesionAnswer::of).toList());
  }

  /** The same of lesions whose maps are not at hand. */
  public static PatientSummary ofAnswers(List<LesionAnswer> lesions) {
    if (lesions.isEmpty()) {
      throw new IllegalArgumentException("A patient without a lesion has no summary");
    }
    LesionAnswer first = lesions.get(0);
    if (lesions.stream()
        .anyMatch(
            one ->
                !one.modelId().equals(first.modelId()) || !one.taskKey().equals(first.taskKey()))) {
      throw new IllegalArgumentException("The lesions were not all answered by one model");
    }
    List<ClassMean> classes = new ArrayList<>();
    for (int c = 0; c < first.scores().size(); c++) {
      int at = c;
      ClassLabel label = first.scores().get(c).label();
      classes.add(
          new ClassMean(
              label,
              mean(lesions, lesion -> lesion.scores().get(at).probability()),
              count(lesions, lesion -> lesion.predicted().label().key().equals(label.key()))));
    }
    return new PatientSummary(
        first.taskKey(),
        first.modelId(),
        first.standing(),
        lesions.stream().map(LesionAnswer::caseId).toList(),
        classes,
        stages(lesions));
  }

  /**
   * Where images are missing, some lesions lack a network: each has a mean of those it answered.
   */
  private static List<StageMean> stages(List<LesionAnswer> lesions) {
    Map<String, List<StageResult>> byKey = new LinkedHashMap<>();
    for (LesionAnswer lesion : lesions) {
      for (StageResult stage : lesion.stages()) {
        byKey.computeIfAbsent(stage.key(), key -> new ArrayList<>()).add(stage);
      }
    }
    return byKey.values().stream().map(PatientSummary::stage).toList();
  }

  private static StageMean stage(List<StageResult> answers) {
    StageResult first = answers.get(0);
    List<BranchMean> branches = new ArrayList<>();
    for (int b = 0; b < first.branches().size(); b++) {
      int at = b;
      Branch branch = first.branches().get(b).branch();
      branches.add(
          new BranchMean(
              branch,
              mean(answers, answer -> answer.branches().get(at).probability()),
              count(answers, answer -> answer.predicted().branch().key().equals(branch.key()))));
    }
    return new StageMean(first.key(), first.question(), branches);
  }

  private static <T> double mean(List<T> answers, ToDoubleFunction<T> probability) {
    double sum = 0;
    for (T answer : answers) {
      sum += probability.applyAsDouble(answer);
    }
    return sum / answers.size();
  }

  private static <T> int count(List<T> answers, Predicate<T> vote) {
    return (int) answers.stream().filter(vote).count();
  }

  /** The class of highest mean probability; the first of those that tie. */
  public ClassMean predicted() {
    return classes.stream().max(Comparator.comparingDouble(ClassMean::probability)).orElseThrow();
  }

  /** Share of the lesions that vote for the predicted class, 0 to 1. */
  public double agreement() {
    return (double) predicted().votes() / caseIds.size();
  }
}
